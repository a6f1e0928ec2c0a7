import assert from 'node:assert/strict';
import { ticketPage } from '../../../../src/core/features/page/ticketPage.ts';
import { verdictsJson } from '../../../../src/core/report/ticketJson.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';

const pageOf = (text: string) => ticketPage(readTicket(text), { probes: [], verified: [] });

const refusedWith = (reply: string): string => `220 mx.northwind.test ESMTP
EHLO mail.contoso.test
250 mx.northwind.test
MAIL FROM:<alice@contoso.test>
250 2.1.0 Ok
RCPT TO:<bob@northwind.test>
${reply}
QUIT
221 2.0.0 Bye
`;

/** The steps that have a button beside them, with what it says. */
const pressedAt = (text: string): readonly unknown[] =>
  pageOf(text).steps.flatMap((step) => (step.action === undefined ? [] : [[step.text, step.action.label]]));

/** The buttons below that ask something. */
const pressedBelow = (text: string): readonly string[] =>
  pageOf(text)
    .actions.filter(({ command }) => /\.check$|\.probeSmtpServer$/.test(command))
    .map(({ label }) => label);

const SET_PTR = 'Have a PTR record set for the sending IP address that names the mail server.';

describe('the buttons of steps on the page of a ticket', () => {
  it('check the address that was refused, wherever the sentence names it', () => {
    const nameless = refusedWith('550 5.7.25 Client host rejected: cannot find your hostname, [192.0.2.1]');
    assert.deepEqual(pressedAt(nameless), [[SET_PTR, 'Check 192.0.2.1']]);
    assert.deepEqual(pressedBelow(nameless), ['Probe mx.northwind.test', 'Check northwind.test', 'Check contoso.test']);
    const six = refusedWith('550 5.7.1 Service unavailable; client [2001:db8::9] blocked using dnsbl.test');
    assert.deepEqual(pressedAt(six), [['Ask dnsbl.test about 2001:db8::9.', 'Check 2001:db8::9']]);
  });

  it('check the address of which a look-up found no name', () =>
    assert.deepEqual(
      pressedAt(
        ';; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 1\n;; QUESTION SECTION:\n;9.4.8.8.in-addr.arpa. IN PTR\n',
      ),
      [[SET_PTR, 'Check 8.8.4.9']],
    ));

  it('are below where no step looks at the address', () =>
    assert.deepEqual(pressedBelow(refusedWith('554 5.7.1 Client host [192.0.2.17] blocked using torexit.dan.me.uk')), [
      'Check 192.0.2.17',
      'Probe mx.northwind.test',
      'Check northwind.test',
      'Check contoso.test',
    ]));

  it('check the domain that the step is about: of the sender or of the recipient', () => {
    assert.deepEqual(
      pressedAt(refusedWith('450 4.1.8 <alice@contoso.test>: Sender address rejected: Domain not found')),
      [['Check the domain of the envelope sender (MAIL FROM) for errors.', 'Check contoso.test']],
    );
    assert.deepEqual(
      pressedAt(refusedWith('550 5.1.2 <bob@northwind.test>: Recipient address rejected: Domain not found')),
      [['Look up the MX, A and AAAA records of the domain.', 'Check northwind.test']],
    );
    assert.deepEqual(pressedAt(refusedWith('550 Sender verify failed')), [
      ['Check that its mail host answers mail from the empty sender <>.', 'Check contoso.test'],
    ]);
  });

  it('stand where something can be looked at, and not where a sentence has the words of it', () => {
    const many = refusedWith('421 4.7.0 Too many concurrent SMTP connections');
    assert.deepEqual(pressedAt(many), []);
    assert.ok(pageOf(many).steps.some((step) => step.text === 'Send fewer messages in each connection.'));
    assert.deepEqual(
      pressedAt(';; communications error to 192.0.2.53#53: timed out\n;; no servers could be reached\n'),
      [],
    );
  });

  it('are nobody’s but the page’s: the steps of JSON say who, of what kind and what', () => {
    const [verdict] = readVerdicts(readTicket(refusedWith('550 5.7.1 [192.0.2.1] blocked using dnsbl.test')));
    assert.deepEqual(verdict?.next[0]?.at, 'address');
    const [told] = [...verdictsJson([verdict], () => 1)] as { readonly steps: readonly unknown[] }[];
    assert.deepEqual(told?.steps[0], {
      by: 'sending admin',
      kind: 'do',
      text: 'Ask dnsbl.test about 192.0.2.1.',
    });
  });
});
