import assert from 'node:assert/strict';
import type { Finding } from '../../../src/checks/finding.ts';
import { checkNameServers } from '../../../src/checks/nameServers/nameServers.ts';
import type { Resolve } from '../../../src/probes/ports.ts';
import { wordFinding } from '../../../src/report/check/checkRows.ts';
import { context, told } from '../zone.ts';

const SOA = 'contoso.test SOA ns1.contoso.test. hostmaster.contoso.test. 7 7200 900 1209600 300';
const RECORDS = `contoso.test NS ns1.contoso.test.
contoso.test NS ns2.fabrikam.test.
contoso.test MX 10 mx.contoso.test.
contoso.test TXT "v=spf1 mx -all"
ns1.contoso.test A 192.0.2.1`;
const at = (server: string, lines: string): string => lines.replace(/^/gm, `@${server} `);
const ABOVE = `test SOA a.nic.test. x.nic.test. 1 7200 900 1209600 300
test NS a.nic.test.
a.nic.test A 203.0.113.1`;
const PARENT = `@203.0.113.1 contoso.test NS ns1.contoso.test.
@203.0.113.1 contoso.test NS ns2.fabrikam.test.
@203.0.113.1 ns1.contoso.test A 192.0.2.1`;
const FIRST = at('192.0.2.1', `${SOA}\n${RECORDS}`);
const SECOND = at('198.51.100.2', `${SOA}\n${RECORDS}`);
const HEALTHY = [ABOVE, SOA, RECORDS, 'ns2.fabrikam.test A 198.51.100.2', PARENT, FIRST, SECOND].join('\n');

const found = async (records: string, name = 'contoso.test'): Promise<readonly string[]> =>
  told(await checkNameServers(context(records, { name })));
/** What is found when a line of the healthy zone is another. */
const changed = (from: string | RegExp, to: string): Promise<readonly string[]> => {
  const records = HEALTHY.replace(from, to);
  assert.notEqual(records, HEALTHY);
  return found(records);
};

describe('the check of name servers', () => {
  it('asks each of them itself', async () => {
    const given = context(HEALTHY);
    assert.deepEqual(told(await checkNameServers(given)), ['pass ns-found contoso.test']);
    const { asked } = given.ports.resolve as unknown as { asked: readonly string[] };
    for (const server of ['192.0.2.1', '198.51.100.2'])
      assert.ok(asked.includes(`@${server} contoso.test SOA`), server);
  });
  it('says which addresses of a server are too many to be asked', async () => {
    const more = [5, 6, 7].map((n) => `ns2.fabrikam.test A 198.51.100.${n}`).join('\n');
    const others = [5, 6, 7].map((n) => at(`198.51.100.${n}`, `${SOA}\n${RECORDS}`)).join('\n');
    assert.deepEqual(await found([HEALTHY, more, others].join('\n')), [
      'note ns-addresses-left ns2.fabrikam.test',
      'pass ns-found contoso.test',
    ]);
  });
  it('asks thirteen servers, and says which are left', async () => {
    const zone = (count: number): string => {
      const all = Array.from({ length: count }, (_, i) => i + 1);
      const ns = all.map((i) => `contoso.test NS ns${i}.fabrikam.test.`).join('\n');
      const own = `contoso.test SOA ns1.fabrikam.test. h.contoso.test. 7 7200 900 1209600 300\n${ns}`;
      const addresses = all.map((i) => `ns${i}.fabrikam.test A 198.51.${i}.2`);
      return [ABOVE, own, ...addresses, at('203.0.113.1', ns), ...all.map((i) => at(`198.51.${i}.2`, own))].join('\n');
    };
    assert.deepEqual(await found(zone(13)), ['pass ns-found contoso.test']);
    assert.deepEqual(await found(zone(15)), ['note ns-left contoso.test', 'pass ns-found contoso.test']);
    const [left, all] = await checkNameServers(context(zone(15)));
    assert.deepEqual(left?.data, { hosts: ['ns14.fabrikam.test', 'ns15.fabrikam.test'] });
    assert.match(
      wordFinding(all as Finding).text,
      /^13 of 15 name servers answer for contoso\.test .*ns13\.fabrikam\.test\.$/,
    );
  });
  it('tells networks of IPv6 apart by 48 bits', async () => {
    const zone = (...addresses: readonly string[]): string => {
      const ns = addresses.map((_, i) => `contoso.test NS ns${i}.fabrikam.test.`).join('\n');
      const own = `contoso.test SOA ns0.fabrikam.test. h.contoso.test. 7 7200 900 1209600 300\n${ns}`;
      const hosts = addresses.map((address, i) => `ns${i}.fabrikam.test AAAA ${address}`);
      return [ABOVE, own, ...hosts, at('203.0.113.1', ns), ...addresses.map((one) => at(one, own))].join('\n');
    };
    const [note] = await checkNameServers(context(zone('2001:db8:1::1', '2001:db8:1:ffff::2')));
    assert.deepEqual([note?.code, note?.data], ['ns-one-network', { network: '2001:0db8:0001::/48' }]);
    assert.deepEqual(await found(zone('2001:db8:1::1', '2001:db8:2::1')), ['pass ns-found contoso.test']);
  });
  it('finds the zone of a name below it', async () => {
    assert.deepEqual(await found(`${HEALTHY}\nmail.contoso.test A 192.0.2.9`, 'mail.contoso.test'), [
      'pass ns-found contoso.test',
    ]);
  });
  it('compares what the parent names with what the zone names', async () => {
    assert.deepEqual(await changed('@203.0.113.1 contoso.test NS ns2.fabrikam.test.\n', ''), [
      'warning ns-missing-at-parent ns2.fabrikam.test',
    ]);
    const more = '@203.0.113.1 contoso.test NS ns1.contoso.test.\n@203.0.113.1 contoso.test NS old.fabrikam.test.\n';
    assert.deepEqual(await changed('@203.0.113.1 contoso.test NS ns1.contoso.test.\n', more), [
      'warning ns-missing-in-zone old.fabrikam.test',
      'fail ns-no-such-name old.fabrikam.test',
    ]);
  });
  it('compares glue with the addresses in the zone', async () => {
    assert.deepEqual(await changed('@203.0.113.1 ns1.contoso.test A 192.0.2.1\n', ''), [
      'fail ns-no-glue ns1.contoso.test',
    ]);
    assert.deepEqual(
      await changed('@203.0.113.1 ns1.contoso.test A 192.0.2.1', '@203.0.113.1 ns1.contoso.test A 192.0.2.77'),
      ['fail ns-glue-differs ns1.contoso.test'],
    );
  });
  it('tells a server that does not answer for the zone from one that does not answer', async () => {
    assert.deepEqual(await changed(SECOND, ''), ['fail ns-lame ns2.fabrikam.test']);
    assert.deepEqual(await changed(SECOND, '@198.51.100.2 * !TIMEOUT'), ['warning ns-silent ns2.fabrikam.test']);
    assert.deepEqual(await changed(SECOND, '@198.51.100.2 * !UNREACHABLE'), ['unknown ns-not-asked ns2.fabrikam.test']);
    assert.deepEqual(await changed(SECOND, '@198.51.100.2 . NS a.root-servers.net.'), [
      'fail ns-lame ns2.fabrikam.test',
    ]);
  });
  it('does not blame servers for a network that lets nobody ask them', async () => {
    const none = HEALTHY.replace(FIRST, '@192.0.2.1 * !TIMEOUT').replace(SECOND, '@198.51.100.2 * !TIMEOUT');
    assert.deepEqual(await found(none), [
      'unknown ns-not-asked ns1.contoso.test',
      'unknown ns-not-asked ns2.fabrikam.test',
    ]);
    const given = context(HEALTHY);
    const { resolve } = given.ports;
    const between: Resolve = async (question, signal) => {
      const answer = await resolve(
        { ...question, ...(question.at !== '203.0.113.1' && { at: undefined }) } as typeof question,
        signal,
      );
      return question.at === undefined ? answer : { ...answer, question, recursive: true };
    };
    const findings = await checkNameServers({ ...given, ports: { ...given.ports, resolve: between } });
    assert.deepEqual(told(findings), ['unknown ns-intercepted contoso.test']);
  });
  it('does not take what a server has heard from others for its own word', async () => {
    const given = context(HEALTHY);
    const { resolve } = given.ports;
    const cached: Resolve = async (question, signal) => {
      const { authoritative, ...answer } = await resolve(question, signal);
      const isOwn = authoritative === true && question.at !== '198.51.100.2';
      return isOwn ? { ...answer, authoritative } : answer;
    };
    const findings = await checkNameServers({ ...given, ports: { ...given.ports, resolve: cached } });
    assert.deepEqual(told(findings), ['fail ns-lame ns2.fabrikam.test']);
  });
  it('compares their serials and records', async () => {
    assert.deepEqual(await changed(SECOND, SECOND.replace(' 7 7200', ' 6 7200')), [
      'warning ns-serials-differ contoso.test',
    ]);
    assert.deepEqual(await changed(SECOND, SECOND.replace('MX 10 mx', 'MX 10 old')), [
      'fail ns-records-differ contoso.test',
    ]);
    assert.deepEqual(await changed(SECOND, SECOND.replace('mx -all', '-all')), [
      'warning ns-records-differ contoso.test',
    ]);
  });
  it('finds servers that ask others for everybody', async () => {
    const elsewhere = 'a.root-servers.net A 198.41.0.4';
    assert.deepEqual(await found(`${HEALTHY}\n@198.51.100.2 * +RA\n${elsewhere}`), [
      'warning ns-open-recursion ns2.fabrikam.test',
    ]);
    assert.deepEqual(await found(`${HEALTHY}\n@198.51.100.2 * +RA`), ['pass ns-found contoso.test']);
  });
  it('finds names that no server can have', async () => {
    const named = (to: string, more = ''): Promise<readonly string[]> =>
      found(HEALTHY.replaceAll('ns2.fabrikam.test.', to) + more);
    assert.ok((await named('ns3.fabrikam.test.')).includes('fail ns-no-such-name ns3.fabrikam.test'));
    assert.ok((await named('198.51.100.2.')).includes('fail ns-is-address 198.51.100.2'));
    assert.ok(
      (await named('ns3.fabrikam.test.', '\nns3.fabrikam.test CNAME ns2.fabrikam.test.')).includes(
        'fail ns-is-alias ns3.fabrikam.test',
      ),
    );
    assert.ok(
      (await named('ns3.fabrikam.test.', '\nns3.fabrikam.test TXT "x"')).includes(
        'fail ns-no-address ns3.fabrikam.test',
      ),
    );
    assert.ok(
      (await named('ns3.fabrikam.test.', '\nns3.fabrikam.test A 10.0.0.1')).includes(
        'warning ns-not-public ns3.fabrikam.test',
      ),
    );
  });
  it('says where one fault takes all away', async () => {
    assert.deepEqual(await found(HEALTHY.replace(/^.*NS ns2.*\n/gm, '')), ['warning ns-single contoso.test']);
    assert.deepEqual(await found(HEALTHY.replaceAll('198.51.100.2', '192.0.2.2')), [
      'note ns-one-network contoso.test',
      'pass ns-found contoso.test',
    ]);
  });
  it('reads the numbers of the SOA record', async () => {
    const soa = async (numbers: string): Promise<readonly string[]> =>
      (await found(HEALTHY.replaceAll('hostmaster.contoso.test. 7 7200 900 1209600 300', numbers))).map(
        (one) => one.split(' ')[1] ?? '',
      );
    assert.deepEqual(await soa('hostmaster.contoso.test. 7 7200 900 3600 300'), ['soa-expire']);
    assert.deepEqual(await soa('hostmaster.contoso.test. 7 7200 7200 1209600 300'), ['soa-refresh', 'ns-found']);
    assert.deepEqual(await soa('hostmaster.contoso.test. 7 7200 900 1209600 604800'), ['soa-negative-ttl', 'ns-found']);
    assert.deepEqual(await soa('hostmaster\\@contoso.test. 7 7200 900 1209600 300'), ['soa-mailbox', 'ns-found']);
  });
  it('asks the servers that the parent names where resolvers fail', async () => {
    const failing = `${HEALTHY}\ncontoso.test SOA !SERVFAIL\ncontoso.test NS !SERVFAIL`
      .replace(FIRST, '')
      .replace(SECOND, '');
    assert.deepEqual(await found(failing), [
      'unknown dns-unanswered contoso.test',
      'fail ns-lame ns1.contoso.test',
      'fail ns-lame ns2.fabrikam.test',
    ]);
  });
});
