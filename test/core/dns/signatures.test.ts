import assert from 'node:assert/strict';
import { startsColumns } from '../../../src/core/dns/columns.ts';
import { withoutSignatures } from '../../../src/core/dns/queryBuilder.ts';
import { readError } from '../../../src/core/dns/resolveDnsNameError.ts';

describe('signatures beside what was asked for', () => {
  const records = ['MX', 'RRSIG', 'A'].map((type) => ({ type })) as never;
  const left = (type: string): string =>
    withoutSignatures(records, { name: 'contoso.test', type } as never)
      .map((one) => one.type)
      .join(' ');
  for (const type of ['MX', 'A', 'DNSKEY', '?', ''])
    it(`are left out of ${type}`, () => assert.equal(left(type), 'MX A'));
  for (const type of ['RRSIG', 'ANY', 'AXFR', 'IXFR'])
    it(`belong to ${type}`, () => assert.equal(left(type), 'MX RRSIG A'));
});

describe('an error of Resolve-DnsName', () => {
  it('tells nothing where it is none', () => {
    for (const text of ['', 'Resolve-DnsName', 'At line:1 char:1'])
      assert.deepEqual(readError(text), { name: '', status: '?' }, text);
  });
  it('names what was asked for, an address by its reverse name', () => {
    assert.deepEqual(readError('Resolve-DnsName : gone.contoso.test : DNS name does not exist'), {
      name: 'gone.contoso.test',
      status: 'NXDOMAIN',
    });
    assert.equal(readError('Resolve-DnsName : 192.0.2.1 : DNS name does not exist').name, '1.2.0.192.in-addr.arpa');
  });
});

describe('the first line of a table of resolvectl', () => {
  for (const line of [
    'contoso.test IN MX 10 mx1.contoso.test    -- link: eth0',
    'contoso.test: 192.0.2.1    -- link: eth0',
    'contoso.test: 2001:db8::1%eth0    -- link: eth0',
    'contoso.test: resolve call failed: not found',
    'SOA ns1.contoso.test. dns.contoso.test. 7 1 2 3 4 from server 192.0.2.53 in 1 ms.',
  ])
    it(`is ${line}`, () => assert.equal(startsColumns(line), true));
  for (const line of [
    'contoso.test IN MX 10 mx1.contoso.test',
    'contoso.test: 192.0.2.1',
    'wires    -- link: eth0',
    'contoso.test: failed',
  ])
    it(`is not ${line}`, () => assert.equal(startsColumns(line), false));
});
