import assert from 'node:assert/strict';
import { requestValues, senderRequestTemplate } from '../../../src/core/report/senderRequest.ts';
import { unknownPlaceholders } from '../../../src/core/report/template.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { senderRequest } from './filled.ts';

const requestFor = (text: string): string => senderRequest(readTicket(text));
const serverIn = (text: string): string | undefined => /^ {4}telnet (.*) 25$/m.exec(requestFor(text))?.[1];

/** A line of Postfix that could not deliver. */
const log = (relay: string, to = 'b@contoso.test'): string =>
  `Nov 20 09:14:58 mx postfix/smtp[71]: 4C1D5228000: to=<${to}>, relay=${relay}:25, dsn=5.7.1, status=bounced (host ${relay} said: 550 5.7.1 no (in reply to RCPT TO command))\n`;
const from = (sender: string): string =>
  `Nov 20 09:14:57 mx postfix/qmgr[71]: 4C1D5228000: from=<${sender}>, size=900, nrcpt=1 (queue active)\n`;

const session = `220 mx1.contoso.test ESMTP
EHLO a.test
250 mx1.contoso.test
MAIL FROM:<a@a.test>
250 Ok
RCPT TO:<b@contoso.test>
550 5.7.1 <b@contoso.test>: no
QUIT
221 Bye
`;

const arrived = `Received: from mx.contoso.test (mx.contoso.test [203.0.113.7])
\tby mbox.contoso.test with ESMTPS id 4F2; Sat, 21 Nov 2026 14:06:03 +0000
Received: from out.fabrikam.test (out.fabrikam.test [198.51.100.2])
\tby mx.contoso.test with ESMTPS id 4F1; Sat, 21 Nov 2026 14:06:00 +0000
Received: from pc.fabrikam.test (pc.fabrikam.test [10.0.0.7])
\tby out.fabrikam.test with ESMTPSA id 4F0; Sat, 21 Nov 2026 10:00:00 +0000
Date: Sat, 21 Nov 2026 10:00:00 +0000
From: a@fabrikam.test
To: b@contoso.test
Subject: offer
Message-ID: <1@fabrikam.test>

x
`;

describe('questions for the sender', () => {
  it('say what to put in the place of an exchanger that is not known', () => {
    assert.match(
      requestFor('Subject: x\nTo: b@contoso.test\n\nx\n'),
      /lowest number in the place of MAIL-EXCHANGER-OF/,
    );
    assert.doesNotMatch(requestFor(log('mx1.contoso.test[192.0.2.7]')), /MAIL-EXCHANGER-OF/);
  });

  it('name nobody of another mail of the log', () => {
    const other = log('mx1.fabrikam.test[192.0.2.8]', 'c@fabrikam.test').replaceAll('4C1D5228000', '4C1D5228001');
    const refused =
      'Nov 20 09:14:58 mx postfix/smtp[71]: 4C1D5228000: host mx1.contoso.test[192.0.2.7] refused to talk to me: 554 5.7.1 blocked using zen.spamhaus.org\n';
    const text = requestFor(refused + other);
    assert.match(text, /to RECIPIENT-ADDRESS we need/);
    assert.match(text, /Server that answered: mx1\.contoso\.test/);
  });

  it('ask for no bounce of what waits, and for no session where the own organisation blocks', () => {
    assert.doesNotMatch(requestFor('> 450 4.2.0 <b@contoso.test>: Greylisted, try again later\n'), /the bounce/);
    const own =
      "550 5.7.703 Your message can't be delivered because messages to b@contoso.test are blocked by your organization using Tenant Allow Block List.\n";
    assert.doesNotMatch(requestFor(own), /a session by hand|your DNS resolver/);
  });

  it('name sender, recipient and the mail', () => {
    const text = requestFor(from('a@fabrikam.test') + log('mx1.contoso.test[192.0.2.7]'));
    assert.match(text, /mail from a@fabrikam\.test to b@contoso\.test we need/);
    assert.match(
      text,
      /\n- Time: Nov 20 09:14:58\n- Server that answered: mx1\.contoso\.test \[192\.0\.2\.7\]\n- Reply: 550 5\.7\.1\n/,
    );
    assert.match(
      requestFor(arrived),
      /mail from a@fabrikam\.test to b@contoso\.test we need[\s\S]*- Subject: offer\n- Message-ID: 1@fabrikam\.test\n/,
    );
  });

  it('ask nothing of mail that is kept back here or was complained of', () => {
    const quarantined =
      'SenderAddress    : a@fabrikam.test\nRecipientAddress : b@contoso.test\nStatus           : Quarantined\nReceived         : 11/20/2026 9:14:58 AM\nMessageTraceId   : 0f8fad5b-d9cb-469f-a165-70867728950e\n';
    const complaint =
      'From: fbl@isp.test\nTo: abuse@contoso.test\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=feedback-report; boundary=b\n\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\nUser-Agent: x/1\nVersion: 1\nOriginal-Rcpt-To: <joe@isp.test>\n--b--\n';
    for (const text of [quarantined, complaint]) {
      assert.match(requestFor(text), /Please send us:\n- whether your side sees the same/);
      assert.equal(serverIn(text), undefined);
    }
  });

  it('have nobody test the server to which mail was only handed on', () => {
    const text = `${from('a@fabrikam.test')}${log('mx.adatum.test[192.0.2.7]', 'b@adatum.test').replace('relay=', 'orig_to=<b@contoso.test>, relay=')}`;
    assert.match(requestFor(text), /mail from a@fabrikam\.test to b@contoso\.test/);
    assert.equal(serverIn(text), 'MAIL-EXCHANGER-OF-THE-RECIPIENT');
  });

  it('give the exact commands with the names of the ticket', () => {
    const text = requestFor(from('a@fabrikam.test') + log('mx1.contoso.test[192.0.2.7]'));
    for (const command of [
      'Resolve-DnsName -Type MX contoso.test',
      'telnet mx1.contoso.test 25',
      'dig +noall +comments +answer MX contoso.test',
      'MAIL FROM:<a@fabrikam.test>',
      'RCPT TO:<b@contoso.test>',
    ]) {
      assert.ok(text.includes(`    ${command}`), command);
    }
    assert.deepEqual(unknownPlaceholders(senderRequestTemplate, requestValues(readTicket(session))), []);
  });

  it('ask for what is missing, and for no session or look-up that stands there', () => {
    const text = requestFor(session);
    assert.match(text, /- the bounce, complete/);
    assert.ok(!text.includes('telnet') && !text.includes('a session by hand'), text);
    assert.match(text, / dig .* MX contoso\.test/);
    const looked = requestFor(
      `$ dig MX contoso.test\n\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n;; QUESTION SECTION:\n;contoso.test.\t\tIN\tMX\n\n;; ANSWER SECTION:\ncontoso.test.\t60\tIN\tMX\t20 mx2.contoso.test.\ncontoso.test.\t60\tIN\tMX\t10 mx1.contoso.test.\n\n${log('relay.fabrikam.test[192.0.2.7]')}`,
    );
    assert.match(looked, /telnet mx1\.contoso\.test 25/);
    assert.ok(!looked.includes('Resolve-DnsName') && !looked.includes('log for the message'), looked);
  });

  it('ask for no bounce and no session of mail that arrived', () => {
    const text = requestFor(arrived);
    assert.match(text, /log for the message 1@fabrikam\.test: when your server took it, and every try to hand it on/);
    assert.ok(!/bounce|telnet|dig |public IP|Windows|In the session/.test(text), text);
  });

  it('ask for no bounce of mail that still waits', () => {
    const waiting = log('mx1.contoso.test[192.0.2.7]')
      .replace('dsn=5.7.1, status=bounced', 'dsn=4.7.1, status=deferred')
      .replace('550 5.7.1', '450 4.7.1');
    assert.ok(!requestFor(waiting).includes('bounce'), requestFor(waiting));
  });

  it('have the sender test the exchanger of the recipient, and no inner host', () => {
    assert.equal(serverIn(log('mx1.contoso.test[192.0.2.7]')), 'mx1.contoso.test');
    for (const inner of [
      'mbx1.contoso.local[192.0.2.7]',
      'mbx1.corp.contoso.test[192.0.2.7]',
      'mbx1.contoso.test[10.1.2.3]',
      'mbx1[192.0.2.7]',
      '10.1.2.3[10.1.2.3]',
    ])
      assert.equal(serverIn(log(inner)), 'MAIL-EXCHANGER-OF-THE-RECIPIENT', inner);
    assert.ok(!requestFor(log('mbx1.contoso.local[192.0.2.7]')).includes('mbx1'));
    assert.equal(
      serverIn(from('a@fabrikam.test') + log('smarthost.fabrikam.test[192.0.2.7]')),
      'MAIL-EXCHANGER-OF-THE-RECIPIENT',
    );
  });

  it('do not name an inner host at all', () => {
    assert.ok(!requestFor(log('mbx1.contoso.local[192.0.2.7]')).includes('mbx1'));
  });

  it('put nothing into a command line that a shell would act on', () => {
    for (const host of ['mx1;reboot.test', 'mx1$reboot.test', '-x.test'])
      assert.equal(serverIn(log(`${host}[192.0.2.7]`)), 'MAIL-EXCHANGER-OF-THE-RECIPIENT', host);
    const evil = requestFor(
      session.replaceAll('b@contoso.test', 'b@$(reboot).test').replaceAll('mx1.contoso.test', 'mx1;reboot.test'),
    );
    assert.ok(!/^ {4}.*reboot/m.test(evil), evil);
    assert.ok(evil.includes('RECIPIENT-ADDRESS'));
  });
});
