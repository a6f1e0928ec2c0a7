import assert from 'node:assert/strict';
import type { Explanation } from '../../../../src/core/knowledge/explanation.ts';
import { Causes, verdictOf } from '../../../../src/core/verdict/log/causes.ts';
import type { Delivery } from '../../../../src/core/verdict/log/delivery.ts';

const explanation: Explanation = {
  ...{ reason: 'mailbox-full', meaning: 'It is full.', actor: 'recipient', retry: 'later', next: [] },
  ...{ source: [], basis: 'words', confidence: 'medium' },
};

const delivery = (more: Partial<Delivery> = {}): Delivery => ({
  ...{ span: { start: 0, end: 9 }, role: 'cause', explanation, stage: 'RCPT', recipients: ['b@b.test'], times: 1 },
  ...more,
});

/** Each verdict as `deliveries times server operator sender: recipients, places`. */
function told(...all: readonly Delivery[]): readonly string[] {
  const causes = new Causes();
  for (const one of all) assert.equal(causes.add(one), true);
  return [...causes.verdicts()].map(({ deliveries, times, server, operator, sender, recipients, places = [] }) =>
    [deliveries, times, server ?? '-', operator ?? '-', sender ?? '-', ...recipients, places.length].join(' '),
  );
}

const to = (name: string, more: Partial<Delivery> = {}): Delivery =>
  delivery({ recipients: [`${name}@b.test`], ...more });

describe('messages that failed for one cause', () => {
  it('are told one by one as long as they are few', () => {
    assert.deepEqual(told(to('a'), to('b')), ['1 1 - - - a@b.test 0', '1 1 - - - b@b.test 0']);
    assert.deepEqual(told(to('a'), to('b'), to('c', { times: 3 })), ['3 5 - - - a@b.test b@b.test c@b.test 3']);
    assert.deepEqual(told(to('a', { loose: true }), to('b')), ['0 1 - - - a@b.test 0', '1 1 - - - b@b.test 0']);
    assert.deepEqual(told(to('a'), to('a'), to('a')), ['3 3 - - - a@b.test 3']);
  });

  it('are those with the same reply, reason, stage and deed, at servers of one operator', () => {
    const three = (more: Partial<Delivery>): number => told(to('a'), to('b'), to('c', more)).length;
    assert.equal(three({}), 1);
    for (const more of [
      { role: 'waiting' },
      { reply: '550' },
      { stage: 'DATA' },
      { server: 'mx.c.test' },
      { explanation: { ...explanation, reason: 'blocklisted' } },
      { explanation: { ...explanation, actor: 'sender' } },
      { explanation: { ...explanation, retry: 'no' } },
      { explanation: { ...explanation, meaning: 'It is too full.' } },
    ] as const)
      assert.equal(three(more), 3, JSON.stringify(more));
    for (const meaning of ['It is full.', 'It is full'])
      assert.equal(three({ explanation: { ...explanation, meaning } }), meaning.endsWith('.') ? 1 : 3);
    const said = (who: string, id: string): Partial<Delivery> => ({
      explanation: { ...explanation, meaning: `The box of ${who}@b.test is full (${id}).` },
    });
    assert.equal(told(to('a', said('a', '12')), to('b', said('b', '4x5')), to('c', said('c', '7'))).length, 1);
  });

  it('name the server and the sender where there is one, and else who operates them', () => {
    const at = (name: string, server: string, sender = 'a@a.test'): Delivery => to(name, { server, sender });
    assert.deepEqual(told(at('a', 'mx1.fabrikam.test'), at('b', 'mx1.fabrikam.test'), at('c', 'mx1.fabrikam.test')), [
      '3 3 mx1.fabrikam.test - a@a.test a@b.test b@b.test c@b.test 3',
    ]);
    assert.deepEqual(
      told(at('a', 'mx1.fabrikam.test'), at('b', 'MX2.fabrikam.test'), at('c', 'mx1.fabrikam.test', 'z@z.test')),
      ['3 3 - fabrikam.test - a@b.test b@b.test c@b.test 3'],
    );
    assert.equal(told(at('a', 'mx.x.co.uk'), at('b', 'mx.y.co.uk'), at('c', 'mx.x.co.uk')).length, 3);
    assert.deepEqual(told(at('a', 'a.x.co.uk'), at('b', 'b.x.co.uk'), at('c', 'c.x.co.uk')), [
      '3 3 - x.co.uk a@a.test a@b.test b@b.test c@b.test 3',
    ]);
    assert.equal(told(at('a', '192.0.2.1'), at('b', '192.0.2.2'), at('c', '192.0.2.1')).length, 3);
    assert.equal(told(at('a', '2001:db8::1'), at('b', '2001:db8::2'), at('c', '2001:db8::1')).length, 3);
  });

  it('are listed up to a thousand', () => {
    const all = Array.from({ length: 1005 }, (_, i) => to(`r${i}`));
    const causes = new Causes();
    for (const one of all) causes.add(one);
    const [verdict] = [...causes.verdicts()];
    assert.deepEqual(
      [verdict?.deliveries, verdict?.times, verdict?.recipients.length, verdict?.places?.length],
      [1005, 1005, 1000, 1000],
    );
  });

  it('are said as they were, each with what was put off before', () => {
    const one = verdictOf(
      delivery({
        reply: '552',
        queueId: 'A',
        queued: 'q',
        server: 'mx',
        sender: '',
        earlier: ['greylisted', 'blocklisted'],
      }),
    );
    assert.match(one.summary, /^It is full\. Before that: greylisted, .+\.$/);
    assert.deepEqual(
      [
        one.role,
        one.failed,
        one.confidence,
        one.stage,
        one.reply,
        one.server,
        one.sender,
        one.queueId,
        one.queued,
        one.times,
      ],
      ['cause', true, 'medium', 'RCPT', '552', 'mx', '', 'A', 'q', 1],
    );
    assert.equal(one.deliveries, 1);
    assert.equal(verdictOf(delivery({ loose: true })).deliveries, 0);
    assert.equal(verdictOf(delivery()).summary, 'It is full.');
    assert.equal('sender' in verdictOf(delivery()), false);
    for (const [role, failed] of [
      ['cause', true],
      ['waiting', true],
      ['consequence', true],
      ['success', false],
      ['recovered', false],
      ['notice', false],
    ] as const)
      assert.equal(verdictOf(delivery({ role })).failed, failed, role);
  });
});
