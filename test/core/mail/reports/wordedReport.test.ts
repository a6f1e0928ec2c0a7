import assert from 'node:assert/strict';
import type { FeedbackReport, Message } from '../../../../src/core/mail/message.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { failureIn } from '../../../../src/core/mail/reports/wordedReport.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

const lined = (...lines: readonly string[]): string => lines.join('\n');

function read(header: readonly string[], ...body: readonly string[]): Message {
  const text = lined(...header, '', ...body);
  return readMessage(text, new Lines(text), 0, text.length);
}

/** What a message complains of, without its place and what all have. */
function told(header: readonly string[], ...body: readonly string[]): Partial<FeedbackReport> | undefined {
  const { feedback } = read(header, ...body);
  if (feedback === undefined) return undefined;
  const { start: _, end: __, format, incidents, ...rest } = feedback;
  assert.deepEqual([format, incidents], ['notice', 1]);
  return rest;
}

const FROM = 'From: reports@gate.test';
const RETURNED = [
  ...['--b', 'Content-Type: message/rfc822', ''],
  ...['From: Eve <eve@a.test>', 'To: Bob <bob@b.test>', 'Subject: x', '', 'hi', '--b--'],
];
const mixed = (subject: string, ...words: readonly string[]): Partial<FeedbackReport> | undefined =>
  told(
    [FROM, `Subject: ${subject}`, 'Content-Type: multipart/mixed; boundary=b'],
    ...['--b', 'Content-Type: text/plain', ''],
    ...words,
    ...RETURNED,
  );

describe('a failure of authentication in words', () => {
  it('is that of Exim, with domain, address and alignment', () => {
    assert.deepEqual(
      mixed(
        'DMARC Forensic Report for a.test from IP 192.0.2.1',
        'A message claiming to be from you has failed the published DMARC policy for your domain.',
        '',
        '  Sender Domain: a.test',
        '  Sender IP Address: 192.0.2.1',
        '  SPF Alignment: no',
        '  DKIM Alignment: no',
        '  DMARC Results: Reject',
      ),
      {
        type: 'auth-failure',
        recipients: ['bob@b.test'],
        sender: 'eve@a.test',
        authFailure: 'dmarc',
        reportedDomain: 'a.test',
        sourceIp: '192.0.2.1',
        alignment: 'spf,dkim',
        delivered: 'Reject',
      },
    );
    assert.deepEqual(told([FROM, 'Subject: DMARC Failure Report for a.test from IP [2001:db8::1]'], 'hi'), {
      type: 'auth-failure',
      recipients: [],
      authFailure: 'dmarc',
      reportedDomain: 'a.test',
      sourceIp: '2001:db8::1',
    });
  });

  it('is told by many words, and not by a subject alone', () => {
    for (const words of [
      'It failed the published DMARC policy',
      'failed the dmarc policy',
      'authentication failure report',
      'an auth-failure report',
      'DMARC authentication failure report',
      'DMARC failure report',
      'dmarc check result',
      'DMARC mechanism check failure',
      'failed dmarc verification',
      'failed the spf check',
      'failed DKIM evaluation',
      'failed dkim policy',
      'A message claiming to be from you has failed',
    ])
      assert.equal(failureIn(words)?.authFailure, 'dmarc', words);
    for (const words of ['', 'dmarc', 'failed the check', 'passed the dmarc policy'])
      assert.equal(failureIn(words), undefined);
    assert.equal(failureIn('failed the spf check\nSPF alignment: yes\nDKIM alignment: fail')?.alignment, 'dkim');
    assert.equal(failureIn('failed the spf check\nSPF alignment: pass')?.alignment, undefined);
    assert.equal(told([FROM, 'Subject: DMARC fails'], 'Why do we see that?'), undefined);
    assert.equal(told([FROM, 'Subject: hello'], 'It failed the published DMARC policy'), undefined);
  });
});

describe('a complaint in words', () => {
  it('comes through SpamCop', () => {
    const spam = { type: 'abuse', recipients: [], sourceIp: '192.0.2.1', userAgent: 'SpamCop' };
    assert.deepEqual(told([FROM, 'Subject: [SpamCop (192.0.2.1) id:1]offer'], 'x'), spam);
    assert.deepEqual(told([FROM, 'Subject:  [spamcop (2001:db8::1) id:1]x'], 'x'), {
      ...spam,
      sourceIp: '2001:db8::1',
    });
    assert.equal(told([FROM, 'Subject: Re: [SpamCop (192.0.2.1) id:1]'], 'x'), undefined);
  });

  it('comes in X-ARF', () => {
    const arf = (field: string, ...words: readonly string[]): unknown => told([FROM, 'Subject: x', field], ...words);
    const attack = { type: 'other', recipients: [], incident: 'login-attack', sourceIp: '192.0.2.1' };
    assert.deepEqual(arf('X-XARF: PLAIN', 'Report-Type: login-attack', 'Source: 192.0.2.1'), attack);
    assert.deepEqual(arf('X-ARF: Yes', "Report-Type: 'Login-Attack'", 'Source-IP: "192.0.2.1"'), attack);
    assert.deepEqual(arf('X-X-ARF: bulk', 'Report-Type: spam', 'IP: 192.0.2.1'), {
      type: 'abuse',
      recipients: [],
      sourceIp: '192.0.2.1',
    });
    assert.deepEqual(arf('X-ARF: secure', 'nothing'), { type: 'other', recipients: [] });
    assert.equal(arf('X-ARF: no', 'Report-Type: spam'), undefined);
    assert.equal(arf('Y-ARF: yes', 'Report-Type: spam'), undefined);
  });

  it('comes to a mailbox for abuse from a program', () => {
    const desk = (words: string, to = 'abuse@host.test', from = 'report@x.test'): string | undefined =>
      told([`From: ${from}`, `To: ${to}`, 'Subject: x'], words)?.incident;
    for (const [incident, ...all] of [
      ['copyright', 'Notice of Claimed Infringement', 'copyright infringement', 'infringing material', 'a DMCA notice'],
      ['phishing', 'a phishing site', 'phish url', 'phishing content'],
      ['malware', 'viruses page', 'malware domain', 'a botnet', 'infected host', 'infected machine', 'a drone'],
      ['login-attack', 'brute force', 'bruteforce', 'login attempt', 'failed logins', 'dictionary attack'],
      [
        'attack',
        'abusive web requests',
        'port scan',
        'portscan',
        'a ddos attack',
        'hacking attempt',
        'attack from',
        'attacks originating',
        'Offending IP',
        'attacking source ip',
      ],
      ['abuse', 'abuse report', 'report about abuse', 'abuse complaint'],
    ] as const)
      for (const words of all) assert.equal(desk(words), incident, words);
    assert.equal(desk('hello'), undefined);
    assert.equal(desk('abuse report', 'bob@host.test'), undefined);
    assert.equal(desk('abuse report', 'abuse@host.test', 'bob@x.test'), undefined);
    for (const to of ['NOC@host.test', 'x, <security@host.test>', 'cert@host.test', 'abuse2@host.test'])
      assert.equal(desk('abuse report', to), 'abuse', to);
    for (const from of [
      'no-reply@x',
      'noreply@x',
      'copyright@x',
      'alerts@x',
      'monitor@x',
      'compliance@x',
      'notice.x@x',
    ])
      assert.equal(desk('abuse report', 'abuse@host.test', from), 'abuse', from);
  });

  it('names the host that it is about', () => {
    const host = (words: string): string | undefined =>
      told(['From: report@x.test', 'To: abuse@host.test', 'Subject: abuse report'], words)?.sourceIp;
    for (const words of [
      'IP: 192.0.2.1',
      'Source IP address: 192.0.2.1',
      "Infringer's IP address: 192.0.2.1",
      'ipv4: 192.0.2.1',
      'abuse from 192.0.2.1 seen',
      'see [192.0.2.1]',
      'x (192.0.2.1)',
    ])
      assert.equal(host(words), '192.0.2.1', words);
    assert.equal(host('IPv6: 2001:db8::1'), '2001:db8::1');
    for (const words of ['from 192.0.2.1', 'IP: 1.2', 'ship: 192']) assert.equal(host(words), undefined, words);
  });
});
