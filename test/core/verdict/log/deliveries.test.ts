import assert from 'node:assert/strict';
import type { Explanation } from '../../../../src/core/knowledge/explanation.ts';
import type { ReasonName } from '../../../../src/core/knowledge/reasons.ts';
import type { LogEntry, LogFormat, LogOutcome } from '../../../../src/core/log/log.ts';
import { Deliveries } from '../../../../src/core/verdict/log/deliveries.ts';
import type { Delivery } from '../../../../src/core/verdict/log/delivery.ts';
import type { Role } from '../../../../src/core/verdict/verdict.ts';

const word = (text: string) => ({ start: 0, end: text.length, text });

const explained = (reason: ReasonName, more: Partial<Explanation> = {}): Explanation => ({
  ...{ reason, meaning: `It is ${reason}.`, actor: 'sending admin', retry: 'no', next: [] },
  ...{ source: [], basis: 'words', confidence: 'high', ...more },
});

interface Line {
  readonly at?: number;
  readonly id?: string;
  readonly next?: string;
  readonly from?: string;
  readonly to?: readonly string[];
  readonly role?: Role;
  readonly reason?: ReasonName;
  readonly more?: Partial<Explanation>;
  readonly reply?: string;
  readonly server?: string;
  readonly process?: string;
  readonly outcome?: LogOutcome | undefined;
  readonly format?: LogFormat;
}

/** What is told of a log, in order: `role reason times: queue id, sender, recipients`, and `loose` where it is. */
function told(lines: readonly Line[], most?: number): readonly string[] {
  const all: string[] = [];
  const deliveries = new Deliveries((one) => {
    const { role, explanation, times, queueId, sender, recipients, loose, remark, earlier } = one;
    const marks = [loose && 'loose', remark && 'remark', earlier && `after ${earlier.join('+')}`].filter(Boolean);
    all.push([role, explanation.reason, times, queueId ?? '-', sender ?? '-', ...recipients, ...marks].join(' '));
  }, most);
  lines.forEach((line, i) => {
    const { id, next, from, to = [], role = 'cause', reason = 'recipient-unknown', reply, server, process } = line;
    const start = line.at ?? i * 10_000;
    const span = { start, end: start + 10 };
    const entry = {
      ...{ ...span, format: line.format ?? 'postfix', delays: [], fields: [], recipients: to.map(word) },
      ...(id !== undefined && { queueId: word(id) }),
      ...(next !== undefined && { nextQueueId: word(next) }),
      ...(from !== undefined && { sender: word(from) }),
      ...('outcome' in line ? line.outcome && { outcome: line.outcome } : { outcome: 'bounced' }),
    } as LogEntry;
    const said: Delivery = {
      ...{ span, role, explanation: explained(reason, line.more), stage: 'RCPT', recipients: to, times: 1 },
      ...(id !== undefined && { queueId: id }),
      ...(from !== undefined && { sender: from }),
      ...(reply !== undefined && { reply }),
      ...(server !== undefined && { server }),
      ...(process !== undefined && { process }),
    };
    deliveries.add(entry, said);
  });
  deliveries.finish();
  return all;
}

const B = ['b@b.test'];
const C = ['c@c.test'];

describe('what became of each delivery of a log', () => {
  it('is told by message and recipient, with the sender that another line names', () => {
    assert.deepEqual(
      told([
        { id: 'A', to: B, from: 'a@a.test' },
        { id: 'A', to: [...C, 'd@d.test'] },
        { id: 'E', to: B, role: 'success', reason: 'accepted' },
      ]),
      [
        'cause recipient-unknown 1 A a@a.test b@b.test',
        'cause recipient-unknown 1 A a@a.test c@c.test',
        'cause recipient-unknown 1 A a@a.test d@d.test',
        'success accepted 1 E - b@b.test',
      ],
    );
  });

  it('is counted where it is said again, and got over by what arrives', () => {
    const waits: Line = { id: 'A', to: B, role: 'waiting', reason: 'greylisted', outcome: 'deferred' };
    assert.deepEqual(told([waits, waits, waits]), ['waiting greylisted 3 A - b@b.test']);
    assert.deepEqual(told([waits, { id: 'A', to: B, role: 'success', reason: 'accepted' }]), [
      'recovered greylisted 1 A - b@b.test',
    ]);
    assert.deepEqual(told([waits, { ...waits, reason: 'mailbox-full' }]), [
      'waiting mailbox-full 1 A - b@b.test after greylisted',
    ]);
    assert.deepEqual(told([{ id: 'A', to: B, role: 'success', reason: 'accepted' }, waits]), [
      'waiting greylisted 1 A - b@b.test',
    ]);
    assert.deepEqual(told([waits, { ...waits, to: C }]).length, 2);
    assert.deepEqual(told([waits, { ...waits, id: 'E' }]).length, 2);
  });

  it('follows from what was put off before the queue gave up', () => {
    const waits: Line = { id: 'A', to: B, role: 'waiting', reason: 'mailbox-full', outcome: 'deferred' };
    const end: Line = { id: 'A', role: 'consequence', reason: 'expired', outcome: 'expired' };
    assert.deepEqual(told([waits, end]), ['cause mailbox-full 1 A - b@b.test', 'consequence expired 1 A -']);
    assert.deepEqual(told([waits, { ...end, to: B }]), [
      'cause mailbox-full 1 A - b@b.test',
      'consequence expired 1 A - b@b.test',
    ]);
    assert.deepEqual(told([waits, { ...end, to: C }]), [
      'waiting mailbox-full 1 A - b@b.test',
      'cause expired 1 A - c@c.test',
    ]);
    assert.deepEqual(told([end]), ['cause expired 1 A -']);
    assert.deepEqual(told([waits, { ...end, reason: 'mail-loop' }]), ['cause mailbox-full 1 A - b@b.test']);
    assert.deepEqual(told([waits, { ...end, id: 'E' }]), [
      'waiting mailbox-full 1 A - b@b.test',
      'cause expired 1 E -',
    ]);
  });

  it('is not sent where a filter keeps it to which it was handed over', () => {
    const kept: Line = { id: 'F', to: B, role: 'waiting', reason: 'spam-refused', outcome: 'quarantined' };
    const handed: Line = { id: 'A', next: 'F', to: B, from: 'a@a.test', role: 'success', reason: 'accepted' };
    assert.deepEqual(told([kept, handed]), ['waiting spam-refused 1 F a@a.test b@b.test']);
    assert.equal(told([kept, { ...handed, to: C }]).length, 2);
    assert.equal(told([kept, { ...handed, next: 'G' }]).length, 2);
    assert.deepEqual(told([{ ...kept, from: 'own@a.test' }, handed]), ['waiting spam-refused 1 F own@a.test b@b.test']);
    assert.deepEqual(told([kept, { ...kept, to: C }, handed]), [
      'waiting spam-refused 1 F a@a.test b@b.test',
      'waiting spam-refused 1 F - c@c.test',
    ]);
  });

  it('is loose where nobody says whose it is', () => {
    const loose: Line = { server: 'mx.b.test', reason: 'connection-failed', outcome: undefined };
    assert.deepEqual(told([loose, loose]), ['cause connection-failed 2 - - loose']);
    assert.equal(told([loose, { ...loose, server: 'mx.c.test' }]).length, 2);
    assert.equal(told([loose, { ...loose, reply: '421' }]).length, 2);
    assert.equal(told([loose, { ...loose, reason: 'tls-failed' }]).length, 2);
    const fault: Line = { ...loose, reason: 'service-failed' };
    assert.equal(told([fault, { ...fault, more: { meaning: 'Another.' } }]).length, 2);
    assert.equal(told([loose, { ...loose, more: { meaning: 'Another.' } }]).length, 1);
    assert.deepEqual(told([{ ...loose, outcome: 'bounced' }]), ['cause connection-failed 1 - -']);
    assert.deepEqual(told([{ ...loose, to: B }]), ['cause connection-failed 1 - - b@b.test remark']);
  });

  it('tells nothing twice', () => {
    const loose: Line = { id: 'A', reason: 'recipient-unknown', outcome: undefined };
    const failed: Line = { id: 'A', to: B };
    assert.deepEqual(told([loose, failed]), ['cause recipient-unknown 1 A - b@b.test']);
    assert.equal(told([{ ...loose, reason: 'tls-failed' }, failed]).length, 2);
    assert.equal(told([{ ...loose, id: 'E' }, failed]).length, 2);
    assert.deepEqual(told([loose, { id: 'A', to: B, role: 'success', reason: 'accepted' }]), [
      'success accepted 1 A - b@b.test',
    ]);
    assert.equal(told([loose, failed, { ...failed, to: C, reason: 'mailbox-full' }]).length, 3);
    const server: Line = { server: 'mx.b.test', reason: 'mailbox-full', reply: '552', outcome: undefined };
    const full: Line = { id: 'A', to: B, server: 'mx.b.test', reason: 'mailbox-full', reply: '552' };
    assert.equal(told([server, full]).length, 1);
    assert.equal(told([server, { ...full, reply: '452' }]).length, 2);
    assert.equal(told([server, { ...full, server: 'mx.c.test' }]).length, 2);
  });

  it('is one refusal on two lines that stand beside each other', () => {
    const named: Line = { at: 5000, id: 'A', to: B, reply: '550 5.1.1' };
    const bare: Line = { at: 5100, to: B, reply: '550 5.1.1', outcome: 'rejected' };
    const many = (...lines: readonly Line[]): number => told(lines).length;
    assert.equal(many(named, bare), 1);
    assert.equal(many({ ...bare, at: 4900 }, named), 1);
    assert.equal(many(named, { ...bare, at: 6499 }), 1);
    assert.equal(many(named, { ...bare, at: 6501 }), 2);
    assert.equal(many({ ...bare, at: 3501 }, named), 1);
    assert.equal(many({ ...bare, at: 3499 }, named), 2);
    assert.equal(many(named, { ...bare, to: C }), 2);
    assert.equal(many(named, { ...bare, reply: '550 5.7.1' }), 2);
    assert.equal(many(named, { ...bare, reason: 'policy-refused' }), 2);
    assert.equal(many(named, { ...bare, from: 'a@a.test' }), 2);
    assert.equal(many(named, { ...bare, to: [] }), 1);
    assert.equal(many({ at: 5000, from: 'a@a.test', to: B, reply: '550 5.1.1', outcome: 'rejected' }, bare), 1);
    assert.equal(many({ at: 5000, from: 'a@a.test', reply: '550 5.1.1', outcome: 'rejected' }, bare), 2);
    const others = [10, 20, 30, 40, 50].map((k): Line => ({ ...named, id: `X${k}`, at: 5000 + k * 10_000 }));
    assert.equal(many(...others, named, bare), 6);
    assert.equal(many(...others, { ...bare, at: 305_100 }), 5);
    assert.equal(many({ ...named, role: 'success', reason: 'accepted' }, bare), 2);
    const remark: Line = { at: 5100, to: B, outcome: undefined };
    assert.equal(many(named, remark), 1);
    assert.equal(many(named, { ...remark, reason: 'policy-refused' }), 2);
  });

  it('waits for the reason that is told of the same message', () => {
    const retry: Line = {
      id: 'A',
      to: B,
      role: 'waiting',
      reason: 'connection-failed',
      more: { actor: 'nobody', retry: 'yes' },
    };
    const why: Line = { id: 'A', reason: 'blocklisted', outcome: undefined };
    assert.deepEqual(told([why, retry]), [
      'consequence connection-failed 1 A - b@b.test',
      'cause blocklisted 1 A - loose',
    ]);
    assert.deepEqual(told([{ ...why, id: 'E' }, retry])[0], 'waiting connection-failed 1 A - b@b.test');
  });

  it('has its own fault as the cause of what it gave up', () => {
    const fault: Line = { id: 'A', reason: 'system-full', outcome: undefined };
    const failed: Line = { id: 'A', to: B, reason: 'system-error' };
    assert.deepEqual(told([fault, failed]), [
      'consequence system-error 1 A - b@b.test',
      'cause system-full 1 A - b@b.test',
    ]);
    assert.deepEqual(told([{ ...fault, id: 'E' }, failed]), [
      'cause system-error 1 A - b@b.test',
      'cause system-full 1 E - loose',
    ]);
    const why: Line = { id: 'A', role: 'waiting', reason: 'mailbox-full', outcome: undefined };
    const end: Line = { id: 'A', to: B, role: 'consequence', reason: 'expired', outcome: 'expired' };
    assert.deepEqual(told([why, end]), ['consequence expired 1 A - b@b.test', 'cause mailbox-full 1 A - b@b.test']);
  });

  it('is told early where there is no room for more failures', () => {
    const lines = Array.from({ length: 9 }, (_, i): Line => ({ id: `A${i}`, to: B }));
    const all = told(lines, 8);
    assert.deepEqual([all.length, all[0]], [9, 'cause recipient-unknown 1 A0 - b@b.test']);
    const early = (most: number): unknown => {
      const deliveries = new Deliveries(() => undefined, most);
      assert.equal(deliveries.early, undefined);
      const span = { start: 0, end: 1 };
      for (const id of ['A', 'B', 'C', 'D'])
        deliveries.add(
          { ...span, format: 'postfix', delays: [], fields: [], recipients: [word('b@b.test')], outcome: 'bounced' },
          {
            span,
            role: 'cause',
            explanation: explained('mailbox-full'),
            stage: 'RCPT',
            recipients: B,
            times: 1,
            queueId: id,
          },
        );
      return deliveries.early;
    };
    assert.deepEqual(early(2), { what: 'retries', span: { start: 0, end: 1 }, left: 2 });
    assert.equal(early(4), undefined);
  });
});
