import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';

const LOG =
  'Nov 24 09:11:04 mail postfix/smtp[2]: 4Xy0Qw1Z2k: to=<bob@fabrikam.test>, relay=mx1.fabrikam.test[203.0.113.9]:25, delay=2.1, delays=0.1/0/0.6/1.4, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 9F21C40112)';

/** Role, reason, server and recipients of each verdict on a line of a log and what somebody writes below it. */
const told = (...below: readonly string[]) =>
  readVerdicts(readTicket([LOG, '', ...below].join('\n'))).map(
    ({ role, code, server, recipients }) => `${role} ${code} ${server} ${recipients.join()}`,
  );

const taken = 'success accepted mx1.fabrikam.test bob@fabrikam.test';

describe('a message that was taken', () => {
  it('is kept back where somebody names its id behind the server and what a filter did', () => {
    for (const [words, reason] of [
      ['The gateway says: 9F21C40112 quarantined, reason=SPF softfail', 'spf-failed'],
      ['Bei uns steht: 9F21C40112 ist in Quarantäne', 'policy-refused'],
      ['Their trace: id=9F21C40112 action=discarded verdict=virus', 'virus-found'],
      ['They say that 9F21C40112 is held as spam.', 'spam-refused'],
      ['Their filter blocked 9F21C40112 by a rule.', 'policy-refused'],
    ] as const)
      assert.deepEqual(told(words), [`cause ${reason} mx1.fabrikam.test bob@fabrikam.test`, taken], words);
  });

  it('is not where the words are of another message, say the opposite, or ask', () => {
    for (const words of [
      'The gateway says: 9F21C40113 quarantined, reason=SPF softfail',
      'The gateway says: 9F21C401123 quarantined, reason=SPF softfail',
      '9F21C40112 was not quarantined.',
      '9F21C40112 was in quarantine and is released.',
      'Is 9F21C40112 in quarantine?',
      '9F21C40112 is what the log says.',
    ])
      assert.deepEqual(told(words).at(-1), taken, words);
    assert.deepEqual(told('9F21C40112 was not quarantined.'), [taken]);
  });
});
