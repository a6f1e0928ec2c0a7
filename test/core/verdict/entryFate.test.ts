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

describe('an alias that leads to nobody', () => {
  const line = (original: string): string =>
    `Nov 29 07:10:11 srv postfix/smtp[901]: 4cXb11aa: to=<old@b.test>,${original} relay=mx.b.test[203.0.113.200]:25, delay=0.9, dsn=5.1.1, status=bounced (host mx.b.test[203.0.113.200] said: 550 5.1.1 <old@b.test>: User unknown (in reply to RCPT TO command))\n`;

  it('is for the admin who has the alias, and the sender has nothing to correct', () => {
    const [told] = verdicts(line(' orig_to=<info@contoso.test>,'));
    assert.deepEqual([told?.code, told?.actor, told?.retry], ['recipient-unknown', 'receiving admin', 'no']);
    assert.match(
      told?.next.map(({ text }) => text).join() ?? '',
      /^Correct or take away the address to which info@contoso\.test passes mail on\.$/,
    );
    assert.doesNotMatch(userAnswer(readTicket(line(' orig_to=<info@contoso.test>,'))) ?? '', /letter by letter/);
    const [exim] = verdicts(
      '2026-11-29 09:00:01 1vPd00-000000001aa-1abc ** old@b.test <info@b.test> R=virtual_aliases: No such person at this address\n',
    );
    assert.equal(exim?.actor, 'receiving admin');
  });

  it('is none where the address is the same, or was made whole', () => {
    for (const original of ['', ' orig_to=<OLD@b.test>,', ' orig_to=<old>,'])
      assert.equal(verdicts(line(original))[0]?.actor, 'sender', original);
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
