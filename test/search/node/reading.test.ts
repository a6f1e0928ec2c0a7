import assert from 'node:assert/strict';
import { readNeedle } from '../../../src/search/needle.ts';
import { type Keep, type RawLine, Reading, type Scan } from '../../../src/search/node/reading.ts';

const bob = readNeedle('bob@contoso.test');
const scan = (more: Partial<Scan> = {}): Scan => ({
  ...{ needles: [bob], counting: false, ids: [], end: Number.POSITIVE_INFINITY },
  ...{ latest: Date.UTC(2026, 11, 1), counted: new Map() },
  ...more,
});

interface Told {
  readonly lines: readonly RawLine[];
  readonly headers: readonly string[];
  readonly read: readonly number[];
  readonly scanned: Awaited<ReturnType<Reading['run']>>;
}

/** Reads pieces; `ids` gives the ids that lines lead to. */
async function reading(
  pieces: readonly string[],
  more: Partial<Scan> = {},
  ids: (found: readonly RawLine[]) => readonly string[] = () => [],
  signal = new AbortController().signal,
): Promise<Told> {
  const lines: RawLine[] = [];
  const headers: string[] = [];
  const read: number[] = [];
  const given = new Set<string>();
  const keep: Keep = (header, found) => {
    headers.push(header);
    lines.push(...found);
    const added = ids(found).filter((id) => !given.has(id));
    for (const id of added) given.add(id);
    return added;
  };
  async function* octets(): AsyncIterable<Buffer> {
    for (const piece of pieces) yield Buffer.from(piece);
  }
  const scanned = await new Reading(scan(more), keep).run(octets(), signal, (size) => read.push(size));
  return { lines, headers, read, scanned };
}

const texts = ({ lines }: Told): readonly string[] => lines.map(({ text }) => text);

describe('a source that is read', () => {
  it('gives its lines with the needle, where they stand', async () => {
    const told = await reading([
      'one\nto bob@contoso.test\r\n',
      'x\ny\nbob@contoso.test bob@contoso.test\nBOB@CONTOSO.TEST',
    ]);
    assert.deepEqual(told.lines, [
      { text: 'to bob@contoso.test', at: 4, number: 2 },
      { text: 'bob@contoso.test bob@contoso.test', at: 29, number: 5 },
      { text: 'BOB@CONTOSO.TEST', at: 63, number: 6 },
    ]);
    assert.deepEqual(told.read, [25, 38, 16]);
    const { octets, lines, counts, passedOver } = told.scanned;
    assert.deepEqual([octets, lines, counts, passedOver], [79, 5, [0], undefined]);
    assert.deepEqual(
      [...told.scanned.counted],
      [
        [0, { length: 25, lines: 2 }],
        [25, { length: 38, lines: 3 }],
        [63, { length: 16, lines: 0 }],
      ],
    );
  });

  it('gives the lines of the ids that these lead to, in the last two blocks and behind', async () => {
    const pieces = ['AAA01: early\n', 'AAA01: before\n', 'AAA01: bob@contoso.test\nAAA01: behind\n', 'AAA01: last\n'];
    const told = await reading(pieces, {}, (found) => found.flatMap(({ text }) => (/bob/.test(text) ? ['AAA01'] : [])));
    assert.deepEqual(texts(told), [
      'AAA01: bob@contoso.test',
      'AAA01: before',
      'AAA01: bob@contoso.test',
      'AAA01: behind',
      'AAA01: last',
    ]);
    // The first block was not looked at for it.
    assert.deepEqual([...told.scanned.known], [['AAA01', 13]]);
    const numbers = new Map(told.lines.map(({ text, number, at }) => [text, [number, at]]));
    assert.deepEqual(numbers.get('AAA01: before'), [2, 13]);
    assert.deepEqual(numbers.get('AAA01: last'), [5, 65]);
  });

  it('gives the lines of ids that it is asked for, and of those learned on the way from the next block on', async () => {
    assert.deepEqual(texts(await reading(['AAA01: x\nAAA02: y\naaa01: z\n'], { needles: [], ids: ['AAA01'] })), [
      'AAA01: x',
    ]);
    const found: string[] = [];
    const one = new Reading(scan({ needles: [] }), (_, lines) => {
      found.push(...lines.map(({ text }) => text));
      return [];
    });
    async function* octets(): AsyncIterable<Buffer> {
      yield Buffer.from('AAA01: one\n');
      one.learn(['AAA01']);
      one.learn(['AAA01']);
      yield Buffer.from('AAA01: two\n');
    }
    const { known } = await one.run(octets(), new AbortController().signal, () => undefined);
    assert.deepEqual([found, [...known]], [['AAA01: two'], [['AAA01', 11]]]);
  });

  it('counts the lines with each needle where that alone is asked', async () => {
    const eve = readNeedle('eve@contoso.test');
    const told = await reading(['bob@contoso.test bob@contoso.test\neve@contoso.test\n', 'bob@contoso.test\n'], {
      needles: [bob, eve],
      counting: true,
    });
    assert.deepEqual([told.scanned.counts, told.lines], [[3, 1], []]);
  });

  it('hands on what names the columns of a table', async () => {
    const columns = Array.from({ length: 12 }, (_, i) => `#${i}`);
    const [header] = (await reading([`${columns.join('\r\n')}\r\nbob@contoso.test\n# more\n`])).headers;
    assert.equal(header, columns.slice(0, 10).join('\n'));
    assert.deepEqual((await reading(['#a\nb\n#c\nbob@contoso.test\n'])).headers, ['#a\n#c']);
    assert.deepEqual((await reading(['x\n#a\nbob@contoso.test\n'])).headers, ['']);
    assert.deepEqual((await reading(['x\n', '#a\nbob@contoso.test\n'])).headers, ['']);
  });

  it('ends where nothing more is wanted', async () => {
    const pieces = ['bob@contoso.test 1\n', 'bob@contoso.test 2\n', 'bob@contoso.test 3\n'];
    for (const [end, count] of [
      [0, 1],
      [18, 1],
      [19, 1],
      [20, 2],
      [38, 2],
      [39, 3],
    ] as const)
      assert.equal((await reading(pieces, { end })).lines.length, count, `${end}`);
    assert.deepEqual(texts(await reading(pieces, {}, undefined, AbortSignal.abort())), []);
  });

  it('is passed over where it is no text, or begins behind the time asked for', async () => {
    const binary = await reading(['\0\0\0bob@contoso.test\n']);
    assert.deepEqual([binary.scanned.passedOver, binary.lines, binary.read], ['binary', [], []]);
    const until = Date.UTC(2026, 10, 21, 20, 5, 9);
    const at = (second: number): string => `2026-11-21T20:05:0${second}Z bob@contoso.test\n`;
    assert.equal((await reading([at(8)], { until })).scanned.passedOver, undefined);
    assert.equal((await reading([at(9)], { until })).scanned.passedOver, undefined);
    const later = await reading([`${at(9).replace('09Z', '09.5Z')}${at(1)}`], { until });
    assert.deepEqual([later.scanned.passedOver, later.lines], ['later', []]);
    assert.equal((await reading([`no time\n${at(9)}`], { until: 0 })).scanned.passedOver, undefined);
    // A later block may begin as it likes.
    assert.equal((await reading([at(8), at(9).replace('09Z', '59Z')], { until })).scanned.passedOver, undefined);
  });

  it('takes the numbers of lines that were counted before', async () => {
    const counted = new Map([[0, { length: 4, lines: 7 }]]);
    assert.equal((await reading(['a\nb\n', 'bob@contoso.test\n'], { counted })).lines[0]?.number, 8);
    counted.set(0, { length: 3, lines: 7 });
    assert.equal((await reading(['a\nb\n', 'bob@contoso.test\n'], { counted })).lines[0]?.number, 3);
  });
});
