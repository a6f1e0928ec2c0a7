import type { Span } from '../../text/span.ts';

/** Token types and modifiers in the order of their numbers; package.json gives each its colours. */
export const tokenTypes = [
  'smtpCommand',
  'smtpArgument',
  'smtpReply',
  'smtpReplyText',
  'smtpData',
  'smtpSecret',
  'smtpNote',
  'mailFieldName',
  'mailAddress',
  'mailHost',
  'mailIp',
  'mailId',
  'mailStatus',
] as const;
export const tokenModifiers = ['positive', 'intermediate', 'transient', 'permanent', 'invalid'] as const;

export type TokenType = (typeof tokenTypes)[number];
export type TokenModifier = (typeof tokenModifiers)[number];

/** A stretch of text that is coloured. */
export interface Token extends Span {
  readonly type: TokenType;
  readonly modifier?: TokenModifier;
}

export const tokenOf = (span: Span | undefined, type: TokenType, modifier?: TokenModifier): readonly Token[] =>
  span === undefined || span.end <= span.start
    ? []
    : [{ start: span.start, end: span.end, type, ...(modifier && { modifier }) }];

/** The class of a reply code. */
export function modifierOf(code: number): TokenModifier {
  if (code >= 200 && code < 300) return 'positive';
  if (code >= 300 && code < 400) return 'intermediate';
  if (code >= 400 && code < 500) return 'transient';
  return code >= 500 && code < 600 ? 'permanent' : 'invalid';
}

/** Tokens in the order of the text; of two that overlap the first stays. */
export function inOrder(tokens: readonly Token[]): readonly Token[] {
  let end = -1;
  return [...tokens]
    .sort((a, b) => a.start - b.start)
    .filter((token) => {
      if (token.start < end) return false;
      end = token.end;
      return true;
    });
}
