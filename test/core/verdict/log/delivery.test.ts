import assert from 'node:assert/strict';
import type { Explanation } from '../../../../src/core/knowledge/explanation.ts';
import type { LogEntry } from '../../../../src/core/log/log.ts';
import {
  asNotice,
  causeOf,
  type Delivery,
  isFailed,
  isOwnFault,
  keyOf,
} from '../../../../src/core/verdict/log/delivery.ts';
import { followed, waitsOnly } from '../../../../src/core/verdict/log/followed.ts';

const explained = (reason: string, more: object = {}): Explanation =>
  ({ reason, meaning: 'x', actor: 'sender', retry: 'no', next: [], source: [], ...more }) as unknown as Explanation;

const delivery = (more: Partial<Delivery> = {}): Delivery => ({
  ...{ span: { start: 0, end: 1 }, role: 'cause', stage: 'RCPT', recipients: [], times: 1 },
  ...{ explanation: explained('mailbox-full'), ...more },
});

const word = (text: string) => ({ start: 0, end: text.length, text });
const entry = (more: object): LogEntry => ({ format: 'postfix', recipients: [], ...more }) as unknown as LogEntry;

describe('a delivery', () => {
  it('failed where it did not arrive', () => {
    const roles = ['cause', 'waiting', 'consequence', 'success', 'recovered', 'notice'] as const;
    assert.deepEqual(
      roles.filter((role) => isFailed({ role })),
      ['cause', 'waiting', 'consequence'],
    );
  });

  it('has what the server says of itself as the cause, for those whom it concerns', () => {
    const fault = delivery({
      queueId: 'A',
      loose: true,
      role: 'waiting',
      explanation: explained('system-full', { retry: 'yes' }),
    });
    const cause = causeOf(fault, delivery({ recipients: ['b@b.test'] }));
    assert.deepEqual(
      [cause.role, cause.recipients, cause.loose, cause.explanation.retry],
      ['cause', ['b@b.test'], undefined, 'later'],
    );
    assert.deepEqual(
      causeOf(delivery({ recipients: ['c@c.test'] }), delivery({ recipients: ['b@b.test'] })).recipients,
      ['c@c.test'],
    );
    const own = (reason: string, more: Partial<Delivery> = {}): boolean =>
      isOwnFault(delivery({ queueId: 'A', explanation: explained(reason), ...more }));
    for (const reason of ['service-failed', 'system-error', 'system-full', 'mail-loop'])
      assert.equal(own(reason), true, reason);
    assert.deepEqual([own('mailbox-full'), own('system-full', { role: 'waiting' })], [false, false]);
    assert.equal(isOwnFault(delivery({ explanation: explained('system-full') })), false);
  });

  it('is the same by message and recipient, and at the door by who was refused and why', () => {
    const said = delivery({ reply: '550' });
    const key = (more: object, message?: string, recipient?: string, one = said): string =>
      keyOf(entry(more), message, recipient, one);
    assert.equal(key({}, 'A', 'b@b.test'), 'A b@b.test');
    assert.equal(key({}, 'A'), 'A ');
    assert.equal(
      key({ outcome: 'rejected', sender: word('a@a.test') }, 'A', 'b@b.test'),
      'a@a.test b@b.test 550 mailbox-full ',
    );
    assert.equal(key({ client: word('192.0.2.7') }, undefined, 'b@b.test'), '192.0.2.7 b@b.test 550 mailbox-full ');
    assert.equal(key({ subject: word('Hi') }, undefined, undefined, delivery()), '   mailbox-full Hi');
    for (const format of ['exchange-table', 'exchange-list']) {
      assert.equal(key({ format }), '', format);
      assert.equal(key({ format }, 'A'), 'A ', format);
      assert.notEqual(key({ format }, undefined, 'b@b.test'), '', format);
      assert.notEqual(key({ format, subject: word('Hi') }), '', format);
      assert.notEqual(key({ format }, undefined, undefined, delivery({ sender: 'a@a.test' })), '', format);
    }
  });

  it('asks nothing of the sender of a message that has none', () => {
    const bounce = delivery({ sender: '' });
    assert.notEqual(asNotice(bounce).explanation.actor, 'sender');
    for (const one of [
      delivery({ sender: 'a@a.test' }),
      delivery(),
      delivery({ sender: '', role: 'waiting' }),
      delivery({ sender: '', explanation: explained('mailbox-full', { actor: 'nobody' }) }),
    ])
      assert.equal(asNotice(one), one);
  });
});

describe('a later word on a delivery', () => {
  const retry = explained('connection-failed', { actor: 'nobody', retry: 'yes' });

  it('may be that it only waits for the next try', () => {
    const waits = delivery({ role: 'waiting', queueId: 'A', explanation: retry });
    assert.equal(waitsOnly(waits), true);
    for (const more of [
      { role: 'cause' },
      { queueId: undefined },
      { explanation: { ...retry, reason: 'greylisted' } },
      { explanation: { ...retry, actor: 'sender' } },
      { explanation: { ...retry, retry: 'later' } },
    ])
      assert.equal(waitsOnly({ ...waits, ...more } as Delivery), false, JSON.stringify(more));
    const before = delivery({ role: 'waiting', times: 2 });
    assert.deepEqual(followed(before, waits), { ...before, times: 3 });
  });

  it('takes nothing from the one that says why', () => {
    const before = delivery({ role: 'waiting', explanation: explained('mailbox-full', { retry: 'yes' }) });
    const unknown = (role: 'cause' | 'waiting'): Delivery => delivery({ role, explanation: explained('unknown') });
    assert.equal(followed(before, unknown('waiting')), before);
    const given = followed(before, unknown('cause'));
    assert.deepEqual(
      [given.role, given.explanation.reason, given.explanation.retry],
      ['cause', 'mailbox-full', 'later'],
    );
    const expired = delivery({ explanation: explained('expired') });
    assert.equal(followed(before, expired).explanation.reason, 'mailbox-full');
    assert.equal(followed(unknown('waiting'), expired).explanation.reason, 'expired');
    const kept = delivery({ reply: '250 2.7.0' });
    assert.equal(followed(before, kept), before);
    assert.equal(followed(delivery(), kept).reply, '250 2.7.0');
    assert.equal(followed(before, delivery({ reply: '550' })).reply, '550');
  });

  it('gets over what waited, and leaves what arrived', () => {
    const done = delivery({ role: 'success', explanation: explained('accepted') });
    const waits = delivery({ role: 'waiting', times: 2 });
    assert.deepEqual(followed(waits, done), { ...waits, role: 'recovered' });
    const over: Delivery = { ...waits, role: 'recovered' };
    assert.deepEqual(followed(over, done), over);
    assert.equal(followed(done, done), done);
    assert.equal(followed(done, waits), waits);
    assert.equal(followed(over, waits), waits);
    assert.equal(followed(delivery(), done).role, 'success');
  });

  it('counts the same, and names what it was put off for before', () => {
    const waits = (reason: string, more: Partial<Delivery> = {}): Delivery =>
      delivery({ role: 'waiting', explanation: explained(reason), ...more });
    assert.deepEqual(
      [
        followed(waits('greylisted'), waits('greylisted')).times,
        followed(waits('greylisted'), waits('mailbox-full')).times,
      ],
      [2, 1],
    );
    assert.equal(followed(waits('greylisted', { reply: '450' }), waits('greylisted', { reply: '451' })).times, 1);
    assert.deepEqual(followed(waits('greylisted'), waits('mailbox-full')).earlier, ['greylisted']);
    assert.equal(followed(waits('unknown'), waits('mailbox-full')).earlier, undefined);
    assert.equal(followed(delivery(), waits('greylisted')).earlier, undefined);
    const twice = followed(followed(waits('greylisted'), waits('mailbox-full')), waits('greylisted'));
    assert.deepEqual(twice.earlier, ['mailbox-full']);
    assert.deepEqual(followed(twice, waits('blocklisted')).earlier, ['mailbox-full', 'greylisted']);
  });
});
