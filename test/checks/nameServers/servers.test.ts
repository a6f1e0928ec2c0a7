import assert from 'node:assert/strict';
import { answersFor, askServer } from '../../../src/checks/nameServers/servers.ts';
import { answer } from '../answer.ts';
import { zone } from '../zone.ts';

const SOA = 'contoso.test SOA ns1.contoso.test. h.contoso.test. 7 7200 900 1209600 300';

/** What is asked about a server, in order of the alphabet. */
async function asked(host: string, lines: string, glue: readonly string[] = []) {
  const resolve = zone(lines);
  const places = { apex: 'contoso.test', name: 'www.contoso.test' };
  const server = await askServer(host, glue, places, resolve, new AbortController().signal);
  return { server, asked: resolve.asked.toSorted() };
}

describe('a name server', () => {
  it('is asked for the serial and the servers of the zone, and for mail and texts of the name', async () => {
    const found = await asked('ns1.contoso.test', `ns1.contoso.test A 192.0.2.1\n@192.0.2.1 ${SOA}`);
    assert.deepEqual(found.asked, [
      '@192.0.2.1 contoso.test NS',
      '@192.0.2.1 contoso.test SOA',
      '@192.0.2.1 www.contoso.test MX',
      '@192.0.2.1 www.contoso.test TXT',
      'ns1.contoso.test A',
      'ns1.contoso.test AAAA',
    ]);
    assert.equal(found.server.asked[0]?.more.length, 3);
  });
  it('is asked no more where it does not answer for the zone', async () => {
    const { server, asked: all } = await asked(
      'ns1.contoso.test',
      'ns1.contoso.test A 192.0.2.1\n@192.0.2.1 x.test A 1.2.3.4',
    );
    assert.deepEqual(server.asked[0]?.more, []);
    assert.deepEqual(
      all.filter((one) => one.startsWith('@')),
      ['@192.0.2.1 contoso.test SOA'],
    );
  });
  it('is asked at three addresses of its own at most, or at those of the zone above where it has none', async () => {
    const own = [1, 2, 3, 4].map((i) => `ns1.contoso.test A 192.0.2.${i}`).join('\n');
    const at = ({ server }: Awaited<ReturnType<typeof asked>>) => server.asked.map((one) => one.address);
    assert.deepEqual(at(await asked('ns1.contoso.test', own, ['203.0.113.1'])), [
      '192.0.2.1',
      '192.0.2.2',
      '192.0.2.3',
    ]);
    const glued = await asked('ns1.contoso.test', 'ns1.contoso.test TXT "x"', ['203.0.113.1']);
    assert.deepEqual(at(glued), ['203.0.113.1']);
    assert.deepEqual(glued.server.addresses, []);
  });
  it('is not asked where its name is an address', async () => {
    for (const host of ['192.0.2.1', '2001:db8::1'])
      assert.deepEqual((await asked(host, SOA, ['192.0.2.1'])).asked, []);
  });
  it('answers for a zone whose SOA it has of its own (RFC 1035 4.1.1)', () => {
    const soa = (more: object = {}) =>
      answersFor(answer('contoso.test', 'SOA', ['a. b. 1 2 3 4 5'], { authoritative: true, ...more }));
    assert.equal(soa(), true);
    assert.equal(soa({ authoritative: false }), false);
    assert.equal(soa({ status: 'SERVFAIL' }), false);
    assert.equal(soa({ records: [] }), false);
    const signed = answer('contoso.test', 'SOA', [['RRSIG' as never, 'x'], 'a. b. 1 2 3 4 5'], { authoritative: true });
    assert.equal(answersFor(signed), true);
  });
});
