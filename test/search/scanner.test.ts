import assert from 'node:assert/strict';
import { countLines, hitsIn, type Pattern, Scanner } from '../../src/search/scanner.ts';

const pattern = (text: string, more: Partial<Pattern> = {}): Pattern => ({
  octets: Buffer.from(text),
  fits: () => true,
  ...more,
});

/** Where each text stands that is looked for, as `TEXT@PLACE`. */
function found(text: string, patterns: readonly Pattern[], onFrom = (at: number, _length: number): number => at + 1) {
  const scanner = new Scanner();
  for (const one of patterns) assert.equal(scanner.add(one), true);
  const places: string[] = [];
  scanner.scan(Buffer.from(text, 'latin1'), (at, { octets }) => {
    places.push(`${Buffer.from(octets)}@${at}`);
    return onFrom(at, octets.length);
  });
  return places;
}

describe('texts that are looked for in octets', () => {
  it('are found wherever they stand', () => {
    for (const [text, needles, places] of [
      ['abc', ['abc'], ['abc@0']],
      ['xabc', ['abc'], ['abc@1']],
      ['abcx', ['abc'], ['abc@0']],
      ['xxabcxx', ['abc'], ['abc@2']],
      ['ab', ['abc'], []],
      ['', ['abc'], []],
      ['abcabc', ['abc'], ['abc@0', 'abc@3']],
      ['aaaa', ['aaa'], ['aaa@0', 'aaa@1']],
      ['one two three', ['two', 'three', 'one'], ['one@0', 'two@4', 'three@8']],
      ['one two three', ['three', 'tw', 'one'].map((one) => one.padEnd(3, 'o')), ['one@0', 'two@4', 'three@8']],
      ['abcdefgh', ['cdefgh', 'abc'], ['abc@0', 'cdefgh@2']],
      ['abcdefgh', ['abc', 'abcdefg'], ['abc@0', 'abcdefg@0']],
      ['abcdefg', ['abcdefgh', 'defgh'], []],
      ['abd abc', ['abc'], ['abc@4']],
      ['xbc abx', ['abc'], []],
    ] as const)
      assert.deepEqual(
        found(
          text,
          needles.map((one) => pattern(one)),
        ),
        places,
        `${text}: ${needles}`,
      );
  });

  it('are found as by looking at each place, whatever their lengths and in which order they come', () => {
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return (seed >> 8) % below;
    };
    const words = (length: number): string => Array.from({ length }, () => 'abAB'[next(4)]).join('');
    for (let round = 0; round < 100; round++) {
      const text = words(300);
      const patterns = Array.from({ length: 1 + next(5) }, (_, i) =>
        pattern(words(3 + next(5)), (round + i) % 2 === 0 ? {} : { exact: true }),
      );
      const there: string[] = [];
      for (let at = 0; at < text.length; at++)
        for (const { octets, exact } of patterns) {
          const here = text.slice(at, at + octets.length);
          const needle = Buffer.from(octets).toString();
          if (exact === true ? here === needle : here.toLowerCase() === needle.toLowerCase())
            there.push(`${needle}@${at}`);
        }
      assert.deepEqual(found(text, patterns).toSorted(), there.toSorted());
    }
  });

  it('stand for either case of ASCII letters, and of no others', () => {
    const text = 'MX.Contoso.TEST [\\]^_ {|}~ \u00c4\u00e4 @` ';
    assert.deepEqual(found(text, [pattern('mx.CONTOSO.test')]), ['mx.CONTOSO.test@0']);
    assert.deepEqual(found(text, [pattern('mx.CONTOSO.test', { exact: true })]), []);
    assert.deepEqual(found(text, [pattern('MX.Contoso.TEST', { exact: true })]), ['MX.Contoso.TEST@0']);
    for (const other of ['{\\]', '[\\}', ' @@ ', '[|]', ' `` ']) assert.deepEqual(found(text, [pattern(other)]), []);
    assert.deepEqual(found('AZaz', [pattern('azAZ')]), ['azAZ@0']);
  });

  it('are gone on from where it is said', () => {
    assert.deepEqual(
      found('abcabc abcabc', [pattern('abc')], (at) => at + 6),
      ['abc@0', 'abc@7'],
    );
    assert.deepEqual(
      found('aaaaaa', [pattern('aaa')], (at, length) => at + length),
      ['aaa@0', 'aaa@3'],
    );
    assert.deepEqual(
      found('abcabc', [pattern('abc')], () => 100),
      ['abc@0'],
    );
  });

  it('are left out where they do not fit', () => {
    const asked: number[][] = [];
    const fits: Pattern['fits'] = (_, start, end) => {
      asked.push([start, end]);
      return start > 0;
    };
    assert.deepEqual(found('abcdabcd', [pattern('abcd', { fits })]), ['abcd@4']);
    assert.deepEqual(asked, [
      [0, 4],
      [4, 8],
    ]);
  });

  it('have three octets, and may have many', () => {
    const scanner = new Scanner();
    assert.deepEqual([scanner.add(pattern('ab')), scanner.size], [false, 0]);
    assert.deepEqual([scanner.add(pattern('abc')), scanner.size], [true, 1]);
    scanner.scan(Buffer.from('xyz'), () => assert.fail());
    new Scanner().scan(Buffer.from('xyz'), () => assert.fail());
    for (const length of [199, 200, 201, 300, 5000]) {
      const long = `${'x'.repeat(length - 1)}y`;
      assert.deepEqual(found(`xx${long}xx`, [pattern(long)]), [`${long}@2`]);
      assert.deepEqual(found(`xx${long.slice(0, -1)}z`, [pattern(long)]), []);
      assert.deepEqual(found(`${long}abc`, [pattern(long), pattern('abc')]), [`${long}@0`, `abc@${length}`]);
    }
  });
});

describe('what stands in a line', () => {
  it('has a bit for each text', () => {
    const patterns = ['ann', 'bob', 'eve'].map((one) => pattern(one));
    for (const [line, hits] of [
      ['', 0],
      ['ann', 1],
      ['to bob', 2],
      ['BOB', 2],
      ['ann eve', 5],
      ['eve bob ann', 7],
      ['an', 0],
    ] as const)
      assert.equal(hitsIn(Buffer.from(line), patterns), hits, line);
  });
});

describe('lines', () => {
  it('are counted by their ends, wherever the octets stand in memory', () => {
    const memory = new Uint8Array(64);
    memory.set(Buffer.from('\nab\n\n\ncdefg\u000b\t\n\x8a\x0a\x0b\x09\x00\xff\n\n\n\n\nabcdefghijk\n', 'latin1'));
    for (let start = 0; start < 20; start++)
      for (let end = start; end <= 64; end++) {
        const part = memory.subarray(start, end);
        assert.equal(countLines(part), part.filter((octet) => octet === 10).length, `${start} to ${end}`);
      }
  });
});
