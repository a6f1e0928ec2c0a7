import assert from 'node:assert/strict';
import { compareServers } from '../../../src/checks/nameServers/compare.ts';
import type { NameServer } from '../../../src/checks/nameServers/servers.ts';
import type { Answer } from '../../../src/probes/ports.ts';
import { answer } from '../answer.ts';

const GOOD = 'ns1.a.test. hostmaster.a.test. 7 7200 900 1209600 300';
const soa = (data = GOOD): Answer => answer('a.test', 'SOA', [data], { authoritative: true });
const server = (host: string, own: Answer, ...more: readonly Answer[]): NameServer => ({
  ...{ host, answers: [], addresses: [] },
  asked: [{ address: `${host}-ip`, soa: own, more }],
});
const found = (...servers: readonly NameServer[]) => [...compareServers('a.test', 'm.a.test', servers)];

describe('servers of one zone', () => {
  it('agree', () => {
    const mx = (...data: readonly string[]): Answer => answer('m.a.test', 'MX', data);
    assert.deepEqual(found(), []);
    assert.deepEqual(found(server('ns1', soa())), []);
    assert.deepEqual(found(server('ns1', soa(), mx('1 a.', '2 b.')), server('ns2', soa(), mx('2 B.', '1 A.'))), []);
  });
  it('have zones of different ages', () => {
    const [differ, ...more] = found(
      server('ns1', soa()),
      server('ns2', soa(GOOD.replace(' 7 ', ' 6 '))),
      server('ns3', soa()),
    );
    assert.deepEqual(more, []);
    assert.deepEqual(
      [differ?.code, differ?.level, differ?.about, differ?.data],
      ['ns-serials-differ', 'warning', 'a.test', { serials: ['7 at ns1 (ns1-ip), ns3 (ns3-ip)', '6 at ns2 (ns2-ip)'] }],
    );
    assert.equal(differ?.evidence.length, 3);
  });
  it('are compared where they answer for it', () => {
    const old = GOOD.replace(' 7 ', ' 6 ');
    const lame = answer('a.test', 'SOA', [old]);
    assert.deepEqual(found(server('ns1', soa()), server('ns2', lame)), []);
    assert.deepEqual(
      found(server('ns1', soa()), server('ns2', answer('a.test', 'SOA', [], { authoritative: true }))),
      [],
    );
    const failed = answer('m.a.test', 'MX', [], { status: 'SERVFAIL' });
    assert.deepEqual(found(server('ns1', soa(), answer('m.a.test', 'MX', ['1 a.'])), server('ns2', soa(), failed)), []);
  });
  it('have different records, which weighs most where mail goes', () => {
    const differ = (type: 'NS' | 'MX' | 'TXT', one: readonly string[], other: readonly string[]) =>
      found(server('ns1', soa(), answer('m.a.test', type, one)), server('ns2', soa(), answer('m.a.test', type, other)));
    const told = (type: 'NS' | 'MX' | 'TXT', one: readonly string[], other: readonly string[]) =>
      differ(type, one, other).map(({ code, level, about, data }) => [code, level, about, data]);
    assert.deepEqual(told('NS', ['a.'], ['b.']), [
      [
        'ns-records-differ',
        'warning',
        'a.test',
        { type: 'NS', versions: ['a. at ns1 (ns1-ip)', 'b. at ns2 (ns2-ip)'] },
      ],
    ]);
    assert.deepEqual(told('MX', ['2 b.', '1 a.'], []), [
      [
        'ns-records-differ',
        'fail',
        'm.a.test',
        { type: 'MX', versions: ['1 a., 2 b. at ns1 (ns1-ip)', 'none at ns2 (ns2-ip)'] },
      ],
    ]);
    assert.deepEqual(told('TXT', ['"A"'], ['"a"']), [
      [
        'ns-records-differ',
        'warning',
        'm.a.test',
        { type: 'TXT', versions: ['"A" at ns1 (ns1-ip)', '"a" at ns2 (ns2-ip)'] },
      ],
    ]);
    assert.equal(differ('NS', ['a.'], ['b.'])[0]?.evidence.length, 2);
  });
});

describe('the SOA record', () => {
  const is = (data: string, ...expected: readonly unknown[]): void =>
    assert.deepEqual(
      found(server('ns1', soa(data))).map(({ code, level, data: told }) => [code, level, told]),
      expected,
      data,
    );
  const mailbox = (name: string, ...expected: readonly unknown[]): void =>
    is(GOOD.replace('hostmaster.a.test.', name), ...expected);
  const wrong = (name: string): void => mailbox(name, ['soa-mailbox', 'note', { mailbox: name }]);
  it('names a mailbox, its @ as a dot (RFC 1035 8)', () => {
    mailbox('a.test.');
    mailbox('a\\.b.test.');
    wrong('a\\@b.test.');
    wrong('a@b.test.');
    wrong('hostmaster.');
    wrong('.');
    wrong('a\\.');
  });
  it('has times that fit each other (RFC 1912 2.2)', () => {
    const times = (numbers: string): string => `ns1.a.test. h.a.test. 7 ${numbers}`;
    is(times('7200 900 8101 300'));
    is(times('7200 900 8100 300'), ['soa-expire', 'warning', { expire: 8100, refresh: 7200 }]);
    is(times('7200 7199 1209600 300'));
    is(times('7200 7200 1209600 300'), ['soa-refresh', 'note', { refresh: 7200, retry: 7200 }]);
    is(times('7200 900 1209600 86400'));
    is(times('7200 900 1209600 86401'), ['soa-negative-ttl', 'note', { seconds: 86401 }]);
  });
});
