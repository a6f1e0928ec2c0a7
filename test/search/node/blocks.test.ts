import assert from 'node:assert/strict';
import { blocksOf } from '../../../src/search/node/blocks.ts';

async function* pieces(...octets: readonly (string | Buffer)[]): AsyncIterable<Buffer> {
  for (const one of octets) yield Buffer.from(one);
}

async function blocks(octets: AsyncIterable<Buffer>, inPlace = false): Promise<readonly string[]> {
  const all: string[] = [];
  for await (const block of blocksOf(octets, inPlace)) all.push(block.toString());
  return all;
}

describe('octets in whole lines', () => {
  it('are those that came, with a line of several pieces by itself', async () => {
    for (const [octets, expected] of [
      [[], []],
      [[''], []],
      [['a\nb\n'], ['a\nb\n']],
      [['a\nb'], ['a\n', 'b']],
      [
        ['a\nb', 'c\nd\n'],
        ['a\n', 'bc\n', 'd\n'],
      ],
      [['a', 'b', 'c\n'], ['abc\n']],
      [['a', 'b'], ['ab']],
      [
        ['a\n', 'b\n'],
        ['a\n', 'b\n'],
      ],
      [
        ['a\nb', '\n', 'c'],
        ['a\n', 'b\n', 'c'],
      ],
      [
        ['a', 'b\nc', 'd\ne'],
        ['ab\n', 'cd\n', 'e'],
      ],
    ] as const)
      for (const inPlace of [false, true])
        assert.deepEqual(await blocks(pieces(...octets), inPlace), expected, JSON.stringify(octets));
  });

  it('are cut where a line has no end', async () => {
    const half = 'x'.repeat(1 << 21);
    assert.deepEqual(
      (await blocks(pieces(half, half, 'y\nz\n'))).map(({ length }) => length),
      [1 << 22, 4],
    );
    assert.deepEqual(
      (await blocks(pieces(half, half.slice(1), 'y\nz\n'))).map(({ length }) => length),
      [(1 << 22) + 1, 2],
    );
  });

  it('are not lost where their buffer is used again', async () => {
    async function* again(): AsyncIterable<Buffer> {
      const buffer = Buffer.alloc(3);
      for (const text of ['a\nb', 'ccc', 'd\ne', '\nfg', 'hij']) {
        buffer.write(text);
        yield buffer;
      }
    }
    assert.deepEqual(await blocks(again(), true), ['a\n', 'bcccd\n', 'e\n', 'fghij']);
  });

  it('are UTF-8 where they came in UTF-16, cut anywhere', async () => {
    const text = 'to=<bob@contoso.test> ä€😀\nnext line\n';
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const bytes of [little, little.subarray(2), big, big.subarray(2)])
      for (const at of [40, 41, 46, 47, 48, 49])
        assert.equal((await blocks(pieces(bytes.subarray(0, at), bytes.subarray(at)))).join(''), text);
  });

  it('are many, and no fewer for it', async () => {
    async function* many(): AsyncIterable<Buffer> {
      for (let i = 0; i < 10; i++) yield Buffer.alloc(1 << 20, 'x\n');
    }
    assert.equal((await blocks(many())).join('').length, 10 << 20);
  });
});
