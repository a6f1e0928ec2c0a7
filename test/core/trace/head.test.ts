import assert from 'node:assert/strict';
import { inEnglish } from '../../../src/core/text/words.ts';
import { headOf } from '../../../src/core/trace/head.ts';
import type { TraceHop } from '../../../src/core/trace/hop.ts';
import { timelineSvg } from '../../../src/core/trace/timelineSvg.ts';
import { timeline } from '../../support/timeline.ts';

const hop = (from: string, by: string, time: string, more = ''): string =>
  `Received: from ${from}.test by ${by}.test with ESMTP id 1${more}; Fri, 20 Nov 2026 ${time} +0000\n`;
const way = `${hop('b', 'c', '13:00:00')}${hop('b', 'b', '12:00:10')}${hop('a', 'b', '12:00:00')}`.trimEnd();
const texts = (header: string) => timeline(header).head.map(({ text }) => inEnglish(text));

describe('the head of the timeline', () => {
  it('names the slowest hop with its way, and adds the waits of one server up', () =>
    assert.deepEqual(texts(way), [
      'Slowest: hop 3, 59 min 50 s, from b.test to c.test. The header does not say why.',
      'Waits by server: b.test 1 h in 2 waits.',
    ]));

  it('names servers with one wait beside those with several, the longest first', () => {
    const more = `${hop('c', 'd', '15:00:00')}${way}`;
    assert.equal(texts(more)[1], 'Waits by server: c.test 2 h, b.test 1 h in 2 waits.');
  });

  it('names one server where the wait was within it, and counts servers beyond those that it names', () => {
    const within = `${hop('b', 'c', '13:00:20')}${hop('b', 'b', '13:00:00')}${hop('a', 'b', '12:00:00')}`;
    assert.equal(texts(within.trimEnd())[0], 'Slowest: hop 2, 1 h, within b.test. The header does not say why.');
    const servers = (count: number): string | undefined => {
      const names = 'hgfedcb'.slice(-count).split('');
      const lines = names.map((name, i) => hop(name, names[i - 1] ?? 'z', `${20 - i}:00:00`));
      return texts(`${lines.join('')}${hop('b', 'b', '13:30:00')}${hop('a', 'b', '13:00:00')}`.trimEnd())[1];
    };
    const four = (length: string): string =>
      `Waits by server: b.test ${length} in 2 waits, c.test 1 h, d.test 1 h, e.test 1 h`;
    assert.equal(servers(3), 'Waits by server: b.test 5 h in 2 waits, c.test 1 h, d.test 1 h.');
    assert.equal(servers(4), `${four('4 h')}.`);
    assert.equal(servers(5), `${four('3 h')}, 1 more server.`);
    assert.equal(servers(6), `${four('2 h')}, 2 more servers.`);
  });

  it('names a clock that is off as a warning', () => {
    const off = `${hop('b', 'c', '12:00:20')}${hop('a', 'b', '12:00:55')}${hop('x', 'a', '12:00:00')}`;
    const [clock] = timeline(off.trimEnd()).head.filter(({ level }) => level === 'warning');
    assert.match(clock ? inEnglish(clock.text) : '', /^Clock off: hop 2 \(b\.test\) is at least .* ahead\.$/);
  });

  it('is empty where there is nothing to compare', () =>
    assert.deepEqual(texts(hop('a', 'b', '12:00:00').trimEnd()), []));

  it('stands in the picture, too', () => {
    const drawn = timelineSvg('a.eml', timeline(way), 'linear');
    for (const text of texts(way)) assert.ok(drawn.includes(text), text);
  });
});

describe('the head of hops', () => {
  const hop = (more: Partial<TraceHop>): TraceHop =>
    ({ origin: 'received', sound: true, problems: [], ...more }) as TraceHop;
  const head = (hops: readonly TraceHop[], longest = -1): readonly string[] =>
    headOf(hops, longest).map(({ level, text }) => `${level}: ${inEnglish(text)}`);

  it('names clocks that are off, three of them, and counts the others', () => {
    const clocks = (...hops: readonly Partial<TraceHop>[]): readonly string[] => head(hops.map(hop));
    assert.deepEqual(clocks({ problems: ['clock-behind'], clockOff: -5000, by: 'b' }), [
      'warning: Clock off: hop 1 (b) is at least 5 s behind.',
    ]);
    assert.deepEqual(
      clocks({ problems: ['clock-disagrees'] }, { problems: ['clock-ahead'], origin: 'x-received', by: 'c' }),
      [
        'warning: Clocks disagree: hop 1 (no name) and the one before it; nothing shows which is off.',
        'warning: Clock off: an X-Received (c) is at least 0 s ahead.',
      ],
    );
    assert.deepEqual(clocks({ origin: 'date', problems: ['clock-ahead'], clockOff: 1000 }), [
      'warning: Clock off: the writing client is at least 1 s ahead.',
    ]);
    assert.deepEqual(clocks({ origin: 'delivery-date', problems: ['clock-disagrees'], by: 'd' }), [
      'warning: Clocks disagree: the delivery (d) and the one before it; nothing shows which is off.',
    ]);
    const off = { problems: ['clock-ahead'], by: 'b' } as const;
    assert.equal(clocks(off, off, off).length, 3);
    assert.equal(clocks(off, off, off, off, off).at(-1), 'warning: 2 more clocks are off.');
    assert.deepEqual(clocks({ problems: ['no-date'] }), []);
  });

  it('names the slowest, and why', () => {
    const slowest = (...hops: readonly Partial<TraceHop>[]): string | undefined =>
      head(hops.map(hop), hops.length - 1)[0];
    const slow = { correctedDelay: 5000, by: 'b' };
    const unknown = 'The header does not say why.';
    assert.equal(slowest({ by: 'a' }, slow), `information: Slowest: hop 2, 5 s, from a to b. ${unknown}`);
    assert.equal(
      slowest({ by: 'a' }, { by: 'x', sound: false }, slow),
      `information: Slowest: hop 3, 5 s, from a to b. ${unknown}`,
    );
    assert.equal(slowest({ by: 'b' }, slow), `information: Slowest: hop 2, 5 s, within b. ${unknown}`);
    assert.equal(slowest({ origin: 'date', by: 'a' }, slow), `information: Slowest: hop 1, 5 s. ${unknown}`);
    assert.equal(slowest({ by: 'a' }, { correctedDelay: 5000 }), `information: Slowest: hop 2, 5 s. ${unknown}`);
    const waiting = { kind: 'queueing', evidence: 'x' } as const;
    assert.equal(
      slowest({ by: 'a' }, { ...slow, waiting, problems: ['no-date'] }),
      'information: Slowest: hop 2, 5 s, from a to b. Waited in the queue: \u201cx\u201d.',
    );
    assert.equal(slowest({ by: 'a' }, { by: 'b' }), undefined);
  });

  it('adds waits up by the server that had the message', () => {
    const waits = (...hops: readonly Partial<TraceHop>[]): readonly string[] => head(hops.map(hop));
    assert.deepEqual(
      waits(
        { by: 'A' },
        { by: 'a', correctedDelay: 1000 },
        { by: 'c', correctedDelay: 2000 },
        { by: 'd', correctedDelay: 9000 },
      ),
      ['information: Waits by server: c 9 s, A 3 s in 2 waits.'],
    );
    assert.deepEqual(waits({ by: 'a' }, { by: 'b', correctedDelay: 1000 }, { by: 'c', correctedDelay: 2000 }), []);
    assert.deepEqual(waits({ by: 'a' }, { by: 'a', correctedDelay: 0 }, { by: 'c', correctedDelay: 2000 }), []);
    assert.deepEqual(
      waits({ origin: 'date', by: 'a' }, { by: 'a', correctedDelay: 5000 }, { by: 'c', correctedDelay: 2000 }),
      [],
    );
  });
});
