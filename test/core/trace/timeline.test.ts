import assert from 'node:assert/strict';
import { inEnglish } from '../../../src/core/text/words.ts';
import type { TraceHop } from '../../../src/core/trace/hop.ts';
import { layOutTimeline, type Timeline, timelineOf } from '../../../src/core/trace/timeline.ts';
import type { Trace } from '../../../src/core/trace/trace.ts';

const SPAN = { start: 3, end: 9 };
const hop = (more: Partial<TraceHop> = {}): TraceHop => ({
  ...{ origin: 'received', tls: false, sound: true, problems: [], span: SPAN },
  ...more,
});
/** Sound hops with these waits in seconds. */
const way = (...waits: readonly (number | undefined)[]): readonly TraceHop[] =>
  waits.map((wait, i) =>
    hop({ time: i * 1000, ...(wait !== undefined && { delay: wait * 1000, correctedDelay: wait * 1000 }) }),
  );
const laidOut = (hops: readonly TraceHop[], more: Partial<Trace> = {}): Timeline =>
  layOutTimeline({ hops, isLowerBound: false, clockSkew: false, ...more });

describe('the rows of a timeline', () => {
  it('are numbered by their Received fields', () => {
    const { rows, hops } = laidOut([
      hop({ origin: 'date' }),
      hop(),
      hop({ origin: 'x-received' }),
      hop(),
      hop({ origin: 'delivery-date' }),
    ]);
    assert.deepEqual(
      rows.map(({ number, origin }) => `${number ?? '-'} ${origin}`),
      ['0 date', '1 received', '- x-received', '2 received', '- delivery-date'],
    );
    assert.equal(hops, 2);
  });

  it('say what the field states', () => {
    const [row] = laidOut([
      hop({
        ...{ from: 'a', by: 'b', with: 'ESMTPS', via: 'UUCP', ip: '10.0.0.1', address: 'private', tls: true },
        ...{ tlsVersion: 'TLSv1.3', cipher: 'X', time: 0, timeText: 'then' },
      }),
    ]).rows;
    const { origin, from, by, protocol, ip, address, encrypted, tlsVersion, tls, utc, written, span } = row ?? {};
    assert.deepEqual(
      [origin, from, by, protocol, ip, address, encrypted, tlsVersion, tls, utc, written, span],
      [
        ...['received', 'a', 'b', 'ESMTPS via UUCP', '10.0.0.1', 'private', true, 'TLSv1.3', 'TLSv1.3, X'],
        ...['1970-01-01 00:00:00 UTC', 'then', SPAN],
      ],
    );
    const [bare] = laidOut([hop({ sound: false })]).rows;
    assert.deepEqual(bare, {
      ...{ number: 1, origin: 'received', encrypted: false, delay: 'unknown', longest: false, notes: [], span: SPAN },
      details: [['Field', { english: 'Received', values: [] }]],
    });
    assert.equal(laidOut([hop({ via: 'x', cipher: 'Y' })]).rows[0]?.protocol, 'x');
    assert.equal(laidOut([hop({ cipher: 'Y' })]).rows[0]?.tls, 'Y');
  });

  it('say how long the way to them took, and since which hop', () => {
    const hops = [
      hop({ time: 0 }),
      hop({ sound: false, delay: -5000 }),
      hop({ delay: 12_000, correctedDelay: 7000 }),
      hop({ delay: 1000, correctedDelay: 1000 }),
    ];
    assert.deepEqual(
      laidOut(hops).rows.map(({ delay, rawDelay = '-', since = '-' }) => `${delay} ${rawDelay} ${since}`),
      ['start - -', 'unknown \u22125 s -', '7 s 12 s 1', '1 s - -'],
    );
  });

  it('begin a band where the organisation or its part is another', () => {
    const of = (name: string, role?: 'sender' | 'receiver'): Partial<TraceHop> => ({
      organisation: { name, ...(role && { role }) },
    });
    const { rows } = laidOut([
      hop(of('A', 'sender')),
      hop(of('A', 'sender')),
      hop(of('B')),
      hop(),
      hop(of('B')),
      hop(of('B', 'receiver')),
    ]);
    assert.deepEqual(
      rows.map(({ band }) => band && `${band.text}|${band.name}|${band.role ?? '-'}|${band.begins}`),
      [
        'A (sender)|A|sender|true',
        'A (sender)|A|sender|false',
        'B|B|-|true',
        undefined,
        'B|B|-|true',
        'B (receiver)|B|receiver|true',
      ],
    );
  });

  it('are the newest 300', () => {
    const many = laidOut(Array.from({ length: 302 }, () => hop()));
    assert.deepEqual([many.rows.length, many.omitted, many.rows[0]?.number], [300, 2, 3]);
    assert.equal(laidOut(Array.from({ length: 300 }, () => hop())).omitted, 0);
  });
});

describe('the longest wait of a timeline', () => {
  const longest = (hops: readonly TraceHop[]): number => laidOut(hops).rows.findIndex((row) => row.longest);

  it('is that of several on the way between servers', () => {
    assert.equal(longest(way(undefined, 3, 9, 9)), 2);
    assert.equal(longest(way(undefined, 3, 0)), -1);
    assert.equal(longest(way(undefined, 3, 1)), 1);
    assert.equal(longest(way()), -1);
  });

  it('is not that of the client that wrote it', () => {
    const written = [hop({ origin: 'date' }), ...way(90, 2, 3)];
    assert.equal(longest(written), 3);
    assert.equal(longest([hop({ origin: 'date', sound: false }), ...way(90, 2, 3)]), 1);
  });
});

describe('the whole of a timeline', () => {
  it('is how long the message took', () => {
    const total = (hops: readonly TraceHop[], more: Partial<Trace> = {}): string =>
      inEnglish(laidOut(hops, more).total);
    const two = [hop(), hop({ origin: 'x-received' })];
    assert.equal(total([]), 'unknown');
    assert.equal(total([hop({ origin: 'date' })]), 'unknown');
    assert.equal(total([hop({ origin: 'date' }), hop()]), 'one hop only');
    assert.equal(total(two), 'unknown');
    assert.equal(total(two, { clockSkew: true }), 'unknown, the clocks disagree');
    assert.equal(total(two, { correctedTotalDelay: 9000 }), '9 s');
    assert.equal(total(two, { correctedTotalDelay: 9000, isLowerBound: true }), 'at least 9 s');
    assert.equal(laidOut(two, { totalDelay: 9000, correctedTotalDelay: 9000 }).rawTotal, undefined);
    assert.equal(laidOut(two, { totalDelay: -9000, correctedTotalDelay: 9000 }).rawTotal, '\u22129 s');
    assert.equal(laidOut(two).rawTotal, undefined);
  });

  it('is between the first and the last server whose clocks agree', () => {
    const { first, last, header } = laidOut([
      hop({ origin: 'date', time: 0 }),
      hop({ time: 1000, sound: false }),
      hop({ time: 2000 }),
      hop({ time: 3000 }),
      hop({ origin: 'delivery-date', time: 9000 }),
    ]);
    assert.deepEqual([first, last], ['1970-01-01 00:00:02 UTC', '1970-01-01 00:00:03 UTC']);
    assert.deepEqual(header, { start: 0, end: 0 });
    assert.equal('first' in laidOut([hop()]), false);
  });

  it('is undefined where a document has no message', () => {
    assert.equal(timelineOf({ blocks: [{ kind: 'prose' }] }), undefined);
    assert.equal(timelineOf({ blocks: [] }), undefined);
  });
});
