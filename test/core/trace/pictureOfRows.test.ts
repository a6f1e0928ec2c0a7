import assert from 'node:assert/strict';
import { phrase } from '../../../src/core/text/words.ts';
import type { Timeline, TimelineRow } from '../../../src/core/trace/timeline.ts';
import { lightPalette, type Palette, timelineSvg } from '../../../src/core/trace/timelineSvg.ts';

const palette: Palette = {
  background: 'paper',
  foreground: 'ink',
  muted: 'grey',
  line: 'rule',
  bar: 'blue',
  longest: 'orange',
  warning: 'red',
  secure: 'green',
  bands: { sender: 'violet', filter: 'yellow', receiver: 'cyan' },
};

const row: TimelineRow = {
  number: 1,
  origin: 'received',
  from: 'a.test',
  by: 'b.test',
  encrypted: false,
  delay: '1 s',
  utc: '10:00:00',
  longest: false,
  notes: [],
  details: [],
  span: { start: 0, end: 0 },
};
const whole: Timeline = {
  rows: [],
  omitted: 0,
  header: { start: 0, end: 0 },
  hops: 2,
  total: phrase('5 s'),
  head: [],
  ticks: { linear: [], log: [] },
  networkProblems: [],
};

interface Shape {
  readonly name: string;
  readonly fill: string;
  readonly words: string;
  readonly [attribute: string]: string;
}
/** The shapes of a picture in the order in which they are drawn, with their attributes. */
function shapes(made: Partial<Timeline>, scale: 'linear' | 'log' = 'linear', title = 'a.eml'): readonly Shape[] {
  const svg = timelineSvg(title, { ...whole, ...made }, scale, palette);
  return [...svg.matchAll(/<(svg|text|rect|line|path)\b([^>]*?)\/?>([^<]*)/g)].map(
    ([, name = '', list = '', words = '']) => ({
      name,
      words,
      fill: '',
      ...Object.fromEntries([...list.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value])),
    }),
  );
}
const inRow = (one: Partial<TimelineRow>, scale?: 'log'): readonly Shape[] =>
  shapes({ rows: [{ ...row, ...one }] }, scale).slice(5);
/** `colour words` of each text. */
const texts = (all: readonly Shape[]): readonly string[] =>
  all.filter(({ name }) => name === 'text').map(({ fill, words }) => `${fill} ${words}`);
const at = (all: readonly Shape[], words: string): readonly number[] => {
  const found = all.find((one) => one.words === words);
  assert.ok(found, words);
  return [Number(found.x), Number(found.y)];
};

describe('the words of the picture', () => {
  const facts = (made: Partial<Timeline>, scale?: 'log'): string | undefined => texts(shapes(made, scale))[2];
  it('are its title, the time in all and what it was read from', () => {
    assert.deepEqual(texts(shapes({})), ['grey a.eml', 'ink Total transit time: 5 s', 'grey 2 hops']);
    assert.match(timelineSvg('a<b', whole, 'linear'), /<title>Hop timeline of a&lt;b: 5 s<\/title>/);
    assert.ok(timelineSvg('a', whole, 'linear').includes(`fill="${lightPalette.muted}"`));
    assert.equal(facts({ hops: 1 }), 'grey 1 hop');
    assert.equal(
      facts({ first: 'x', last: 'y', rawTotal: '9 s' }, 'log'),
      'grey 2 hops  ·  x → y  ·  as written: 9 s  ·  logarithmic scale',
    );
    assert.equal(facts({ first: 'x', last: 'x' }), 'grey 2 hops  ·  x');
    assert.equal(facts({ first: 'x' }), 'grey 2 hops');
    assert.deepEqual(
      ['x'.repeat(100), 'x'.repeat(101)].map((title) => shapes({}, 'linear', title)[2]?.words),
      ['x'.repeat(100), `${'x'.repeat(99)}…`],
    );
  });
  it('are the lines of the head, wrapped, for which it grows', () => {
    const long = 'word '.repeat(27).trim();
    const made = shapes({
      head: [
        { level: 'warning', text: phrase('clock') },
        { level: 'information', text: phrase(long) },
      ] as unknown as Timeline['head'],
    });
    assert.deepEqual(texts(made).slice(3), ['red clock', `ink ${'word '.repeat(26).trim()}`, 'ink word']);
    const heights = [made, shapes({})].map((all) => Number(all[0]?.height));
    assert.equal((heights[0] as number) - (heights[1] as number), 54);
    assert.deepEqual(
      made.slice(4).map(({ y }) => Number(y)),
      [76, 94, 112, 130],
    );
  });
  it('are those of a hop', () => {
    const plain = { ip: '192.0.2.1', protocol: 'ESMTP' };
    assert.deepEqual(texts(inRow(plain)), [
      ...['grey 1', 'ink a.test → b.test', 'grey 192.0.2.1  ·  ESMTP', 'grey 10:00:00', 'ink 1 s'],
    ]);
    const way = (one: Partial<TimelineRow>): string | undefined => texts(inRow(one))[2];
    assert.equal(way({ ...plain, address: 'private', encrypted: true }), 'grey 192.0.2.1 (private)  ·  ESMTP  ·  TLS');
    assert.equal(way({ encrypted: true, tlsVersion: 'TLSv1.3' }), 'grey TLSv1.3');
    assert.equal(way({ tlsVersion: 'TLSv1.3' }), 'grey ');
    assert.equal(way({ protocol: 'x'.repeat(31) }), `grey ${'x'.repeat(29)}…`);
    const name = (one: Partial<TimelineRow>): readonly string[] =>
      texts(inRow(one)).filter((words) => words.startsWith('ink'));
    assert.deepEqual(name({ origin: 'date' }), ['ink Written', 'ink 1 s']);
    assert.deepEqual(name({ from: undefined } as unknown as TimelineRow), ['ink → b.test', 'ink 1 s']);
    assert.deepEqual(name({ by: undefined } as unknown as TimelineRow), ['ink a.test → ?', 'ink 1 s']);
    const [a, b] = [`${'a'.repeat(17)}.test`, `${'b'.repeat(18)}.test`];
    assert.deepEqual(name({ from: a, by: b }), [`ink ${a} → ${b}`, 'ink 1 s']);
    assert.deepEqual(name({ from: `x${a}`, by: b }), [`ink x${a}`, `ink → ${b}`, 'ink 1 s']);
    const { number: _, utc: __, ...rest } = row;
    assert.deepEqual(texts(shapes({ rows: [{ ...rest, rawDelay: '-4 s' }] })).slice(3), [
      ...['ink a.test → b.test', 'grey ', 'grey time unknown', 'ink 1 s', 'grey as written -4 s'],
    ]);
  });
  it('are its notes, wrapped, warnings in their colour', () => {
    const notes = [
      { code: 'a', level: 'warning', text: phrase('bad') },
      { code: 'b', level: 'information', text: phrase('word '.repeat(27).trim()) },
    ] as unknown as TimelineRow['notes'];
    const all = inRow({ notes });
    assert.deepEqual(texts(all).slice(5), ['red bad', `grey ${'word '.repeat(26).trim()}`, 'grey word']);
    assert.deepEqual(
      all.slice(-3).map(({ y }, _, list) => Number(y) - Number(list[0]?.y)),
      [0, 17, 34],
    );
  });
});

describe('the places in the picture', () => {
  const band = { text: 'contoso.test (receiver)', name: 'contoso.test', role: 'receiver', begins: true } as const;
  it('are one below the other, each row with a line above it', () => {
    const notes = [{ code: 'a', level: 'warning', text: phrase('bad') }] as unknown as TimelineRow['notes'];
    const long = { from: `${'a'.repeat(40)}.test` };
    const all = shapes({ rows: [row, { ...row, band }, { ...row, ...long }, { ...row, notes }, row] });
    const lines = all.filter(({ name }) => name === 'line').map(({ y1 }) => Number(y1));
    assert.deepEqual(
      lines.map((y) => y - (lines[0] as number)),
      [0, 58, 134, 210, 285],
    );
    const [svg, paper] = all;
    assert.equal(Number(svg?.height), (lines[4] as number) + 58 + 20);
    assert.equal(svg?.viewBox, `0 0 ${svg?.width} ${svg?.height}`);
    assert.deepEqual([paper?.width, paper?.height, paper?.fill], [svg?.width, svg?.height, 'paper']);
    for (const { name, x1, x2, y1, y2 } of all) if (name === 'line') assert.deepEqual([x1, x2, y1], ['20', '940', y2]);
    for (const { name, y } of all) if (name === 'text') assert.ok(Number(y) < Number(svg?.height) - 20);
  });
  it('have a stripe and a name of the house in front, where it begins', () => {
    const [line, stripe, ...rest] = inRow({ band });
    assert.deepEqual([stripe?.fill, stripe?.x, stripe?.width], ['cyan', '20', '4']);
    assert.deepEqual([Number(stripe?.y), Number(stripe?.height)], [Number(line?.y1) + 1, 58 + 18 - 1]);
    assert.equal(texts(rest)[0], 'grey contoso.test (receiver)');
    assert.deepEqual(
      [at(rest, 'contoso.test (receiver)'), at(rest, '1'), at(rest, 'a.test → b.test')].map(([x = 0, y = 0]) => [
        x,
        y - Number(line?.y1),
      ]),
      [
        [58, 20],
        [50, 40],
        [58, 40],
      ],
    );
    assert.equal(texts(inRow({ band: { ...band, begins: false } }))[0], 'grey 1');
    const { role: _, ...noRole } = band;
    assert.ok(!inRow({ band: noRole }).some(({ fill }) => fill === 'cyan'));
  });
  it('have the words under the names, beside a lock where it was encrypted', () => {
    for (const encrypted of [false, true]) {
      const all = inRow({ encrypted, ip: 'i', from: 'a'.repeat(50) });
      const [x = 0, y = 0] = at(all, encrypted ? 'i  ·  TLS' : 'i');
      const top = Number(all[0]?.y1);
      assert.deepEqual([x, y - top], [encrypted ? 76 : 58, 60]);
      const lock = all.find(({ name }) => name === 'path');
      assert.deepEqual(
        [lock?.fill, lock?.transform],
        encrypted ? ['green', `translate(58 ${top + 48}) scale(0.875)`] : [undefined, undefined],
      );
    }
  });
  it('have a bar on a track for the wait, and a mark where a clock is off', () => {
    const bar = (
      start: number,
      width: number,
      longest = false,
      scale?: 'log',
    ): readonly (string | number | undefined)[] => {
      const other = { start: 0, width: 0.5 };
      const bars =
        scale === 'log' ? { linear: other, log: { start, width } } : { linear: { start, width }, log: other };
      const [track, drawn, ...more] = inRow({ bar: bars, longest }, scale).filter(({ name }) => name === 'rect');
      assert.equal(more.length, 0);
      assert.deepEqual(
        [track?.x, track?.width, track?.height, track?.fill, track?.y],
        ['500', '350', '10', 'rule', drawn?.y],
      );
      return [drawn?.fill, Number(drawn?.x), Number(drawn?.width)];
    };
    assert.deepEqual(bar(0, 0.5), ['blue', 500, 175]);
    assert.deepEqual(bar(0.5, 0.5, true), ['orange', 675, 175]);
    assert.deepEqual(bar(0.2, 0.4, false, 'log'), ['blue', 570, 140]);
    assert.deepEqual(bar(0.5, 0), ['blue', 675, 2]);
    assert.deepEqual(bar(1, 0), ['blue', 848, 2]);
    const mark = { linear: { at: 0.5 }, log: { at: 0.25 } } as unknown as TimelineRow['mark'];
    for (const [scale, x] of [
      [undefined, 675],
      ['log', 587.5],
    ] as const) {
      const all = inRow({ ...(mark && { mark }) }, scale);
      const path = all.find(({ name }) => name === 'path');
      assert.deepEqual([path?.fill, path?.d], ['red', `M${x} ${Number(all[0]?.y1) + 10}l6 8l-6 8l-6 -8Z`]);
    }
    assert.equal(inRow({}).filter(({ name }) => name === 'rect' || name === 'path').length, 1);
  });
  it('have the axis above them, its labels within it', () => {
    const ticks = [0, 0.5, 1].map((one) => ({ at: one, label: `t${one}` })) as unknown as Timeline['ticks']['linear'];
    const all = shapes({ rows: [row], ticks: { linear: ticks, log: [] } });
    const top = 112;
    const lines = all.filter((one) => one['stroke-dasharray'] !== undefined);
    assert.deepEqual(
      lines.map(({ x1, x2, y1, y2, stroke }) => [x1, x2, y1, y2, stroke].join(' ')),
      [500, 675, 850].map((x) => `${x} ${x} ${top - 4} ${top + 58} rule`),
    );
    const labels = all.filter(({ words }) => words.startsWith('t'));
    assert.deepEqual(
      labels.map((one) => [one.words, one.x, one.y, one['text-anchor']].join(' ')),
      [`t0 500 ${top - 8} start`, `t0.5 675 ${top - 8} middle`, `t1 850 ${top - 8} end`],
    );
    assert.equal(
      shapes({ rows: [row], ticks: { linear: ticks, log: [] } }, 'log').filter(({ words }) => words.startsWith('t'))
        .length,
      0,
    );
  });
});
