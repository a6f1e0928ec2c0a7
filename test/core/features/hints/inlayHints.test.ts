import assert from 'node:assert/strict';
import { inlayHints } from '../../../../src/core/features/hints/inlayHints.ts';
import { open } from '../cursor.ts';

const hop = (by: string, time: string, from: string): string =>
  `Received: from ${from} (${from} [192.0.2.1])\n by ${by} with ESMTP; Fri, 20 Nov 2026 ${time} +0000\n`;
const [C, B, A] = [
  hop('c.test', '10:01:04', 'b.test'),
  hop('b.test', '10:00:04', 'a.test'),
  hop('a.test', '10:00:00', 'pc.test'),
];

/** Each hint of the lines from `first` to `last` as `line:column label`, and its tooltip where it is asked for. */
const hints = (header: string, first = 0, last = 99): readonly (readonly [string, string])[] => {
  const { document, ticket } = open(`${header}From: a@a.test\n\nx\n`, 'message');
  return inlayHints(document, ticket, {
    start: { line: first, character: 0 },
    end: { line: last, character: 0 },
  }).map(({ position, label, tooltip, paddingLeft }) => {
    assert.equal(paddingLeft, true);
    return [`${position.line}:${position.character} ${label}`, String(tooltip)];
  });
};
const labels = (...args: Parameters<typeof hints>): readonly string[] => hints(...args).map(([label]) => label);

describe('a hint behind a hop', () => {
  it('says how long the message took to it', () => {
    assert.deepEqual(labels(C + B + A), ['5:54 first hop', '3:54 +4 s', '1:54 +1 min']);
    assert.deepEqual(labels(''), []);
    assert.deepEqual(labels(A), ['1:54 first hop']);
  });
  it('says in its tooltip when that was', () =>
    assert.deepEqual(
      hints(B + A).map(([, tooltip]) => tooltip),
      [
        'Received 2026-11-20 10:00:00 UTC. Time since the hop before it.',
        'Received 2026-11-20 10:00:04 UTC. Time since the hop before it.',
      ],
    ));
  it('is there for the lines that are asked for', () => {
    assert.deepEqual(labels(C + B + A, 3, 3), ['3:54 +4 s']);
    assert.deepEqual(labels(C + B + A, 2, 4), ['5:54 first hop', '3:54 +4 s']);
    assert.deepEqual(labels(C + B + A, 5, 9), ['5:54 first hop']);
    assert.deepEqual(labels(C + B + A, 6, 9), []);
  });
  it('is none where no time stands', () => {
    const without = (text: string): string => text.replace(/; Fri.*/, '');
    assert.deepEqual(labels(without(A)), []);
    assert.deepEqual(labels(B + without(A)), []);
  });
  it('says which clock does not fit', () => {
    const [, behind] = labels(hop('b.test', '09:50:00', 'a.test') + A);
    assert.match(
      behind ?? '',
      /^1:54 .*\((?:this clock is behind|earlier than the hop before: one of the two clocks is off)\)$/,
    );
  });
});
