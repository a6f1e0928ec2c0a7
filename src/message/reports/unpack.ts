import { unzipSync } from 'fflate';
import { gunzip } from './gunzip.ts';

/** Bytes of one unpacked file; the largest receivers' reports have some megabytes. */
const LARGEST = 24 * 1024 * 1024;
/** Bytes of what is unpacked. */
const LARGEST_PACKED = 16 * 1024 * 1024;
/** Files of an archive that are opened. */
export const MOST_FILES = 20;

export type Unpacked =
  /** `left`: bytes behind the end that belong to nothing; `closed`: files of an archive that were not opened. */
  | { readonly ok: true; readonly texts: readonly string[]; readonly left: number; readonly closed: number }
  /** `size`: it is, or says it is, larger than any report; `broken`: it cannot be unpacked. */
  | { readonly ok: false; readonly problem: 'size' | 'broken' };

/**
 * The texts in a file that may be packed with zip or gzip, whatever its name says. An archive inside an archive stays
 * closed, and what would unpack to more than 24 MiB is not unpacked.
 */
export function unpack(bytes: Uint8Array): Unpacked {
  if (bytes.length > LARGEST_PACKED) return { ok: false, problem: 'size' };
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipped(bytes);
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] ?? 0) < 9) return unzipped(bytes);
  return { ok: true, texts: [textOf(bytes)], left: 0, closed: 0 };
}

function gunzipped(file: Uint8Array): Unpacked {
  const opened = gunzip(file, LARGEST);
  return opened.ok ? { ok: true, texts: [textOf(opened.bytes)], left: opened.left, closed: 0 } : opened;
}

function unzipped(bytes: Uint8Array): Unpacked {
  let files = 0;
  let left = LARGEST;
  let closed = 0;
  try {
    // A file is unpacked into as much room as the archive says it needs, so what it says bounds what it takes.
    const opened = unzipSync(bytes, {
      filter: ({ originalSize }) => {
        if (files === MOST_FILES || originalSize > left) {
          closed++;
          return false;
        }
        files++;
        left -= originalSize;
        return true;
      },
    });
    const texts = Object.values(opened).map(textOf);
    return texts.length === 0
      ? { ok: false, problem: closed > 0 ? 'size' : 'broken' }
      : { ok: true, texts, left: 0, closed };
  } catch {
    // The library throws on what is no archive.
    return { ok: false, problem: 'broken' };
  }
}

const textOf = (bytes: Uint8Array): string => {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(utf16 ? 'utf-16le' : 'utf-8').decode(bytes);
};
