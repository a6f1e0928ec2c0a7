import assert from 'node:assert/strict';
import { askParent, glueOf, hostsOf } from '../../../src/checks/nameServers/delegation.ts';
import type { RecordType, ResourceRecord } from '../../../src/probes/ports.ts';
import { answer } from '../answer.ts';
import { zone } from '../zone.ts';

const record = (name: string, type: RecordType, data: string): ResourceRecord => ({ name, type, ttl: 300, data });
const { signal } = new AbortController();

const ABOVE = `test SOA a.nic.test. x.nic.test. 1 7200 900 1209600 300
test NS a.nic.test.
test NS b.nic.test.
test NS c.nic.test.
test NS d.nic.test.
contoso.test A 192.0.2.9`;
const NAMED = 'contoso.test NS NS1.contoso.test.';

/** Who is named above a domain, and who was asked for that. */
async function named(lines: string, apex = 'contoso.test') {
  const resolve = zone(lines);
  const found = await askParent(apex, resolve, signal);
  return {
    said: found === undefined ? 'nothing' : `${found.parent}: ${found.hosts.join(' ')}`,
    glue: [...(found?.glue ?? [])],
    asked: resolve.asked.filter((one) => one.startsWith('@')),
  };
}

describe('the servers of the zone above', () => {
  it('are asked until one names the servers', async () => {
    const { said, glue, asked } = await named(
      `${ABOVE}\na.nic.test A 203.0.113.1\n@203.0.113.1 ${NAMED}\n@203.0.113.1 NS1.contoso.test AAAA 2001:db8::1`,
    );
    assert.equal(said, 'test: ns1.contoso.test');
    assert.deepEqual(glue, [['ns1.contoso.test', ['2001:db8::1']]]);
    assert.deepEqual(asked, ['@203.0.113.1 contoso.test NS']);
  });
  it('may have addresses of IPv6 alone', async () => {
    const { said } = await named(`${ABOVE}\na.nic.test AAAA 2001:db8::53\n@2001:db8::53 ${NAMED}`);
    assert.equal(said, 'test: ns1.contoso.test');
  });
  it('are left for the next one where they have no address, refuse, or serve the lower zone too', async () => {
    const third = `c.nic.test A 203.0.113.3\n@203.0.113.3 ${NAMED}`;
    for (const [first, servers] of [
      ['', 1],
      ['a.nic.test A 203.0.113.1\n@203.0.113.1 * !REFUSED', 2],
      ['a.nic.test A 203.0.113.1\n@203.0.113.1 contoso.test SOA a. b. 1 2 3 4 5', 2],
    ] as const) {
      const { said, asked } = await named(`${ABOVE}\n${first}\n${third}`);
      assert.equal(said, 'test: ns1.contoso.test', first);
      assert.equal(asked.length, servers, first);
    }
  });
  it('are three at most', async () => {
    assert.equal((await named(`${ABOVE}\nd.nic.test A 203.0.113.4\n@203.0.113.4 ${NAMED}`)).said, 'nothing');
  });
  it('are those of the root for a top-level domain, and nobody where that is not found', async () => {
    const root = '. SOA a. b. 1 2 3 4 5\n. NS a.root.test.\na.root.test A 203.0.113.9\ntest A 192.0.2.9';
    assert.equal((await named(`${root}\n@203.0.113.9 test NS a.nic.test.`, 'test')).said, '.: a.nic.test');
    assert.equal((await named('test SOA !SERVFAIL\ntest NS !SERVFAIL')).said, 'nothing');
  });
});

describe('records of a referral', () => {
  it('name the hosts of their own zone, each once, in small letters', () => {
    const records = [
      record('contoso.test', 'NS', 'NS1.contoso.test.'),
      record('Contoso.test', 'NS', 'ns1.contoso.test'),
      record('contoso.test', 'NS', 'ns2.fabrikam.test.'),
      record('test', 'NS', 'a.nic.test.'),
      record('contoso.test', 'DS', '1 13 2 AB'),
    ];
    assert.deepEqual(hostsOf(records, 'contoso.test'), ['ns1.contoso.test', 'ns2.fabrikam.test']);
  });
  it('have the addresses of hosts beside them', () => {
    const additional = [
      record('NS1.contoso.test', 'A', '192.0.2.1'),
      record('ns1.contoso.test', 'AAAA', '2001:db8::1'),
      record('ns2.contoso.test', 'A', '192.0.2.2'),
      record('ns1.contoso.test', 'TXT', '"x"'),
    ];
    assert.deepEqual(
      [...glueOf(answer('contoso.test', 'NS', [], { additional }))],
      [
        ['ns1.contoso.test', ['192.0.2.1', '2001:db8::1']],
        ['ns2.contoso.test', ['192.0.2.2']],
      ],
    );
    assert.equal(glueOf(answer('contoso.test', 'NS')).size, 0);
  });
});
