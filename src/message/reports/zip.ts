import { inflateRawSync } from 'node:zlib';

/** A file in a zip archive, as the directory of the archive tells of it. */
export interface ZipEntry {
  /** Octets of it unpacked, and as it lies in the archive. */
  readonly size: number;
  readonly packed: number;
  /** 0: as it is; 8: deflated (RFC 1951). */
  readonly method: number;
  /** Where its own header begins. */
  readonly at: number;
}

/**
 * The files of a zip archive, without folders (PKWARE's APPNOTE 4.3.6, 4.3.12, with the sizes of ZIP64). Throws where it
 * is no archive, is damaged or has a password.
 */
export function zipEntries(archive: Uint8Array): readonly ZipEntry[] {
  const view = viewOf(archive);
  let { count, at } = directoryOf(view);
  const entries: ZipEntry[] = [];
  for (; count > 0; count--) {
    expect(view, at, ENTRY);
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
      number,
      number,
      number,
    ];
    const last = name === 0 ? 0 : view.getUint8(at + 45 + name);
    if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) throw new Error('it has a password');
    const stated = [24, 20, 42].map((field) => view.getUint32(at + field, true));
    const [size = 0, packed = 0, header = 0] = longSizes(view, at + 46 + name, extra, stated);
    if (last !== SLASH) entries.push({ size, packed, method: view.getUint16(at + 10, true), at: header });
    at += 46 + name + extra + comment;
  }
  return entries;
}

/** A file of an archive; throws where it is damaged, or is larger than `most`. */
export function unzipped(archive: Uint8Array, { packed, method, at }: ZipEntry, most: number): Uint8Array {
  const view = viewOf(archive);
  expect(view, at, LOCAL);
  const start = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true);
  const bytes = archive.subarray(start, start + packed);
  if (method === 8) {
    // With `info` an object is given, which the types do not know.
    const options = { maxOutputLength: Math.max(1, most), info: true };
    return (inflateRawSync(bytes, options) as unknown as { readonly buffer: Uint8Array }).buffer;
  }
  if (method !== 0 || bytes.length > most) throw new Error('it cannot be unpacked');
  return bytes;
}

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
/** Bit 0 of the flags. */
const ENCRYPTED = 1;
const SLASH = 0x2f;
/** Octets of the end of the directory, and of the comment that may stand behind it. */
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
/** In the place of a number that is too large for its field. */
const ELSEWHERE = 0xffff_ffff;

/** Where the directory begins, and how many entries it has. */
function directoryOf(view: DataView): { readonly count: number; readonly at: number } {
  const last = view.byteLength - END_SIZE;
  let end = last;
  while (end >= 0 && end >= last - LONGEST_COMMENT && view.getUint32(end, true) !== END) end--;
  expect(view, end, END);
  if (end < 20 || view.getUint32(end - 20, true) !== LOCATOR_64)
    return { count: view.getUint16(end + 10, true), at: view.getUint32(end + 16, true) };
  const at = long(view, end - 12);
  expect(view, at, END_64);
  return { count: long(view, at + 32), at: long(view, at + 48) };
}

/** The numbers that stand in the extra field of ZIP64 (4.5.3) where they do not fit; in the order in which they do there. */
function longSizes(view: DataView, from: number, length: number, stated: readonly number[]): readonly number[] {
  for (let at = from; at + 4 <= from + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    return stated.map((value) => {
      if (value !== ELSEWHERE) return value;
      next += 8;
      return long(view, next - 8);
    });
  }
  return stated;
}

const viewOf = ({ buffer, byteOffset, length }: Uint8Array): DataView => new DataView(buffer, byteOffset, length);

const long = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

function expect(view: DataView, at: number, signature: number): void {
  if (at < 0 || view.getUint32(at, true) !== signature) throw new Error('it is no archive, or damaged');
}
