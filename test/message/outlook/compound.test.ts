import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { type Compound, openCompound } from '../../../src/message/outlook/compound.ts';

const END = 0xfffffffe;
const FREE = 0xffffffff;
const CUTOFF = 4096;

interface Plan {
  /** Sectors of 512 or 4096 octets ([MS-CFB] 2.2). */
  readonly shift?: number;
  readonly streams: readonly (readonly [string, Buffer])[];
  /** The sectors of the table of sectors are named in sectors of their own, one in each. */
  readonly isApart?: boolean;
  /** What stands at the end of each chain. */
  readonly end?: number;
}

/** A compound file with its chains written from their ends, and its names in a tree of two branches each. */
function built({ shift = 9, streams, isApart = false, end = END }: Plan): Buffer {
  const size = 1 << shift;
  const sectors: Buffer[] = [];
  const fat: number[] = [];
  const store = (octets: Buffer): number => {
    let next = end;
    for (let at = Math.ceil(octets.length / size) - 1; at >= 0; at--) {
      const sector = Buffer.alloc(size);
      octets.copy(sector, 0, at * size, (at + 1) * size);
      sectors.push(sector);
      next = fat.push(next) - 1;
    }
    return next;
  };
  const pieces: Buffer[] = [];
  const small: number[] = [];
  const storeSmall = (octets: Buffer): number => {
    let next = end;
    for (let at = Math.ceil(octets.length / 64) - 1; at >= 0; at--) {
      const piece = Buffer.alloc(64);
      octets.copy(piece, 0, at * 64, (at + 1) * 64);
      pieces.push(piece);
      next = small.push(next) - 1;
    }
    return next;
  };
  const words = (list: readonly number[], length: number): Buffer => {
    const table = Buffer.alloc(length, 0xff);
    for (const [i, one] of list.entries()) table.writeUInt32LE(one, i * 4);
    return table;
  };
  const places = streams.map(([, octets]) => (octets.length < CUTOFF ? storeSmall(octets) : store(octets)));
  const mini = Buffer.concat(pieces);
  const miniStart = store(mini);
  const smallStart = store(words(small, Math.ceil((small.length * 4) / size) * size));
  const rows = [
    ['Root Entry', 5, miniStart, mini.length],
    ...streams.map(([name, octets], i) => [name, 2, places[i], octets.length]),
  ] as [string, number, number, number][];
  const directory = Buffer.alloc(Math.ceil(rows.length / (size / 128)) * size);
  rows.forEach(([name, type, start, length], i) => {
    const at = i * 128;
    const node = (n: number): number => (n < rows.length && i > 0 ? n : FREE);
    directory.write(name, at, 'utf16le');
    directory.writeUInt16LE(name.length * 2 + 2, at + 64);
    directory[at + 66] = type;
    directory.writeUInt32LE(node(2 * i), at + 68);
    directory.writeUInt32LE(node(2 * i + 1), at + 72);
    directory.writeUInt32LE(i === 0 && rows.length > 1 ? 1 : FREE, at + 76);
    directory.writeUInt32LE(start, at + 116);
    directory.writeUInt32LE(length, at + 120);
  });
  const directoryStart = store(directory);
  const each = size / 4;
  let count = 0;
  while (count * each < fat.length + count * (isApart ? 2 : 1)) count++;
  const own = Array.from({ length: count }, (_, i) => fat.length + i);
  const lists = isApart ? own.map((_, i) => fat.length + count + i) : [];
  const table = words([...fat, ...own.map(() => 0xfffffffd), ...lists.map(() => 0xfffffffc)], count * size);
  const listed = own.map((one, i) =>
    words([...Array(i).fill(FREE), one, ...Array(each - 2 - i).fill(FREE), lists[i + 1] ?? END], size),
  );
  const header = Buffer.alloc(size, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(shift, 30);
  header.writeUInt32LE(directoryStart, 48);
  header.writeUInt32LE(CUTOFF, 56);
  header.writeUInt32LE(smallStart, 60);
  header.writeUInt32LE(lists[0] ?? END, 68);
  if (!isApart) for (const [i, one] of own.entries()) header.writeUInt32LE(one, 76 + i * 4);
  return Buffer.concat([header, ...sectors, table, ...(isApart ? listed : [])]);
}

/** Octets none of which stand twice in the same place. */
const octets = (length: number, salt = 1): Buffer =>
  Buffer.from(Array.from({ length }, (_, i) => (i * 7 + (i >> 8) * 13 + salt) & 0xff));

const opened = (file: Uint8Array): Compound => {
  const compound = openCompound(file);
  assert.ok(compound !== undefined);
  return compound;
};
const digest = (content: Buffer | undefined): string | undefined =>
  content && `${content.length} ${createHash('sha256').update(content).digest('hex').slice(0, 16)}`;
const streamsOf = (file: Uint8Array): ReadonlyMap<string, string | undefined> => {
  const compound = opened(file);
  return new Map([...compound.children(compound.root)].map(([name, entry]) => [name, digest(compound.read(entry))]));
};
const expected = (streams: Plan['streams']): ReadonlyMap<string, string | undefined> =>
  new Map(streams.map(([name, content]) => [name, digest(content)]));
const sorted = (map: ReadonlyMap<string, unknown>): readonly unknown[] => [...map].sort(([a], [b]) => (a < b ? -1 : 1));

const STREAMS: Plan['streams'] = [
  ['empty', Buffer.alloc(0)],
  ['one', octets(1, 3)],
  ['piece', octets(64, 4)],
  ['over', octets(65, 5)],
  ['small', octets(4095, 6)],
  ['large', octets(4096, 7)],
  ['odd', octets(9001, 8)],
  ['a name of thirty-one characters', octets(130, 9)],
];

describe('a compound file', () => {
  for (const shift of [9, 12])
    it(`with sectors of ${1 << shift} octets has every stream whole, small ones and large ones`, () => {
      const file = built({ shift, streams: STREAMS });
      assert.deepEqual(sorted(streamsOf(file)), sorted(expected(STREAMS)));
      const { root, children } = opened(file);
      assert.equal(root.name, 'Root Entry');
      assert.equal(root.isStream, false);
      assert.ok([...children(root).values()].every(({ isStream }) => isStream));
    });

  it('is read where it stands in the middle of other octets', () => {
    const file = built({ streams: STREAMS });
    const around = Buffer.concat([Buffer.alloc(99, 1), file, Buffer.alloc(99, 2)]);
    const view = new Uint8Array(around.buffer, around.byteOffset + 99, file.length);
    assert.deepEqual(sorted(streamsOf(view)), sorted(expected(STREAMS)));
  });

  it('of many sectors has the list of their tables in the header or in sectors of its own', () => {
    const streams: Plan['streams'] = [...STREAMS, ['huge', octets(300_000, 10)], ['huger', octets(200_000, 11)]];
    for (const isApart of [false, true])
      assert.deepEqual(sorted(streamsOf(built({ streams, isApart }))), sorted(expected(streams)), String(isApart));
  });

  it('is damaged where it is short, has other sectors or no directory', () => {
    const file = built({ streams: STREAMS });
    const changed = (at: number, value: number): Buffer => {
      const copy = Buffer.from(file);
      copy.writeUInt32LE(value, at);
      return copy;
    };
    assert.equal(openCompound(file.subarray(0, 512)), undefined);
    assert.equal(openCompound(changed(0, 0)), undefined);
    for (const shift of [8, 10, 11, 13]) {
      const copy = Buffer.from(file);
      copy.writeUInt16LE(shift, 30);
      assert.equal(openCompound(copy), undefined, String(shift));
    }
    assert.equal(openCompound(changed(48, 100_000)), undefined);
    assert.equal(openCompound(changed(48, END)), undefined);
    assert.equal(openCompound(changed(76, FREE)), undefined);
  });

  it('has chains that end with any number beyond those of sectors, and none that lead out of it', () => {
    for (const end of [0xfffffffa, 0xfffffffc, END, FREE])
      assert.deepEqual(
        sorted(streamsOf(built({ streams: STREAMS, end }))),
        sorted(expected(STREAMS)),
        end.toString(16),
      );
    for (const end of [0xfffffff9, 0x7fffffff, 5000])
      assert.equal(openCompound(built({ streams: STREAMS, end })), undefined);
  });

  it('has no stream whose chain goes in a circle, is shorter than its size, or larger than the file', () => {
    const others = (map: ReadonlyMap<string, unknown>): readonly unknown[] =>
      sorted(new Map([...map].filter(([name]) => name !== 'odd')));
    const broken = (change: (file: Buffer, at: number) => void): string | undefined => {
      const file = built({ streams: STREAMS });
      change(file, file.indexOf(Buffer.from('odd', 'utf16le')));
      const map = streamsOf(file);
      assert.ok(map.has('odd'));
      assert.deepEqual(others(map), others(expected(STREAMS)));
      return map.get('odd');
    };
    assert.match(broken((file, at) => file.writeUInt32LE(9216, at + 120)) ?? '', /^9216 /);
    assert.match(broken((file, at) => file.writeUInt32LE(9000, at + 120)) ?? '', /^9000 /);
    assert.equal(
      broken((file, at) => file.writeUInt32LE(9217, at + 120)),
      undefined,
    );
    assert.equal(
      broken((file, at) => file.writeUInt32LE(0x7fffffff, at + 120)),
      undefined,
    );
    assert.equal(
      broken((file, at) => file.writeUInt32LE(100_000, at + 116)),
      undefined,
    );
    assert.equal(
      broken((file, at) => {
        const start = file.readUInt32LE(at + 116);
        file.writeUInt32LE(start, (file.readUInt32LE(76) + 1) * 512 + start * 4);
      }),
      undefined,
    );
  });

  it('has names that are no longer than there is room for, and a tree that leads nowhere twice', () => {
    const file = built({ streams: STREAMS });
    const at = file.indexOf(Buffer.from('a name of', 'utf16le'));
    file.writeUInt16LE(999, at + 64);
    assert.ok(streamsOf(file).has('a name of thirty-one characters'));
    file.writeUInt16LE(0, at + 64);
    assert.ok(streamsOf(file).has(''));
    const first = file.indexOf(Buffer.from('empty\0', 'utf16le'));
    file.writeUInt32LE(1, first + 68);
    const names = [...streamsOf(file).keys()];
    assert.equal(names.includes('one'), false);
    assert.equal(names.includes('piece'), true);
  });

  it('is read four times over in all, however many streams share their octets', () => {
    const file = built({ streams: [['shared', octets(5000)]] });
    const compound = opened(file);
    const entry = compound.children(compound.root).get('shared');
    assert.ok(entry !== undefined);
    let times = 0;
    while (compound.read(entry) !== undefined) times++;
    assert.equal(times, Math.floor((file.length * 4) / 5000));
    assert.deepEqual(compound.read({ ...entry, size: 0 }), Buffer.alloc(0));
  });

  it('has room for a thousand attachments', () => {
    const compound = opened(built({ streams: STREAMS }));
    let count = 0;
    while (compound.hasRoom()) count++;
    assert.equal(count, 1000);
  });
});
