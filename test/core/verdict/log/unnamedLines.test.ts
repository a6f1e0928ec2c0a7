import assert from 'node:assert/strict';
import type { Explanation } from '../../../../src/core/knowledge/explanation.ts';
import type { LogEntry } from '../../../../src/core/log/log.ts';
import type { Delivery } from '../../../../src/core/verdict/log/delivery.ts';
import { type Held, isConnection, outboundOf, Unnamed } from '../../../../src/core/verdict/log/unnamed.ts';

const delivery = (reason: string, more: object = {}): Delivery =>
  ({
    role: 'cause',
    explanation: { reason, next: [] } as unknown as Explanation,
    recipients: [],
    times: 1,
    ...more,
  }) as unknown as Delivery;

const held = (about: string, reason: string, isConnection = false): Held => ({
  ...{ about, isConnection, delivery: delivery(reason) },
});

function unnamed(): { readonly all: Unnamed; readonly rest: string[] } {
  const rest: string[] = [];
  return { all: new Unnamed((one) => rest.push(one.about as string)), rest };
}

const entry = (more: object): LogEntry => more as LogEntry;
const word = (text: string) => ({ text });

describe('a failure on a line that names no message', () => {
  it('is told by itself where no delivery of its process follows', () => {
    const { all, rest } = unnamed();
    all.hold('smtp 1', held('a', 'connection-failed', true));
    all.hold('smtp 2', held('b', 'tls-failed'));
    all.see('smtp 3', delivery('connection-failed'));
    all.finish();
    assert.deepEqual(rest, ['a', 'b']);
    all.finish();
    assert.equal(rest.length, 2);
  });

  it('is that of the next delivery, a connection always, another where it failed for the same', () => {
    const { all, rest } = unnamed();
    all.hold('smtp 1', held('a', 'connection-failed', true));
    all.hold('smtp 1', held('b', 'tls-failed'));
    all.hold('smtp 1', held('c', 'mailbox-full'));
    all.see('smtp 1', delivery('mailbox-full'));
    all.finish();
    assert.deepEqual(rest, ['b']);
    const next = unnamed();
    next.all.hold('smtp 1', held('a', 'mailbox-full'));
    next.all.see('smtp 1', delivery('mailbox-full', { role: 'success' }));
    next.all.finish();
    assert.deepEqual(next.rest, ['a']);
    const waits = unnamed();
    waits.all.hold('smtp 1', held('a', 'mailbox-full'));
    waits.all.see('smtp 1', delivery('mailbox-full', { role: 'waiting' }));
    waits.all.finish();
    assert.deepEqual(waits.rest, []);
  });

  it('is kept up to a hundred of one process', () => {
    const { all, rest } = unnamed();
    for (let i = 0; i < 102; i++) all.hold('smtp 1', held(`${i}`, 'tls-failed'));
    assert.deepEqual(rest, ['100', '101']);
    all.finish();
    assert.equal(rest.length, 102);
  });

  it('is why Haraka gave a message up', () => {
    const { all, rest } = unnamed();
    const given = delivery('unknown', { process: 'haraka' });
    assert.equal(all.why(given), given);
    all.hold('haraka', held('a', 'connection-failed'));
    all.hold('haraka', held('b', 'tls-failed'));
    assert.equal(all.why(delivery('unknown', { process: 'smtp 1' })).explanation.reason, 'unknown');
    assert.equal(all.why(given).explanation.reason, 'tls-failed');
    all.finish();
    assert.deepEqual(rest, ['a']);
    for (const text of ['Failed to get pool: x', 'Failed to get socket: x', 'Tried all MXs'])
      assert.equal(outboundOf(entry({ format: 'haraka', reason: word(text) })), 'haraka', text);
    for (const line of [
      { format: 'haraka', reason: word('Failed to get it') },
      { format: 'haraka' },
      { format: 'postfix', reason: word('Tried all MXs') },
    ])
      assert.equal(outboundOf(entry(line)), undefined);
  });

  it('is a connection where Postfix says that it connected', () => {
    for (const [program, reason, is] of [
      ['postfix/smtp', 'connect to mx.b.test', true],
      ['postfix-out/lmtp', 'connect to mx.b.test', true],
      ['postfix/smtpd', 'connect to mx.b.test', false],
      ['smtp', 'connect to mx.b.test', false],
      ['postfix/smtp', 'lost connection', false],
      ['postfix/smtp', 'did not connect to mx', false],
      ['postfix/smtp', undefined, false],
      [undefined, 'connect to mx.b.test', false],
    ] as const)
      assert.equal(
        isConnection(entry({ program: program && word(program), reason: reason && word(reason) })),
        is,
        `${program} ${reason}`,
      );
  });
});
