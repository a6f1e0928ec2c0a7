import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync, gzipSync } from 'node:zlib';
import { openInPlace } from '../../src/files/inPlace.ts';
import { openFile, problemOf } from '../../src/files/open.ts';
import { type Chunks, packingOf, unpacked } from '../../src/files/unpack.ts';

const all = async (chunks: Chunks): Promise<string> => {
  const pieces: Buffer[] = [];
  for await (const piece of chunks) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString();
};

describe('a file that is packed', () => {
  it('is told by its first octets', () => {
    for (const [octets, name] of [
      ['1f8b08', 'gzip'],
      ['1f8b0800', 'gzip'],
      ['1f8b00', undefined],
      ['1f8b', undefined],
      ['425a6839', 'bzip2'],
      ['425a', undefined],
      ['fd377a585a00', 'xz'],
      ['fd377a585a01', undefined],
      ['28b52ffd', 'zstd'],
      ['28b52ffe', undefined],
      ['001f8b08', undefined],
      ['', undefined],
    ] as const)
      assert.equal(packingOf(Buffer.from(octets, 'hex'))?.name, name, octets);
  });

  it('is unpacked in whatever pieces it comes', async () => {
    const text = 'one line of a log\n'.repeat(50);
    for (const octets of [Buffer.from(text), Buffer.from('a\nb'), Buffer.alloc(0), gzipSync(text)])
      for (const size of [1, 3, 5, 6, 7, 1000]) {
        const chunks = async function* (): Chunks {
          for (let at = 0; at < octets.length; at += size) yield octets.subarray(at, at + size);
        };
        const expected = octets[0] === 0x1f ? text : octets.toString();
        assert.equal(await all(unpacked('x', chunks())), expected, `${octets.length} by ${size}`);
      }
  });

  it('is closed where no more of it is wanted', async () => {
    let isClosed = false;
    const chunks = async function* (): Chunks {
      try {
        for (;;) yield Buffer.alloc(100, 'x');
      } finally {
        isClosed = true;
      }
    };
    for await (const piece of unpacked('x', chunks())) {
      assert.equal(piece.length, 100);
      break;
    }
    assert.equal(isClosed, true);
  });

  it('is damaged where its octets say something else', async () => {
    const torn = Buffer.concat([gzipSync('x').subarray(0, 10), Buffer.alloc(20, 0xff)]);
    const chunks = async function* (): Chunks {
      yield torn;
    };
    await assert.rejects(all(unpacked('mail.gz', chunks())), {
      message: 'mail.gz is damaged where gzip unpacks it: invalid block type',
    });
    assert.equal(packingOf(deflateSync('x')), undefined);
  });
});

describe('a file that is opened in place', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mail-triage-'));
  after(() => rmSync(folder, { recursive: true }));
  const PIECE = 1 << 18;

  it('has its octets, of whatever length', async () => {
    const file = join(folder, 'log');
    for (const size of [0, 1, 5, 6, 7, PIECE - 1, PIECE, PIECE + 1, 4 * PIECE, 5 * PIECE - 3]) {
      const octets = Buffer.from(Array.from({ length: size }, (_, i) => 33 + ((i * 7 + (i >> 12)) % 90)));
      for (const written of [octets, gzipSync(octets, { level: 1 }), gzipSync(octets, { level: 0 })]) {
        writeFileSync(file, written);
        let at = 0;
        for await (const piece of openInPlace(file)) {
          assert.ok(piece.length > 0 && piece.equals(octets.subarray(at, at + piece.length)), `${size} at ${at}`);
          at += piece.length;
        }
        assert.equal(at, size);
      }
    }
  });

  it('says why it cannot be read', async () => {
    const missing = join(folder, 'missing');
    for (const open of [openFile, openInPlace]) {
      await assert.rejects(all(open(missing)), { message: `${missing} does not exist` });
      await assert.rejects(all(open(folder)), /folder|EISDIR/);
    }
    const of = (code: string): string => problemOf('x', Object.assign(new Error('because'), { code }));
    assert.deepEqual(['ENOENT', 'EISDIR', 'EACCES', 'EIO'].map(of), [
      'x does not exist',
      'x is a folder: name the files in it',
      'x may not be read by this user',
      'x cannot be read: because',
    ]);
  });
});
