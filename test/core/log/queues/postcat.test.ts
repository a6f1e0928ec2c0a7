import assert from 'node:assert/strict';
import { endOfQueueFile, startsQueueFile } from '../../../../src/core/log/queues/postcat.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { saying, telling } from '../telling.ts';

const said = saying('queue-file');

const SAID: readonly (readonly [entry: string, facts: string])[] = [
  [
    '*** ENVELOPE RECORDS deferred/3/3F373F5418 ***\nmessage_size: 918\nmessage_arrival_time: Sat Nov 21 10:00:01 2026\nsender: a@a.test\nrecipient: b@contoso.test\nrecipient: c@contoso.test\n*** MESSAGE CONTENTS deferred/3/3F373F5418 ***',
    'queueId: 3F373F5418; recipients: b@contoso.test | c@contoso.test; sender: a@a.test',
  ],
  ['*** ENVELOPE RECORDS 3F373F5418 ***\nsender: ', 'queueId: 3F373F5418; sender: '],
];

describe('what postcat prints of a file of the queue', () => {
  it('says what is known of the message', () => {
    for (const [entry, facts] of SAID) assert.equal(said(entry), facts, entry);
  });
  it('has the time at which the message came', () => {
    telling('queue-file')(
      '*** ENVELOPE RECORDS x ***\nmessage_arrival_time: Sat Nov 21 10:00:01 2026',
      'time: Sat Nov 21 10:00:01 2026',
    );
  });
  it('begins with its envelope', () => {
    for (const [entry] of SAID) assert.ok(startsQueueFile(entry, 0), entry);
    for (const other of ['** ENVELOPE RECORDS x ***', '*** MESSAGE CONTENTS x ***', ' *** ENVELOPE RECORDS x ***'])
      assert.ok(!startsQueueFile(other, 0), other);
  });
  it('ends with the head of the message, or in front of what is no record', () => {
    const end = (text: string): number => endOfQueueFile(new Lines(text), 0);
    assert.equal(end(`${SAID[0]?.[0]}\nSubject: x\n`), 7);
    assert.equal(end(`${SAID[1]?.[0]}\nHello.\nsender: x\n`), 2);
    assert.equal(end('*** ENVELOPE RECORDS x ***'), 1);
  });
});
