import assert from 'node:assert/strict';
import { XMLValidator } from 'fast-xml-parser';
import type { Timeline } from '../../../src/core/trace/timeline.ts';
import { escapeXml, lightPalette, timelineSvg } from '../../../src/core/trace/timelineSvg.ts';
import { HOSTILE, timeline, WAY } from '../../support/timeline.ts';

/** The picture, which must be XML whatever it is of. */
function svg(title: string, made: Timeline): string {
  const drawn = timelineSvg(title, made, 'linear');
  assert.equal(XMLValidator.validate(drawn), true);
  return drawn;
}

describe('the picture', () => {
  it('shows each hop with its wait in proportion, its lock and its house', () => {
    const drawn = svg('a.eml', timeline(WAY));
    for (const words of [
      'a.eml',
      '30 s',
      'b.fabrikam.test \u2192 mx.contoso.test',
      'TLSv1.3',
      'contoso.test (receiver)',
      '10.0.0.1 (private)',
      'Written',
    ]) {
      assert.ok(drawn.includes(words), words);
    }
    const widths = [...drawn.matchAll(/width="([\d.]+)" height="10"[^>]*rx="2"/g)].map(([, width]) => Number(width));
    assert.equal(widths.length, 2);
    assert.ok(Math.abs((widths[1] as number) / (widths[0] as number) - 3) < 0.01);
  });

  it('has an arrow to the server where the client is not named', () => {
    const drawn = svg('a.eml', timeline('Received: by mx.contoso.test id 1; Fri, 20 Nov 2026 12:00:40 +0000'));
    assert.ok(drawn.includes('>\u2192 mx.contoso.test<'));
  });

  it('loads nothing and runs nothing', () => {
    const drawn = svg('a.eml', timeline(WAY));
    assert.doesNotMatch(drawn, /<(?:script|image|use|style|foreignObject|a)\b|href|url\(|\son\w+=/i);
  });

  it('is XML whatever the text holds', () => {
    for (const words of HOSTILE) {
      const made = timeline(`Received: from ${words} by ${words} with ${words}; ${words}\nReceived: from ${words}`);
      assert.doesNotMatch(svg(words, made), /<script|<image|<!\[CDATA|<\?php/);
    }
  });

  it('marks the hop whose clock is off where that clock puts it', () => {
    const at = (second: string): string => `Fri, 20 Nov 2026 12:00:${second} +0000`;
    const behind = timeline(
      `Received: by d; ${at('30')}\nReceived: by c; ${at('05')}\nReceived: by b; ${at('20')}\nReceived: by a; ${at('00')}`,
    );
    assert.deepEqual(
      behind.rows.map(({ mark }) => mark && Math.round(mark.linear.at * 30)),
      [undefined, 20, 5, undefined],
    );
    const ahead = timeline(`Received: by c; ${at('20')}\nReceived: by b; ${at('55')}\nReceived: by a; ${at('00')}`);
    assert.deepEqual(ahead.rows[1]?.mark, { linear: { at: 1, outside: 'behind' }, log: { at: 1, outside: 'behind' } });
    assert.match(svg('x', ahead), /<path d="M[\d.]+ \d+l6 8/);
  });

  it('warns of what is wrong, and only mentions what may be right', () => {
    const { rows } = timeline(
      'Received: from x.test ([203.0.113.4]) by c.other.test; 1 Jan 2020 00:00:09 Z\nReceived: by a.test; soon',
    );
    assert.deepEqual(
      rows.map(({ notes }) => notes.map(({ code, level }) => `${code} ${level}`).join()),
      ['bad-date warning', 'chain-break information'],
    );
  });

  it('has the words of a hop in columns, those on the right up to its edge', () => {
    const at = (second: string): string => `Fri, 20 Nov 2026 12:00:${second} +0000`;
    const long = `${'x'.repeat(40)}.test`;
    const header = `Received: from ${long} by c.test; ${at('30')}\nReceived: by b.test; ${at('40')}\nReceived: by a.test; ${at('10')}`;
    const made = timeline(header);
    const drawn = svg('a.eml', {
      ...made,
      rows: made.rows.map(({ band: _, ...row }) => ({ ...row, utc: 'now', rawDelay: 'raw' })),
    });
    for (const line of drawn.trim().split('\n')) assert.match(line, /^<.*>$/);
    const tops = [...drawn.matchAll(/<line x1="20" x2="940" y1="(\d+)"/g)].map(([, y]) => Number(y));
    const all = [...drawn.matchAll(/<text x="([\d.]+)" y="(\d+)" fill="#\w+" ?([^>]*)>([^<]*)/g)].map(
      ([, x = '', y = '', more = '', words = '']) => ({ x, y: Number(y), more, words }),
    );
    const row = (i: number): readonly string[] =>
      all
        .filter(({ y }) => y > (tops[i] as number) && y < (tops[i + 1] ?? Number.POSITIVE_INFINITY))
        .map(({ x, y, more, words }) => `${words} ${x} ${y - (tops[i] as number)} ${more}`.trim());
    const last = row(2);
    for (const one of [
      '3 50 22 text-anchor="end"',
      `${long} 58 22 font-weight="600"`,
      '\u2192 c.test 58 40 font-weight="600"',
      'now 500 44 font-size="11"',
      `${made.rows[2]?.delay} 940 22 text-anchor="end"`,
      'as written raw 940 42 text-anchor="end" font-size="11"',
    ])
      assert.ok(last.includes(one), `${one} in ${last.join('\n')}`);
    const note = last.find((one) => / 58 78 font-size="12"$/.test(one));
    assert.match(note ?? last.join('\n'), /^The hop before was taken in by b\.test; /);
  });

  it('is dark on light where no colours are given', () => {
    const { bands, background, line, ...ink } = lightPalette;
    const light = (colour: string): number => {
      assert.match(colour, /^#[0-9a-f]{6}$/);
      return [1, 3, 5].reduce((sum, from) => sum + Number.parseInt(colour.slice(from, from + 2), 16), 0);
    };
    assert.ok(light(background) > 750 && light(line) > 500);
    for (const colour of [...Object.values(ink), ...Object.values(bands)]) assert.ok(light(colour) < 500, colour);
  });

  it('names what is no XML by escaping it', () => {
    assert.equal(escapeXml(`<a b="c">'&\u0001\ud800`), '&lt;a b=&quot;c&quot;&gt;&#39;&amp;');
  });
});

describe('the axis', () => {
  it('has round steps, and on the other scale the ends of the waits', () => {
    const { ticks } = timeline(WAY);
    assert.deepEqual(
      ticks.linear.map(({ label }) => label),
      ['0 s', '10 s', '20 s', '30 s', '40 s'],
    );
    assert.deepEqual(
      ticks.log.map(({ label }) => label),
      ['0 s', '10 s', '40 s'],
    );
    for (const { at } of [...ticks.linear, ...ticks.log]) assert.ok(at >= 0 && at <= 1);
  });

  it('never has very many', () => {
    const far = timeline('Received: by b; 1 Jan 2026 00:00:00 Z\nReceived: by a; 1 Jan 1990 00:00:00 Z');
    assert.ok(far.ticks.linear.length <= 8, `${far.ticks.linear.length}`);
    assert.deepEqual(timeline('Received: by a; 1 Jan 1990 00:00:00 Z').ticks.linear, []);
  });
});
