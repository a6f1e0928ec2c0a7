import type { PacketHead } from './packetStyles.ts';
import type { Rows } from './rows.ts';
import { offsetOf, type Said } from './said.ts';

/** Rows of a hexadecimal dump: an offset, up to 32 pairs of digits, and what they spell, which is left aside. */

const ROW =
  /^(?:.{0,120}?[| ])?([0-9a-fA-F]{4,8})(?:: | - | : | {2})(?=[0-9a-fA-F]{2}(?:[ -]|$))|^ {1,4}(?=(?:[0-9a-fA-F]{2} ){1,32})/;

const isHex = (c: number): boolean => (c >= 48 && c <= 57) || (c >= 65 && c <= 70) || (c >= 97 && c <= 102);

/** The lines that the bytes from `line` on spell, or undefined where the line is no row of bytes. */
export function hexLines(
  rows: Rows,
  line: number,
  head: PacketHead,
  most: number,
): { said: Said[]; endLine: number } | undefined {
  const said: Said[] = [];
  const open = { text: '', map: [] as number[], end: 0 };
  const close = (): void => {
    const map = Uint32Array.from([...open.map, open.end]);
    said.push({ text: open.text, base: map[0] ?? 0, map, width: 2 });
    open.text = '';
    open.map = [];
  };
  let i = line;
  for (; i < rows.limit && i - line < most && rows.has(i); i++) {
    const row = rows.at(i);
    const match = ROW.exec(row.text);
    if (match === null || (i > line && head.inline === true && ROW_START.test(match[1] ?? ''))) break;
    for (const [at, byte] of pairs(row.text, match[0].length)) {
      if (byte === 13) continue;
      if (byte === 10) {
        close();
        continue;
      }
      open.text += String.fromCharCode(byte);
      open.map.push(offsetOf(row, at));
      open.end = offsetOf(row, at + 2);
    }
  }
  if (i === line) return undefined;
  if (open.text !== '') close();
  return { said, endLine: i };
}

/** The bytes of a row and where their digits stand; undefined where a line is none. */
export function rowBytes(row: string): readonly (readonly [at: number, byte: number])[] | undefined {
  const match = ROW.exec(row);
  return match === null ? undefined : pairs(row, match[0].length);
}

const ROW_START = /^0{4,8}$/;

function pairs(text: string, from: number): [at: number, byte: number][] {
  const found: [number, number][] = [];
  let at = from;
  while (found.length < 32 && isHex(text.charCodeAt(at)) && isHex(text.charCodeAt(at + 1))) {
    const after = text.charCodeAt(at + 2);
    if (!Number.isNaN(after) && after !== 32 && after !== 45) break;
    found.push([at, Number.parseInt(text.slice(at, at + 2), 16)]);
    at += 3;
    if (text.charCodeAt(at) === 32) {
      if (found.length !== 8) break;
      at++;
    }
  }
  return found.length > 16 && found.length < 32 ? found.slice(0, 16) : found;
}
