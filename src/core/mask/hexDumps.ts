import { rowBytes } from '../smtp/hexRows.ts';
import type { Span } from '../text/span.ts';
import type { Block, Ticket } from '../ticket/ticket.ts';
import type { Replacement } from './maskChoice.ts';

/** What the rows of a hexadecimal dump spell, and where each character's digits stand. */
export interface HexDump {
  readonly text: string;
  /** Offset of the digits of each character in the ticket. */
  readonly places: Uint32Array;
  /** First offset and length of each row, and how many characters stand before it. */
  readonly rows: readonly { readonly start: number; readonly row: string; readonly from: number }[];
}

/** Without one the conversation was read from plain text, and what was said in it need not be looked at. */
const ROW = /(?:[0-9a-f]{2}[ -]){4}|[0-9a-f]{4} [0-9a-f]{4} /i;

/** The dump that a conversation was read from; undefined where it was read from plain text. */
export function hexDumpOf({ text, lines }: Ticket, block: Block): HexDump | undefined {
  if (block.kind !== 'conversation' || !ROW.test(text.slice(block.start, block.end))) return undefined;
  const first = block.events[0];
  if (first === undefined || !/^[0-9a-f]{2}[ -]/i.test(text.slice(first.start, first.start + 3))) return undefined;
  const rows: { start: number; row: string; from: number }[] = [];
  const places: number[] = [];
  const pieces: string[] = [];
  for (let line = lines.lineOf(block.start); lines.has(line) && lines.start(line) < block.end; line++) {
    const start = lines.start(line);
    if (lines.end(line) - start > 400) continue;
    const row = lines.at(line);
    const bytes = rowBytes(row);
    if (bytes === undefined || bytes.length === 0) continue;
    rows.push({ start, row, from: places.length });
    for (const [at] of bytes) places.push(start + at);
    pieces.push(bytes.map(([, byte]) => String.fromCharCode(byte)).join(''));
  }
  return rows.length === 0 ? undefined : { text: pieces.join(''), places: Uint32Array.from(places), rows };
}

/** Where a part of what a dump spells stands in the ticket. */
export const placeOf = ({ places }: HexDump, { start, end }: Span): Span => ({
  start: places[start] as number,
  end: (places[end - 1] as number) + 2,
});

/**
 * The rows of a dump with parts of it masked, octet by octet, so that every row keeps its length: a letter or digit
 * becomes an x, in the digits and in what they spell beside them. Rows that stay as they are are told too: their halves
 * of words must not be taken for words.
 */
export function* maskRows(
  { text, places, rows }: HexDump,
  replacements: readonly Replacement[],
): Iterable<Replacement> {
  const hidden = new Uint8Array(places.length);
  for (const { start, end } of replacements) hidden.fill(1, start, end);
  for (const [i, { start, row, from }] of rows.entries()) {
    const to = rows[i + 1]?.from ?? places.length;
    yield { start, end: start + row.length, text: maskRow(row, start, text.slice(from, to), places, from, hidden) };
  }
}

function maskRow(
  row: string,
  start: number,
  spelt: string,
  places: Uint32Array,
  from: number,
  hidden: Uint8Array,
): string {
  const count = spelt.length;
  const chars = [...row].length === row.length ? row.split('') : [];
  if (chars.length === 0 || !hidden.subarray(from, from + count).includes(1)) return row;
  const behind = (places[from + count - 1] as number) - start + 2;
  // What the row spells stands at its end, perhaps in bars.
  const gutter = row.replace(/[|\s]{0,3}$/, '').length;
  const shown = Math.max(behind, gutter - count);
  const aligned = gutter - count >= behind && isAligned(row.slice(shown, gutter), spelt);
  for (let k = 0; k < count; k++) {
    const char = spelt.charAt(k);
    if (hidden[from + k] !== 1 || !/[A-Za-z0-9+/=\u0080-\u00ff]/.test(char)) continue;
    const at = (places[from + k] as number) - start;
    chars[at] = '7';
    chars[at + 1] = '8';
    if (aligned) chars[shown + k] = 'x';
  }
  if (!aligned)
    for (let k = behind; k < chars.length; k++) chars[k] = (chars[k] as string).replace(/[A-Za-z0-9+/=]/, 'x');
  return chars.join('');
}

const isAligned = (gutter: string, spelt: string): boolean =>
  [...gutter].every((char, k) => char === spelt.charAt(k) || /[^A-Za-z0-9]/.test(char));
