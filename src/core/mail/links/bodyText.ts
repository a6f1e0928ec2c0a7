import { readBase64 } from '../../text/base64.ts';
import { asCharacters, textOfOctets } from '../../text/utf8.ts';
import { decodeEncodedWords } from '../header/encodedWords.ts';
import { fieldNamed } from '../header/fields.ts';
import { readStructured } from '../header/parameters.ts';
import type { Part } from '../message.ts';
import { encodingOf } from '../partSize.ts';

/** Characters of one body that are read. */
const LONGEST_BODY = 2_000_000;

/** The body of a leaf with its encoding taken off, and where in the document each character of it stands. */
export interface BodyText {
  /** Octets, a character each, where the body is encoded; else characters of the document. */
  readonly text: string;
  /** A piece of `text` in letters. */
  letters(piece: string): string;
  /** Offset in the document of the character at `at`. */
  place(at: number): number;
  /** Not all of the body was read. */
  readonly cut: boolean;
}

export function readBodyText(document: string, part: Part): BodyText {
  const { start } = part.body;
  const end = Math.min(part.body.end, start + LONGEST_BODY);
  const raw = document.slice(start, end);
  const cut = end < part.body.end;
  const charset = readStructured(fieldNamed(part.fields, 'content-type')?.value ?? '').parameters.get('charset') ?? '';
  const letters = (piece: string): string => inLetters(piece, charset);
  switch (encodingOf(part)) {
    case 'base64': {
      const { text, place } = ofBase64(raw, start);
      const wide = /^utf-?16/i.test(charset);
      return wide
        ? { text: text.replaceAll('\0', ''), letters, place: (at) => place(at * 2), cut }
        : { text, letters, place, cut };
    }
    case 'quoted-printable':
      return { ...ofQuotedPrintable(raw, start), letters, cut };
    default:
      return { text: raw, letters: (piece) => piece, place: (at) => start + at, cut };
  }
}

/** Octets as the charset of the part says, where they are no UTF-8. */
function inLetters(piece: string, charset: string): string {
  const escaped = piece.includes(ESCAPE);
  if (!escaped && !/[\u0080-\uffff]/.test(piece)) return piece;
  const short = piece.slice(0, 4000);
  const quoted = short.replace(
    /[^!-<>@-^`-~]/g,
    (c) => `=${c.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );
  const unicode =
    /^(?:utf-?8|us-ascii|)$/i.test(charset) || !/[\u0080-\u00ff]/.test(short) ? textOfOctets(short) : undefined;
  if (unicode !== undefined && !escaped) return unicode;
  return decodeEncodedWords(`=?${charset || 'utf-8'}?Q?${quoted}?=`) ?? textOfOctets(short) ?? short;
}

/** ISO-2022 (RFC 1468) changes its charset with it. */
const ESCAPE = '\u001b';

type Decoded = Pick<BodyText, 'text' | 'place'>;

/** What can be read of base64, characters that do not belong there left out (RFC 2045 6.8). */
function ofBase64(raw: string, start: number): Decoded {
  /** How many digits stand in front of each line, and where it starts. */
  const before: number[] = [];
  const starts: number[] = [];
  const digits: string[] = [];
  let count = 0;
  for (let at = 0; at < raw.length; ) {
    const lf = raw.indexOf('\n', at);
    const next = lf < 0 ? raw.length : lf + 1;
    const line = raw.slice(at, next).replace(/[^A-Za-z0-9+/]+/g, '');
    before.push(count);
    starts.push(at);
    digits.push(line);
    count += line.length;
    at = next;
  }
  const text = asCharacters(readBase64(digits.join('')).octets);
  return {
    text,
    place(at) {
      const digit = Math.floor((at * 4) / 3);
      const line = lastUpTo(before, digit);
      return start + (starts[line] as number) + digit - (before[line] as number);
    },
  };
}

/** RFC 2045 6.7, with the place of every run that stands in the document as it is read. */
function ofQuotedPrintable(raw: string, start: number): Decoded {
  const pieces: string[] = [];
  const read: number[] = [];
  const found: number[] = [];
  let length = 0;
  const keep = (piece: string, at: number): void => {
    if (piece === '') return;
    read.push(length);
    found.push(at);
    pieces.push(piece);
    length += piece.length;
  };
  let at = 0;
  // A soft line break, blanks behind it allowed, or an octet.
  for (const mark of raw.matchAll(/=(?:([0-9A-Fa-f]{2})|[ \t]{0,100}\r?\n)/g)) {
    keep(raw.slice(at, mark.index), at);
    if (mark[1] !== undefined) keep(String.fromCharCode(Number.parseInt(mark[1], 16)), mark.index);
    at = mark.index + mark[0].length;
  }
  keep(raw.slice(at), at);
  return {
    text: pieces.join(''),
    place(offset) {
      const run = lastUpTo(read, offset);
      return start + (found[run] as number) + offset - (read[run] as number);
    },
  };
}

/** The index of the last number that is not above `most`; 0 where there is none. */
function lastUpTo(numbers: readonly number[], most: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] as number) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}
