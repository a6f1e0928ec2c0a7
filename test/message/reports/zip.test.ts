import assert from 'node:assert/strict';
import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { MOST_FILES, unpack } from '../../../src/message/reports/unpack.ts';

interface Made {
  readonly text: string;
  readonly isDeflated?: boolean;
  /** What the directory says of its size. */
  readonly size?: number;
  readonly flags?: number;
  readonly name?: string;
}

/** An archive as APPNOTE 4.3.6 has it, `isLong` with the numbers of ZIP64 in the places for them. */
function archive(files: readonly Made[], isLong = false): Buffer {
  const parts: Buffer[] = [];
  const entries: Buffer[] = [];
  let at = 0;
  for (const { text, isDeflated = false, size = text.length, flags = 0, name = `${entries.length}.xml` } of files) {
    const bytes = isDeflated ? deflateRawSync(text) : Buffer.from(text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(name.length, 26);
    const extra = isLong ? Buffer.alloc(28) : Buffer.alloc(0);
    if (isLong) {
      extra.writeUInt16LE(1);
      extra.writeUInt16LE(24, 2);
      for (const [field, value] of [size, bytes.length, at].entries())
        extra.writeBigUInt64LE(BigInt(value), 4 + 8 * field);
    }
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50);
    entry.writeUInt16LE(flags, 8);
    entry.writeUInt16LE(isDeflated ? 8 : 0, 10);
    entry.writeUInt32LE(isLong ? 0xffff_ffff : bytes.length, 20);
    entry.writeUInt32LE(isLong ? 0xffff_ffff : size, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt16LE(extra.length, 30);
    entry.writeUInt32LE(isLong ? 0xffff_ffff : at, 42);
    entries.push(entry, Buffer.from(name), extra);
    parts.push(local, Buffer.from(name), bytes);
    at += local.length + name.length + bytes.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50);
  for (const field of [8, 10]) end.writeUInt16LE(isLong ? 0xffff : files.length, field);
  end.writeUInt32LE(isLong ? 0xffff_ffff : at, 16);
  if (!isLong) return Buffer.concat([...parts, directory, end]);
  const end64 = Buffer.alloc(56);
  end64.writeUInt32LE(0x06064b50);
  end64.writeBigUInt64LE(BigInt(files.length), 32);
  end64.writeBigUInt64LE(BigInt(at), 48);
  const locator = Buffer.alloc(20);
  locator.writeUInt32LE(0x07064b50);
  locator.writeBigUInt64LE(BigInt(at + directory.length), 8);
  return Buffer.concat([...parts, directory, end64, locator, end]);
}

const texts = (file: Uint8Array): readonly string[] => {
  const found = unpack(file);
  return found.ok ? found.texts : [found.problem];
};
const long = 'report '.repeat(3000);

describe('a zip archive', () => {
  it('gives its files, deflated or as they are, and no folders', () => {
    const files = [{ text: 'one' }, { text: long, isDeflated: true }, { text: '', name: 'folder/' }];
    for (const isLong of [false, true]) assert.deepEqual(texts(archive(files, isLong)), ['one', long]);
    const others = zipSync({ 'a.xml': Buffer.from(long), 'b.xml': [Buffer.from('two'), { level: 0 }] });
    assert.deepEqual(texts(others), [long, 'two']);
  });

  it('may have a comment, or blanks of a mailer, behind its end', () => {
    assert.deepEqual(texts(Buffer.concat([archive([{ text: 'one' }]), Buffer.from('\r\n')])), ['one']);
    assert.deepEqual(texts(Buffer.concat([archive([{ text: 'one' }]), Buffer.alloc(65_535)])), ['one']);
    assert.deepEqual(texts(Buffer.concat([archive([{ text: 'one' }]), Buffer.alloc(66_000)])), ['broken']);
  });

  it('is broken where it has a password or ends early, and gives no more than it says', () => {
    assert.deepEqual(texts(archive([{ text: 'one', flags: 1 }])), ['broken']);
    // No more than was said is unpacked.
    assert.deepEqual(texts(archive([{ text: long, isDeflated: true, size: 9 }])), ['report re']);
    const both = unpack(archive([{ text: 'one' }, { text: 'two', name: '0.xml' }]));
    assert.deepEqual(both.ok && [both.texts, both.closed], [['two'], 1]);
    const whole = archive([{ text: long, isDeflated: true }]);
    for (const end of [4, 30, 60, whole.length - 23, whole.length - 1])
      assert.deepEqual(texts(whole.subarray(0, end)), ['broken'], `${end}`);
  });

  it('ends, whatever its bytes are', () => {
    const whole = archive([{ text: 'one' }, { text: long, isDeflated: true }], true);
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole);
      damaged[at] = 255 - (damaged[at] as number);
      assert.ok(texts(damaged).length <= MOST_FILES);
    }
    // Four thousand million entries, as it says.
    const many = archive([{ text: 'one' }], true);
    many.writeUInt32LE(0xffff_ffff, many.length - 66);
    assert.deepEqual(texts(many), ['broken']);
  });
});
