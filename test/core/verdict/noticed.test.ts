import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { GLANCE, signAt } from '../../../src/core/ticket/glance.ts';
import { noticedIn } from '../../../src/core/verdict/noticed.ts';

const sample = (name: string): string => readFileSync(`samples/${name}`, 'utf8');
const above = 'Hello,\n\nplease have a look at this.\n\n';

/** What is noticed below a sentence, in a text that has a sign of it. */
function noticed(text: string): readonly [kind: string, line: number] | undefined {
  const whole = above + text;
  const found = signAt(whole) === undefined ? undefined : noticedIn(whole);
  return found && [found.kind, whole.slice(0, found.offset).split('\n').length];
}

describe('a ticket in another text', () => {
  it('is noticed with a sentence above it, whatever it is', () => {
    for (const [kind, text] of [
      ['conversation', sample('1-relaying-denied.smtp.txt')],
      ['message', sample('3-took-four-hours.eml')],
      ['log', sample('6-mail-log.ticket.txt')],
      ['conversation', 'C: EHLO pc\nS: 250 mx.contoso.test\nC: QUIT\nS: 221 bye\n'],
      [
        'message',
        '> Received: from a.test (a.test [192.0.2.1]) by b.test; Fri, 20 Nov 2026 10:00:00 +0000\n> From: a@contoso.test\n> Subject: x\n',
      ],
      ['lookup', '$ dig +noall +answer MX contoso.test\ncontoso.test. 300 IN MX 10 mx1.contoso.test.\n'],
      [
        'lookup',
        'Server:  dns.contoso.test\nAddress:  192.0.2.53\n\ncontoso.test  MX preference = 10, mail exchanger = mx1.contoso.test\n',
      ],
      [
        'log',
        'Nov 20 10:00:00 mx1 postfix/smtp[12]: 4F1A2B3C4D: to=<bob@fabrikam.test>, relay=none, delay=1, dsn=4.4.1, status=deferred (connect to fabrikam.test[192.0.2.9]:25: Connection timed out)\n',
      ],
      [
        'log',
        '{"event":"bounce","email":"bob@fabrikam.test","sg_message_id":"a.b","reason":"550 5.1.1 No such user","status":"5.1.1","timestamp":1763632800}\n',
      ],
      [
        'notice',
        "Your message to bob@fabrikam.test couldn't be delivered.\nRemote Server returned '550 5.1.1 User unknown'\n",
      ],
      ['notice', 'MailKit: 535: 5.7.3 Authentication unsuccessful\n'],
    ] as const) {
      assert.equal(noticed(text)?.[0], kind, text.slice(0, 80));
    }
  });

  it('is noticed where it begins', () => {
    assert.equal(noticed('So far.\n\n220 mx.contoso.test ESMTP\nEHLO pc\n250 mx.contoso.test\n')?.[1], 7);
  });

  it('is none in source code, prose, data and licences', () => {
    for (const text of [
      'Dear all,\n\nthe meeting is on Monday.\n',
      'const x = 250;\nif (x > 3) { quit(); }\n',
      'name: build\non: push\njobs:\n  test: 1\n',
      '{"to": ["x"], "event": "click", "status": 200}\n',
      'NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE\nLIABLE FOR ANY CLAIM\n',
      '# Changelog\n\n## 5.4.4\n\n- error 404 is handled\n- 500 Internal Server Error is retried\n',
      'From: the office\nTo: everybody\nSubject: lunch\n\nThere will be soup.\n',
      'HTTP/1.1 503 Service Unavailable\nRetry-After: 120\n',
      'error TS2307: Cannot find module\nerror code 550 in widget.c:12\n',
      'Setting: value\nX-Comment: Written for the project\nLicense: Apache-2.0\n',
    ]) {
      assert.equal(noticed(text), undefined, text);
    }
  });

  it('is told by what it names, where other data has its form, too', () => {
    const kind = (text: string): string | undefined => noticedIn(text)?.kind;
    assert.equal(kind('250 OK\n'), undefined);
    assert.equal(kind('550 5.1.1 <bob@fabrikam.test>: User unknown\n'), 'notice');
    assert.equal(kind('DKIM-Signature: v=1; d=a.test\nFrom: a@contoso.test\nTo: b@contoso.test\n'), 'message');
    assert.equal(kind('Received-SPF: pass\nX-Other: a\n'), undefined);
    assert.equal(
      kind('contoso.test. 300 IN MX 10 mx1.contoso.test.\ncontoso.test. 300 IN TXT "v=spf1 -all"\n'),
      'lookup',
    );
    assert.equal(kind('$ dig x.test MX\n;; connection timed out; no servers could be reached\n'), 'lookup');
    assert.equal(kind('level=info to=bob@fabrikam.test msg="queued"\n'), undefined);
    assert.equal(kind('level=info to=bob@fabrikam.test from=ann@contoso.test status=bounced\n'), 'log');
    const other = Array.from({ length: 45 }, (_, i) => `Nov 20 12:00:01 mx1 app[${i}]: something happened here\n`).join(
      '',
    );
    assert.equal(kind(other), undefined);
    assert.equal(kind('The proxy said 503 Service Unavailable to me\n'), undefined);
    assert.equal(kind('version 5.7.1 is out\n'), undefined);
  });

  it('is told by the fields of servers, by answers, and by what a line says of mail', () => {
    const way = 'Received: from a.test by b.test; Fri, 20 Nov 2026 10:00:00 +0000\n';
    const three = 'From: a@a.test\nSubject: x\n\nhi\n';
    const asked = (status: string): string =>
      `$ dig x.test MX\n;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: 1\n;; QUESTION SECTION:\n;x.test. IN MX\n`;
    const line = (words: string): string => `Nov 20 10:00:00 mx1 app[1]: ${words}\n`;
    for (const [text, kind] of [
      ['EHLO pc\n250 mx.b.test\n', 'conversation'],
      [`${way}\nx\n`, 'message'],
      [`Message-ID: <1@a.test>\n${three}`, 'message'],
      [`MESSAGE-ID: <1@a.test>\n${three}`, 'message'],
      [`x-mailer: y\n${three}`, 'message'],
      [`Date: y\nTo: b@b.test\n${three}`, undefined],
      [asked('NXDOMAIN'), 'lookup'],
      [asked('NOERROR'), undefined],
      ['$ host x.test\nx.test has address 192.0.2.1\n', 'lookup'],
      [line('550 5.1.1 User unknown'), 'notice'],
      [line('from=<a@a.test> to=<b@b.test> hello'), undefined],
      ['level=info client=192.0.2.1 reply="550 5.1.1 User unknown"\n', 'notice'],
      ['The reply was 550 5.1.1\n', 'notice'],
      ['5.1.1\n', undefined],
      ['Got 503 bad sequence of commands\n', undefined],
      ['Connection refused\n', undefined],
    ] as const)
      assert.equal(noticedIn(text)?.kind, kind, text);
  });

  // With a time that grew faster than the text, these would come to no end.
  it('is none in a long text of beginnings', () => {
    const beginnings = ['220 a', '> ', 'to=<a', '<= a H', '\t\t\t', 'Received', 'mail 4', 'IN\t ', 'Final-'];
    for (const piece of beginnings)
      assert.equal(signAt(piece.repeat(Math.ceil((64 * GLANCE) / piece.length))), undefined, piece);
  });
});
