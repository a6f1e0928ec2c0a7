import { isCompoundFile } from '../../core/text/outlookFile.ts';

/** A storage or stream of a compound file ([MS-CFB] 2.6.1). */
export interface Entry {
  readonly name: string;
  readonly isStream: boolean;
  readonly start: number;
  /** Octets. */
  readonly size: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
}

export interface Compound {
  readonly root: Entry;
  /** What stands in a storage, by its names. */
  children(storage: Entry): ReadonlyMap<string, Entry>;
  /** The octets of a stream; undefined where the file is damaged. */
  read(stream: Entry): Buffer | undefined;
  /** Whether there is room for one more attachment: 1000 in a file, those inside of others counted. */
  hasRoom(): boolean;
}

/** [MS-CFB] 2.1: sectors of a larger number do not exist, this one ends a chain. */
const LARGEST = 0xfffffffa;
const END = 0xfffffffe;
const SMALL = 64;

/** Opens a compound file ([MS-CFB]); undefined where it is damaged. Chains that go in a circle and sizes beyond the file are damage. */
export function openCompound(octets: Uint8Array): Compound | undefined {
  const bytes = Buffer.from(octets.buffer, octets.byteOffset, octets.length);
  if (bytes.length < 1024 || !isCompoundFile(bytes)) return undefined;
  const shift = bytes.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return undefined;
  const sector = 1 << shift;
  const most = bytes.length / sector;
  const sectorAt = (n: number): Buffer => bytes.subarray((n + 1) * sector, (n + 2) * sector);
  const numbers = (part: Buffer): number[] =>
    Array.from({ length: part.length >> 2 }, (_, i) => part.readUInt32LE(i * 4));

  const fatSectors = numbers(bytes.subarray(76, 512));
  let next = bytes.readUInt32LE(68);
  for (let i = 0; next < most && i < most; i++) {
    const list = numbers(sectorAt(next));
    next = list.pop() ?? END;
    for (const one of list) fatSectors.push(one);
  }
  const fat: number[] = [];
  for (const n of new Set(fatSectors)) if (n < most) for (const one of numbers(sectorAt(n))) fat.push(one);

  const chain = (start: number, table: readonly number[]): number[] | undefined => {
    const found: number[] = [];
    for (let n = start; n < LARGEST; n = table[n] as number) {
      if (n >= table.length || found.length > table.length) return undefined;
      found.push(n);
    }
    return found;
  };
  const large = (start: number): Buffer | undefined => {
    const sectors = chain(start, fat);
    return sectors && Buffer.concat(sectors.map(sectorAt));
  };

  const directory = large(bytes.readUInt32LE(48));
  const small = numbers(large(bytes.readUInt32LE(60)) ?? Buffer.alloc(0));
  if (directory === undefined || directory.length < 128) return undefined;
  const entryAt = (n: number): Entry | undefined => {
    const at = n * 128;
    if (at + 128 > directory.length) return undefined;
    const length = Math.min(64, directory.readUInt16LE(at + 64));
    return {
      name: directory.toString('utf16le', at, at + Math.max(0, length - 2)),
      isStream: directory[at + 66] === 2,
      left: directory.readUInt32LE(at + 68),
      right: directory.readUInt32LE(at + 72),
      child: directory.readUInt32LE(at + 76),
      start: directory.readUInt32LE(at + 116),
      size: directory.readUInt32LE(at + 120),
    };
  };
  const root = entryAt(0) as Entry;
  let room = bytes.length * 4;
  let attachments = 1000;
  const mini = large(root.start) ?? Buffer.alloc(0);
  return {
    root,
    hasRoom: () => attachments-- > 0,
    children({ child }) {
      const found = new Map<string, Entry>();
      const seen = new Set<number>();
      for (const waiting = [child]; waiting.length > 0; ) {
        const n = waiting.pop() as number;
        const entry = seen.has(n) ? undefined : entryAt(n);
        seen.add(n);
        if (entry === undefined) continue;
        found.set(entry.name, entry);
        waiting.push(entry.left, entry.right);
      }
      return found;
    },
    read({ start, size }) {
      if (size === 0) return Buffer.alloc(0);
      // Streams that are shared could be read again and again.
      if (size > bytes.length || size > room) return undefined;
      room -= size;
      const isLarge = size >= bytes.readUInt32LE(56);
      const whole = isLarge ? large(start) : chain(start, small)?.map((n) => mini.subarray(n * SMALL, (n + 1) * SMALL));
      const content = Array.isArray(whole) ? Buffer.concat(whole) : whole;
      return content === undefined || content.length < size ? undefined : content.subarray(0, size);
    },
  };
}
