import assert from 'node:assert/strict';
import { checkTrace } from '../../../src/checks/trace/trace.ts';
import { traceFromRoot } from '../../../src/checks/trace/walk.ts';
import type { Answer, Question, Resolve, ResourceRecord } from '../../../src/probes/ports.ts';
import { context } from '../zone.ts';

const ROOT = '203.0.113.250';
const record = (name: string, type: ResourceRecord['type'], data: string): ResourceRecord => ({
  ...{ name, type, ttl: 300, data },
});
type Said = Partial<Answer>;
const referral = (zone: string, hosts: readonly string[], ...glue: readonly ResourceRecord[]): Said => ({
  authority: hosts.map((host) => record(zone, 'NS', `${host}.`)),
  additional: glue,
});
const own = (...records: readonly ResourceRecord[]): Said => ({ records, authoritative: true });
const MX = own(record('a.test', 'MX', '10 mx.a.test.'));
const A = record('ns.a.test', 'A', '192.0.2.1');
const TO_ZONE = referral('a.test', ['ns.a.test'], A);

/** A resolver and servers, by the address that is asked: what is said of a name, or of each. */
const servers = (by: Readonly<Record<string, Said | ((question: Question) => Said)>>) => {
  const asked: Question[] = [];
  const resolve: Resolve = (question) => {
    asked.push(question);
    const said = by[question.at ?? question.name] ?? { status: 'REFUSED' };
    const answer = typeof said === 'function' ? said(question) : said;
    return Promise.resolve({ question, status: 'NOERROR', records: [], elapsed: 1, ...answer });
  };
  return { resolve, asked };
};
const never = new AbortController().signal;
const walk = async (by: Parameters<typeof servers>[0], name = 'a.test') => {
  const { resolve, asked } = servers(by);
  const trace = await traceFromRoot(name, 'MX', { resolve, roots: [ROOT] }, never);
  return { ...trace, asked, outcomes: trace.steps.map(({ outcome }) => outcome) };
};

describe('a step from the root servers', () => {
  it('asks for no recursion, and leads to the zone below', async () => {
    const { end, zone, hosts, outcomes, asked } = await walk({ [ROOT]: TO_ZONE, '192.0.2.1': MX });
    assert.deepEqual([end, zone, hosts, outcomes], ['answer', 'a.test', ['ns.a.test'], ['referral', 'answer']]);
    assert.deepEqual(asked[0], { name: 'a.test', type: 'MX', at: ROOT, recursion: false });
  });
  it('is what the server says of its own zone', async () => {
    const said = async (answer: Said): Promise<unknown> =>
      (await walk({ [ROOT]: TO_ZONE, '192.0.2.1': answer })).outcomes[1];
    for (const status of ['TIMEOUT', 'UNREACHABLE', 'MALFORMED'] as const)
      assert.equal(await said({ status }), 'silent');
    for (const status of ['REFUSED', 'SERVFAIL'] as const) assert.equal(await said({ status, ...own() }), 'lame');
    assert.equal(await said({ ...MX, authoritative: undefined as never }), 'lame');
    assert.equal(await said({ records: [record('a.test', 'CNAME', 'b.test.')] }), 'lame');
    assert.equal(await said({}), 'lame');
    assert.equal(await said(own()), 'no-data');
    assert.equal(await said({ ...own(), status: 'NXDOMAIN' }), 'no-such-name');
    assert.equal(await said({ ...TO_ZONE, status: 'NXDOMAIN', authoritative: true }), 'no-such-name');
  });
  it('leads nowhere but down to the name', async () => {
    const to = async (zone: string): Promise<unknown> =>
      (
        await walk({
          [ROOT]: referral('test', ['n.test'], record('n.test', 'A', '192.0.2.9')),
          '192.0.2.9': referral(zone, ['x.test']),
        })
      ).outcomes[1];
    assert.equal(await to('a.test'), 'referral');
    for (const zone of ['.', 'test', 'b.test', 'x.a.test']) assert.equal(await to(zone), 'lame', zone);
    const mixed = { authority: [record('test', 'NS', 'o.test.'), ...(referral('a.test', ['x.test']).authority ?? [])] };
    const { steps } = await walk({
      [ROOT]: { ...mixed, authority: [record('a.test', 'SOA', 'x'), ...mixed.authority.slice(1)] },
    });
    assert.deepEqual(steps[0]?.below, { zone: 'a.test', hosts: ['x.test'] });
  });
  it('goes to one address of each host, of IPv4 where it has one', async () => {
    const six = record('ns.a.test', 'AAAA', '2001:db8::1');
    const next = async (...glue: readonly ResourceRecord[]): Promise<unknown> =>
      (await walk({ [ROOT]: referral('a.test', ['ns.a.test'], ...glue) })).asked.slice(1).map(({ at }) => at);
    assert.deepEqual(await next(six, A), ['192.0.2.1']);
    assert.deepEqual(await next(A, six), ['192.0.2.1']);
    assert.deepEqual(await next(six), ['2001:db8::1']);
  });
  it('has a resolver find a host without glue', async () => {
    const without = referral('a.test', ['ns.a.test']);
    const six = await walk({
      [ROOT]: without,
      'ns.a.test': ({ type }) => (type === 'AAAA' ? { records: [record('ns.a.test', 'AAAA', '2001:db8::1')] } : {}),
      '2001:db8::1': MX,
    });
    assert.equal(six.end, 'answer');
    const none = await walk({ [ROOT]: without });
    assert.deepEqual([none.end, none.zone, none.hosts], ['stuck', 'a.test', ['ns.a.test']]);
    const hosts = Array.from({ length: 6 }, (_, i) => `n${i}.test`);
    const many = await walk({ [ROOT]: referral('a.test', hosts) });
    assert.equal(many.asked.filter(({ name }) => name.startsWith('n')).length, 8);
  });
  it('is tried at four servers of a zone', async () => {
    const glue = Array.from({ length: 6 }, (_, i) => record(`n${i}.test`, 'A', `192.0.2.${i}`));
    const lame = await walk({
      [ROOT]: referral(
        'a.test',
        glue.map(({ name }) => name),
        ...glue,
      ),
    });
    assert.deepEqual(lame.outcomes, ['referral', 'lame', 'lame', 'lame', 'lame']);
  });
});

describe('the way from the root servers', () => {
  it('has sixty steps at most', async () => {
    const deep = async (labels: number): Promise<string> => {
      const all = Array.from({ length: labels }, (_, i) => `l${i}`);
      const step = (depth: number): Said =>
        depth === labels
          ? MX
          : referral(all.slice(-depth - 1).join('.'), ['n.x'], record('n.x', 'A', `10.0.0.${depth + 1}`));
      const by = Object.fromEntries(all.map((_, i) => [`10.0.0.${i + 1}`, step(i + 1)]));
      const { end, steps } = await walk({ ...by, [ROOT]: step(0) }, all.join('.'));
      return `${end} ${steps.length}`;
    };
    assert.equal(await deep(59), 'answer 60');
    assert.equal(await deep(60), 'cut 60');
  });
  it('begins anew behind an alias', async () => {
    const alias = await walk({
      [ROOT]: ({ name }) => (name === 'a.test' ? own(record('a.test', 'CNAME', 'b.test.')) : MX),
    });
    assert.deepEqual([alias.end, alias.outcomes, alias.steps[0]?.target], ['answer', ['alias', 'answer'], 'b.test']);
  });
  it('ends where it is cancelled', async () => {
    const { resolve } = servers({});
    const trace = await traceFromRoot('a.test', 'MX', { resolve, roots: [ROOT] }, AbortSignal.abort());
    assert.deepEqual([trace.end, trace.steps], ['cancelled', []]);
  });
});

describe('what is told of the way', () => {
  const told = async (by: Parameters<typeof servers>[0]) => {
    const given = context('', { name: 'a.test', rootServers: [ROOT] });
    return checkTrace({ ...given, ports: { ...given.ports, resolve: servers(by).resolve } });
  };
  const WAY = { [ROOT]: TO_ZONE, '192.0.2.1': own(record('a.test', 'MX', '10 b.'), record('a.test', 'MX', '20 c.')) };
  const said = (...data: readonly string[]): Said => ({ records: data.map((one) => record('a.test', 'MX', one)) });
  const differs = async (by: Parameters<typeof servers>[0]): Promise<unknown> =>
    (await told(by)).find(({ code }) => code === 'trace-differs')?.data;
  it('is each zone with its servers', async () => {
    const [first] = await told({ ...WAY, 'a.test': said('10 b.', '20 c.') });
    assert.deepEqual(
      [first?.code, first?.about, first?.data, first?.evidence],
      [
        'trace-step',
        'a.test',
        { server: ROOT, address: ROOT, zone: '.', hosts: ['ns.a.test'] },
        ['a.test. 300 IN NS ns.a.test.'],
      ],
    );
  });
  it('is what the resolver says otherwise, in whatever order and letters', async () => {
    assert.equal(await differs({ ...WAY, 'a.test': said('20 C.', '10 b.') }), undefined);
    assert.equal(await differs({ ...WAY, 'a.test': { status: 'TIMEOUT' } }), undefined);
    assert.deepEqual(await differs({ ...WAY, 'a.test': said('10 b.') }), {
      ...{ type: 'MX', resolver: ['10 b.'], zone: ['10 b.', '20 c.'], server: '', ttl: 300 },
    });
    assert.deepEqual(await differs({ ...WAY, 'a.test': said() }), {
      ...{ type: 'MX', resolver: [], zone: ['10 b.', '20 c.'], server: '', ttl: 0 },
    });
    for (const none of [own(), { ...own(), status: 'NXDOMAIN' as const }])
      assert.ok((await differs({ [ROOT]: TO_ZONE, '192.0.2.1': none, 'a.test': said('10 b.') })) !== undefined);
  });
  it('is where it ends, with what its last servers said', async () => {
    const stuck = (await told({ [ROOT]: TO_ZONE })).at(-1);
    assert.deepEqual(
      [stuck?.code, stuck?.data, stuck?.evidence],
      ['trace-stuck', { zone: 'a.test', hosts: ['ns.a.test'] }, ['a.test. MX: REFUSED']],
    );
    assert.equal((await told({ [ROOT]: TO_ZONE, '192.0.2.1': { status: 'TIMEOUT' } })).at(-1)?.code, 'trace-unknown');
    assert.equal((await told({})).at(-1)?.code, 'trace-unknown');
  });
});
