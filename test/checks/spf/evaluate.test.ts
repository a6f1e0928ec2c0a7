import assert from 'node:assert/strict';
import { evaluateSpf } from '../../../src/checks/spf/evaluate.ts';
import { zone } from '../zone.ts';

const never = new AbortController().signal;

async function result(records: string, ip = '192.0.2.1', sender = 'ann@contoso.test', helo = 'mx.contoso.test') {
  return evaluateSpf({ ip, sender, helo }, zone(records), never);
}
const gets = async (records: string, ip?: string, sender?: string): Promise<string> =>
  (await result(records, ip, sender)).result;
const spf = (record: string, more = ''): string => `contoso.test TXT "v=spf1 ${record}"\n${more}`;

describe('what SPF says of a client (RFC 7208)', () => {
  it('is by the first mechanism that matches', async () => {
    assert.equal(await gets(spf('ip4:192.0.2.0/24 -all')), 'pass');
    assert.equal(await gets(spf('-ip4:192.0.2.1 +all')), 'fail');
    assert.equal(await gets(spf('ip4:192.0.2.0/31 ~all'), '192.0.2.2'), 'softfail');
    assert.equal(await gets(spf('ip6:2001:db8::/32 ?all'), '2001:db8:1::5'), 'pass');
    assert.equal(await gets(spf('ip4:198.51.100.1')), 'neutral');
  });
  it('asks for the addresses of names', async () => {
    const hosts = 'contoso.test A 192.0.2.9\nmx.contoso.test A 192.0.2.1\ncontoso.test MX 10 mx.contoso.test.';
    assert.equal(await gets(spf('a -all', hosts)), 'fail');
    assert.equal(await gets(spf('a/24 -all', hosts)), 'pass');
    assert.equal(await gets(spf('mx -all', hosts)), 'pass');
    assert.equal(await gets(spf('a:mx.contoso.test -all', hosts)), 'pass');
    assert.equal(await gets(spf('a -all', 'contoso.test AAAA 2001:db8::1'), '2001:db8::1'), 'pass');
  });
  it('takes a record that is included for its pass alone (5.2)', async () => {
    const other = (record: string): string => spf('include:fabrikam.test ~all', `fabrikam.test TXT "v=spf1 ${record}"`);
    assert.equal(await gets(other('ip4:192.0.2.1 -all')), 'pass');
    assert.equal(await gets(other('-all')), 'softfail');
    assert.equal(await gets(spf('include:fabrikam.test ~all')), 'permerror');
    assert.equal(await gets(spf('redirect=fabrikam.test', 'fabrikam.test TXT "v=spf1 -all"')), 'fail');
    assert.equal(await gets(spf('redirect=fabrikam.test')), 'permerror');
  });
  it('is an error where the record is, wherever in it', async () => {
    assert.equal(await gets(spf('ip4:192.0.2.1 foo -all')), 'permerror');
    assert.equal(await gets(`${spf('-all')}contoso.test TXT "v=spf1 +all"`), 'permerror');
    assert.equal(await gets('contoso.test TXT "v=spf10 -all"'), 'none');
    assert.equal(await gets('contoso.test TXT "v=spf1" " -all"'), 'fail');
  });
  it('is not known where the DNS does not answer, which is no record missing', async () => {
    assert.equal(await gets('contoso.test TXT !SERVFAIL'), 'temperror');
    assert.equal(await gets('contoso.test TXT !TIMEOUT'), 'temperror');
    const late = await result(spf('a:mx.contoso.test -all', 'mx.contoso.test A !TIMEOUT'));
    assert.deepEqual(
      [late.result, late.trouble],
      ['temperror', { kind: 'unanswered', name: 'mx.contoso.test', type: 'A' }],
    );
    assert.equal(await gets('fabrikam.test TXT "v=spf1 -all"'), 'none');
  });
  it('ends at the eleventh term that asks, and at the third that finds nothing (4.6.4)', async () => {
    const many = [...Array(11).keys()].map((i) => `a:h${i}.contoso.test`).join(' ');
    const hosts = [...Array(11).keys()].map((i) => `h${i}.contoso.test A 198.51.100.${i}`).join('\n');
    const eleven = await result(spf(`${many} -all`, hosts));
    assert.deepEqual(
      [eleven.result, eleven.trouble, eleven.lookups],
      ['permerror', { kind: 'lookups', limit: 10 }, 11],
    );
    const voids = await result(spf('a:a.contoso.test a:b.contoso.test a:c.contoso.test -all'));
    assert.deepEqual([voids.result, voids.trouble, voids.voids], ['permerror', { kind: 'voids', limit: 2 }, 3]);
    const circle = await result(spf('include:contoso.test -all'));
    assert.deepEqual([circle.result, circle.trouble?.kind], ['permerror', 'lookups']);
  });
  it('puts the sender, the client and HELO into macros (7)', async () => {
    const exists = (name: string, found: string): string => spf(`exists:${name} -all`, `${found} A 127.0.0.2`);
    assert.equal(await gets(exists('%{ir}.%{v}._spf.%{d}', '1.2.0.192.in-addr._spf.contoso.test')), 'pass');
    assert.equal(await gets(exists('%{l}.%{o2}', 'ann.contoso.test')), 'pass');
    assert.equal(await gets(exists('%{l1r-}.x.test', 'ann.x.test'), '192.0.2.1', 'ann-bob@contoso.test'), 'pass');
    assert.equal(await gets(exists('%{h}.x.test', 'mx.contoso.test.x.test')), 'pass');
  });
  it('is of HELO where there is no sender (2.4)', async () => {
    assert.equal(
      (await result('mx.contoso.test TXT "v=spf1 a -all"\nmx.contoso.test A 192.0.2.1', '192.0.2.1', '')).result,
      'pass',
    );
  });
  it('tells each term that was looked at, and what the domain says to those who are refused (6.2)', async () => {
    const { steps, explanation } = await result(
      spf(
        'include:fabrikam.test -all exp=why.contoso.test',
        'fabrikam.test TXT "v=spf1 ip4:198.51.100.1 ~all"\nwhy.contoso.test TXT "%{i} may not send for %{d}"',
      ),
    );
    assert.deepEqual(
      steps.map(({ domain, term, outcome, depth }) => `${depth} ${domain} ${term} ${outcome}`),
      [
        '1 fabrikam.test ip4:198.51.100.1 no-match',
        '1 fabrikam.test ~all match',
        '0 contoso.test include:fabrikam.test no-match',
        '0 contoso.test -all match',
      ],
    );
    assert.equal(explanation, '192.0.2.1 may not send for contoso.test');
  });
  it('believes a reverse name only where it leads back (5.5)', async () => {
    const records = '1.2.0.192.in-addr.arpa PTR mx.contoso.test.\n';
    assert.equal(await gets(spf('ptr -all', `${records}mx.contoso.test A 192.0.2.1`)), 'pass');
    assert.equal(await gets(spf('ptr -all', `${records}mx.contoso.test A 198.51.100.1`)), 'fail');
  });
});
