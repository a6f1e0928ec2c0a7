import assert from 'node:assert/strict';
import { readTicket } from '../../../../src/core/ticket/readTicket.ts';
import { gotOver, ONCE_MORE, withoutOvercome } from '../../../../src/core/verdict/beside/gotOver.ts';
import { readVerdicts } from '../../../../src/core/verdict/readVerdicts.ts';
import type { Verdict } from '../../../../src/core/verdict/verdict.ts';
import { userAnswer } from '../../report/filled.ts';

const message = (id: string, words: string, relay = 'mx.b.test[198.51.100.7]:25', sender = 'a@a.test'): string =>
  `Nov 28 15:02:17 out postfix/qmgr[700]: ${id}: from=<${sender}>, size=4410, nrcpt=1 (queue active)\nNov 28 15:02:19 out postfix/smtp[4412]: ${id}: to=<b@b.test>, relay=${relay}, delay=2, ${words}\n`;
const refused = (reply: string): string =>
  `dsn=${reply.slice(4, 9)}, status=bounced (host mx.b.test[198.51.100.7] said: ${reply} (in reply to RCPT TO command))`;
const LISTED = refused('554 5.7.1 Service unavailable; Client host [192.0.2.25] blocked using zen.spamhaus.org');
const SENT = 'dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 9C21B40A11)';
const first = (text: string) => readVerdicts(readTicket(text))[0];

describe('what a queue puts off', () => {
  const WAITS = 'dsn=4.4.2, status=deferred (lost connection with mx.b.test[198.51.100.7] while sending message body)';

  it('is not got over by another message of the queue, but by a later try at the door', () => {
    for (const sender of ['a@a.test', 'c@a.test'])
      assert.equal(first(message('4F1A2B3C4', WAITS) + message('4F1A2B3C5', SENT, undefined, sender))?.role, 'waiting');
    const door =
      'Nov 28 15:00:19 out postfix/smtpd[4412]: NOQUEUE: reject: RCPT from mx.a.test[192.0.2.1]: 450 4.2.0 <b@b.test>: Recipient address rejected: Greylisted; from=<a@a.test> to=<b@b.test> proto=ESMTP helo=<mx.a.test>\n';
    assert.equal(first(door + message('4F1A2B3C5', SENT))?.role, 'recovered');
  });

  it('was got over where the log has the same message as sent, whose sender it does not name', () => {
    const list = (recipient: string): string =>
      `-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------\n4CCCC1      3120 Sat Nov 28 19:01:01  a@a.test\n(host mx.b.test[198.51.100.44] said: 421 4.7.0 Try again later (in reply to end of DATA command))\n                                         ${recipient}\n\n`;
    const out =
      'Nov 29 09:12:00 out postfix/smtp[14]: 4CCCC1: to=<b@b.test>, relay=mx.b.test[198.51.100.44]:25, delay=9, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 77)\n';
    assert.equal(first(list('b@b.test') + out)?.role, 'recovered');
    assert.equal(first(list('c@b.test') + out)?.role, 'waiting');
  });

  it('of a service waits still, where another message to the same went through', () => {
    const event = (id: string, name: string, more = ''): string =>
      `{"event":"${name}","recipient":"b@b.test","sender":"a@a.test","message-id":"<${id}@a.test>"${more}}\n`;
    const waits = event('1', 'deferred', ',"response":"451 4.7.1 Try again later"');
    assert.equal(first(waits + event('2', 'delivered'))?.role, 'waiting');
    assert.equal(first(waits + event('1', 'delivered'))?.role, 'recovered');
  });
});

describe('what came back before another message was taken', () => {
  it('was got over where sender, recipient or way were the matter, but does not go again by itself', () => {
    const text = message('4F1A2B3C4', LISTED) + message('4F1A2B3C5', SENT);
    const over = first(text);
    assert.deepEqual([over?.role, over?.failed, over?.code], ['recovered', false, 'blocklisted']);
    assert.deepEqual(
      over?.next.map(({ by, kind, text }) => [by, kind, text]),
      [['sender', 'do', 'Send the message that came back again, unless it is the one that was taken later.']],
    );
    assert.match(
      userAnswer(readTicket(text)) ?? '',
      /was delivered to the mail server[\s\S]*For b@b\.test: an earlier message came back\. Please send it again, unless it is this one\./,
    );
  });

  it('stays where the message was, where the other one has another sender or only came to a filter, and what came later', () => {
    for (const text of [
      message('4F1A2B3C4', refused('550 5.7.1 Message rejected as spam')) + message('4F1A2B3C5', SENT),
      message('4F1A2B3C4', refused('535 5.7.8 Error: authentication failed')) + message('4F1A2B3C5', SENT),
      message('4F1A2B3C4', LISTED) + message('4F1A2B3C5', SENT, 'mx.b.test[198.51.100.7]:25', 'c@a.test'),
      message('4F1A2B3C4', LISTED) + message('4F1A2B3C5', SENT, '127.0.0.1[127.0.0.1]:10024'),
      message('4F1A2B3C5', SENT) + message('4F1A2B3C4', LISTED),
    ])
      assert.deepEqual([first(text)?.role, first(text)?.failed], ['cause', true], text);
  });
});

const at = (start: number) => ({ start, end: start + 10 });

/** A refusal at the start of a text, where it does not say another thing. */
const one = (more: Partial<Verdict> = {}): Verdict =>
  ({
    code: 'recipient-unknown',
    role: 'cause',
    failed: true,
    stage: 'RCPT',
    span: at(0),
    recipients: [],
    next: [],
    ...more,
  }) as unknown as Verdict;

describe('what a later delivery got over', () => {
  const cause = one({ sender: 'a@a.test', recipients: ['b@b.test'], deliveries: 1 });
  const waits = { ...cause, role: 'waiting' } as Verdict;
  const sent = one({
    role: 'success',
    failed: false,
    code: 'accepted',
    sender: 'a@a.test',
    recipients: ['b@b.test'],
    span: at(50),
  });
  const of = (first: Partial<Verdict>, later: Partial<Verdict> = {}): string => {
    const [told] = withoutOvercome([
      { ...cause, ...first },
      { ...sent, ...later },
    ]);
    return `${told?.role} ${told?.failed} ${told?.next.length}`;
  };

  it('is a deferral, and a refusal that does not lie in the message, whose sender has to send it again', () => {
    const again = 'recovered false 1';
    const over = 'recovered false 0';
    const [stays, puts] = ['cause true 0', 'waiting true 0'];
    for (const [first, later, expected] of [
      [{}, {}, again],
      [{ role: 'waiting' }, {}, over],
      [{ code: 'spam-refused' }, {}, stays],
      [{ code: 'spam-refused', role: 'waiting' }, {}, over],
      [{ sender: 'A@A.test' }, {}, again],
      [{ sender: 'c@a.test' }, {}, stays],
      [{ sender: '' }, { sender: '' }, stays],
      [{ sender: undefined }, { sender: undefined }, stays],
      [{ deliveries: 2 }, {}, stays],
      [{ deliveries: undefined }, {}, stays],
      [{ recipients: ['b@b.test', 'c@b.test'] }, {}, stays],
      [{ recipients: [], role: 'waiting' }, {}, puts],
      [{ recipients: ['c@b.test'] }, {}, stays],
      [{ span: at(50) }, {}, stays],
      [{ span: at(60) }, {}, stays],
      [{ span: at(49) }, {}, again],
      [{}, { server: '127.0.0.1' }, stays],
      [{}, { server: '::1' }, stays],
      [{}, { server: 'localhost' }, stays],
      [{}, { server: 'mx.b.test' }, again],
      [{ role: 'waiting' }, { server: '127.0.0.1' }, over],
      [{ role: 'waiting', sender: 'c@a.test', queueId: '4F1' }, { queueId: '4F1' }, over],
      [{ role: 'waiting', sender: 'c@a.test', queueId: '4F1' }, { queueId: '4F2' }, puts],
      [{ role: 'waiting', queued: 'q1' }, { queued: 'q2' }, puts],
      [{ role: 'waiting', queued: 'q1' }, { queued: 'q1' }, over],
      [{ role: 'waiting', queued: 'q1' }, { queued: 'm2' }, over],
      [{ role: 'waiting', queued: 'q1' }, {}, over],
      [{ queued: 'q1' }, { queued: 'q2' }, again],
      [{}, { role: 'cause' }, stays],
    ] as [Partial<Verdict>, Partial<Verdict>, string][])
      assert.equal(of(first, later), expected, JSON.stringify([first, later]));
    assert.deepEqual(withoutOvercome([cause, sent])[0]?.next, [ONCE_MORE]);
    assert.deepEqual(withoutOvercome([waits, sent])[1], sent);
  });

  it('asks nobody to wait or to send again', () => {
    const next = [{ kind: 'wait' }, { kind: 'do' }, { kind: 'again' }] as unknown as Verdict['next'];
    assert.deepEqual(gotOver(one({ role: 'recovered', next })).next, [{ kind: 'do' }]);
    assert.deepEqual(gotOver(one({ role: 'cause', next })).next, next);
    const done = one({ role: 'recovered', next: [ONCE_MORE] });
    assert.equal(gotOver(done), done);
  });
});
