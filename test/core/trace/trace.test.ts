import assert from 'node:assert/strict';
import { readMessage } from '../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import { spanText } from '../../../src/core/text/span.ts';
import { inEnglish, phrase } from '../../../src/core/text/words.ts';
import { formatDelay, formatUtc } from '../../../src/core/trace/delay.ts';
import { type Timeline, timelineOf } from '../../../src/core/trace/timeline.ts';
import { type Trace, traceHops } from '../../../src/core/trace/trace.ts';

/** A message with these hops, oldest first: seconds after noon, or the text behind the semicolon. */
function message(...times: readonly (number | string)[]): string {
  const fields = times.map((time, i) => {
    const date = typeof time === 'string' ? time : new Date(Date.UTC(2020, 0, 1, 12) + time * 1000).toISOString();
    return `Received: from h${i} by h${i + 1}; ${date}\n`;
  });
  return `${fields.toReversed().join('')}\n`;
}

function trace(...times: readonly (number | string)[]): Trace {
  const text = message(...times);
  const lines = new Lines(text);
  return traceHops(readMessage(text, lines, 0, text.length));
}

function timeline(...times: readonly (number | string)[]): Timeline {
  const text = message(...times);
  const lines = new Lines(text);
  const made = timelineOf({ blocks: [{ kind: 'prose' }, readMessage(text, lines, 0, text.length)] });
  assert.ok(made);
  return made;
}

/** Holds delays in seconds and problems against what is expected; `?` where a delay is not known. */
function delays(times: readonly (number | string)[], raw: string, corrected: string, problems = ''): void {
  const { hops } = trace(...times);
  const seconds = (ms: number | undefined): string => (ms === undefined ? '?' : `${ms / 1000}`);
  assert.deepEqual(
    {
      raw: hops.map((hop) => seconds(hop.delay)).join(' '),
      corrected: hops.map((hop) => seconds(hop.correctedDelay)).join(' '),
      problems: hops
        .flatMap((hop, i) => hop.problems.map((code) => `${i}:${code}${hop.clockOff ? ` ${hop.clockOff / 1000}` : ''}`))
        .join(', '),
    },
    { raw, corrected, problems },
  );
}

describe('the delays between hops', () => {
  it('are the differences of neighbours while the clocks agree', () => {
    delays([0, 4, 4, 10], '? 4 0 6', '? 4 0 6');
    delays([0], '?', '?');
    delays([], '', '');
  });

  it('do not charge the hop before or behind a clock that is ahead', () => {
    delays([0, 30, 10], '? 30 -20', '? ? 10', '1:clock-ahead 20');
    delays([0, 3600, 10, 20], '? 3600 -3590 10', '? ? 10 10', '1:clock-ahead 3590');
    delays([3600, 0, 10], '? -3600 10', '? ? 10', '0:clock-ahead 3600');
  });

  it('do not charge the hop behind a clock that is behind', () => {
    delays([0, -3600, 10], '? -3600 3610', '? ? 10', '1:clock-behind -3600');
    delays([0, 5, -60, -50, 10, 20], '? 5 -65 10 60 10', '? 5 ? ? 5 10', '2:clock-behind -65, 3:clock-behind -55');
  });

  it('blame nobody where nothing shows who is wrong', () => {
    delays([600, 0], '? -600', '? ?', '1:clock-disagrees');
    delays([0, 100, 50, 120], '? 100 -50 70', '? ? ? 120', '2:clock-disagrees');
  });

  it('pass over hops without a time', () => {
    delays([0, 'garbage', 10], '? ? 10', '? ? 10', '1:bad-date');
    delays([0, '', 10], '? ? 10', '? ? 10', '1:no-date');
    delays(['Wed, 1 Jan 2020 12:00:00', 5, 10], '? ? 5', '? ? 5', '0:bad-date');
  });

  it('add up to the time in transit', () => {
    const of = (...times: number[]): unknown[] => {
      const { totalDelay, correctedTotalDelay, isLowerBound, clockSkew } = trace(...times);
      return [totalDelay, correctedTotalDelay, isLowerBound, clockSkew];
    };
    assert.deepEqual(of(0, 4, 10), [10_000, 10_000, false, false]);
    assert.deepEqual(of(0, 30, 10), [10_000, 10_000, false, true]);
    assert.deepEqual(of(3600, 0, 10), [-3_590_000, 10_000, true, true]);
    assert.deepEqual(of(600, 0), [-600_000, undefined, true, true]);
    assert.deepEqual(of(7), [undefined, undefined, false, false]);
  });

  // Quadratic cost would run into the time limit of the runner many times over.
  it('of very many hops are told', () => {
    const times = Array.from({ length: 20_000 }, (_, i) => (i * 7919) % 10_007);
    assert.equal(trace(...times).hops.length, 20_000);
  }).timeout(60_000);

  it('know the field that they stand for', () => {
    const text = message(0, 1);
    const lines = new Lines(text);
    const { hops } = traceHops(readMessage(text, lines, 0, text.length));
    assert.equal(spanText(text, hops[0]?.span ?? { start: 0, end: 0 }), text.split('\n')[1]);
  });
});

describe('the timeline', () => {
  it('puts one wait behind the other, in proportion', () => {
    const { rows, total } = timeline(0, 10, 10, 40);
    assert.deepEqual(
      rows.map((row) => row.bar?.linear),
      [undefined, { start: 0, width: 0.25 }, { start: 0.25, width: 0 }, { start: 0.25, width: 0.75 }],
    );
    assert.equal(inEnglish(total), '40 s');
    assert.deepEqual(
      rows.map((row) => [row.delay, row.longest]),
      [
        ['start', false],
        ['10 s', false],
        ['0 s', false],
        ['30 s', true],
      ],
    );
  });

  it('shows a short wait beside a long one on the logarithmic axis', () => {
    const { rows } = timeline(0, 1, 86_401);
    const [, short, long] = rows.map((row) => row.bar?.log);
    assert.ok(short && long && short.width > 0.02 && long.width > 0.5);
    assert.ok(Math.abs(long.start + long.width - 1) < 1e-9);
  });

  it('stays within its axis for any times', () => {
    for (const times of [[0, 0, 0], [5, 4, 3, 2, 1], [0, 30, 10], [0, 1e-3, 1e6, 1e7], [0, '', 3], []]) {
      for (const { bar } of timeline(...times).rows) {
        for (const { start, width } of bar === undefined ? [] : [bar.linear, bar.log]) {
          assert.ok(start >= 0 && width >= 0 && start + width <= 1 + 1e-9);
        }
      }
    }
  });

  it('says what it does not know', () => {
    const skewed = timeline(0, 30, 10);
    assert.deepEqual(
      skewed.rows.map((row) => [row.delay, row.since]),
      [
        ['start', undefined],
        ['unknown', undefined],
        ['10 s', 1],
      ],
    );
    assert.match(inEnglish(skewed.rows[1]?.notes[0]?.text ?? phrase('')), /at least 20 s ahead.*took 30 s/);
    assert.equal(skewed.rows[1]?.bar, undefined);
    assert.equal(inEnglish(timeline(600, 0).total), 'unknown, the clocks disagree');
    assert.deepEqual(
      [inEnglish(timeline(3600, 0, 10).total), timeline(3600, 0, 10).rawTotal],
      ['at least 10 s', '\u221259 min 50 s'],
    );
    assert.equal(timeline(0, '', 4).rows[1]?.delay, 'unknown');
    assert.equal(inEnglish(timeline().total), 'unknown');
  });

  it('is of the first message that has hops', () => {
    const read = (text: string) => readMessage(text, new Lines(text), 0, 2);
    const [bare, sent] = [read('Subject: x\n\n'), read('Received: by a\n\n')];
    assert.equal(timelineOf({ blocks: [{ kind: 'prose' }, bare, sent] })?.rows.length, 1);
    assert.equal(timelineOf({ blocks: [bare] })?.rows.length, 0);
    assert.equal(timelineOf({ blocks: [] }), undefined);
  });

  it('is of the message at the cursor, also of one that a bounce returns', () => {
    const text = `Received: by outer; 1 Jan 2020 00:00:00 Z
Content-Type: multipart/report; boundary=b

--b

words
--b
Content-Type: message/rfc822

Received: by inner; 1 Jan 2020 00:00:00 Z
Subject: x

body
--b--
`;
    const first = readMessage(text, new Lines(text), 0, text.length);
    const at = (offset: number): string | undefined => timelineOf({ blocks: [first] }, { offset })?.rows[0]?.by;
    assert.equal(at(0), 'outer');
    assert.equal(at(text.indexOf('words')), 'outer');
    assert.equal(at(text.indexOf('inner')), 'inner');
    assert.equal(at(text.indexOf('body')), 'inner');
    assert.equal(at(text.length), 'outer');
    const made = timelineOf({ blocks: [first] }, { offset: text.indexOf('inner') });
    assert.ok(made && spanText(text, made.header).startsWith('Received: by inner'));
  });

  it('draws the newest of very many hops', () => {
    const made = timeline(...Array.from({ length: 1000 }, (_, i) => i));
    assert.deepEqual([made.rows.length, made.omitted, made.hops, made.rows.at(-1)?.number], [300, 700, 1000, 1000]);
  });

  it('survives JSON', () => {
    const made = timeline(0, 30, 10, 'x');
    assert.deepEqual(JSON.parse(JSON.stringify(made)), made);
  });
});

describe('times in words', () => {
  it('have two units', () => {
    const written: readonly [number, string][] = [
      [0, '0 s'],
      [250, '250 ms'],
      [999.9, '999 ms'],
      [1500, '1.5 s'],
      [10_500, '10 s'],
      [1099, '1 s'],
      [1100, '1.1 s'],
      [5050, '5 s'],
      [9999, '9.9 s'],
      [10_900, '10 s'],
      [59_999, '59 s'],
      [60_000, '1 min'],
      [250_000, '4 min 10 s'],
      [7_380_000, '2 h 3 min'],
      [7_200_000, '2 h'],
      [273_600_000, '3 d 4 h'],
      [-20_000, '\u221220 s'],
      [Number.NaN, 'unknown'],
    ];
    for (const [ms, text] of written) assert.equal(formatDelay(ms), text);
  });

  it('are in UTC', () => {
    assert.equal(formatUtc(Date.UTC(2018, 3, 21, 3, 1, 1)), '2018-04-21 03:01:01 UTC');
    assert.equal(formatUtc(Date.UTC(2018, 3, 21, 3, 1, 1, 20)), '2018-04-21 03:01:01.020 UTC');
    assert.equal(formatUtc(1e18), 'unknown');
  });
});
