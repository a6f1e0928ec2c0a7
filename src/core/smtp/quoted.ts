import type { Span } from '../text/span.ts';

/** A reply quoted in prose, in a log line or in a report. */
export interface QuotedReply extends Span {
  readonly code?: number;
  readonly codeSpan?: Span;
  readonly enhanced?: string;
  readonly enhancedSpan?: Span;
  /** Everything from the code to the end of the line. */
  readonly text: string;
}

const QUOTED =
  /(?<![\d.:/-])(?:([245][0-5]\d)[ -]#?(?:([245]\.\d{1,3}\.\d{1,3})(?![\d.]))|(?:said: |smtp; ?|error: |server said: |responded: |response: ["']?)([245][0-5]\d)(?=[ -]|[\r\n])(?:[ -]#?([245]\.\d{1,3}\.\d{1,3})(?![\d.]))?|(?:dsn=|status: ?|#)([245]\.\d{1,3}\.\d{1,3})(?![\d.]))/gi;

/** The replies quoted in `text` from `start` to `end`, in order; a line is read up to its 4000th character. */
export function readQuotedReplies(text: string, start: number, end: number): readonly QuotedReply[] {
  const found: QuotedReply[] = [];
  QUOTED.lastIndex = start;
  for (let match = QUOTED.exec(text); match !== null && match.index < end; match = QUOTED.exec(text)) {
    found.push(quotedReply(text, match, end));
  }
  return found;
}

function quotedReply(text: string, match: RegExpExecArray, end: number): QuotedReply {
  const [all, code, enhanced, saidCode, saidEnhanced, bareEnhanced] = match;
  const digits = code ?? saidCode;
  const status = enhanced ?? saidEnhanced ?? bareEnhanced;
  const codeStart = digits === undefined ? -1 : match.index + all.indexOf(digits);
  const enhancedStart = status === undefined ? -1 : match.index + all.lastIndexOf(status);
  const from = codeStart >= 0 ? codeStart : enhancedStart;
  let to = from;
  while (to < end && to - from < 4000 && text[to] !== '\n' && text[to] !== '\r') to++;
  return {
    start: from,
    end: match.index + all.length,
    text: text.slice(from, to),
    ...(digits && { code: Number(digits), codeSpan: { start: codeStart, end: codeStart + 3 } }),
    ...(status && { enhanced: status, enhancedSpan: { start: enhancedStart, end: enhancedStart + status.length } }),
  };
}
