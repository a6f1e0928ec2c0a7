import { readHeader } from '../../mail/header/fields.ts';
import { isMailField, isQuotedStatus, looksLikeHeader } from '../../mail/header/headerStart.ts';
import type { Message } from '../../mail/message.ts';
import { readMessage } from '../../mail/messageReader.ts';
import { Lines } from '../../text/lines.ts';
import { characters } from './characters.ts';
import { type Cover, CoverWriter, compose, endOf, placedMessage, startOf } from './cover.ts';
import { entities } from './entities.ts';
import { fences } from './fences.ts';
import { formatList } from './formatList.ts';
import { html } from './html.ts';
import { json } from './json.ts';
import type { Layer } from './layer.ts';
import { hanging, marks } from './marks.ts';
import { markedNames, namesAbove } from './names.ts';
import { isProofNear } from './nearProof.ts';
import { numberedFields } from './numberedFields.ts';
import { proves } from './proof.ts';
import { spacing } from './spacing.ts';
import { tables } from './tables.ts';

/** From outside to inside. */
const LAYERS: readonly Layer[] = [
  characters,
  json,
  html,
  fences,
  formatList,
  tables,
  numberedFields,
  marks,
  hanging,
  markedNames,
  entities,
  namesAbove,
  spacing,
];

/** Those that leave the lines of a body as they are; behind the others nothing but the header stands. */
const OPEN: ReadonlySet<Layer> = new Set([characters, hanging, markedNames, entities, namesAbove, spacing]);

/** Layers that lie on each other, at most. */
const DEEPEST = 5;

/** Lines and characters at the start that decide. */
const DECIDING_LINES = 60;
const DECIDING_LENGTH = 12_000;

/** A header longer than this is read this far. */
const MOST_LINES = 2000;
const MOST_LENGTH = 400_000;

export interface DressedMessage {
  readonly message: Message;
  readonly endLine: number;
}

/**
 * The message whose header starts at this line in what a page, a program or a person has made of it: quoted, indented,
 * numbered, escaped, with names in bold, in a table, with empty lines between. Undefined where none does, or where it
 * stands as a mailer wrote it. `endOfBody` says where a body ends that starts at a line. With `anyName` the first field
 * may be one that nobody knows.
 */
export function readDressed(
  lines: Lines,
  line: number,
  endOfBody: (bodyLine: number, header: string) => number,
  anyName = false,
): DressedMessage | undefined {
  const plain = looksLikeHeader(lines, line);
  if (!plain && !anyName && !mayBeDressed(lines, line)) return undefined;
  if (!plain && isQuotedStatus(lines, line)) return undefined;
  const near = isProofNear(lines, lines.start(line));
  if (!near && !plain && !QUOTED.test(piece(lines, line, 1, 20))) return undefined;
  if (!plain) {
    const start = new Lines(piece(lines, line, DECIDING_LINES, DECIDING_LENGTH));
    if (layersOf(start, near ? LAYERS : [marks]).length === 0) return undefined;
  }
  const layers = layersOf(new Lines(piece(lines, line, MOST_LINES, MOST_LENGTH)), near ? LAYERS : [marks, entities]);
  return layers.length === 0 ? undefined : undress(lines, line, layers, endOfBody);
}

const piece = (lines: Lines, line: number, most: number, length: number): string => {
  const start = lines.start(line);
  return lines.text.slice(start, Math.min(lines.start(line + most), start + length));
};

/** Whether a name of a field is the first word of a line, or the first that stands in quotation marks or a tag. */
function mayBeDressed(lines: Lines, line: number): boolean {
  const start = lines.start(line);
  const head = lines.text.slice(start, Math.min(lines.end(line), start + 300));
  if (/^[^A-Za-z]{0,80}(?:<|[{[("]|&)/.test(head)) return /[A-Za-z]{2}/.test(head);
  const word = /[A-Za-z][A-Za-z0-9-]{0,70}/.exec(head);
  if (word === null || word.index > 80) return false;
  return isMailField(word[0]) || /^(?:x-|name$|headername$|arc-|list-|[A-Z][A-Za-z0-9]{0,30}-[A-Z])/i.test(word[0]);
}

/** Marks of a quotation and numbers of lines, behind which two fields are enough. */
const QUOTED = /^[ \t]{0,8}[>|\d]/;

/** The layers that lie on the header of a text; none where it has none, or needs none taken off. */
function layersOf(start: Lines, layers: readonly Layer[]): readonly Layer[] {
  const found: Layer[] = [];
  let text = start;
  while (found.length < DEEPEST) {
    let next: { readonly layer: Layer; readonly cover: Cover } | undefined;
    for (const layer of layers) {
      const cover = layer(text);
      if (cover === undefined) continue;
      next = { layer, cover };
      break;
    }
    if (next === undefined) break;
    found.push(next.layer);
    text = new Lines(next.cover.text);
  }
  if (found.length === 0 || !looksLikeHeader(text, 0)) return [];
  const quotedOnly = found.every((layer) => layer === marks) && QUOTED.test(piece(start, 0, 1, 20));
  return quotedOnly ||
    found.every((layer) => layer === entities) ||
    proves(readHeader(text, 0, text.text.length).fields)
    ? found
    : [];
}

function undress(
  lines: Lines,
  line: number,
  layers: readonly Layer[],
  endOfBody: (bodyLine: number, header: string) => number,
): DressedMessage | undefined {
  const quoted = layers[0] === marks;
  const start = lines.start(line);
  const most = quoted ? lines.text.slice(start) : piece(lines, line, MOST_LINES, MOST_LENGTH);
  let cover = identity(most);
  const covers: Cover[] = [];
  for (const layer of layers) {
    const next = layer(new Lines(cover.text));
    if (next === undefined) return undefined;
    cover = compose(cover, next);
    covers.push(cover);
  }
  const closed = layers.findLastIndex((layer) => !OPEN.has(layer));
  const base = closed < 0 ? identity(most) : (covers[closed] as Cover);
  let plain = cover;
  if (closed < 0) plain = withBody(lines, line, cover, endOfBody);
  const endLine =
    closed < 0
      ? plain.endLine
      : lines.lineOf(start + lastOffset(base)) + (endsLine(lines, start + lastOffset(base)) ? 0 : 1);
  const placed: Cover = { ...plain, runs: plain.runs.map((run) => ({ ...run, offset: run.offset + start })) };
  const message = readMessage(placed.text, new Lines(placed.text), 0, placed.text.length);
  return {
    message: { ...placedMessage(message, placed), start, end: lines.start(endLine), undressed: placed.text },
    endLine,
  };
}

const endsLine = (lines: Lines, offset: number): boolean => lines.start(lines.lineOf(offset)) === offset;

function lastOffset(cover: Cover): number {
  return endOf(cover.runs, cover.text.length);
}

function identity(text: string): Cover {
  const writer = new CoverWriter();
  writer.keep(text, 0);
  return writer.done(0);
}

/** The header out of its layers, and behind it the body as it stands. */
function withBody(
  lines: Lines,
  line: number,
  cover: Cover,
  endOfBody: (bodyLine: number, header: string) => number,
): Cover {
  const plain = new Lines(cover.text);
  const header = readHeader(plain, 0, cover.text.length);
  const start = lines.start(line);
  const bodyStart = plain.start(header.bodyLine);
  const bodyLine = lines.lineOf(start + startOf(cover.runs, bodyStart));
  const endLine = endOfBody(bodyLine, cover.text.slice(0, bodyStart));
  const writer = new CoverWriter();
  for (const run of cover.runs) {
    if (run.index >= bodyStart) break;
    const length = Math.min(run.length, bodyStart - run.index);
    writer.keep(
      cover.text.slice(run.index, run.index + length),
      run.offset,
      run.length === run.source ? length : run.source,
    );
  }
  const from = lines.start(bodyLine);
  writer.keep(lines.text.slice(from, lines.start(endLine)), from - start);
  return writer.done(endLine);
}
