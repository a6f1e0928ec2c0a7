/** What stands in a storage: octets are a stream, a map is a storage. */
export interface Storage extends ReadonlyMap<string, Buffer | Storage> {}

interface Record {
  readonly name: string;
  readonly type: number;
  readonly content: Buffer;
  right: number;
  child: number;
}

/** Writes a compound file ([MS-CFB]) of few streams, all in whole sectors: no stream is taken for a small one. */
export function compoundFile(root: Storage): Buffer {
  const records: Record[] = [{ name: 'Root Entry', type: 5, content: Buffer.alloc(0), right: -1, child: -1 }];
  const fill = (of: Record, storage: Storage): void => {
    let before: Record | undefined;
    for (const [name, one] of storage) {
      const isStream = Buffer.isBuffer(one);
      const record = { name, type: isStream ? 2 : 1, content: isStream ? one : Buffer.alloc(0), right: -1, child: -1 };
      const at = records.push(record) - 1;
      if (before === undefined) of.child = at;
      else before.right = at;
      before = record;
      if (!isStream) fill(record, one);
    }
  };
  fill(records[0] as Record, root);
  const fat: number[] = [];
  const sectors: Buffer[] = [];
  const store = (content: Buffer): number => {
    const start = fat.length;
    for (let at = 0; at < content.length; at += 512) {
      fat.push(at + 512 < content.length ? fat.length + 1 : -2);
      const sector = Buffer.alloc(512);
      content.copy(sector, 0, at, at + 512);
      sectors.push(sector);
    }
    return content.length === 0 ? -2 : start;
  };
  const directory = Buffer.alloc(Math.ceil(records.length / 4) * 512);
  records.forEach(({ name, type, content, right, child }, i) => {
    const at = i * 128;
    directory.write(name, at, 'utf16le');
    directory.writeUInt16LE(name.length * 2 + 2, at + 64);
    directory[at + 66] = type;
    directory.writeInt32LE(-1, at + 68);
    directory.writeInt32LE(right, at + 72);
    directory.writeInt32LE(child, at + 76);
    directory.writeInt32LE(store(content), at + 116);
    directory.writeUInt32LE(content.length, at + 120);
  });
  const first = store(directory);
  const header = Buffer.alloc(512, 0xff);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  header.writeUInt16LE(9, 30);
  header.writeInt32LE(first, 48);
  header.writeUInt32LE(0, 56);
  header.writeInt32LE(-2, 60);
  header.writeInt32LE(-2, 68);
  const count = Math.ceil((fat.length + 8) / 128);
  for (let i = 0; i < count; i++) {
    header.writeInt32LE(fat.length, 76 + i * 4);
    fat.push(-3);
  }
  const table = Buffer.alloc(count * 512, 0xff);
  for (const [i, next] of fat.entries()) table.writeInt32LE(next, i * 4);
  return Buffer.concat([header, ...sectors, table]);
}
