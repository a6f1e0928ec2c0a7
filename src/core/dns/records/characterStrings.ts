import type { Span } from '../../text/span.ts';
import { octetsOfText, textOfOctets } from '../../text/utf8.ts';

/** What is found of one character-string of a zone file (RFC 1035 5.1). */
interface Finds {
  /** A character, escapes undone, and how wide it stands in the text; `octet` where it was written as `\DDD`. */
  readonly char: (char: string, at: number, width: number, octet?: number) => void;
  /** A string ends. */
  readonly end: () => void;
}

/**
 * Reads the quoted strings between `start` and `end`, and words without quotes where `bare` says so. False where a
 * quoted string does not end.
 */
function readStrings(source: string, start: number, end: number, bare: boolean, finds: Finds): boolean {
  let inside: 'quotes' | 'word' | undefined;
  for (let at = start; at < end; at++) {
    const char = source[at] as string;
    const isBlank = char === ' ' || char === '\t' || char === '\n' || char === '\r';
    if (char === '"' && inside !== 'word') {
      if (inside === 'quotes') finds.end();
      inside = inside === 'quotes' ? undefined : 'quotes';
    } else if (inside === 'word' && (isBlank || char === '"')) {
      finds.end();
      inside = char === '"' ? 'quotes' : undefined;
    } else if (inside === undefined && (!bare || isBlank)) continue;
    else {
      inside ??= 'word';
      if (char === '\\') {
        const code = /^\d{3}$/.test(source.slice(at + 1, at + 4)) ? Number(source.slice(at + 1, at + 4)) : undefined;
        const width = code === undefined ? 2 : 4;
        finds.char(code === undefined ? (source[at + 1] ?? '') : String.fromCharCode(code), at, width, code);
        at += width - 1;
      } else if (char !== '\n' && char !== '\r') finds.char(char, at, 1);
    }
  }
  if (inside === 'word') finds.end();
  return inside !== 'quotes';
}

/** The strings of a TXT record in zone-file form, as UTF-8 where they are. */
export function characterStrings(data: string): readonly string[] {
  const strings: string[] = [];
  let octets = '';
  readStrings(data, 0, data.length, true, {
    char: (char, _at, _width, octet) => {
      octets += octet === undefined ? octetsOfText(char) : String.fromCharCode(octet & 0xff);
    },
    end: () => {
      strings.push(textOfOctets(octets) ?? octets);
      octets = '';
    },
  });
  return strings;
}

/** The character strings of a TXT record joined to one text, as RFC 7208 3.3 and RFC 6376 3.6.2.2 ask. */
export interface JoinedText {
  readonly text: string;
  /** Octets of the longest string; at most 255 fit (RFC 1035 3.3). */
  readonly longest: number;
  /** Where a piece of the joined text stands in the text that was joined. */
  at(span: Span): Span;
}

/** A run of characters that stand in both texts one by one. */
interface Run {
  readonly joined: number;
  readonly source: number;
}

/** Longer than any DNS message. */
const LONGEST = 70_000;

/**
 * The quoted strings between `start` and `end` of `source`, escapes undone (RFC 1035 5.1). Undefined where there is no
 * quoted string or one of them does not end.
 */
export function joinStrings(source: string, start: number, end: number): JoinedText | undefined {
  const runs: Run[] = [];
  let text = '';
  let longest = 0;
  let length = 0;
  let expected = -1;
  const whole = readStrings(source, start, Math.min(end, start + LONGEST), false, {
    char: (char, at, width) => {
      if (at !== expected) runs.push({ joined: text.length, source: at });
      expected = width === 1 ? at + 1 : -1;
      text += char;
      length++;
    },
    end: () => {
      longest = Math.max(longest, length);
      length = 0;
      expected = -1;
    },
  });
  if (!whole || longest === 0) return undefined;
  return { text, longest, at: (span) => mapSpan(runs, span) };
}

/** Pieces of a text joined with a blank where a line of words was wrapped, with nothing where a key or a string was. */
export function joinedPieces(source: string, pieces: readonly Span[]): JoinedText {
  const runs: Run[] = [];
  let text = '';
  let longest = 0;
  for (const { start, end } of pieces) {
    const between = source.slice(Math.max(0, (pieces[0]?.start ?? 0) - 1), start);
    const isWrapped = text !== '' && !between.endsWith('"') && !/[A-Za-z0-9+/=]{16,}$/.test(text);
    if (isWrapped && !text.endsWith(' ')) {
      runs.push({ joined: text.length, source: start });
      text += ' ';
    }
    runs.push({ joined: text.length, source: start });
    const written = source.slice(start, end);
    longest = Math.max(longest, between.endsWith('"') ? written.length : 0);
    text += written.replace(/[\r\n]/g, ' ');
  }
  return { text, longest, at: (span) => mapSpan(runs, span) };
}

function mapSpan(runs: readonly Run[], span: Span): Span {
  const start = mapOffset(runs, span.start);
  return { start, end: span.end <= span.start ? start : mapOffset(runs, span.end - 1) + 1 };
}

function mapOffset(runs: readonly Run[], offset: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle] as Run).joined <= offset) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  return run === undefined ? 0 : run.source + offset - run.joined;
}

/** The places of words that a table wraps, each behind the one before; undefined where one of them is not there. */
function followWords(source: string, span: Span, text: string): ((piece: Span) => Span) | undefined {
  const end = Math.min(span.end, span.start + LONGEST);
  const runs: Run[] = [];
  let from = span.start;
  for (const { 0: word, index } of text.matchAll(/\S+/g)) {
    const at = source.slice(from, end).indexOf(word);
    if (at === -1 || runs.length > 500) return undefined;
    runs.push({ joined: index, source: from + at });
    from += at + word.length;
  }
  return (piece) => mapSpan(runs, piece);
}

/** Panels and programs show the text of a record as it is, without marks of quotation. */
function unquoted(data: string): JoinedText | undefined {
  const text = data.trim();
  return text === '' || text.includes('"') ? undefined : { text, longest: 0, at: (span) => span };
}

/**
 * The text of a TXT answer, with the places in the document where its characters stand: `data` is the answer's data in
 * zone-file form, `span` where the answer stands in `source`. Where the document writes it in a form that cannot be
 * followed, every piece stands for the whole answer.
 */
export function joinAnswer(source: string, span: Span, data: string): JoinedText | undefined {
  const fromData = joinStrings(data, 0, data.length) ?? unquoted(data);
  if (fromData === undefined) return undefined;
  const { text, longest } = fromData;
  const followed = joinStrings(source, span.start, span.end);
  if (followed?.text === text) return followed;
  const at = source.slice(span.start, Math.min(span.end, span.start + LONGEST)).indexOf(text);
  if (at === -1)
    return { text, longest, at: followWords(source, span, text) ?? (() => ({ start: span.start, end: span.end })) };
  const first = span.start + at;
  return { text, longest, at: (piece) => ({ start: first + piece.start, end: first + piece.end }) };
}
