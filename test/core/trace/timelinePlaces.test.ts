import assert from 'node:assert/strict';
import { phrase } from '../../../src/core/text/words.ts';
import type { Timeline, TimelineRow } from '../../../src/core/trace/timeline.ts';
import { escapeXml, lightPalette, timelineSvg } from '../../../src/core/trace/timelineSvg.ts';

const ROW: TimelineRow = {
  ...{ number: 1, origin: 'received', from: 'a.test', by: 'b.test', encrypted: false, delay: '1 s', utc: 'noon' },
  ...{ longest: false, notes: [], details: [], span: { start: 0, end: 0 } },
};

const made = (rows: readonly Partial<TimelineRow>[], more: Partial<Timeline> = {}): Timeline =>
  ({
    rows: rows.map((row) => ({ ...ROW, ...row })),
    ...{
      omitted: 0,
      header: { start: 0, end: 0 },
      hops: rows.length,
      total: phrase('9 s'),
      head: [],
      networkProblems: [],
    },
    ticks: { linear: [], log: [] },
    ...(more as object),
  }) as Timeline;

const draw = (timeline: Timeline, scale: 'linear' | 'log' = 'linear'): string => timelineSvg('x.eml', timeline, scale);

/** The words of a picture, each as `x,y colour: words`, and with what else is said of them. */
const words = (drawn: string): readonly string[] =>
  [...drawn.matchAll(/<text x="([\d.-]+)" y="([\d.-]+)" fill="(#\w+)"([^>]*)>([^<]*)</g)].map(
    ([, x, y, fill, more, text]) => {
      const name = Object.entries(lightPalette).find(([, value]) => value === fill)?.[0] ?? fill;
      const end = /anchor="(\w+)"/.exec(more as string)?.[1];
      return `${x},${y} ${name}${end === undefined ? '' : ` ${end}`}: ${text}`;
    },
  );

const height = (drawn: string): number => Number(/height="(\d+)"/.exec(drawn)?.[1]);
const rectangles = (drawn: string): readonly string[] =>
  [...drawn.matchAll(/<rect x="([\d.-]+)" y="([\d.-]+)" width="([\d.]+)" height="(\d+)" fill="(#\w+)"/g)].map(
    ([, x, y, width, tall, fill]) => `${x},${y} ${width}x${tall} ${fill}`,
  );

describe('where things stand in the picture', () => {
  it('words of the head and of a row, one under the other', () => {
    const drawn = draw(made([{}]));
    assert.deepEqual(words(drawn), [
      '20,28 muted: x.eml',
      '20,54 foreground: Total transit time: 9 s',
      '20,76 muted: 1 hop',
      '50,134 muted end: 1',
      '58,134 foreground: a.test \u2192 b.test',
      '58,154 muted: ',
      '500,156 muted: noon',
      '940,134 foreground end: 1 s',
    ]);
    assert.equal(height(drawn), 190);
    assert.match(drawn, /viewBox="0 0 960 190"/);
    assert.match(drawn, /<title>Hop timeline of x\.eml: 9 s<\/title>/);
    assert.match(drawn, /<line x1="20" x2="940" y1="112" y2="112"/);
    assert.deepEqual(rectangles(drawn), [`500,125 350x10 ${lightPalette.line}`]);
  });

  it('rows below each other, higher with a band, a second name and notes', () => {
    const long = 'a'.repeat(44);
    const drawn = draw(
      made([
        { band: { text: 'A (sender)', name: 'A', role: 'sender', begins: true } },
        {
          from: long,
          notes: [
            { code: 'x', level: 'warning', text: phrase('wrong') },
            { code: 'y', level: 'information', text: phrase('perhaps') },
          ] as never,
        },
        { number: 2, band: { text: 'B', name: 'B', begins: false } },
      ]),
    );
    assert.deepEqual(words(drawn).slice(3), [
      '58,132 muted: A (sender)',
      ...['50,152 muted end: 1', '58,152 foreground: a.test \u2192 b.test', '58,172 muted: ', '500,174 muted: noon'],
      '940,152 foreground end: 1 s',
      ...['50,210 muted end: 1', `58,210 foreground: ${long}`, '58,228 foreground: \u2192 b.test', '58,248 muted: '],
      ...['500,232 muted: noon', '940,210 foreground end: 1 s', '58,266 warning: wrong', '58,283 muted: perhaps'],
      ...['50,320 muted end: 2', '58,320 foreground: a.test \u2192 b.test', '58,340 muted: ', '500,342 muted: noon'],
      '940,320 foreground end: 1 s',
    ]);
    assert.equal(height(drawn), 112 + 76 + 110 + 58 + 20);
    assert.ok(rectangles(drawn).includes(`20,113 4x75 ${lightPalette.bands.sender}`));
    assert.deepEqual(
      [...drawn.matchAll(/y1="(\d+)"/g)].map(([, y]) => y),
      ['112', '188', '298'],
    );
  });

  it('lines of the head above the rows', () => {
    const head = [
      { level: 'information', text: phrase('slow') },
      { level: 'warning', text: phrase(`${'x'.repeat(100)} ${'y'.repeat(40)}`) },
    ];
    const drawn = draw(made([{}], { head: head as never }));
    assert.deepEqual(words(drawn).slice(3, 6), [
      '20,94 foreground: slow',
      `20,112 warning: ${'x'.repeat(100)}`,
      `20,130 warning: ${'y'.repeat(40)}`,
    ]);
    assert.equal(height(drawn), 190 + 54);
  });

  it('waits on their axis, and at least two pixels of each', () => {
    const both = (start: number, width: number) => ({ linear: { start, width }, log: { start: 0, width: 1 } });
    const drawn = draw(made([{ bar: both(0.5, 0.25) }, { bar: both(1, 0), longest: true }]));
    assert.deepEqual(rectangles(drawn), [
      ...[`500,125 350x10 ${lightPalette.line}`, `675,125 87.5x10 ${lightPalette.bar}`],
      ...[`500,183 350x10 ${lightPalette.line}`, `848,183 2x10 ${lightPalette.longest}`],
    ]);
    assert.ok(rectangles(draw(made([{ bar: both(0.5, 0.25) }]), 'log')).includes(`500,125 350x10 ${lightPalette.bar}`));
    const mark = { linear: { at: 0.5 }, log: { at: 1 } };
    assert.match(draw(made([{ mark }])), /<path d="M675 122l6 8l-6 8l-6 -8Z" fill="#bf8803"/);
    assert.match(draw(made([{ mark }]), 'log'), /<path d="M850 122l/);
  });

  it('ticks at their places, labels within the axis', () => {
    const ticks = [0, 0.5, 1].map((at) => ({ at, label: `${at * 10} s` }));
    const drawn = draw(made([{}], { ticks: { linear: ticks, log: [] } }));
    assert.deepEqual(words(drawn).slice(3, 6), [
      '500,104 muted start: 0 s',
      '675,104 muted middle: 5 s',
      '850,104 muted end: 10 s',
    ]);
    assert.deepEqual(
      [...drawn.matchAll(/x1="([\d.]+)" x2="([\d.]+)" y1="108" y2="(\d+)"/g)].map(
        ([, from, to, end]) => `${from} ${to} ${end}`,
      ),
      ['500 500 170', '675 675 170', '850 850 170'],
    );
  });

  it('a lock where it was encrypted, the way beside it', () => {
    const row = {
      encrypted: true,
      ip: '10.0.0.1',
      address: 'private',
      protocol: 'ESMTPS via x',
      tlsVersion: 'TLSv1.3',
    };
    const drawn = draw(made([row]));
    assert.ok(words(drawn).includes('76,154 muted: 10.0.0.1 (private)  \u00b7  ESMTPS via x  \u00b7  TLSv1.3'));
    assert.match(drawn, /translate\(58 142\) scale\(0\.875\)" fill="#388a34"/);
    assert.doesNotMatch(draw(made([{}])), /translate/);
    assert.ok(
      words(draw(made([{ encrypted: true, ip: '192.0.2.1' }]))).includes('76,154 muted: 192.0.2.1  \u00b7  TLS'),
    );
    assert.ok(words(draw(made([{ protocol: 'p'.repeat(31) }]))).includes(`58,154 muted: ${'p'.repeat(29)}\u2026`));
    const way = words(draw(made([{ ip: 'i'.repeat(70) }])));
    assert.ok(way.includes(`58,154 muted: ${'i'.repeat(63)}\u2026`));
  });

  it('what is written, unknown or too long', () => {
    const drawn = draw(
      made([
        { origin: 'date', rawDelay: '-9 s' },
        { by: undefined as never, utc: undefined as never, number: undefined as never },
      ]),
    );
    assert.deepEqual(words(drawn).slice(3), [
      ...['50,134 muted end: 1', '58,134 foreground: Written', '58,154 muted: ', '500,156 muted: noon'],
      ...['940,134 foreground end: 1 s', '940,154 muted end: as written -9 s'],
      ...[
        '58,192 foreground: a.test \u2192 ?',
        '58,212 muted: ',
        '500,214 muted: time unknown',
        '940,192 foreground end: 1 s',
      ],
    ]);
    const name = (from: string | undefined, by: string): readonly string[] =>
      words(draw(made([{ from: from as never, by }]))).filter(
        (one) => one.startsWith('58,1') && one.includes('foreground'),
      );
    assert.equal(name('a'.repeat(22), 'b'.repeat(23)).length, 1);
    assert.equal(name('a'.repeat(23), 'b'.repeat(23)).length, 2);
    assert.deepEqual(name(undefined, 'b.test'), ['58,134 foreground: \u2192 b.test']);
    const band = { band: { text: 'b'.repeat(70), name: 'b', begins: true } };
    assert.ok(words(draw(made([band]))).includes(`58,132 muted: ${'b'.repeat(61)}\u2026`));
    assert.equal(words(timelineSvg('t'.repeat(101), made([]), 'linear'))[0], `20,28 muted: ${'t'.repeat(99)}\u2026`);
    assert.equal(words(timelineSvg('t'.repeat(100), made([]), 'linear'))[0], `20,28 muted: ${'t'.repeat(100)}`);
  });

  it('facts in one line', () => {
    const facts = (more: Partial<Timeline>, scale: 'linear' | 'log' = 'linear'): string | undefined =>
      words(draw(made([{}, {}], more), scale))[2]?.replace('20,76 muted: ', '');
    assert.equal(facts({ first: 'a', last: 'b' }), '2 hops  \u00b7  a \u2192 b');
    assert.equal(facts({ first: 'a', last: 'a', rawTotal: '-1 s' }), '2 hops  \u00b7  a  \u00b7  as written: -1 s');
    assert.equal(facts({ first: 'a' }, 'log'), '2 hops  \u00b7  logarithmic scale');
    assert.equal(facts({ hops: 1 }), '1 hop');
  });

  it('wrapped words, a long one cut', () => {
    const notes = (text: string): readonly string[] =>
      words(draw(made([{ notes: [{ code: 'x', level: 'warning', text: phrase(text as never) }] as never }])))
        .filter((one) => one.includes(' warning: '))
        .map((one) => one.replace(/^.*?: /, ''));
    const [a, b] = ['a'.repeat(100), 'b'.repeat(29)];
    assert.deepEqual(notes(`${a} ${b}`), [`${a} ${b}`]);
    assert.deepEqual(notes(`${a} ${b}b`), [a, `${b}b`]);
    assert.deepEqual(notes('c'.repeat(131)), [`${'c'.repeat(129)}\u2026`]);
    assert.equal(notes('d '.repeat(400)).join(' ').replaceAll(' ', '').length, 300);
    assert.deepEqual(notes(''), []);
  });
});

describe('text for XML', () => {
  it('has no characters that no document may hold', () => {
    assert.equal(
      escapeXml('a\u0000\u0008\u0009\u000a\u000b\u000c\u000d\u000e\u001f\ud800\ufffe\uffff b\u{1f600}'),
      'a\t\n\r b\u{1f600}',
    );
  });
});
