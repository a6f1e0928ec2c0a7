import assert from 'node:assert/strict';
import { endOfTrace, startsTrace } from '../../../../src/core/log/queues/mailTrace.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { saying } from '../telling.ts';

const said = saying('mail-trace');

const SAID: readonly (readonly [entry: string, facts: string])[] = [
  [
    "Message ID 'n1@a.test'\na@a.test -->\n\tRecipient b@contoso.test\n\t2026-11-21 10:00:01 - mx1 (192.0.2.1) --> mx2.contoso.test (192.0.2.2) status sent",
    'messageId: n1@a.test; outcome: sent; recipients: b@contoso.test; relay: mx2.contoso.test - -; sender: a@a.test; status: sent',
  ],
  [
    '  Recipient c@contoso.test\n  2026-11-21 10:00:01 - mx1 --> mx2.contoso.test (192.0.2.2) status deferred',
    'outcome: deferred; recipients: c@contoso.test; relay: mx2.contoso.test - -; status: deferred',
  ],
  [
    '  Recipient c@contoso.test\n  2026-11-21 10:00:01 - mx1 --> mx2.contoso.test (192.0.2.2) status bounced',
    'outcome: bounced; recipients: c@contoso.test; relay: mx2.contoso.test - -; status: bounced',
  ],
  [
    '  Recipient c@contoso.test\n  2026-11-21 10:00:01 - mx1 --> mx2.contoso.test (192.0.2.2) status odd',
    'recipients: c@contoso.test',
  ],
  ["Message ID 'n1@a.test'\n -->\n  Recipient b@contoso.test", 'messageId: n1@a.test; recipients: b@contoso.test'],
];

describe('what zmmsgtrace tells of a recipient', () => {
  it('says what is known of the message', () => {
    for (const [entry, facts] of SAID) assert.equal(said(entry), facts, entry);
  });
  it('begins with the message or the recipient', () => {
    for (const [entry] of SAID) assert.ok(startsTrace(entry, 0), entry);
    for (const other of [
      "Message ID 'n1@a.test'\nHello.",
      'Recipient b@contoso.test',
      '  Recipient b',
      "Message ID ''",
    ])
      assert.ok(!startsTrace(other, 0), other);
  });
  it('ends in front of the next recipient, or of what is no row', () => {
    const text = `${SAID[0]?.[0]}\n${SAID[1]?.[0]}\n\nBye.\n`;
    assert.deepEqual([endOfTrace(new Lines(text), 0), endOfTrace(new Lines(text), 4)], [4, 6]);
  });
});
