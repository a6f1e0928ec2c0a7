import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';
import { userAnswer } from '../report/filled.ts';

const verdicts = (text: string) => readVerdicts(readTicket(text));

describe('a login that a queue was refused', () => {
  const text =
    'Nov 29 07:10:11 srv postfix/smtp[901]: 4cXb11aa: to=<b@b.test>, relay=smtp.p.test[203.0.113.200]:587, delay=0.9, dsn=4.7.8, status=deferred (SASL authentication failed; server smtp.p.test[203.0.113.200] said: 535 5.7.8 Error: authentication failed)\n';

  it('is for the admin of the queue, and no user is to look into a mail program', () => {
    const [told] = verdicts(text);
    assert.deepEqual(
      [told?.code, told?.actor, told?.next.map(({ by }) => by)],
      ['login-failed', 'sending admin', ['sending admin', 'sending admin', 'sending admin']],
    );
    const answer = userAnswer(readTicket(text)) ?? '';
    assert.match(answer, /did not take the login/);
    assert.doesNotMatch(answer, /mail program/);
  });

  it('is for whoever logs in where no queue has the message', () => {
    const [told] = verdicts('C: AUTH PLAIN AGEAYg==\nS: 535 5.7.8 Error: authentication failed\n');
    assert.equal(told?.actor, 'sender');
  });
});

describe('the steps of one message as Exchange lists them', () => {
  const step = (event: string, detail: string): string =>
    `Date               : 29.11.2026 06:02:11\nEvent              : ${event}\nAction             :\nDetail             : ${detail}\n\n`;

  it('are of one delivery, also where they name nobody', () => {
    const text =
      step('Receive', 'Message received by: AM0PR01MB1234 using TLS1.3') +
      step(
        'Defer',
        'Reason: [{LED=451 4.7.500 Server busy. Please try again later from [203.0.113.80]. (S77719)};{MSG=};{FQDN=x.mail.protection.outlook.com}]',
      ) +
      step('Deliver', 'The message was successfully delivered to the folder: DefaultFolderType:Inbox');
    assert.deepEqual(
      verdicts(text).map(({ role, failed }) => [role, failed]),
      [['recovered', false]],
    );
  });
});

describe('a queue of Exchange', () => {
  it('waits, whatever its last error was', () => {
    const [told] = verdicts(
      'Identity      : EX01\\Unreachable\nDeliveryType  : Unreachable\nStatus        : Ready\nMessageCount  : 12\nNextHopDomain : Unreachable Domain\nLastError     : There is currently no route to the mailbox database.\n',
    );
    assert.deepEqual([told?.role, told?.code, told?.actor], ['waiting', 'system-error', 'receiving admin']);
  });
});
