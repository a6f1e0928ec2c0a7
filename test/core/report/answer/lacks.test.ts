import assert from 'node:assert/strict';
import { type Lack, lacksOf, missingWords } from '../../../../src/core/report/answer/lacks.ts';
import type { Told } from '../../../../src/core/report/answer.ts';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';

interface Stub {
  readonly code?: string;
  readonly fate?: string;
  readonly time?: string;
  readonly history?: readonly object[];
}

/** What is known of a mail of which little is. */
const told = ({ code = 'other', fate = 'unknown', time, history = [] }: Stub): Told =>
  ({
    matter: { first: { code, summary: '', failed: true, role: 'cause', recipients: [], span: { start: 0, end: 0 } } },
    fate: { kind: fate },
    circumstances: { history, recipients: [], ...(time !== undefined && { time }) },
  }) as unknown as Told;

const NAMES = { sender: 's@b.test', recipient: 'r@a.test', domain: 'a.test', server: 'mx.a.test' };
/** What a text lacks, of which so much is known. */
const lacks = (text: string, known: Stub | undefined, ...expected: readonly Lack[]): void =>
  assert.deepEqual(
    lacksOf(readTicket(text), known && told(known), NAMES),
    expected,
    `${text} ${JSON.stringify(known)}`,
  );

const LOG =
  'Nov 20 09:14:57 mx postfix/qmgr[71]: 4C1D5228000: from=<s@b.test>, size=900, nrcpt=1 (queue active)\nNov 20 09:14:58 mx postfix/smtp[71]: 4C1D5228000: to=<r@a.test>, relay=mx.a.test[192.0.2.1]:25, dsn=5.7.1, status=bounced (host mx.a.test said: 550 5.7.1 no)\n';
const SESSION = '220 mx.a.test ESMTP\nEHLO b.test\n250 mx.a.test\nQUIT\n221 bye\n';
const dig = (name: string): string =>
  `; <<>> DiG 9.18 <<>> MX ${name}\n;; ->>HEADER<<- opcode: QUERY, status: NXDOMAIN, id: 1\n;; QUESTION SECTION:\n;${name}. IN MX\n`;
const MAIL =
  'Received: from out.b.test (out.b.test [198.51.100.2]) by mx.a.test with ESMTP id 4F1; Sat, 21 Nov 2026 14:06:00 +0000\nFrom: s@b.test\nTo: r@a.test\nMessage-ID: <1@b.test>\n\nx\n';
const BOUNCE =
  'From: MAILER-DAEMON@b.test\nTo: s@b.test\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n\nIt failed.\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx.b.test\n\nFinal-Recipient: rfc822; r@a.test\nAction: failed\nStatus: 5.0.0\n\n--b--\n';

describe('what a ticket lacks', () => {
  it('is what is not there yet', () => {
    lacks('hello\n', {}, 'bounce', 'log', 'session', 'lookup', 'address', 'time');
    lacks(LOG, {}, 'bounce', 'session', 'lookup', 'address', 'time');
    lacks(SESSION, {}, 'bounce', 'log', 'lookup', 'address', 'time');
    lacks(dig('A.test'), {}, 'bounce', 'log', 'session', 'address', 'time');
    lacks(dig('b.test'), {}, 'bounce', 'log', 'session', 'lookup', 'address', 'time');
    lacks(BOUNCE, {}, 'log', 'session', 'lookup', 'address', 'time');
    lacks(MAIL, {}, 'bounce', 'log', 'session', 'lookup', 'time');
  });
  it('is no time where its zone is told', () => {
    const without = (time: string, ...last: readonly Lack[]): void =>
      lacks('hello\n', { time }, 'bounce', 'log', 'session', 'lookup', 'address', ...last);
    for (const time of [
      'Fri, 20 Nov 2026 10:00:00 +0000',
      '2026-11-20 10:00:00-05:30',
      '2026-11-20T10:00:00Z',
      '10:00 UTC',
      '10:00GMT',
    ])
      without(time);
    for (const time of [
      'Nov 20 10:00:00',
      '2026-11-20T10:00:00',
      '10:00 CET',
      '20-11-2026 10:00:00',
      '20-11-2026',
      'UTC',
      '10:00:00 +1',
    ])
      without(time, 'time');
  });
  it('is no session and no look-up where neither is in question', () => {
    for (const code of [
      ...['mailbox-full', 'too-large-for-mailbox', 'message-too-large', 'content-refused', 'content-unsupported'],
      ...['message-malformed', 'virus-found', 'sender-not-allowed', 'suppressed', 'mail-not-accepted'],
      ...['domain-not-found', 'mail-loop'],
    ])
      lacks('hello\n', { code }, 'bounce', 'log', 'address', 'time');
  });
  it('is which services send where the origin was refused', () => {
    for (const code of ['spf-failed', 'dkim-failed', 'dmarc-failed', 'sender-unauthenticated'])
      lacks('hello\n', { code }, 'bounce', 'log', 'session', 'lookup', 'services', 'address', 'time');
  });
  it('is no bounce of what waits, or was never sent', () => {
    for (const fate of ['waiting', 'put-off', 'unsent'])
      lacks('hello\n', { fate }, 'log', 'session', 'lookup', 'address', 'time');
    lacks('hello\n', { fate: 'returned' }, 'bounce', 'log', 'session', 'lookup', 'address', 'time');
  });
  it('is nothing where it was kept on this side, or complained of', () => {
    for (const fate of ['kept', 'held']) lacks('hello\n', { fate });
    lacks('hello\n', { code: 'complaint' });
  });
  it('is how it was handed on where it arrived', () => {
    for (const fate of ['arrived', 'taken']) {
      lacks('hello\n', { fate }, 'tries');
      lacks('hello\n', { fate, code: 'spf-failed' }, 'services', 'tries');
      for (const outcome of ['deferred', 'sent']) lacks('hello\n', { fate, history: [{ outcome }] });
      lacks('hello\n', { fate, history: [{ outcome: 'received' }, {}] }, 'tries');
    }
    lacks('hello\n', { code: 'automatic-reply' }, 'tries');
    lacks(MAIL, undefined, 'tries');
    lacks('hello\n', undefined, 'bounce', 'log', 'session', 'lookup', 'address', 'time');
    lacks(
      'From: s@b.test\nTo: r@a.test\nSubject: x\n\nx\n',
      undefined,
      'bounce',
      'log',
      'session',
      'lookup',
      'address',
      'time',
    );
    lacks(BOUNCE, undefined, 'log', 'session', 'lookup', 'address', 'time');
  });
  it('is no address where the log of the receiver has it', () => {
    const client = { ip: { text: '192.0.2.9' } };
    lacks('hello\n', { history: [{ outcome: 'rejected', client }] }, 'bounce', 'log', 'session', 'lookup', 'time');
    lacks(
      'hello\n',
      { history: [{ outcome: 'sent', client }] },
      'bounce',
      'log',
      'session',
      'lookup',
      'address',
      'time',
    );
    lacks(
      'hello\n',
      { history: [{ outcome: 'rejected', client: {} }] },
      'bounce',
      'log',
      'session',
      'lookup',
      'address',
      'time',
    );
  });
});

describe('what is asked for', () => {
  const asks = (lack: Lack, more: object = {}): string =>
    missingWords(new Set([lack]), { circumstances: { history: [], recipients: [], ...more } } as unknown as Told).join(
      '|',
    );
  it('names the message, the domain and the time, where they are known', () => {
    const tries = (message: string): string =>
      `the lines of your mail server's log for ${message}: when your server took it, and every try to hand it on with the reply to it (with time zone)`;
    assert.equal(asks('tries'), tries('the message'));
    assert.equal(asks('tries', { messageId: '1@b.test' }), tries('the message 1@b.test'));
    const services = (domain: string): string =>
      `which servers and services send mail as ${domain}, with their addresses, and which of them sign with DKIM`;
    assert.equal(asks('services'), services('your domain'));
    assert.equal(asks('services', { sender: '' }), services('your domain'));
    assert.equal(asks('services', { sender: '"a@x"@b.test' }), services('b.test'));
    assert.equal(asks('time'), 'the time of the last try with its time zone');
    assert.equal(
      asks('time', { time: '10:00' }),
      'the time of the last try with its time zone (we have 10:00, without one)',
    );
  });
  it('is a line each, or whether the other side sees the same', () => {
    assert.equal(missingWords(new Set<Lack>(['bounce', 'log', 'session', 'lookup', 'address']), undefined).length, 5);
    assert.deepEqual(missingWords(new Set(), undefined), [
      'whether your side sees the same, and what differs where it does not',
    ]);
  });
});
