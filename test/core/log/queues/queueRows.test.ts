import assert from 'node:assert/strict';
import { carriesQueueRow, continuesQueueRows, startsQueueRows } from '../../../../src/core/log/queues/queueRows.ts';
import { saying } from '../telling.ts';

const said = saying('queue-rows');

const SAID: readonly (readonly [entry: string, facts: string])[] = [
  [
    '0a1b2c3d4e5f6071|inet4|mta|auth|a@a.test|b@contoso.test|b@contoso.test|1795248339|1795593939|0|2|pending|100|Network error on destination MXs',
    'outcome: deferred; queueId: 0a1b2c3d4e5f6071; reason: Network error on destination MXs; recipients: b@contoso.test; sender: a@a.test; status: pending',
  ],
  [
    '0a1b2c3d4e5f6071|inet6|mta|auth|a@a.test|b@contoso.test|b@contoso.test|1795248339|1795593939|0|2|pending|100|450 4.2.0 Later',
    'outcome: deferred; queueId: 0a1b2c3d4e5f6071; reason: 450 4.2.0 Later; recipients: b@contoso.test; reply: 450 4.2.0 in "450 4.2.0 Later"; sender: a@a.test; status: pending',
  ],
  [
    '0a1b2c3d4e5f6071||mda||a@a.test||x|1|1|0|0|inflight|1|',
    'queueId: 0a1b2c3d4e5f6071; sender: a@a.test; status: inflight',
  ],
  [
    '21 Nov 2026 10:00:01 GMT  #12345  918  <a@a.test>\n\tremote\tb@contoso.test\n\tdone\tlocal\tc@contoso.test',
    'queueId: 12345; recipients: b@contoso.test; sender: a@a.test; size: 918',
  ],
  [
    '21 Nov 2026 10:00:01 GMT  #12345  918  <>  bouncing\n remote b@contoso.test',
    'queueId: 12345; recipients: b@contoso.test; sender: ; size: 918',
  ],
  ['  T  5 10 20 40 80 160 320 640 1280 1280+', ''],
  [
    '  contoso.test  7  0  0  1  0  0',
    'fields: count=7 | count=0 | count=0 | count=1 | count=0 | count=0; relay: contoso.test - -; status: contoso.test',
  ],
  ['     TOTAL 7 0 0 1 0 6', 'fields: count=7 | count=0 | count=0 | count=1 | count=0 | count=6; status: TOTAL'],
  ['   12  3.4MB  5d  2m  contoso.test', 'fields: count=12 | oldest=5d; relay: contoso.test - -; status: contoso.test'],
  ['   12  3.4MB  5d  2m  TOTAL', 'fields: count=12 | oldest=5d; status: TOTAL'],
  ['messages in queue: 7', 'fields: count=7; status: messages in queue'],
  [
    'messages in queue but not yet preprocessed: 0',
    'fields: count=0; status: messages in queue but not yet preprocessed',
  ],
  ['-----', ''],
];

describe('a row of a queue', () => {
  it('says what is known of the message', () => {
    for (const [entry, facts] of SAID) assert.equal(said(entry), facts, entry);
  });
  it('begins a list where it has a form of its own, and goes on with counts and rules', () => {
    const begins = (text: string): string =>
      startsQueueRows(text, 0) ? 'starts' : continuesQueueRows(text, 0) ? 'continues' : '';
    assert.deepEqual(
      SAID.map(([entry]) => begins(entry)),
      [...Array<string>(6).fill('starts'), ...Array<string>(4).fill('continues'), 'starts', 'starts', 'continues'],
    );
    for (const [text, expected] of [
      ['Count  Volume  Oldest  Newest  Domain', 'starts'],
      ['-----  ------  ------  ------  ------', 'continues'],
      ['---', ''],
      ['contoso.test 7', ''],
      ['Hello.', ''],
      ['0a1b2c3d4e5f6071|x|mta|', ''],
      ['12345 #918 <a@a.test>', ''],
    ] as const)
      assert.equal(begins(text), expected, text);
  });
  it('of qmail has its recipients below', () => {
    for (const [text, expected] of [
      ['\tremote\tb@contoso.test', true],
      ['  done local b', true],
      ['remote b@contoso.test', false],
      ['  other b@contoso.test', false],
      ['  remote', false],
    ] as const)
      assert.equal(carriesQueueRow(text, 0), expected, text);
  });
});
