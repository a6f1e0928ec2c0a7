import type { Span } from '../text/span.ts';
import { octetsOfText, textOfOctets } from '../text/utf8.ts';
import { decodeBase64, isTextOctet } from './base64.ts';
import { readSaslResponse } from './saslResponse.ts';
import { decoders } from './views.ts';

/** A text as it is read when an encoding is taken off; of the text itself, nothing. */
export interface Reading {
  readonly text: string;
  /** Its characters stand in base64. */
  readonly encoded: boolean;
  /** Where a part of it stands in the text that everything was made from. */
  readonly placeOf: (span: Span) => Span;
}

/** Texts in base64 inside texts in base64 are followed so deep. */
const DEEPEST = 2;

/** A text, and what it reads as: without quoted-printable, HTML and the backslashes of strings, and out of base64. */
export function* readingsOf(text: string, depth = 0): Iterable<Reading> {
  let reading: Reading = { text, encoded: false, placeOf: (span) => span };
  yield reading;
  yield* base64In(reading, depth);
  for (const decode of decoders) {
    const view = decode(reading.text);
    if (view === undefined) continue;
    const { placeOf } = reading;
    reading = { text: view.text, encoded: false, placeOf: (span) => placeOf(view.placeOf(span)) };
    yield reading;
    yield* base64In(reading, depth);
  }
}

/** Where a row of base64 may begin; a tool or a mail program may have put marks in front of it. */
const ROW_START = /[A-Za-z0-9+/]{24}/g;

/** The next row of a text in base64 that was folded. */
const NEXT_ROW =
  /[ \t]{0,4}\r?\n[ \t>|]{0,16}([A-Za-z0-9+/]{4,100}={0,2}|[A-Za-z0-9+/]{2}(?:==|[A-Za-z0-9+/]=))(?=[ \t]{0,4}(?:[\r\n]|$)|[<"'|])/y;
const BREAK = /[ \t]*\r?\n[ \t>|]*/g;
/** Nobody folds base64 into shorter lines (76 in RFC 2045 6.8, 64 in RFC 7468 2). */
const NARROWEST = 40;

/** What runs of base64 say, and where they stand; those that are no text are left out. */
export function* base64Runs(text: string): Iterable<Run> {
  let from = 0;
  for (const { row, index } of rowsOf(text)) {
    // Most is no text, which its first digits show.
    if (index < from || decodeBase64(row.slice(0, 24), isTextOctet) === undefined) continue;
    from = endOfRun(text, index, row);
    const run = text.slice(index, from);
    const octets = decodeBase64(run.replace(BREAK, ''), isTextOctet);
    if (octets !== undefined) yield { start: index, run, text: textOfOctets(octets) ?? octets, octets };
  }
}

/** Rows of at least 24 digits. A line may be one of millions, which no pattern matches without running out of stack. */
function* rowsOf(text: string): Iterable<{ readonly row: string; readonly index: number }> {
  for (let from = 0; ; ) {
    ROW_START.lastIndex = from;
    const index = ROW_START.exec(text)?.index;
    if (index === undefined) return;
    let end = index + 24;
    while (isDigit(text.charCodeAt(end))) end++;
    from = end;
    for (let i = 0; i < 2 && text.charCodeAt(end) === EQUALS; i++) end++;
    if (text.charCodeAt(index - 1) !== EQUALS && text.charCodeAt(end) !== EQUALS && !isDigit(text.charCodeAt(end))) {
      yield { row: text.slice(index, end), index };
    }
  }
}

const EQUALS = 0x3d;

/** A digit of base64 (RFC 4648 4). */
const isDigit = (code: number): boolean =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39) ||
  code === 0x2b ||
  code === 0x2f;

/** Rows that were folded are as long as the first, but the last. Of answers of logins below each other, each is one. */
function endOfRun(text: string, start: number, first: string): number {
  let end = start + first.length;
  if (first.length < NARROWEST || first.endsWith('=') || readSaslResponse(first) !== undefined) return end;
  for (;;) {
    NEXT_ROW.lastIndex = end;
    const row = NEXT_ROW.exec(text)?.[1];
    if (row === undefined || row.length > first.length) return end;
    end = NEXT_ROW.lastIndex;
    if (row.length < first.length || row.endsWith('=')) return end;
  }
}

export interface Run {
  readonly start: number;
  readonly run: string;
  readonly text: string;
  readonly octets: string;
}

function* base64In({ text, placeOf }: Reading, depth: number): Iterable<Reading> {
  if (depth >= DEEPEST) return;
  for (const run of base64Runs(text)) {
    const place = placeInRun(run);
    const index = run.start;
    for (const inner of readingsOf(run.text, depth + 1)) {
      yield {
        text: inner.text,
        encoded: true,
        placeOf: (span) => {
          const { start, end } = place(inner.placeOf(span));
          return placeOf({ start: index + start, end: index + end });
        },
      };
    }
  }
}

/** The digits that hold a part of what a run of base64 says, in whole groups of four (RFC 4648 4). */
function placeInRun({ run, text, octets }: Run): (span: Span) => Span {
  const plain = text.length === octets.length;
  const digitAt = (count: number, behind: boolean): number => {
    let at = 0;
    for (let seen = 0; at < run.length; at++) {
      const c = run.charCodeAt(at);
      if (c === 10 || c === 13 || c === 32 || c === 9 || c === 62 || c === 124) continue;
      if (seen === count) return at;
      seen++;
      if (behind && seen === count) return at + 1;
    }
    return run.length;
  };
  return ({ start, end }) => {
    const from = plain ? start : octetsOfText(text.slice(0, start)).length;
    const to = plain ? end : from + octetsOfText(text.slice(start, end)).length;
    return { start: digitAt(Math.floor(from / 3) * 4, false), end: digitAt(Math.ceil(to / 3) * 4, true) };
  };
}
