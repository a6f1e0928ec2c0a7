import assert from 'node:assert/strict';
import type { TraceHop } from '../../../src/core/trace/hop.ts';
import { hostNameOf, organisationsOf, ownerOf } from '../../../src/core/trace/organisations.ts';
import { sameOperator } from '../../../src/core/trace/sameOperator.ts';

/** The organisations of hops by their hosts, oldest first, as `name role`. */
const is = (hosts: readonly string[], ...expected: readonly string[]): void =>
  assert.deepEqual(
    organisationsOf(hosts.map((by) => (by === '' ? {} : { by }) as TraceHop)).map((one) =>
      one === undefined ? '-' : `${one.name}${one.role === undefined ? '' : ` ${one.role}`}`,
    ),
    expected,
    hosts.join(),
  );

const EXCHANGE = 'x.outbound.protection.outlook.com';
const FILTER = 'mx0a-1.pphosted.com';

describe('whose server took a message in', () => {
  it('is told by its name', () => {
    assert.deepEqual(ownerOf('MX.Contoso.test.'), { name: 'contoso.test', filter: false });
    assert.equal(ownerOf(FILTER)?.filter, true);
    assert.equal(ownerOf(EXCHANGE)?.filter, false);
    for (const host of ['localhost', '192.0.2.1', '[192.0.2.1]', '[IPv6:2001:db8::1]', '', `${'a.'.repeat(127)}b`])
      assert.equal(ownerOf(host), undefined, host);
    assert.equal(hostNameOf('[IPv6:2001:DB8::1]'), '2001:db8::1');
    assert.equal(hostNameOf('[192.0.2.1]'), '192.0.2.1');
  });

  it('is the sender first, the receiver last, and nobody in particular between', () => {
    is(
      ['a.x.test', 'b.x.test', 'c.y.test', 'd.z.test', 'e.z.test'],
      'x.test sender',
      'x.test sender',
      'y.test',
      'z.test receiver',
      'z.test receiver',
    );
    is(['a.x.test', 'b.x.test'], 'x.test receiver', 'x.test receiver');
    is(['a.x.test', 'c.y.test', 'b.x.test'], 'x.test sender', 'y.test', 'x.test receiver');
    is(['a.x.test', 'c.y.test'], 'x.test sender', 'y.test receiver');
    is([]);
  });

  it('is a filter wherever it stands, and unknown without a name', () => {
    const filter = `${ownerOf(FILTER)?.name} filter`;
    is([FILTER, 'a.x.test', 'localhost', '', 'b.y.test'], filter, 'x.test sender', '-', '-', 'y.test receiver');
    is(['a.x.test', FILTER, 'b.x.test'], 'x.test receiver', filter, 'x.test receiver');
  });

  it('is that of the neighbours for a private address', () => {
    is(['a.x.test', '10.0.0.1', 'b.y.test'], 'x.test sender', 'x.test sender', 'y.test receiver');
    is(['10.0.0.1', 'b.y.test'], 'y.test receiver', 'y.test receiver');
    is(['a.x.test', '8.8.8.8', 'b.y.test'], 'x.test sender', '-', 'y.test receiver');
    is(['10.0.0.1'], '-');
  });
});

describe('two hosts', () => {
  it('are of one operator by its domains, or below one domain', () => {
    assert.equal(sameOperator('a.x.test', 'b.X.test'), true);
    assert.equal(sameOperator('a.x.test', 'a.y.test'), false);
    assert.equal(sameOperator(EXCHANGE, 'x.prod.outlook.com'), true);
    assert.equal(sameOperator('a.google.com', 'x.gmail.com'), true);
    assert.equal(sameOperator('localhost', 'localhost'), false);
  });
});
