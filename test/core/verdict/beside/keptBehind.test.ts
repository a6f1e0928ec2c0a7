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

  it('is told however many were taken, and however far below somebody writes of it', () => {
    const id = (n: number): string => `9F21C4${String(n).padStart(4, '0')}`;
    const logs = Array.from({ length: 60 }, (_, n) =>
      LOG.replace('4Xy0Qw1Z2k', `4Xy0Qw${n}`).replace('9F21C40112', id(n)).replace('bob', `bob${n}`),
    );
    const below = [...Array<string>(2_000).fill('Nothing is known of it yet.'), `${id(59)} is in quarantine.`];
    const found = readVerdicts(readTicket([...logs, '', ...below].join('\n')));
    assert.deepEqual(
      found.filter(({ role }) => role === 'cause').map(({ recipients }) => recipients),
      [['bob59@fabrikam.test']],
    );
    assert.equal(found.filter(({ role }) => role === 'success').length, 60);
  });

  it('is told by ids with blanks, in brackets and behind a name', () => {
    const qmail = LOG.replace('Ok: queued as 9F21C40112', 'ok 1731222000 qp 4711');
    for (const [log, words] of [
      [qmail, 'They say: 1731222000 qp 4711 was quarantined.'],
      [LOG, 'Held by their filter (9F21C40112).'],
      [LOG, 'queue-id:9F21C40112, discarded'],
      [LOG, 'quarantined: #9F21C40112.'],
    ] as const)
      assert.deepEqual(
        readVerdicts(readTicket(`${log}\n\n${words}`)).map(({ role }) => role),
        ['cause', 'success'],
        words,
      );
  });

  it('is told once, of its first line', () => {
    const words = ['9F21C40112 is in quarantine.', '9F21C40112 was discarded.'];
    const [first, ...others] = readVerdicts(readTicket([LOG, '', ...words].join('\n')));
    assert.deepEqual([first?.kept, others.length], ['quarantined', 1]);
  });

  it('is not where the line stands above it', () => {
    const ticket = readTicket(`9F21C40112 is in quarantine.\n\n${LOG}`);
    assert.deepEqual(
      readVerdicts(ticket).map(({ role }) => role),
      ['success'],
    );
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
