import assert from 'node:assert/strict';
import { checkDnssec } from '../../../src/checks/dnssec/dnssec.ts';
import { readDnskey } from '../../../src/core/dns/records/dnssec.ts';
import { context } from '../zone.ts';

const SOA = 'a.test SOA ns1.a.test. h.a.test. 1 7200 900 1209600 300\n';
const ZONE = `${SOA}a.test MX 10 mx.a.test.\na.test TXT "x"\n`;
const key = (start = '257 3 13', end = 'AAAA'): string => `${start} ${end}`;
const tagOf = (data: string): number => readDnskey(data)?.tag as number;
const dnskey = (data = key()): string => `a.test DNSKEY ${data}\n`;
const ds = (data = key(), digest = `2 ${'A'.repeat(64)}`): string =>
  `a.test DS ${tagOf(data)} ${readDnskey(data)?.algorithm} ${digest}\n`;
const SIGNED = `${ZONE}a.test MX +AD\n${dnskey()}${ds()}`;

const all = async (records: string, { name = 'a.test', now = 0 } = {}) => {
  const given = context(records, { name });
  const findings = await checkDnssec({ ...given, ports: { ...given.ports, clock: { now: () => now } } });
  return { findings, asked: given.ports.resolve.asked };
};
const found = async (records: string, options?: { name?: string; now?: number }): Promise<readonly string[]> =>
  (await all(records, options)).findings.map(({ code, level, data }) => `${level} ${code} ${JSON.stringify(data)}`);
const codes = async (records: string): Promise<readonly string[]> =>
  (await all(records)).findings.map(({ code }) => code);

const VALID = 'pass dnssec-valid {"algorithms":["ECDSAP256SHA256 (13)"],"server":""}';

describe('a signed zone', () => {
  it('is asked for without checking where a broken one could not be seen otherwise', async () => {
    const { asked } = await all(SIGNED);
    assert.deepEqual([...asked].sort(), [
      'a.test DNSKEY',
      'a.test DS',
      'a.test MX',
      'a.test NSEC3PARAM unchecked',
      'a.test RRSIG unchecked',
      'a.test SOA',
      'a.test TXT',
    ]);
    assert.deepEqual(await found(SIGNED), [VALID]);
    assert.deepEqual(await found(`${SIGNED}a.test DNSKEY ?SERVFAIL`), [VALID]);
  });
  it('is none where the name is not there, or is one of the root or of a registry', async () => {
    assert.deepEqual(await found('', { name: 'b.test' }), ['warning lookup-no-such-name {"type":"MX"}']);
    assert.deepEqual(await found('test SOA n. h. 1 2 1 9 5', { name: 'test' }), []);
    assert.deepEqual(await found('. SOA n. h. 1 2 1 9 5\nx A 192.0.2.1', { name: 'x' }), []);
  });
  it('is not known where servers fail, checking or not', async () => {
    const failed = (type: string, status: string): string =>
      `unknown dns-unanswered {"type":"${type}","status":"${status}","detail":""}`;
    assert.deepEqual(await found(`${ZONE}a.test TXT !SERVFAIL\na.test SOA !SERVFAIL`), [failed('TXT', 'SERVFAIL')]);
    assert.deepEqual(await found(`${ZONE}a.test SOA !TIMEOUT`), [failed('SOA', 'TIMEOUT')]);
    assert.deepEqual(await found(`${ZONE}a.test SOA !SERVFAIL`), [failed('SOA', 'SERVFAIL')]);
    assert.deepEqual(await found(`${ZONE}a.test DS !TIMEOUT\na.test DNSKEY !REFUSED`), [
      failed('DS', 'TIMEOUT'),
      failed('DNSKEY', 'REFUSED'),
    ]);
    assert.ok(!(await all(`${ZONE}a.test SOA !TIMEOUT`)).asked.includes('a.test SOA unchecked'));
  });
  it('is broken where records come to those alone who do not check', async () => {
    const bogus = (...types: readonly string[]): string => `fail dnssec-bogus ${JSON.stringify({ types, why: [] })}`;
    assert.deepEqual(await found(`${SIGNED}a.test TXT ?SERVFAIL\na.test SOA ?SERVFAIL`), [bogus('TXT')]);
    assert.deepEqual(await found(`${SIGNED}a.test SOA ?SERVFAIL`), [bogus('SOA')]);
    assert.deepEqual(await found(`${SIGNED}a.test MX ?SERVFAIL\na.test TXT ?SERVFAIL`), [bogus('MX', 'TXT')]);
    assert.deepEqual(await found(`${SIGNED}a.test MX ?SERVFAIL\na.test TXT !SERVFAIL`), [bogus('MX')]);
    assert.deepEqual(await found(`${SIGNED}a.test MX ?SERVFAIL\na.test SOA !SERVFAIL`), [bogus('MX')]);
  });
  it('was not checked by a resolver that does not say so', async () => {
    const stray = `a.test DS 1 13 2 ${'A'.repeat(64)}\n`;
    assert.deepEqual(await codes(SIGNED.replace('a.test MX +AD\n', stray)), [
      'dnssec-ds-stray',
      'dnssec-not-validated',
    ]);
  });
});

describe('the keys of a zone', () => {
  it('are those that can be read', async () =>
    assert.deepEqual(await found(`${SIGNED}a.test DNSKEY x\na.test DS x`), [VALID]));
  it('are of algorithms that are known, or told by their number', async () => {
    const own = (data: string, digest?: string): string => `${ZONE}a.test MX +AD\n${dnskey(data)}${ds(data, digest)}`;
    assert.deepEqual(await found(own(key('257 3 253'))), [
      'pass dnssec-valid {"algorithms":["algorithm 253"],"server":""}',
    ]);
    assert.deepEqual(await codes(own(key('257 3 5'))), ['dnssec-algorithm', 'dnssec-valid']);
    const sha1 = `1 ${'A'.repeat(40)}`;
    assert.deepEqual(await found(own(key(), sha1)), ['warning dnssec-digest {"digest":"SHA-1 (1)"}', VALID]);
    for (const better of [`2 ${'A'.repeat(64)}`, `4 ${'A'.repeat(96)}`])
      assert.deepEqual(await found(own(key(), sha1) + ds(key(), better)), [VALID], better);
    assert.deepEqual(await codes(own(key(), sha1) + ds(key(), '5 AA')), ['dnssec-digest', 'dnssec-valid']);
    assert.deepEqual(await found(own(key(), '5 AA')), [VALID]);
  });
  it('fit what the parent says where they sign the zone and are not taken back', async () => {
    const only = (data: string): Promise<readonly string[]> => codes(`${ZONE}${dnskey(data)}${ds(data)}`);
    assert.deepEqual(await only(key('256 3 13')), ['dnssec-not-validated']);
    assert.deepEqual(await only(key('1 3 13')), ['dnssec-ds-mismatch']);
    assert.deepEqual(await only(key('385 3 13')), ['dnssec-ds-mismatch']);
    assert.deepEqual(await codes(SIGNED + dnskey(key('256 3 13'))), ['dnssec-valid']);
    const { tag } = readDnskey(key()) as { tag: number };
    const other = `${ZONE}${dnskey()}a.test DS ${tag} 8 2 ${'A'.repeat(64)}`;
    assert.deepEqual(await codes(other), ['dnssec-ds-mismatch']);
  });
  it('have digests of the length of their type', async () => {
    const length = async (type: number, digits: number): Promise<readonly string[]> =>
      (await codes(`${ZONE}${dnskey()}${ds(key(), `${type} ${'A'.repeat(digits)}`)}`)).filter((one) =>
        /length/.test(one),
      );
    for (const [type, digits] of [
      [1, 40],
      [2, 64],
      [4, 96],
    ] as const) {
      assert.deepEqual(await length(type, digits), [], `${type}`);
      assert.deepEqual(await length(type, digits + 2), ['dnssec-ds-length'], `${type}`);
    }
    assert.deepEqual(await length(3, 10), []);
  });
});

describe('what a signed zone costs, and how long it lasts', () => {
  it('is too much from one iteration on (RFC 9276 3.1), and refused above a hundred', async () => {
    const of = async (...iterations: readonly string[]): Promise<string | undefined> =>
      (await found(SIGNED + iterations.map((one) => `a.test NSEC3PARAM 1 0 ${one}\n`).join(''))).find((one) =>
        /nsec3/.test(one),
      );
    assert.equal(await of('0 -'), undefined);
    assert.equal(await of(''), undefined);
    assert.equal(await of('1 -'), 'note dnssec-nsec3-iterations {"iterations":1}');
    assert.equal(await of('100 -'), 'note dnssec-nsec3-iterations {"iterations":100}');
    assert.equal(await of('5 -', '101 -', '7 -'), 'warning dnssec-nsec3-iterations {"iterations":101}');
  });
  const until = Date.UTC(2026, 0, 11);
  const HOUR = 3_600_000;
  const rrsig = (type: string): string => `RRSIG ${type} 13 2 300 20260111000000 20260101000000 1 a.test. AAAA`;
  const ends = async (left: number, type = 'SOA', more = ''): Promise<unknown> =>
    (await all(`${SIGNED}a.test ${rrsig(type)}\n${more}`, { now: until - left })).findings
      .filter(({ code }) => code === 'dnssec-signatures-end')
      .map(({ data, evidence }) => [data, evidence]);
  it('ends soon where less than a tenth of its time is left', async () => {
    const told = (hours: number, type = 'SOA'): unknown => [[{ type, hours }, [`a.test. 300 IN ${rrsig(type)}`]]];
    assert.deepEqual(await ends(24 * HOUR), []);
    assert.deepEqual(await ends(24 * HOUR - 1), told(24));
    assert.deepEqual(await ends(1.4 * HOUR), told(1));
    assert.deepEqual(await ends(1), told(1));
    assert.deepEqual(await ends(0), []);
    assert.deepEqual(await ends(-HOUR), []);
    assert.deepEqual(await ends(2 * HOUR, 'DNSKEY'), told(2, 'DNSKEY'));
    assert.deepEqual(await ends(2 * HOUR, 'MX'), []);
    assert.deepEqual(await ends(2 * HOUR, 'SOA', `a.test RRSIG x\na.test ${rrsig('MX')}`), told(2));
  });
});
