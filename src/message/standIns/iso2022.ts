import { TextDecoder } from 'node:util';
import { append } from '../../core/text/lists.ts';

/** What the bytes 21 to 7E mean after an escape sequence. */
type CharacterSet = 'ascii' | 'katakana' | 'jis-x-0208' | 'jis-x-0212' | 'gb-2312' | 'ks-x-1001';

/** The escape sequences of ISO-2022-JP (RFC 1468), of ISO-2022-JP-1 (RFC 2237), -2 (RFC 1554) and of half-width kana. */
const DESIGNATIONS: ReadonlyMap<string, CharacterSet> = new Map([
  ['(B', 'ascii'],
  // JIS X 0201 has a yen sign and an overline in two places, where mails mean what ASCII has there.
  ['(J', 'ascii'],
  ['(H', 'ascii'],
  ['(I', 'katakana'],
  ['$@', 'jis-x-0208'],
  ['$B', 'jis-x-0208'],
  ['$(D', 'jis-x-0212'],
  ['$A', 'gb-2312'],
  ['$(C', 'ks-x-1001'],
]);

/** RFC 1554: sets of 96 characters, of which one is said at a time, behind ESC N. */
const SINGLE_SHIFTS: ReadonlyMap<string, string> = new Map([
  ['.A', 'iso-8859-1'],
  ['.F', 'iso-8859-7'],
]);

/** How the bytes of a set are written where the high bit is not taken off, and which decoder reads that. */
const EIGHT_BIT: Readonly<
  Record<CharacterSet, { readonly label: string; readonly lead?: number; readonly width: 1 | 2 }>
> = {
  ascii: { label: 'euc-jp', width: 1 },
  katakana: { label: 'euc-jp', lead: 0x8e, width: 1 },
  'jis-x-0208': { label: 'euc-jp', width: 2 },
  'jis-x-0212': { label: 'euc-jp', lead: 0x8f, width: 2 },
  'gb-2312': { label: 'gb18030', width: 2 },
  'ks-x-1001': { label: 'euc-kr', width: 2 },
};

const ESC = 0x1b;
const UNREADABLE = 0xff;
const isGraphic = (byte: number | undefined): byte is number => byte !== undefined && byte > 0x20 && byte < 0x7f;

/**
 * Decodes ISO-2022-JP and its extensions. A line break ends every set but ASCII (RFC 1468: a line ends in ASCII), so
 * that what was cut off is unreadable to the end of its line only.
 */
export function decodeIso2022(bytes: Uint8Array): string {
  let text = '';
  let set: CharacterSet = 'ascii';
  let shifted: string | undefined;
  let run: number[] = [];
  let label = 'euc-jp';
  const write = (next: string, ...codes: readonly number[]): void => {
    if (next !== label) {
      text += decode(label, run);
      run = [];
      label = next;
    }
    append(run, codes);
  };
  for (let at = 0; at < bytes.length; ) {
    const byte = bytes[at] as number;
    if (byte === ESC) {
      const sequence = escapeAt(bytes, at + 1);
      at += 1 + sequence.length;
      const designated = DESIGNATIONS.get(sequence);
      if (designated !== undefined) set = designated;
      else if (SINGLE_SHIFTS.has(sequence)) shifted = SINGLE_SHIFTS.get(sequence);
      else if (sequence === 'N' && shifted !== undefined && at < bytes.length)
        write(shifted, (bytes[at++] as number) | 0x80);
      // RFC 1468 has no other; one that names a revision of the set that follows says nothing more.
      else if (sequence !== '&@') write('euc-jp', UNREADABLE);
      continue;
    }
    if (byte === 0x0a || byte === 0x0d) {
      set = 'ascii';
      shifted = undefined;
    }
    const { label: own, lead, width } = EIGHT_BIT[set];
    if (byte > 0x7f) write('euc-jp', UNREADABLE);
    else if (set === 'ascii' || !isGraphic(byte)) write('euc-jp', byte);
    else if (width === 2 && !isGraphic(bytes[at + 1])) write('euc-jp', UNREADABLE);
    else {
      const codes = width === 2 ? [byte | 0x80, (bytes[++at] as number) | 0x80] : [byte | 0x80];
      write(own, ...(lead === undefined ? codes : [lead, ...codes]));
    }
    at++;
  }
  return text + decode(label, run);
}

/** What stands behind ESC: the intermediate characters and the final one (ISO 2022), three at most. */
function escapeAt(bytes: Uint8Array, from: number): string {
  let end = from;
  while (end < from + 2 && (bytes[end] as number) >= 0x20 && (bytes[end] as number) < 0x30) end++;
  return String.fromCharCode(...bytes.subarray(from, Math.min(end + 1, bytes.length)));
}

const decode = (label: string, run: readonly number[]): string =>
  run.length === 0 ? '' : new TextDecoder(label).decode(Uint8Array.from(run));
