import assert from 'node:assert/strict';
import { ticketJson } from '../../../src/core/report/ticketJson.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

interface Read {
  readonly events: readonly { readonly line: number; readonly verb?: string; readonly code?: number }[];
  readonly messages: readonly unknown[];
  readonly problems: readonly { readonly code: string }[];
  readonly verdicts: readonly { readonly code: string; readonly line: number; readonly recipient?: string }[];
}

const read = (text: string): Read => ticketJson('ticket.txt', readTicket(text)) as unknown as Read;
const events = (text: string): string =>
  read(text)
    .events.map(({ verb, code }) => verb ?? code)
    .join(' ');

describe('a session as it was pasted', () => {
  it('has what was typed wrong and taken back once', () => {
    const erase = '\b \b';
    const text = [
      "telnet mx.fabrikam.test 25\nConnected to mx.fabrikam.test.\nEscape character is '^]'.",
      '220 mx.fabrikam.test ESMTP\nHELP\b\b\b\bEHLO pc7.contoso.test\n250 mx.fabrikam.test',
      `MAIL FORM${erase.repeat(4)}FROM:<anna@contoso.test>\n250 Ok\nRCPT TO:<bob@fabrikam.test>\n550 5.7.1 Relaying denied\n`,
    ].join('\n');
    assert.equal(events(text), '220 EHLO 250 MAIL 250 RCPT 550');
    assert.equal(read(text).verdicts[0]?.recipient, 'bob@fabrikam.test');
    assert.equal(
      events(`220 mx.fabrikam.test ESMTP\n${'\b'.repeat(50)}EHLO pc7\n250 Ok\nQUIT\n221 Bye`),
      '220 EHLO 250 QUIT 221',
    );
  });

  it('has replies as such, whatever the arrow in front says', () => {
    const text =
      '<<< 220 mx.fabrikam.test ESMTP\n>>> EHLO pc7.contoso.test\n>>> 250-mx.fabrikam.test\n>>> 250 AUTH LOGIN\n' +
      '>>> AUTH LOGIN\n>>> 334 VXNlcm5hbWU6\n>>> YW5uYQ==\n<<< 334 UGFzc3dvcmQ6\n>>> c2VjcmV0\n<<< 535 5.7.8 Failed\n';
    assert.equal(events(text), '220 EHLO 250 AUTH 334 (auth) 334 (auth) 535');
  });

  it('has a line of the message that begins with a number as a part of it', () => {
    const text =
      'C: DATA\nS: 354 Go ahead\nC: Subject: Test\nC: \nC: 250 euros are due\nC: .\nS: 250 2.0.0 Ok: queued as 4C1D\n';
    assert.equal(events(text), 'DATA 354 (data) 250');
  });

  it('has the verb without the quote that a tool closes behind it', () => {
    const line = (n: number, said: string) =>
      `> "SMTPD"\t3612\t24\t"2026-11-20 09:14:58.${100 + n}"\t"192.0.2.7"\t"${said}"`;
    const said = [
      'SENT: 220 mx.contoso.test ESMTP',
      'RECEIVED: EHLO pc7',
      'SENT: 250 HELP',
      'RECEIVED: DATA',
      'SENT: 503 Bad sequence',
      'RECEIVED: QUIT',
      'SENT: 221 goodbye',
    ];
    assert.equal(events(said.map((one, n) => line(n, one)).join('\n')), '220 EHLO 250 DATA 503 QUIT 221');
  });

  it('names the recipient where it begins behind MAIL', () => {
    const { verdicts } = read('C: RCPT TO:<bob@fabrikam.test>\nS: 550 5.1.1 User unknown\nC: RSET\nS: 250 Ok\n');
    assert.deepEqual(
      verdicts.map(({ recipient }) => recipient),
      ['bob@fabrikam.test'],
    );
    const none = read('C: RCPT TO:<bob@fabrikam.test>\nS: 250 Ok\nC: DATA\nS: 554 5.5.1 No valid recipients\n');
    assert.equal(none.verdicts[0]?.recipient, undefined);
  });

  it('tells of a client that spoke before the banner only where the start is there', () => {
    const early = (text: string) => read(text).problems.some(({ code }) => code === 'spoke-before-banner');
    const rest = 'S: 220 mx.fabrikam.test ESMTP\nS: 250 Hello\nC: QUIT\nS: 221 Bye\n';
    assert.ok(early(`C: EHLO mx.contoso.test\n${rest}`));
    assert.ok(!early(`C: NOOP\n${rest}`));
    assert.ok(!early('C: STARTTLS\nS: 220 2.0.0 Ready to start TLS\nC: EHLO mx.contoso.test\nS: 250 Hello\n'));
  });

  it('is no header of a message where a program names its steps', () => {
    const { messages, verdicts } = read(
      'hello: 250 mx.contoso.test\nfrom: 250 2.1.0 OK\nto: 550 5.1.1 <bob@fabrikam.test> User unknown\nUnable to send email.\n',
    );
    assert.equal(messages.length, 0);
    assert.deepEqual(
      verdicts.map(({ code, line }) => [code, line]),
      [['recipient-unknown', 3]],
    );
    assert.equal(
      read('From: Anna <anna@contoso.test>\nTo: bob@fabrikam.test\nSubject: 250 stickers\n\nHi\n').messages.length,
      1,
    );
  });
});
