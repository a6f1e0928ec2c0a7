import assert from 'node:assert/strict';
import { verdictHeadline } from '../../../src/core/report/verdictWords.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';

/** Each verdict as `line role class recipients`. */
function told(text: string): string[] {
  const ticket = readTicket(text);
  return readVerdicts(ticket).map(({ span, role, code, recipients, times }) =>
    [ticket.lines.lineOf(span.start) + 1, role, code, ...recipients, ...(times > 1 ? [`x${times}`] : [])].join(' '),
  );
}

const postfix = (rest: string, time = '10:00:01'): string => `Nov 21 ${time} mx1 postfix/smtp[71]: ${rest}`;

describe('what happened in a log', () => {
  it('is told once a recipient, by the last word', () => {
    const deferred = postfix(
      '4F1A2B3C4: to=<b@c.test>, relay=mx.c.test[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=4.2.0, status=deferred (host mx.c.test[192.0.2.1] said: 450 4.2.0 <b@c.test>: Greylisted (in reply to RCPT TO command))',
    );
    const sent = postfix(
      '4F1A2B3C4: to=<b@c.test>, relay=mx.c.test[192.0.2.1]:25, delay=400, delays=399/0/0/1, dsn=2.0.0, status=sent (250 2.0.0 Ok)',
      '10:06:41',
    );
    assert.deepEqual(told(`${deferred}\n${deferred}\n`), ['2 waiting greylisted b@c.test x2']);
    assert.deepEqual(told(`${deferred}\n${sent}\n`), ['1 recovered greylisted b@c.test']);
    assert.deepEqual(told(`${deferred}\n${deferred}\n${sent}\n${sent}\n`), ['2 recovered greylisted b@c.test x2']);
    const failed = (text: string) => readVerdicts(readTicket(text)).map((verdict) => verdict.failed);
    assert.deepEqual(failed(`${deferred}\n`), [true]);
    assert.deepEqual(failed(`${deferred}\n${sent}\n`), [false]);
    assert.deepEqual(told(`${sent}\n`), ['1 success accepted b@c.test']);
  });

  it('tells the bounce of one recipient from the delivery to another', () => {
    const to = (who: string, end: string): string =>
      postfix(`4F1A2B3C4: to=<${who}>, relay=mx.c.test[192.0.2.1]:25, delay=1, delays=0/0/0/1, ${end}`);
    const text = [
      to('a@c.test', 'dsn=2.0.0, status=sent (250 2.0.0 Ok)'),
      to(
        'b@c.test',
        'dsn=5.2.2, status=bounced (host mx.c.test[192.0.2.1] said: 552 5.2.2 <b@c.test>: Mailbox full (in reply to RCPT TO command))',
      ),
    ].join('\n');
    assert.deepEqual(told(`${text}\n`), ['2 cause mailbox-full b@c.test', '1 success accepted a@c.test']);
  });

  it('counts what is refused at the door again and again', () => {
    const line = `Nov 21 10:00:01 mx1 postfix/smtpd[71]: NOQUEUE: reject: RCPT from unknown[192.0.2.9]: 554 5.7.1 <b@c.test>: Relay access denied; from=<a@a.test> to=<b@c.test> proto=ESMTP helo=<x>`;
    assert.deepEqual(told(`${line}\n${line}\n${line}\n`), ['3 cause relaying-denied b@c.test x3']);
  });

  it('names the other host as people write it', () => {
    const line =
      'Nov 21 10:00:00 mx sm-mta[12]: 6ALKBbCK006258: to=<x@c.test>, delay=00:00:03, xdelay=00:00:03, mailer=esmtp, pri=120000, relay=mx.c.test. [192.0.2.1], dsn=4.0.0, stat=Deferred: Connection timed out with mx.c.test.';
    assert.equal(readVerdicts(readTicket(`${line}\n`))[0]?.server, 'mx.c.test');
  });

  it('names a login that failed', () => {
    const line =
      'Nov 21 20:05:41 mx1 postfix/submission/smtpd[52]: warning: unknown[192.0.2.9]: SASL LOGIN authentication failed: UGFzc3dvcmQ6';
    assert.deepEqual(told(`${line}\n`), ['1 cause login-failed']);
  });
});

describe('what happened in a look-up', () => {
  const dig = (question: string, status: string, answer: string): string =>
    `; <<>> DiG 9.18.1 <<>> ${question}\n;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: 1\n;; flags: qr rd ra; QUERY: 1, ANSWER: ${answer === '' ? 0 : 1}, AUTHORITY: 0, ADDITIONAL: 1\n\n;; QUESTION SECTION:\n;${question.replace(' ', '.\t\tIN\t')}\n\n${answer === '' ? '' : `;; ANSWER SECTION:\n${answer}\n\n`};; Query time: 1 msec\n;; SERVER: 192.0.2.53#53(192.0.2.53)\n`;

  it('is a name that does not exist, and never a server that did not answer', () => {
    assert.match(told(dig('contoso.test MX', 'NXDOMAIN', ''))[0] ?? '', /cause domain-not-found$/);
    assert.match(told(dig('contoso.test MX', 'SERVFAIL', ''))[0] ?? '', /cause dns-failure$/);
  });

  it('is a domain that takes no mail', () => {
    assert.match(told(dig('contoso.test MX', 'NOERROR', 'contoso.test. 300 IN MX 0 .'))[0] ?? '', /mail-not-accepted$/);
    assert.deepEqual(told(dig('contoso.test MX', 'NOERROR', 'contoso.test. 300 IN MX 10 mx1.contoso.test.')), []);
  });

  it('is an address on a block list, where not found is the good answer', () => {
    const name = '9.2.0.192.zen.list.test';
    assert.match(told(dig(`${name} A`, 'NOERROR', `${name}. 60 IN A 127.0.0.2`))[0] ?? '', /cause blocklisted$/);
    assert.deepEqual(told(dig(`${name} A`, 'NXDOMAIN', '')), []);
    assert.deepEqual(told(dig(`${name} A`, 'NOERROR', `${name}. 60 IN A 127.255.255.254`)), []);
  });
});

describe('what happened to a message', () => {
  const received = (by: string, from: string, time: string): string =>
    `Received: from ${from} (${from} [192.0.2.1])\n\tby ${by} (Postfix) with ESMTPS id 4F1;\n\tSat, 21 Nov 2026 ${time} +0000`;

  it('is the wait that a person would notice', () => {
    const slow = `${received('mx2.test', 'mx1.test', '14:06:00')}\n${received('mx1.test', 'pc.test', '10:00:00')}\nFrom: a@a.test\nTo: b@b.test\nSubject: x\n\ny\n`;
    assert.deepEqual(told(slow), ['1 delay delayed', '1 notice arrived']);
    const fast = slow.replace('14:06:00', '10:00:02');
    assert.deepEqual(told(fast), ['1 notice arrived']);
  });
});

describe('what is quoted in words', () => {
  it('comes behind what servers said, and is told once', () => {
    const text = 'Hello,\nthe user says: 550 5.1.1 User unknown\nand again\nthe user says: 550 5.1.1 User unknown\n';
    assert.deepEqual(told(text), ['2 cause recipient-unknown x2']);
    const [first] = readVerdicts(readTicket(text));
    assert.equal(first?.confidence, 'medium');
    assert.match(
      first === undefined ? '' : verdictHeadline(first),
      /^Quoted 550 5\.1\.1: no such mailbox; the sender must/,
    );
  });
});

describe('what a program repeats of a server without its codes', () => {
  it('is told with whom it was about', () => {
    assert.deepEqual(
      told(
        'Mailer Error: SMTP Error: The following recipients failed: b@c.test: Verification failed for <a@a.test>\nUnrouteable address\nSender verify failed\n',
      ),
      ['1 cause sender-refused b@c.test'],
    );
    assert.deepEqual(told('The server response was: Relaying denied\n'), ['1 cause relaying-denied']);
    assert.deepEqual(told('Die Serverantwort war: Mailbox unavailable, user unknown\n'), ['1 cause recipient-unknown']);
  });

  it('is not told again behind the session in which it was said', () => {
    const session =
      '< 220 b.test ESMTP\n> EHLO a.test\n< 250 b.test\n> MAIL FROM:<a@a.test>\n< 550 5.7.1 Relaying denied\n';
    for (const echo of [
      'curl: (55) MAIL failed: 550',
      'Mailer Error: Relaying denied',
      'It said: 550 5.7.1 Relaying denied',
    ])
      assert.deepEqual(told(`${session}\n\nand then\n${echo}\n`), ['5 cause relaying-denied'], echo);
  });

  it('is not told again behind the reply itself, nor where nobody announces it', () => {
    assert.deepEqual(told('The server responded: 550 5.7.1 Relaying denied\nSMTP error: Relaying denied\n'), [
      '1 cause relaying-denied',
    ]);
    assert.deepEqual(told('Somebody said something of greylisting.\n'), []);
  });
});
