import assert from 'node:assert/strict';
import type { Ticket } from '../../../../src/core/ticket/ticket.ts';
import { besideLookups } from '../../../../src/core/verdict/lookup/besideLookups.ts';
import type { Verdict } from '../../../../src/core/verdict/verdict.ts';

const WORDS = {
  postfix: 'Host or domain name not found. Name service error for name=b.test type=MX: Host not found',
  sendmail: 'Name server: mx.b.test: host not found',
  certificate: 'Server certificate not trusted',
  domain: 'no such domain: b.test here',
} as const;
const text = Object.values(WORDS).join('\n');
const at = (words: keyof typeof WORDS) => ({
  start: text.indexOf(WORDS[words]),
  end: text.indexOf(WORDS[words]) + WORDS[words].length,
});

/** A look-up with one answer. */
const found = (name: string, type: string, data: string, kind = 'lookup') => ({
  kind,
  queries: [{ name, type, answers: [{ name, type, data }] }],
});
const mx = (name: string, host: string) => found(name, 'MX', `10 ${host}.`);

const verdict = (more: object): Verdict =>
  ({
    code: 'domain-not-found',
    role: 'cause',
    failed: true,
    stage: 'log',
    actor: 'sender',
    retry: 'no',
    confidence: 'high',
    summary: 'As said.',
    span: at('postfix'),
    recipients: ['x@b.test'],
    next: [],
    source: 's',
    ...more,
  }) as unknown as Verdict;

/** The first words and who acts; undefined where the look-ups change nothing. */
function told(blocks: readonly object[], more: object = {}, looked: readonly Verdict[] = []): string | undefined {
  const said = [verdict(more)];
  const [one] = besideLookups({ text, blocks } as unknown as Ticket, said, looked);
  return one === undefined || one === said[0] ? undefined : `${one.code}, ${one.actor}: ${one.summary}`;
}
type Fact = readonly [blocks: readonly object[], verdict: object, expected: string | undefined];
const all = (facts: readonly Fact[]): void => {
  for (const [blocks, more, expected] of facts)
    assert.equal(told(blocks, more), expected, JSON.stringify([blocks, more]));
};

describe('a name that a server did not find', () => {
  const since =
    'domain-not-found, sending admin: The server did not find b.test in DNS, and a look-up in this text does.';
  const lost = (domain: string) =>
    `domain-not-found, receiving admin: mx.b.test does not exist in DNS; it is a mail host of ${domain}.`;

  it('may be there since', () => {
    all([
      [[mx('b.test', 'mx.b.test')], {}, since],
      [[found('b.test', 'A', '192.0.2.1')], {}, since],
      [[found('B.test', 'AAAA', '2001:db8::1')], { role: 'waiting' }, since],
      [[found('b.test', 'A', '192.0.2.1')], { span: at('domain') }, since],
      [[found('b.test', 'TXT', 'x')], {}, undefined],
      [[found('c.test', 'A', '192.0.2.1')], {}, undefined],
      [[found('b.test', 'A', '192.0.2.1', 'prose')], {}, undefined],
      [[{ kind: 'lookup', queries: [{ name: 'b.test', type: 'A', answers: [] }] }], {}, undefined],
      [[found('b.test', 'A', '192.0.2.1')], { failed: false }, undefined],
      [[found('b.test', 'A', '192.0.2.1')], { code: 'mailbox-full' }, undefined],
      [[found('b.test', 'A', '192.0.2.1')], { span: at('certificate') }, undefined],
      [[found('c.test', 'A', '192.0.2.1')], { span: at('domain'), recipients: ['x@c.test'] }, undefined],
    ]);
    const step = (role: string) =>
      besideLookups({ text, blocks: [mx('b.test', 'mx.b.test')] } as unknown as Ticket, [verdict({ role })], [])[0]
        ?.next[0]?.text;
    assert.equal(step('waiting'), 'Ask the resolver of the mail server for b.test.');
    assert.match(step('cause') ?? '', / for b\.test, and send again when it has it\.$/);
  });

  it('may be a mail host of the domain', () => {
    const asked = { stage: 'dns', server: 'MX.b.test' };
    all([
      [[], { span: at('sendmail') }, lost('b.test')],
      [[mx('c.test', 'mx.b.test')], { span: at('sendmail'), recipients: ['x@c.test'] }, lost('c.test')],
      [[mx('d.test', 'mx.d.test')], { span: at('sendmail'), recipients: ['x@c.test'] }, undefined],
      [[], { span: at('sendmail'), recipients: ['x@b.test', 'y@c.test'] }, undefined],
      [[], { span: at('sendmail'), code: 'dns-failure' }, undefined],
      [[mx('b.test', 'mx.b.test')], asked, lost('b.test')],
      [[mx('b.test', 'mx2.b.test')], { ...asked, span: at('certificate') }, undefined],
      [[mx('b.test', 'mx.b.test')], { ...asked, stage: 'log', span: at('certificate') }, undefined],
    ]);
  });
});

describe('a server that refused a recipient', () => {
  const past =
    'routing-failed, sending admin: The server that refused it is no mail exchanger of b.test by the look-up in this text.';
  const refused = { code: 'recipient-unknown', deliveries: 1, server: 'old.c.example' };
  const own = [mx('b.test', 'mx.b.test')];

  it('may be none of the domain any more', () => {
    all([
      [own, refused, past],
      [own, { ...refused, code: 'relaying-denied' }, past],
      [[mx('B.test', 'mx.b.test')], refused, past],
      [own, { ...refused, code: 'mailbox-full' }, undefined],
      [own, { ...refused, deliveries: 0 }, undefined],
      [own, { ...refused, failed: false }, undefined],
      [own, { ...refused, server: undefined }, undefined],
      [own, { ...refused, server: 'mx2.b.test' }, undefined],
      [[mx('b.test', 'mx.d.test')], { ...refused, server: 'mx7.d.test' }, undefined],
      [own, { ...refused, server: '10.0.0.1' }, undefined],
      [own, { ...refused, server: 'mail.local' }, undefined],
      [own, { ...refused, recipients: ['x@b.test', 'y@c.test'] }, undefined],
      [[mx('c.test', 'mx.c.test')], refused, undefined],
    ]);
    const next = [{ by: 'recipient', kind: 'do', text: 'own' }];
    const steps = (code: string) =>
      besideLookups({ text, blocks: own } as unknown as Ticket, [verdict({ ...refused, code, next })], [])[0]?.next.map(
        (one) => one.text === 'own',
      );
    assert.deepEqual(steps('relaying-denied'), [false, true]);
    assert.deepEqual(steps('recipient-unknown'), [false]);
  });
});

describe('a certificate that was not trusted', () => {
  it('may not fit the TLSA record of the host (RFC 7672 2.2)', () => {
    const misfit =
      'tls-failed, receiving admin: The certificate does not fit the TLSA record that the domain publishes in DNS (DANE).';
    const tlsa = [found('_25._tcp.mx.b.test', 'TLSA', '3 1 1 ab')];
    const failed = { code: 'tls-failed', server: 'mx.b.test', span: at('certificate') };
    all([
      [tlsa, failed, misfit],
      [tlsa, { ...failed, server: 'MX.b.test' }, misfit],
      [tlsa, { ...failed, server: 'mx2.b.test' }, undefined],
      [tlsa, { ...failed, span: at('sendmail') }, undefined],
      [[found('_25._tcp.mx.b.test', 'A', '192.0.2.1')], failed, undefined],
    ]);
  });
});

describe('a look-up that gave no answer', () => {
  it('says why a server had none', () => {
    const trouble = {
      code: 'dns-failure',
      stage: 'dns',
      server: 'b.test',
      summary: 'No answer.',
      actor: 'receiving admin',
      reply: 'SERVFAIL',
    };
    const all = { ...trouble, server: 'c.test', actor: 'sending admin', confidence: 'medium' };
    for (const [looked, expected] of [
      [trouble, 'receiving admin'],
      [{ ...trouble, server: 'B.test' }, 'receiving admin'],
      [{ ...trouble, failed: false }, undefined],
      [{ ...trouble, stage: 'log' }, undefined],
      [{ ...trouble, code: 'blocklisted' }, undefined],
      [{ ...trouble, server: 'c.test' }, undefined],
      [{ ...trouble, reply: 'REFUSED' }, undefined],
      [{ ...trouble, reply: 'REFUSED', confidence: 'medium' }, 'receiving admin'],
      // A resolver that does not answer gives no answer for any name.
      [all, 'sending admin'],
      [{ ...all, reply: 'NXDOMAIN' }, undefined],
      [{ ...all, server: '1.2.0.192.in-addr.arpa' }, undefined],
      [{ ...all, confidence: 'high' }, undefined],
      [{ ...all, actor: 'receiving admin' }, undefined],
    ] as const) {
      const found = told([], { code: 'dns-failure' }, [verdict(looked)]);
      assert.equal(found, expected && `dns-failure, ${expected}: No answer.`, JSON.stringify(looked));
    }
    assert.equal(told([], {}, [verdict(trouble)]), undefined);
  });
});
