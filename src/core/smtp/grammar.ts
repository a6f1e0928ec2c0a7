import { verbs } from './verbs.ts';

/** A reply line taken apart (RFC 5321 4.2). Offsets count from the start of the line's own text. */
export interface ReplyLine {
  readonly code: number;
  /** True behind a hyphen: more lines follow (RFC 5321 4.2.1). */
  readonly more: boolean;
  readonly enhanced?: string;
  /** Where the enhanced code stands; meaningless without one. */
  readonly enhancedStart: number;
  /** Where the text behind the codes starts. */
  readonly textStart: number;
}

const REPLY = /^(\d{3})(?:([ \t-])|$)/;
const ENHANCED = /[ \t]*([245]\.\d{1,3}\.\d{1,3})(?![\d.])[ \t]*/y;

export function readReplyLine(line: string): ReplyLine | undefined {
  const match = REPLY.exec(line);
  if (match === null) return undefined;
  ENHANCED.lastIndex = match[0].length;
  const enhanced = ENHANCED.exec(line);
  return {
    code: Number(match[1]),
    more: match[2] === '-',
    ...(enhanced?.[1] && { enhanced: enhanced[1] }),
    enhancedStart: enhanced ? line.indexOf(enhanced[1] as string, match[0].length) : 0,
    textStart: enhanced ? ENHANCED.lastIndex : match[0].length,
  };
}

export interface CommandLine {
  /** In capitals. */
  readonly verb: string;
  readonly verbEnd: number;
  readonly argumentStart: number;
  readonly known: boolean;
}

const WORD = /^[ \t]*([^\s:<]{1,64}):?[ \t]*/;

/** A line that is known to be a client's, read as a command; an unknown word is a command too. */
export function readCommandLine(line: string): CommandLine | undefined {
  const match = WORD.exec(line);
  if (match === null) return undefined;
  const verb = (match[1] as string).toUpperCase();
  return {
    verb,
    verbEnd: match[0].trimEnd().replace(/:$/, '').length,
    argumentStart: match[0].length,
    known: verbs.has(verb),
  };
}

const STRICT_COMMAND =
  /^(?:(?:EHLO|HELO|LHLO)(?:[ \t]+\S+)?|MAIL[ \t]+FROM[ \t]*:.*|RCPT[ \t]+TO[ \t]*:.*|(?:DATA|RSET|QUIT|STARTTLS|NOOP|HELP)|AUTH[ \t]+[\w-]{2,20}(?:[ \t]+\S+)?|BDAT[ \t]+\d+(?:[ \t]+LAST)?|(?:VRFY|EXPN|ETRN|HELP|NOOP|XCLIENT|XFORWARD)[ \t]+\S.*)[ \t]*$/i;

/** Whether an unmarked line reads as a command that a person or a program would send. */
export const looksLikeCommand = (line: string): boolean => line.length < 2100 && STRICT_COMMAND.test(line);

const STRONG_COMMAND =
  /^(?:(?:EHLO|HELO|LHLO)[ \t]+[\w.:[\]-]+|MAIL[ \t]+FROM[ \t]*:[ \t]*<[^<>]{0,400}>.{0,200}|RCPT[ \t]+TO[ \t]*:[ \t]*<[^<>]{0,400}>.{0,200})[ \t]*$/i;

/** Whether an unmarked line can only be a command, whatever stands around it. */
export const isSurelyCommand = (line: string): boolean => STRONG_COMMAND.test(line);

const BANNER = /^220[ -]\S{1,255}(?:[ \t].*)?$/;
const STRONG_REPLY = /^[245][0-5]\d[ -][245]\.\d{1,3}\.\d{1,3}(?![\d.])/;

/** Whether an unmarked line can only be a reply: a banner of SMTP, or a reply with an enhanced code of its class. */
export const isSurelyReply = (line: string): boolean =>
  (BANNER.test(line) && /\bE?SMTP\b|^220-/.test(line)) || (STRONG_REPLY.test(line) && line[0] === line[4]);
