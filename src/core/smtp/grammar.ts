import { verbs } from './verbs.ts';

export type Side = 'client' | 'server';

/** A reply line taken apart (RFC 5321 4.2). Offsets count from the start of the string that was read. */
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

const isDigit = (c: number): boolean => c >= 48 && c <= 57;

/** Whether three digits and then a blank, a hyphen or the end stand at `from`. */
export function isReplyAt(line: string, from: number, to = line.length): boolean {
  if (to - from < 3) return false;
  if (!isDigit(line.charCodeAt(from)) || !isDigit(line.charCodeAt(from + 1)) || !isDigit(line.charCodeAt(from + 2)))
    return false;
  if (to === from + 3) return true;
  const c = line.charCodeAt(from + 3);
  return c === 32 || c === 45 || c === 9;
}

const ENHANCED = /[ \t]*([245]\.\d{1,3}\.\d{1,3})(?![\d.])[ \t]*/y;

/** Reads `line` from `from` to `to` as one line of a reply. */
export function readReplyLine(line: string, from = 0, to = line.length): ReplyLine | undefined {
  if (!isReplyAt(line, from, to)) return undefined;
  const code =
    (line.charCodeAt(from) - 48) * 100 + (line.charCodeAt(from + 1) - 48) * 10 + line.charCodeAt(from + 2) - 48;
  const more = to > from + 3 && line.charCodeAt(from + 3) === 45;
  const textStart = Math.min(to, from + 4);
  if (mayBeEnhanced(line, textStart)) {
    ENHANCED.lastIndex = textStart;
    const match = ENHANCED.exec(line);
    if (match !== null) {
      const enhanced = match[1] as string;
      return {
        code,
        more,
        enhanced,
        enhancedStart: line.indexOf(enhanced, textStart),
        textStart: Math.min(to, ENHANCED.lastIndex),
      };
    }
  }
  return { code, more, enhancedStart: 0, textStart };
}

function mayBeEnhanced(line: string, from: number): boolean {
  let i = from;
  while (line.charCodeAt(i) === 32 || line.charCodeAt(i) === 9) i++;
  return isDigit(line.charCodeAt(i)) && line.charCodeAt(i + 1) === 46;
}

export interface CommandLine {
  /** In capitals. */
  readonly verb: string;
  readonly verbEnd: number;
  readonly argumentStart: number;
  readonly known: boolean;
}

const WORD = /[ \t]*([^\s:<]{1,64}):?[ \t]*/y;

/** A line that is known to be a client's, read as a command; an unknown word is a command too. */
export function readCommandLine(line: string, from = 0, to = line.length): CommandLine | undefined {
  WORD.lastIndex = from;
  const match = WORD.exec(line);
  if (match === null) return undefined;
  const start = line.indexOf(match[1] as string, from);
  if (start >= to) return undefined;
  const word = (match[1] as string).slice(0, to - start);
  const verb = word.toUpperCase();
  return {
    verb,
    verbEnd: start + word.length,
    argumentStart: Math.min(to, WORD.lastIndex),
    known: verbs.has(verb),
  };
}

const STRICT_COMMAND =
  /^(?:(?:EHLO|HELO|LHLO)(?:[ \t]+\S+)?|MAIL[ \t]+FROM[ \t]*:.*|RCPT[ \t]+TO[ \t]*:.*|(?:DATA|RSET|QUIT|STARTTLS|NOOP|HELP)|AUTH[ \t]+[\w-]{2,20}(?:[ \t]+\S+)?|BDAT[ \t]+\d+(?:[ \t]+LAST)?|(?:VRFY|EXPN|ETRN|HELP|NOOP|XCLIENT|XFORWARD)[ \t]+\S.*)[ \t]*$/i;

/** Letters that no command starts with, as a bit mask over `a` to `z`. */
const FIRST = new Set([...'aAbBdDeEhHlLmMnNqQrRsSvVxX'].map((letter) => letter.charCodeAt(0)));

/** Whether an unmarked line reads as a command that a person or a program would send. */
export const looksLikeCommand = (line: string): boolean =>
  FIRST.has(line.charCodeAt(0)) && line.length < 2100 && STRICT_COMMAND.test(line);

const STRONG_COMMAND =
  /^(?:(?:EHLO|HELO|LHLO)[ \t]+[\w.:[\]-]+|MAIL[ \t]+FROM[ \t]*:[ \t]*<[^<>]{0,400}>.{0,200}|RCPT[ \t]+TO[ \t]*:[ \t]*<[^<>]{0,400}>.{0,200})[ \t]*$/i;

/** Whether an unmarked line can only be a command, whatever stands around it. */
export const isSurelyCommand = (line: string): boolean =>
  FIRST.has(line.charCodeAt(0)) && line.length < 2100 && STRONG_COMMAND.test(line);

const BANNER = /^220[ -]\S{1,255}(?:[ \t]|$)/;
const STRONG_REPLY = /^[245][0-5]\d[ -][245]\.\d{1,3}\.\d{1,3}(?![\d.])/;

/** Whether an unmarked line can only be a reply: a banner of SMTP, or a reply with an enhanced code of its class. */
export const isSurelyReply = (line: string): boolean =>
  isReplyAt(line, 0) &&
  ((BANNER.test(line) && (line.charCodeAt(3) === 45 || /\bE?SMTP\b/.test(line.slice(0, 600)))) ||
    (STRONG_REPLY.test(line) && line[0] === line[4]));

/** What a piece of text reads as, whoever said it. */
export function sideOf(text: string): Side | undefined {
  if (isReplyAt(text, 0)) return 'server';
  return looksLikeCommand(text) ? 'client' : undefined;
}
