import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { isIP as nodeIsIP } from 'node:net';
import { constants, deflateRawSync, gzipSync, crc32 as nodeCrc32 } from 'node:zlib';
import { Octets } from '../../src/web/node/buffer.ts';
import { crc32, inflate } from '../../src/web/node/inflate.ts';
import {
  basename,
  createHash as createOurs,
  domainToASCII,
  gunzipSync,
  isIP,
  randomInt,
} from '../../src/web/node/main.ts';
import { sha256 } from '../../src/web/node/sha256.ts';

/** Octets of many kinds: none, text, random ones, long runs. */
const samples: readonly Uint8Array[] = [
  new Uint8Array(0),
  new TextEncoder().encode('a'),
  new TextEncoder().encode('Grüße, 漢字 and 😀. '.repeat(300)),
  ...[1, 2, 3, 55, 56, 63, 64, 65, 1000, 70_000].map((size) => new Uint8Array(randomBytes(size))),
  new Uint8Array(300_000),
];

describe('what a browser has in the place of Node', () => {
  it('writes octets as text as Node does, and reads them', () => {
    for (const sample of samples.slice(0, -1)) {
      const ours = Octets.from(Uint8Array.from(sample));
      const theirs = Buffer.from(sample);
      for (const encoding of ['utf8', 'latin1', 'hex', 'base64', 'utf16le'] as const) {
        const text = theirs.toString(encoding);
        assert.equal(ours.toString(encoding), text, encoding);
        assert.deepEqual([...Octets.from(text, encoding)], [...Buffer.from(text, encoding)], encoding);
      }
      assert.equal(ours.toString('latin1', 1, 3), theirs.toString('latin1', 1, 3));
    }
    for (const text of ['YQ==', 'YQ', 'Y Q\r\n=', 'YQ==YQ==', '-_-_', '!', 'abc', 'abcde', '4pyT4pyT']) {
      assert.equal(Octets.from(text, 'base64').toString('hex'), Buffer.from(text, 'base64').toString('hex'), text);
    }
    assert.equal(Octets.from('0a0Bzz', 'hex').toString('hex'), Buffer.from('0a0Bzz', 'hex').toString('hex'));
    assert.equal(Octets.byteLength('ü😀'), Buffer.byteLength('ü😀'));
  });

  it('reads and writes numbers as Node does', () => {
    const bytes = randomBytes(32);
    const ours = Octets.from(bytes.buffer as ArrayBuffer, bytes.byteOffset, bytes.length);
    for (let at = 0; at < 20; at++) {
      assert.equal(ours.readUInt8(at), bytes.readUInt8(at));
      assert.equal(ours.readUInt16BE(at), bytes.readUInt16BE(at));
      assert.equal(ours.readUInt16LE(at), bytes.readUInt16LE(at));
      assert.equal(ours.readUInt32BE(at), bytes.readUInt32BE(at));
      assert.equal(ours.readUInt32LE(at), bytes.readUInt32LE(at));
      assert.equal(ours.readUIntBE(at, 6), bytes.readUIntBE(at, 6));
      assert.equal(ours.readBigUInt64LE(at), bytes.readBigUInt64LE(at));
    }
    ours.writeUInt16BE(0xabcd, 3);
    assert.equal(ours.subarray(3, 5).toString('hex'), 'abcd');
    assert.ok(ours.equals(Octets.concat([ours.subarray(0, 7), ours.subarray(7)])) && !ours.equals(Octets.alloc(32)));
    assert.ok(Octets.from('a\ufffdb').includes('\ufffd') && !Octets.from('ab').includes('\ufffd'));
  });

  it('takes deflate off, says how far it read, and no more than it may', () => {
    for (const sample of samples) {
      for (const level of [0, 1, 9]) {
        const packed = deflateRawSync(sample, { level });
        const found = inflate(Buffer.concat([packed, Buffer.from('behind')]), 1_000_000);
        assert.equal(found.read, packed.length);
        assert.ok(Buffer.from(found.bytes).equals(Buffer.from(sample)));
        if (sample.length > 0) assert.throws(() => inflate(packed, sample.length - 1), RangeError);
      }
      assert.equal(crc32(sample), nodeCrc32(sample));
    }
  });

  it('takes codes of every length, to 15 bits', () => {
    const often = [1, 1];
    while (often.length < 22) often.push((often.at(-1) as number) + (often.at(-2) as number));
    const rare = Uint8Array.from(often.flatMap((times, octet) => Array<number>(times).fill(octet)));
    const packed = deflateRawSync(rare, { strategy: constants.Z_HUFFMAN_ONLY });
    assert.deepEqual(Buffer.from(inflate(packed, 1_000_000).bytes), Buffer.from(rare));
  });

  it('refuses what RFC 1951 has no place for', () => {
    const refuses = (bits: string, said: RegExp): void => {
      const octets = bits.replaceAll(' ', '').padEnd(160, '0').match(/.{8}/g) ?? [];
      const packed = Uint8Array.from(octets, (octet) => Number.parseInt([...octet].reverse().join(''), 2));
      assert.throws(() => inflate(packed, 1000), said, bits);
    };
    // Each element with the lowest bit first, codes with the highest; the last block of all, by fixed codes and by others.
    refuses('1 11', /it is broken/);
    refuses('1 10 11000110', /it is broken/);
    refuses('1 10 0000001 00000', /it is broken/);
    refuses('1 10 00110000 0000001 11110', /no such code/);
    refuses('1 10 00110000 0000001 00001', /it is broken/);
    refuses('1 00 00000 1000000000000000 1111111111111111', /stored block/);
    refuses('1 00 00000 0000001000000000 1111110111111111', /stored block/);
    refuses(`1 01 00000 00000 1111 ${'100'.repeat(3)}`, /it is broken/);
    refuses('1 01 00000 00000 0000 100 000 000 100 1', /it is broken/);
  });

  it('ends on what is no deflate, whatever it is', () => {
    const packed = deflateRawSync(samples[2] as Uint8Array);
    for (let cut = 0; cut < packed.length; cut++) assert.throws(() => inflate(packed.subarray(0, cut), 1_000_000));
    for (let n = 0; n < 2000; n++) {
      try {
        assert.ok(inflate(randomBytes(200), 100_000).bytes.length <= 100_000);
      } catch (error) {
        assert.ok(error instanceof Error);
      }
    }
    const file = gzipSync(samples[2] as Uint8Array);
    assert.equal(gunzipSync(file, { maxOutputLength: 100_000 }).length, samples[2]?.length);
    file[file.length - 6] = (file[file.length - 6] as number) ^ 1;
    assert.throws(() => gunzipSync(file, { maxOutputLength: 100_000 }), /data check/);
  });

  it('computes SHA-256', () => {
    for (const sample of samples) {
      const theirs = createHash('sha256').update(sample).digest('hex');
      assert.equal(Buffer.from(sha256(sample)).toString('hex'), theirs);
      assert.equal(createOurs('sha256').update(sample).digest('hex'), theirs);
    }
  });

  it('knows addresses, names and paths as Node does', () => {
    const addresses = [
      '192.0.2.1',
      '0.0.0.0',
      '256.1.1.1',
      '1.2.3',
      '1.2.3.4.',
      '01.2.3.4',
      '::',
      '2001:db8::1',
      '2001:db8::g',
    ];
    addresses.push(
      '::ffff:192.0.2.1',
      'fe80::1%eth0',
      'fe80::1%',
      '1::2::3',
      'contoso.test',
      '',
      ':',
      '1',
      '192.0.2.1%a',
    );
    for (const one of addresses) assert.equal(isIP(one), nodeIsIP(one), one);
    assert.deepEqual(['Contoso.test', 'müller.test', 'a b.test', 'a/b.test', 'xn--mller-kva.test'].map(domainToASCII), [
      'contoso.test',
      'xn--mller-kva.test',
      '',
      '',
      'xn--mller-kva.test',
    ]);
    assert.deepEqual(['/a/b.xml', 'b.xml', '/a/b/', ''].map(basename), ['b.xml', 'b.xml', 'b', '']);
    for (let n = 0; n < 100; n++) assert.ok(randomInt(10) < 10);
  });
});
