import assert from 'node:assert/strict';
import { matterOf } from '../../../../src/core/report/answer/matter.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';

const line = (id: string, whom: string, dsn: string, status: string, reply: string): string =>
  `Nov 20 09:14:58 mx1 postfix/smtp[71]: ${id}: to=<${whom}>, relay=mx.b.test[192.0.2.7]:25, delay=1, dsn=${dsn}, status=${status} (${reply})\n`;
const from = (id: string, sender: string): string =>
  `Nov 20 09:14:50 mx1 postfix/qmgr[71]: ${id}: from=<${sender}>, size=1, nrcpt=1 (queue active)\n`;
const said = (reply: string): string => `host mx.b.test[192.0.2.7] said: ${reply} (in reply to RCPT TO command)`;
const [ONE, TWO] = ['4C1D5228001', '4C1D5228002'] as const;
const unknown = (id: string, whom: string) => line(id, whom, '5.1.1', 'bounced', said('550 5.1.1 User unknown'));
const full = (id: string, whom: string) => line(id, whom, '5.2.2', 'bounced', said('552 5.2.2 Mailbox full'));
const grey = (id: string, whom: string) => line(id, whom, '4.7.1', 'deferred', said('450 4.7.1 Greylisted'));
const sent = (id: string, whom: string) => line(id, whom, '2.0.0', 'sent', '250 2.0.0 Ok: queued as AB12CD34');

/** The first, the others and what stands aside, each as `code recipients`. */
function is(
  text: string,
  first: string | undefined,
  others: readonly string[] = [],
  aside: readonly string[] = [],
): void {
  const matter = matterOf(readTicket(text));
  const told = ({ code, recipients }: { readonly code: string; readonly recipients: readonly string[] }) =>
    `${code} ${recipients.join()}`;
  assert.deepEqual(
    [matter && told(matter.first), matter?.others.map(told) ?? [], matter?.aside.map(told) ?? []],
    [first, others, aside],
    text,
  );
}

describe('what a ticket is about', () => {
  const two = from(ONE, 'a@a.test') + unknown(ONE, 'b@b.test') + from(TWO, 'c@a.test') + full(TWO, 'd@b.test');
  it('is the first failure, where nobody is named', () => {
    is(two, 'recipient-unknown b@b.test', ['mailbox-full d@b.test']);
    is('Hello there.', undefined);
  });
  it('is the mail of whoever is named: a recipient before a sender', () => {
    is(`D@b.test gets nothing.\n\n${two}`, 'mailbox-full d@b.test', [], ['recipient-unknown b@b.test']);
    is(`Mail from c@a.test comes back.\n\n${two}`, 'mailbox-full d@b.test', [], ['recipient-unknown b@b.test']);
    is(`From c@a.test to b@b.test.\n\n${two}`, 'recipient-unknown b@b.test', [], ['mailbox-full d@b.test']);
    is(`Ask x@x.test.\n\n${two}`, 'recipient-unknown b@b.test', ['mailbox-full d@b.test']);
    is(`Ask xd@b.test or d@b.test.x.\n\n${two}`, 'recipient-unknown b@b.test', ['mailbox-full d@b.test']);
  });
  it('is the mail whose id is named', () => {
    const cleanup = (id: string, message: string) =>
      `Nov 20 09:14:49 mx1 postfix/cleanup[71]: ${id}: message-id=<${message}>\n`;
    is(
      `Where is 2@a.test?\n\n${cleanup(ONE, '1@a.test')}${cleanup(TWO, '2@a.test')}${two}`,
      'mailbox-full d@b.test',
      [],
      ['recipient-unknown b@b.test'],
    );
  });
  it('is what failed for good before what waits', () => {
    is(from(ONE, 'a@a.test') + grey(ONE, 'b@b.test') + unknown(ONE, 'c@b.test'), 'recipient-unknown c@b.test', [
      'greylisted b@b.test',
    ]);
    is(from(ONE, 'a@a.test') + grey(ONE, 'b@b.test'), 'greylisted b@b.test');
  });
  it('is no other mail that was taken, or that still waits', () => {
    is(
      from(ONE, 'a@a.test') + unknown(ONE, 'b@b.test') + from(TWO, 'c@a.test') + grey(TWO, 'd@b.test'),
      'recipient-unknown b@b.test',
      [],
      ['greylisted d@b.test'],
    );
    is(from(ONE, 'a@a.test') + unknown(ONE, 'b@b.test') + sent(ONE, 'e@b.test'), 'recipient-unknown b@b.test', [
      'accepted e@b.test',
    ]);
  });
});
