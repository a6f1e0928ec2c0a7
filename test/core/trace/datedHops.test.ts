import assert from 'node:assert/strict';
import { readMessage } from '../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import type { TraceHop } from '../../../src/core/trace/hop.ts';
import { traceMessage } from '../../../src/core/trace/messageTrace.ts';

const at = (time: string): string => `Fri, 20 Nov 2026 ${time} +0000`;
const hop = (by: string, time: string): string => `Received: by ${by}; ${at(time)}`;

function hops(...header: readonly string[]): readonly TraceHop[] {
  const text = `${header.join('\n')}\n\n`;
  return traceMessage(readMessage(text, new Lines(text), 0, text.length)).hops;
}

/** Each hop as `origin: seconds since the one before, corrected, by how many the clock is off, problems`. */
const are = (header: readonly string[], ...expected: readonly string[]): void =>
  assert.deepEqual(
    hops(...header).map(({ origin, delay, correctedDelay, clockOff, problems }) => {
      const seconds = [delay, correctedDelay, clockOff].map((one) => (one === undefined ? '-' : one / 1000));
      return `${origin}: ${[...seconds, ...problems].join(' ')}`;
    }),
    expected,
    header.join('\n'),
  );

const B = hop('b.test', '10:00:10');
const A = hop('a.test', '10:00:00');

describe('the Date field in front of the hops', () => {
  it('is when the client wrote the message', () => {
    are([B, A, `Date: ${at('09:59:30')}`], 'date: - - -', 'received: 30 30 -', 'received: 10 10 -');
    are([B, A, `Date: ${at('10:00:00')}`], 'date: - - -', 'received: 0 0 -', 'received: 10 10 -');
    const [date] = hops(B, A, `Date: ${at('09:59:30')}`);
    assert.deepEqual([date?.tls, date?.sound, date?.timeText, date?.by], [false, true, at('09:59:30'), undefined]);
  });

  it('is ahead where two servers agree without it, and else nobody knows', () => {
    are([B, A, `Date: ${at('10:00:30')}`], 'date: - - 30 clock-ahead', 'received: -30 - -', 'received: 10 10 -');
    are([B, A, `Date: ${at('10:00:05')}`], 'date: - - - clock-disagrees', 'received: -5 - -', 'received: 10 10 -');
    are([B, A, `Date: ${at('10:00:10')}`], 'date: - - - clock-disagrees', 'received: -10 - -', 'received: 10 10 -');
    are([A, `Date: ${at('10:00:05')}`], 'date: - - - clock-disagrees', 'received: -5 - -');
  });

  it('may tell no moment', () => {
    are([B, A, 'Date: soon'], 'date: - - - bad-date', 'received: - - -', 'received: 10 10 -');
    assert.equal(hops(B, A, 'Date: soon')[0]?.sound, false);
    assert.equal(hops(B, A, 'Date: soon')[0]?.timeText, 'soon');
    are([B, A], 'received: - - -', 'received: 10 10 -');
    assert.deepEqual(hops(`Date: ${at('10:00:00')}`), []);
  });
});

describe('the Delivery-date behind the hops', () => {
  const delivered = (time: string, ...header: readonly string[]): TraceHop | undefined =>
    hops(`Delivery-date: ${time}`, ...header).find(({ origin }) => origin === 'delivery-date');

  it('is when the message reached the mailbox, queued since the newest hop', () => {
    const late = delivered(at('10:00:40'), B, A);
    assert.deepEqual(
      [late?.by, late?.delay, late?.correctedDelay, late?.sound, late?.tls, late?.problems],
      ['b.test', 30_000, 30_000, true, false, []],
    );
    assert.deepEqual(late?.waiting, { kind: 'queueing', length: 30_000, evidence: `Delivery-date: ${at('10:00:40')}` });
    assert.equal(delivered(at('10:00:11'), B, A)?.waiting?.length, 1000);
    assert.deepEqual(
      [delivered(at('10:00:10'), B, A)?.waiting, delivered(at('10:00:10'), B, A)?.correctedDelay],
      [undefined, 0],
    );
  });

  it('may disagree with it, or tell nothing', () => {
    const early = delivered(at('10:00:09'), B, A);
    assert.deepEqual(
      [early?.problems, early?.delay, early?.correctedDelay, early?.waiting],
      [['clock-disagrees'], -1000, undefined, undefined],
    );
    assert.equal(delivered('soon', B, A), undefined);
    assert.equal(delivered(at('10:00:09'), 'Received: from x.test by b.test', A), undefined);
    assert.equal(delivered(at('10:00:09')), undefined);
    const doubt = delivered(at('10:00:40'), hop('b.test', '09:00:00'), A);
    assert.deepEqual([doubt?.sound, doubt?.correctedDelay, doubt?.waiting], [false, undefined, undefined]);
  });
});
