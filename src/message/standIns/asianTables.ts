import { TextDecoder } from 'node:util';

/** Rows of a table of iconv-lite: the first code in hexadecimal, and the characters from there on. */
type Table = readonly (readonly [first: string, characters: string, more?: number])[];

/** The codes from 00 to 7F: a character, and how many follow it. */
const ASCII: Table = [['0', '\u0000', 127]];

/** Where code page 950 has characters; Big5 as TextDecoder knows it goes on beyond. */
const CP950: readonly (readonly [from: number, to: number])[] = [
  [0xa140, 0xa3bf],
  [0xa3e1, 0xa3e1],
  [0xa440, 0xc67e],
  [0xc940, 0xf9fe],
];

/** Code page 950, the Big5 of Windows, without its table: TextDecoder reads each of its characters in the same way. */
export function cp950(): Table {
  const decoder = new TextDecoder('big5');
  return tableOf((code) => (CP950.some(([from, to]) => code >= from && code <= to) ? decoded(decoder, code) : ''));
}

/**
 * Code page 949, the Korean of Windows, without its table. Its first part is EUC-KR; in front of that and beside it stand
 * the other syllables of Hangul, in the order of Unicode.
 */
export function cp949(): Table {
  const decoder = new TextDecoder('euc-kr');
  const syllables = new Set<string>();
  for (let code = 0xb0a1; code <= 0xc8fe; code++) if (isEuc(code)) syllables.add(decoded(decoder, code));
  let next = FIRST_SYLLABLE;
  return tableOf((code) => {
    // Two characters that KS X 1001 got in 1998.
    if (code === 0xa2e6) return '€';
    if (code === 0xa2e7) return '®';
    if (isEuc(code)) return decoded(decoder, code);
    if (code > 0xc6fe || !isExtension(code & 0xff)) return '';
    while (syllables.has(String.fromCharCode(next))) next++;
    return next > LAST_SYLLABLE ? '' : String.fromCharCode(next++);
  });
}

const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const isEuc = (code: number): boolean => code >> 8 >= 0xa1 && (code & 0xff) >= 0xa1;
const isExtension = (trail: number): boolean =>
  (trail >= 0x41 && trail <= 0x5a) || (trail >= 0x61 && trail <= 0x7a) || trail >= 0x81;

/** One character of the pair of bytes, none where the set has none or a private one. */
function decoded(decoder: TextDecoder, code: number): string {
  const text = decoder.decode(Uint8Array.of(code >> 8, code & 0xff));
  return text.length === 1 && !/[\ufffd\ue000-\uf8ff]/.test(text) ? text : '';
}

/** All pairs in order, those that lie next to each other in one row. */
function tableOf(character: (code: number) => string): Table {
  const rows: [string, string][] = [];
  let last = Number.NaN;
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const code = (lead << 8) | trail;
      const text = character(code);
      if (text === '') continue;
      const row = rows.at(-1);
      if (row !== undefined && last === code - 1) row[1] += text;
      else rows.push([code.toString(16), text]);
      last = code;
    }
  }
  return [...ASCII, ...rows];
}
