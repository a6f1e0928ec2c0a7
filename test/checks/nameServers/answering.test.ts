import assert from 'node:assert/strict';
import { checkNameServers } from '../../../src/checks/nameServers/nameServers.ts';
import type { Answer, Question } from '../../../src/probes/ports.ts';
import { context } from '../zone.ts';

const SOA = 'a.test SOA ns1.a.test. h.a.test. 7 7200 900 1209600 300';
const NS = 'a.test NS ns1.a.test.\na.test NS ns2.b.test.';
const at = (server: string, lines: string): string => lines.replace(/^/gm, `@${server} `);
const ABOVE = 'test SOA n.nic.test. x.nic.test. 1 2 1 9 5\ntest NS n.nic.test.\nn.nic.test A 203.0.113.1';
const PARENT = at('203.0.113.1', `${NS}\nns1.a.test A 192.0.2.1`);
const FIRST = at('192.0.2.1', `${SOA}\n${NS}`);
const SECOND = at('198.51.100.2', `${SOA}\n${NS}`);
const HOSTS = 'ns1.a.test A 192.0.2.1\nns2.b.test A 198.51.100.2';
const HEALTHY = [ABOVE, SOA, NS, HOSTS, PARENT, FIRST, SECOND].join('\n');

type Changed = (answer: Answer, question: Question) => Partial<Answer>;
const all = (records: string, changed: Changed = () => ({}), name = 'a.test') => {
  const given = context(records, { name });
  const { resolve } = given.ports;
  return checkNameServers({
    ...given,
    ports: {
      ...given.ports,
      resolve: async (question, signal) => {
        const answer = await resolve(question, signal);
        return { ...answer, ...changed(answer, question) };
      },
    },
  });
};
const found = async (records: string, changed?: Changed, name?: string): Promise<readonly string[]> =>
  (await all(records, changed, name)).map(({ code, about }) => `${code} ${about}`);
const WELL = ['ns-found a.test'];
/** What a server of this zone says that has it from somebody else. */
const secondHand = { authoritative: undefined as never, recursive: true } as const;

describe('what name servers answer', () => {
  it('is nothing for the root', async () => {
    const root = '. SOA a.root. b.root. 1 2 1 9 5\nx A 192.0.2.1';
    assert.deepEqual(await found(root, undefined, 'x'), []);
  });
  it('is not known where neither SOA nor servers are', async () => {
    const [only, ...more] = await all('a.test SOA !SERVFAIL\na.test NS !TIMEOUT');
    assert.deepEqual([only?.data, more], [{ type: 'SOA', status: 'SERVFAIL', detail: '' }, []]);
    const [ns] = await all(`${SOA}\na.test NS !TIMEOUT`);
    assert.deepEqual(ns?.data, { type: 'NS', status: 'TIMEOUT', detail: '' });
  });
  it('is none where it cannot be read', async () =>
    assert.deepEqual(await found(HEALTHY.replace(SECOND, '@198.51.100.2 * !MALFORMED')), ['ns-silent ns2.b.test']));
  it('is asked for by glue where resolvers have no address', async () => {
    assert.deepEqual(await found(HEALTHY), WELL);
    assert.deepEqual(await found(HEALTHY.replace('ns1.a.test A 192.0.2.1\n', '')), [
      'ns-no-such-name ns1.a.test',
      'ns-one-network a.test',
    ]);
  });
  it('is asked for with one type of address where the other fails', async () => {
    const one = `${HEALTHY}\nns2.b.test AAAA !TIMEOUT`;
    assert.deepEqual(await found(one), WELL);
    const none = one.replace('ns2.b.test A 198.51.100.2', 'ns2.b.test A !SERVFAIL');
    assert.deepEqual((await all(none))[0]?.data, { type: 'A', status: 'SERVFAIL', detail: '' });
    const odd = `${HEALTHY.replace('ns2.b.test A 198.51.100.2', 'ns2.b.test TXT "x"')}\nns2.b.test AAAA !NXDOMAIN`;
    assert.ok((await found(odd)).includes('ns-no-address ns2.b.test'));
  });
  it('is of the first name behind an alias', async () => {
    const aliases = HEALTHY.replace(
      'ns2.b.test A 198.51.100.2',
      'ns2.b.test CNAME c.test.\nc.test CNAME d.test.\nd.test A 198.51.100.2',
    );
    assert.deepEqual((await all(aliases)).map(({ data }) => data)[0], { target: 'c.test' });
  });
  it('comes from somebody between where every one of several has it at second hand', async () => {
    const asked =
      (...servers: readonly string[]): Changed =>
      (_, { at: server = '' }) =>
        servers.includes(server) ? secondHand : {};
    assert.deepEqual(await found(HEALTHY, asked('192.0.2.1', '198.51.100.2')), ['ns-intercepted a.test']);
    assert.deepEqual(await found(HEALTHY, asked('198.51.100.2')), ['ns-lame ns2.b.test']);
    const alone = HEALTHY.replace(SECOND, '@198.51.100.2 * !TIMEOUT');
    assert.deepEqual(await found(alone, asked('192.0.2.1')), ['ns-lame ns1.a.test', 'ns-silent ns2.b.test']);
    const empty: Changed = (_, { at: server = '' }) => (/^19/.test(server) ? { ...secondHand, records: [] } : {});
    assert.deepEqual(await found(HEALTHY, empty), ['ns-lame ns1.a.test', 'ns-lame ns2.b.test']);
    const refused: Changed = (_, { at: server = '' }) =>
      /^19/.test(server) ? { ...secondHand, status: 'REFUSED' } : {};
    assert.deepEqual(await found(HEALTHY, refused), ['ns-lame ns1.a.test', 'ns-lame ns2.b.test']);
  });
});

describe('what the parent names', () => {
  it('is held against a zone with one server', async () => {
    const single = HEALTHY.replace(NS, 'a.test NS ns1.a.test.').replace(
      FIRST,
      at('192.0.2.1', `${SOA}\na.test NS ns1.a.test.`),
    );
    assert.ok((await found(single)).includes('ns-missing-in-zone ns2.b.test'));
  });
  it('are all addresses of a server', async () => {
    const glue = `@203.0.113.1 NS1.a.test A 192.0.2.1\n@203.0.113.1 ns2.b.test A 198.51.100.2`;
    const two = HEALTHY.replace(PARENT, `${at('203.0.113.1', NS)}\n${glue}`);
    assert.deepEqual(await found(two), WELL);
    const [differs] = await all(two.replace(glue, `${glue}\n@203.0.113.1 ns1.a.test A 192.0.2.7`));
    assert.deepEqual(
      [differs?.code, differs?.data, differs?.evidence],
      [
        'ns-glue-differs',
        { glue: ['192.0.2.1', '192.0.2.7'], addresses: ['192.0.2.1'] },
        ['NS1.a.test. 300 IN A 192.0.2.1', 'ns1.a.test. 300 IN A 192.0.2.7'],
      ],
    );
  });
});

describe('a server that asks others', () => {
  const ELSEWHERE = 'a.root-servers.net';
  it('is asked for a name of somebody else, if it offers that', async () => {
    const given = context(`${HEALTHY}\n@198.51.100.2 * +RA\n${ELSEWHERE} A 198.41.0.4`, { name: 'a.test' });
    await checkNameServers(given);
    assert.deepEqual(
      given.ports.resolve.asked.filter((one) => one.includes(ELSEWHERE)),
      [`@198.51.100.2 ${ELSEWHERE} A`],
    );
  });
  it('does not where it finds nothing', async () =>
    assert.deepEqual(await found(`${HEALTHY}\n@198.51.100.2 * +RA\n${ELSEWHERE} TXT "x"`), WELL));
});
