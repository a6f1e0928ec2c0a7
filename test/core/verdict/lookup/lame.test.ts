import assert from 'node:assert/strict';
import type { Query } from '../../../../src/core/dns/lookup.ts';
import { delegations, lameness } from '../../../../src/core/verdict/lookup/lame.ts';

const asked = (type: string, name: string, data: string): Query =>
  ({ type, name, answers: [{ name, data }] }) as unknown as Query;

describe('the servers to which zones are delegated', () => {
  it('are those that a trace prints, and those of answers', () => {
    const trace = 'b.test.\t\t3600\tIN\tNS\tNS1.b.test.\nc.test 60 IN NS ns.c.test\nb.test. 60 IN MX 10 mx.b.test.\n';
    const found = delegations(trace, [asked('NS', 'D.test', 'ns.d.test.'), asked('MX', 'e.test', '10 mx.e.test.')]);
    assert.deepEqual([...found], ['b.test ns1.b.test', 'c.test ns.c.test', 'd.test ns.d.test']);
    assert.deepEqual([...delegations('x b.test. 60 IN NS ns.b.test.', [])], []);
  });
});

describe('a server that gives no answer for a zone that is delegated to it (RFC 1912 2.8)', () => {
  const delegated = new Set(['b.test ns1.b.test', '2.0.192.in-addr.arpa ns1.b.test']);
  const of = (query: object) =>
    lameness({ name: 'b.test', type: 'MX', server: 'ns1.b.test', ...query } as unknown as Query, delegated);

  it('is told with the zone that it should have', () => {
    for (const [query, summary] of [
      [{}, 'ns1.b.test is a name server of b.test and gives no answer for it.'],
      [{ name: 'x.y.b.test' }, 'ns1.b.test is a name server of b.test and gives no answer for it.'],
      [{ server: 'NS1.b.test.' }, 'NS1.b.test. is a name server of b.test and gives no answer for it.'],
      [{ server: 'ns2.b.test' }, undefined],
      [{ server: undefined }, undefined],
      [{ name: 'c.test' }, undefined],
      [{ name: 'xb.test' }, undefined],
    ] as const)
      assert.equal(of(query)?.summary, summary, JSON.stringify(query));
    assert.deepEqual([of({})?.code, of({})?.confidence], ['dns-failure', 'medium']);
  });

  it('is for the admin of the address where a name of reverse DNS was asked for', () => {
    const reverse = of({ name: '25.2.0.192.in-addr.arpa', type: 'PTR' });
    assert.equal(reverse?.actor, 'sending admin');
    assert.notEqual(of({})?.actor, 'sending admin');
    assert.notEqual(reverse?.next?.[0]?.by, of({})?.next?.[0]?.by);
  });
});
