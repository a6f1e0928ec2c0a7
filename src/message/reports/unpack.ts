import { unzipSync } from 'fflate';
import { gunzip } from './gunzip.ts';

/** Bytes of a file, and of what it unpacks to; the largest receivers' reports have some megabytes. */
export interface Largest {
  readonly packed: number;
  readonly unpacked: number;
}
const LARGEST: Largest = { packed: 16 * 1024 * 1024, unpacked: 24 * 1024 * 1024 };
/** Files of an archive that are opened. */
export const MOST_FILES = 20;

/** Entries of its directory that are looked at. */
const MOST_ENTRIES = 10_000;

export type Unpacked =
  /** `left`: bytes behind the end that belong to nothing; `closed`: files of an archive that were not opened. */
  | { readonly ok: true; readonly texts: readonly string[]; readonly left: number; readonly closed: number }
  /** `size`: it is, or says it is, larger than any report; `broken`: it cannot be unpacked. */
  | { readonly ok: false; readonly problem: 'size' | 'broken' };

/**
 * The texts in a file that may be packed with zip or gzip, whatever its name says. An archive inside an archive stays
 * closed, and what would unpack to more than `largest` allows is not unpacked.
 */
export function unpack(bytes: Uint8Array, largest: Largest = LARGEST): Unpacked {
  if (bytes.length > largest.packed) return { ok: false, problem: 'size' };
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipped(bytes, largest.unpacked);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 9) return unzipped(bytes, largest.unpacked);
  return { ok: true, texts: [textOf(bytes)], left: 0, closed: 0 };
}

function gunzipped(file: Uint8Array, most: number): Unpacked {
  const opened = gunzip(file, most);
  return opened.ok ? { ok: true, texts: [textOf(opened.bytes)], left: opened.left, closed: 0 } : opened;
}

function unzipped(bytes: Uint8Array, most: number): Unpacked {
  // The library takes what is encrypted (APPNOTE 4.4.4, bit 0) for what it is not.
  if (((bytes[6] ?? 0) & 1) !== 0) return { ok: false, problem: 'broken' };
  let entries = 0;
  let files = 0;
  let left = most;
  let closed = 0;
  try {
    // A file is unpacked into as much room as the archive says it needs, so what it says bounds what it takes.
    const opened = unzipSync(bytes, {
      filter: ({ name, size, originalSize, compression }) => {
        // It believes how many there are, whatever the archive has room for.
        if (++entries > MOST_ENTRIES) throw new Error('no archive of reports has so many');
        if (name.endsWith('/')) return false;
        // What is not packed lies in the archive as it is, whatever is said of it.
        const room = compression === 0 ? size : originalSize;
        if (files === MOST_FILES || room > left) {
          closed++;
          return false;
        }
        files++;
        left -= room;
        return true;
      },
    });
    const texts = Object.values(opened).map(textOf);
    return texts.length === 0
      ? { ok: false, problem: closed > 0 ? 'size' : 'broken' }
      : // Of files with one name it gives the last.
        { ok: true, texts, left: 0, closed: closed + files - texts.length };
  } catch {
    // The library throws on what is no archive.
    return { ok: false, problem: 'broken' };
  }
}

const textOf = (bytes: Uint8Array): string => {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes);
};
