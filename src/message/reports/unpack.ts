import { gunzip } from './gunzip.ts';
import { unzipped, zipEntries } from './zip.ts';

/** Bytes of a file, and of what it unpacks to; the largest receivers' reports have some megabytes. */
export interface Largest {
  readonly packed: number;
  readonly unpacked: number;
}
export const LARGEST: Largest = { packed: 16 * 1024 * 1024, unpacked: 24 * 1024 * 1024 };
/** Files of an archive that are opened. */
export const MOST_FILES = 20;

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
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 9) return opened(bytes, largest.unpacked);
  return { ok: true, texts: [textOf(bytes)], left: 0, closed: 0 };
}

function gunzipped(file: Uint8Array, most: number): Unpacked {
  const opened = gunzip(file, most);
  return opened.ok ? { ok: true, texts: [textOf(opened.bytes)], left: opened.left, closed: 0 } : opened;
}

function opened(archive: Uint8Array, most: number): Unpacked {
  const texts: string[] = [];
  let left = most;
  let closed = 0;
  try {
    for (const entry of zipEntries(archive)) {
      if (texts.length === MOST_FILES || entry.size > left) {
        closed++;
        continue;
      }
      // No more than the archive says, so what it says bounds what it takes.
      const file = unzipped(archive, entry, entry.size);
      left -= entry.size;
      texts.push(textOf(file));
    }
  } catch {
    return { ok: false, problem: 'broken' };
  }
  return texts.length === 0
    ? { ok: false, problem: closed > 0 ? 'size' : 'broken' }
    : { ok: true, texts, left: 0, closed };
}

const textOf = (bytes: Uint8Array): string => {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes);
};
