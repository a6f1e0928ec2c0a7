import type { Span } from '../text/span.ts';
import { octetsOfText, textOfOctets } from '../text/utf8.ts';
import { decodeBase64, isTextOctet } from './base64.ts';
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

/** Base64 of a text, in one piece or in lines that a tool or a mail program may have put marks in front of. */
export const RUNS =
  /(?<![A-Za-z0-9+/=])[A-Za-z0-9+/]{24,}(?:[ \t]{0,4}\r?\n[ \t>|]{0,16}[A-Za-z0-9+/]{4,100}(?=[ \t]{0,4}(?:[\r\n]|$)|[=<"'|]))*={0,2}(?![A-Za-z0-9+/=])/g;
const BREAK = /[ \t]*\r?\n[ \t>|]*/g;

/** What a run of base64 says; undefined where it is no text. */
export function decodeRun(run: string): { readonly text: string; readonly octets: string } | undefined {
  const octets = decodeBase64(run.replace(BREAK, ''), isTextOctet);
  return octets === undefined ? undefined : { text: textOfOctets(octets) ?? octets, octets };
}

function* base64In({ text, placeOf }: Reading, depth: number): Iterable<Reading> {
  if (depth >= DEEPEST) return;
  for (const { 0: run, index } of text.matchAll(RUNS)) {
    const decoded = decodeRun(run);
    if (decoded === undefined) continue;
    const place = placeInRun(run, decoded);
    for (const inner of readingsOf(decoded.text, depth + 1)) {
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
function placeInRun(run: string, { text, octets }: { text: string; octets: string }): (span: Span) => Span {
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
