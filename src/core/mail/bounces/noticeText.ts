import { Lines } from '../../text/lines.ts';
import type { Span } from '../../text/span.ts';
import { decodeEncodedWords } from '../header/encodedWords.ts';
import { fieldNamed } from '../header/fields.ts';
import { readStructured } from '../header/parameters.ts';
import type { Part } from '../message.ts';
import { encodingOf } from '../partSize.ts';

/** Characters of a notice that are read: what a server says stands in front of what it returns. */
const LONGEST = 48 * 1024;

/** The words of a notice, decoded, and where in the document each of its lines stands. */
export interface NoticeText {
  readonly lines: Lines;
  /** The place of line `line`, from column `from` to column `to` of it where its text stands there unchanged. */
  place(line: number, from?: number, to?: number): Span;
  /** Whether the lines stand in the document as they are read. */
  readonly literal: boolean;
  /** What is not read of it, since it is longer than is looked at. */
  readonly unread?: Span;
}

/** The text of a leaf; HTML is read as the text that it shows. */
export function readNoticeText(text: string, part: Part): NoticeText {
  const { start } = part.body;
  const end = Math.min(part.body.end, start + LONGEST);
  const raw = text.slice(start, end);
  const unread = end < part.body.end ? { unread: { start: end, end: part.body.end } } : {};
  const encoding = encodingOf(part);
  const type = readStructured(fieldNamed(part.fields, 'content-type')?.value ?? '');
  const charset = type.parameters.get('charset') ?? 'utf-8';
  const html = part.contentType === 'text/html';
  if (encoding === 'base64') {
    const decoded = decoded64(raw, charset);
    return { ...wholly(html ? shownText(decoded) : decoded, part.body), ...unread };
  }
  const pieces = encoding === 'quoted-printable' ? unquoted(raw, charset) : plain(raw, charset);
  if (html) return { ...wholly(shownText(pieces.map((piece) => piece.text).join('\n')), part.body), ...unread };
  const joined = pieces.map((piece) => piece.text).join('\n');
  return {
    lines: new Lines(joined),
    literal: encoding !== 'quoted-printable' && !raw.includes(ESCAPE),
    ...unread,
    place(line, from, to) {
      const piece = pieces[line] ?? pieces.at(-1);
      if (piece === undefined) return part.body;
      const exact = from !== undefined && to !== undefined && piece.end - piece.start === piece.text.length;
      return exact
        ? { start: start + piece.start + from, end: start + piece.start + to }
        : { start: start + piece.start, end: start + piece.end };
    },
  };
}

const wholly = (decoded: string, body: Span): NoticeText => ({
  lines: new Lines(decoded.slice(0, LONGEST)),
  literal: false,
  place: () => body,
});

interface Piece extends Span {
  readonly text: string;
}

function plain(raw: string, charset: string): readonly Piece[] {
  const lines = new Lines(raw);
  const pieces: Piece[] = [];
  for (let i = 0; lines.has(i); i++) {
    const text = lines.at(i);
    pieces.push({
      text: text.includes(ESCAPE) ? escaped(text, charset) : text,
      start: lines.start(i),
      end: lines.end(i),
    });
  }
  return pieces;
}

const ESCAPE = '\u001b';

/** A line of ISO-2022 (RFC 1468), which an editor shows as it stands. */
const escaped = (text: string, charset: string): string =>
  decodeEncodedWords(`=?${/^iso-2022-/i.test(charset) ? charset : 'iso-2022-jp'}?Q?${asQ(text)}?=`) ?? text;

/** RFC 2045 6.7: soft line breaks join lines. */
function unquoted(raw: string, charset: string): readonly Piece[] {
  const lines = new Lines(raw);
  const pieces: Piece[] = [];
  for (let i = 0; lines.has(i); i++) {
    const start = lines.start(i);
    let text = lines.at(i).trimEnd();
    while (text.endsWith('=') && lines.has(i + 1)) text = text.slice(0, -1) + lines.at(++i).trimEnd();
    pieces.push({ text: text.includes('=') ? withoutQuotes(text, charset) : text, start, end: lines.end(i) });
  }
  return pieces;
}

const withoutQuotes = (text: string, charset: string): string =>
  (/[\u0080-\uffff]/.test(text) ? null : decodeEncodedWords(`=?${charset}?Q?${asQ(text)}?=`)) ??
  text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

/** As the Q encoding (RFC 2047 4.2) writes it; escapes that are there already stay. */
const asQ = (text: string): string =>
  text.replace(
    /=(?![0-9A-Fa-f]{2})|[^!->@-^`-~\u0080-\uffff]/g,
    (c) => `=${c.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`,
  );

function decoded64(raw: string, charset: string): string {
  const packed = raw.replace(/[^A-Za-z0-9+/]/g, '');
  const whole = packed.slice(0, packed.length - (packed.length % 4 === 1 ? 1 : 0));
  return whole === '' ? '' : (decodeEncodedWords(`=?${charset}?B?${whole}?=`) ?? '');
}

/** What a reader of HTML sees, a line for each block. */
const shownText = (html: string): string =>
  html
    .replace(/[\r\n\t ]{1,200}/g, ' ')
    .replace(/<(?:style|script)\b[^<>]{0,400}>[^<]{0,20000}/gi, '')
    .replace(/<\/?(?:br|p|div|tr|td|li|h\d|pre|hr|table)\b[^<>]{0,1000}>/gi, '\n')
    .replace(/<[^<>]{0,2000}>/g, '')
    .replace(/&(nbsp|lt|gt|amp|quot|#39|#64);/g, (_, name: string) => ENTITIES.get(name) ?? ' ');

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['nbsp', ' '],
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['#39', "'"],
  ['#64', '@'],
]);
