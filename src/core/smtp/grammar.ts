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
  return c === 45 || ((c === 32 || c === 9) && !isRecord(line, from + 4));
}

/** `IN MX`: the number in front is the TTL of a DNS record (RFC 1035 5.1). */
function isRecord(line: string, from: number): boolean {
  RECORD.lastIndex = from;
  return RECORD.test(line);
}

const RECORD = /IN[ \t]{1,40}[A-Z][A-Z0-9]{0,9}(?=[ \t])/y;

/** Reads `line` from `from` to `to` as one line of a reply. */
export function readReplyLine(line: string, from = 0, to = line.length): ReplyLine | undefined {
  if (!isReplyAt(line, from, to)) return undefined;
  const code =
    (line.charCodeAt(from) - 48) * 100 + (line.charCodeAt(from + 1) - 48) * 10 + line.charCodeAt(from + 2) - 48;
  const more = to > from + 3 && line.charCodeAt(from + 3) === 45;
  const textStart = Math.min(to, from + 4);
  const start = skipBlanks(line, textStart);
  const end = endOfEnhanced(line, start);
  if (end === undefined) return { code, more, enhancedStart: 0, textStart };
  const enhanced = line.slice(start, end);
  return { code, more, enhanced, enhancedStart: start, textStart: Math.min(to, skipBlanks(line, end)) };
}

/** Where an enhanced status code that starts at `from` ends (RFC 3463 2); undefined where none starts there. */
function endOfEnhanced(line: string, from: number): number | undefined {
  const c = line.charCodeAt(from);
  if (!(c === 50 || c === 52 || c === 53) || line.charCodeAt(from + 1) !== 46) return undefined;
  const subject = endOfDigits(line, from + 2);
  if (subject === from + 2 || subject > from + 5 || line.charCodeAt(subject) !== 46) return undefined;
  const end = endOfDigits(line, subject + 1);
  return end === subject + 1 || end > subject + 4 || line.charCodeAt(end) === 46 ? undefined : end;
}

function endOfDigits(line: string, from: number): number {
  let at = from;
  while (at < from + 4 && isDigit(line.charCodeAt(at))) at++;
  return at;
}

/** Whether a line has a code and something behind it, which no client sends, whatever a tool puts in front of it. */
export const canOnlyBeReply = (line: string, from: number, to: number): boolean =>
  to > from + 4 && /[2-5]/.test(line.charAt(from)) && isReplyAt(line, from, to);

export interface CommandLine {
  /** In capitals. */
  readonly verb: string;
  readonly verbEnd: number;
  readonly argumentStart: number;
  readonly known: boolean;
}

/** The longest word that is read as a command. */
const LONGEST_WORD = 64;

/** A line that is known to be a client's, read as a command; an unknown word is a command too. */
export function readCommandLine(line: string, from = 0, to = line.length): CommandLine | undefined {
  const start = skipBlanks(line, from);
  let end = start;
  while (end < to && end - start < LONGEST_WORD && isWordCharacter(line.charCodeAt(end))) end++;
  // The quote of a tool that closes behind the word is no part of it.
  if (end - start > 1 && line.charCodeAt(end - 1) === 34 && line.charCodeAt(start) !== 34) end--;
  if (end === start) return undefined;
  const verb = line.slice(start, end).toUpperCase();
  const behind = line.charCodeAt(end) === 58 ? end + 1 : end;
  return { verb, verbEnd: end, argumentStart: Math.min(to, skipBlanks(line, behind)), known: verbs.has(verb) };
}

function skipBlanks(line: string, from: number): number {
  let at = from;
  while (line.charCodeAt(at) === 32 || line.charCodeAt(at) === 9) at++;
  return at;
}

/** No blank of any kind, no colon, no angle bracket. */
const isWordCharacter = (c: number): boolean =>
  c < 128 ? c !== 58 && c !== 60 && c !== 32 && (c < 9 || c > 13) : !/\s/.test(String.fromCharCode(c));

const STRICT_COMMAND =
  /^(?:(?:EHLO|HELO|LHLO)(?:[ \t]+\S+)?|MAIL[ \t]+FROM[ \t]*:.*|RCPT[ \t]+TO[ \t]*:.*|(?:DATA|RSET|QUIT|STARTTLS|NOOP|HELP)|AUTH[ \t]+[\w-]{2,20}(?:[ \t]+\S+)?|BDAT[ \t]+\d+(?:[ \t]+LAST)?|(?:VRFY|EXPN|ETRN|HELP|NOOP|XCLIENT|XFORWARD)[ \t]+\S.*)[ \t]*$/i;

/** The letters that commands start with, by their code. */
const FIRST = new Uint8Array(128);
for (const letter of 'abdehlmnqrsvxABDEHLMNQRSVX') FIRST[letter.charCodeAt(0)] = 1;

/** Whether an unmarked line reads as a command that a person or a program would send. */
export const looksLikeCommand = (line: string): boolean =>
  FIRST[line.charCodeAt(0)] === 1 && line.length < 2100 && STRICT_COMMAND.test(line);

const STRONG_COMMAND =
  /^(?:(?:EHLO|HELO|LHLO)[ \t]+[\w.:[\]-]+|MAIL[ \t]+FROM[ \t]*:[ \t]*<[^<>]{0,400}>.{0,200}|RCPT[ \t]+TO[ \t]*:[ \t]*<[^<>]{0,400}>.{0,200})[ \t]*$/i;

/** Whether an unmarked line can only be a command, whatever stands around it. */
export const isSurelyCommand = (line: string): boolean =>
  FIRST[line.charCodeAt(0)] === 1 && line.length < 2100 && STRONG_COMMAND.test(line);

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
