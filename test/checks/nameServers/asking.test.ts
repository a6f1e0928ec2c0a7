import assert from 'node:assert/strict';
import { askParent, glueOf, hostsOf } from '../../../src/checks/nameServers/delegation.ts';
import { answersFor, askServer } from '../../../src/checks/nameServers/servers.ts';
import type { RecordType, ResourceRecord } from '../../../src/probes/ports.ts';
import { answer } from '../answer.ts';
import { zone } from '../zone.ts';

const never = new AbortController().signal;
const record = (name: string, type: RecordType, data: string): ResourceRecord => ({ name, type, ttl: 1, data });

describe('whom the parent names for a zone', () => {
  const NS = [1, 2, 3, 4].map((i) => `test NS n${i}.test.\n`).join('');
  const ABOVE = `test SOA n1.test. x. 1 2 1 9 5\n${NS}`;
  const address = (i: number): string => `n${i}.test A 192.0.2.${i}\n`;
  const told = (i: number): string => `@192.0.2.${i} a.test NS NS1.A.test.\n@192.0.2.${i} ns1.a.test A 203.0.113.1\n`;
  const asked = async (records: string, apex = 'a.test') => {
    const resolve = zone(records);
    return { found: await askParent(apex, resolve, never), asked: resolve.asked };
  };
  it('is asked of its servers, one behind the other, three at most', async () => {
    const first = await asked(ABOVE + address(1) + told(1));
    assert.deepEqual([first.found?.parent, first.found?.hosts], ['test', ['ns1.a.test']]);
    assert.deepEqual(first.found?.glue, new Map([['ns1.a.test', ['203.0.113.1']]]));
    assert.deepEqual(first.asked.slice(2), ['n1.test A', 'n1.test AAAA', '@192.0.2.1 a.test NS']);
    const third = ABOVE + address(2) + address(3) + told(3);
    assert.deepEqual((await asked(third)).found?.hosts, ['ns1.a.test']);
    assert.equal((await asked(ABOVE + address(4) + told(4))).found, undefined);
    const six = `n1.test AAAA 2001:db8::1\n${told(1).replaceAll('192.0.2.1', '2001:db8::1')}`;
    assert.deepEqual((await asked(ABOVE + six)).found?.hosts, ['ns1.a.test']);
  });
  it('is not told by one that has the zone, too', async () => {
    const both = `${told(1)}@192.0.2.1 a.test SOA ns1.a.test. x. 1 2 1 9 5\n`;
    assert.equal((await asked(ABOVE + address(1) + both)).found, undefined);
    assert.equal((await asked(`${ABOVE}${address(1)}@192.0.2.1 * !TIMEOUT`)).found, undefined);
  });
  it('is told by the root of a zone without another one above', async () => {
    const root = '. SOA r.test. x. 1 2 1 9 5\n. NS n1.test.\n';
    const { found } = await asked(`${root}${address(1)}@192.0.2.1 test NS n1.test.\n`, 'test');
    assert.deepEqual([found?.parent, found?.hosts], ['.', ['n1.test']]);
  });
  it('is not known where the zone above is not', async () =>
    assert.equal((await asked('test SOA !TIMEOUT')).found, undefined));
  it('is each host once, in small letters', () => {
    const records = [
      record('A.test', 'NS', 'N1.test.'),
      record('a.test', 'NS', 'n1.test.'),
      record('b.test', 'NS', 'n2.test.'),
      record('a.test', 'SOA', 'n3.test.'),
    ];
    assert.deepEqual(hostsOf(records, 'a.test'), ['n1.test']);
  });
  it('has addresses beside it', () => {
    const additional = [
      record('N1.test', 'A', '192.0.2.1'),
      record('n1.test', 'AAAA', '::1'),
      record('n1.test', 'TXT', 'x'),
    ];
    assert.deepEqual(glueOf(answer('a.test', 'NS', [], { additional })), new Map([['n1.test', ['192.0.2.1', '::1']]]));
    assert.deepEqual(glueOf(answer('a.test', 'NS')), new Map());
  });
});

describe('a name server', () => {
  const SOA = '@192.0.2.1 a.test SOA n. h. 1 2 1 9 5\n';
  const ask = async (host: string, records: string, glue: readonly string[] = []) => {
    const resolve = zone(records);
    const server = await askServer(host, glue, { apex: 'a.test', name: 'm.a.test' }, resolve, never);
    return { server, asked: resolve.asked };
  };
  it('is asked for its zone, and then for what is compared', async () => {
    const { server, asked } = await ask('n.test', `n.test A 192.0.2.1\n${SOA}`);
    assert.deepEqual(server.addresses, ['192.0.2.1']);
    assert.deepEqual(asked, [
      'n.test A',
      'n.test AAAA',
      '@192.0.2.1 a.test SOA',
      '@192.0.2.1 a.test NS',
      '@192.0.2.1 m.a.test MX',
      '@192.0.2.1 m.a.test TXT',
    ]);
    assert.equal(server.asked[0]?.more.length, 3);
  });
  it('is asked for no more where it does not answer for the zone', async () => {
    const { server } = await ask('n.test', 'n.test A 192.0.2.1');
    assert.deepEqual(server.asked[0]?.more, []);
  });
  it('is asked at three addresses at most, or by glue where it has none', async () => {
    const many = [1, 2, 3, 4].map((i) => `n.test A 192.0.2.${i}\n`).join('');
    assert.deepEqual((await ask('n.test', many)).server.asked.length, 3);
    assert.deepEqual((await ask('n.test', '', ['192.0.2.9'])).server.asked[0]?.address, '192.0.2.9');
    assert.deepEqual((await ask('n.test', 'n.test A 192.0.2.1', ['192.0.2.9'])).server.asked[0]?.address, '192.0.2.1');
  });
  it('is not asked where an address stands in place of its name', async () => {
    for (const host of ['192.0.2.1', '2001:db8::1']) assert.deepEqual((await ask(host, '')).asked, [], host);
  });
  it('answers for a zone with its SOA record, from itself', () => {
    const soa = answer('a.test', 'SOA', [['RRSIG', 'x'], 'n. h. 1 2 1 9 5'], { authoritative: true });
    assert.equal(answersFor(soa), true);
    assert.equal(answersFor({ ...soa, status: 'REFUSED' }), false);
    assert.equal(answersFor({ ...soa, records: soa.records.slice(0, 1) }), false);
    assert.equal(answersFor(answer('a.test', 'SOA', ['n. h. 1 2 1 9 5'])), false);
  });
});
