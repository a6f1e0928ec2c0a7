import assert from 'node:assert/strict';
import { isType, recordData } from '../../../src/core/dns/resolveDnsNameData.ts';

const data = (type: string, properties: Readonly<Record<string, string>>): string =>
  recordData(type, new Map(Object.entries(properties)));

describe('a record as an object of PowerShell', () => {
  it('has its data in the form of zone files, of whatever the properties are called', () => {
    assert.equal(data('A', { ipaddress: '192.0.2.1' }), '192.0.2.1');
    assert.equal(data('A', { ip4address: ' 192.0.2.1 ' }), '192.0.2.1');
    assert.equal(data('A', { ipaddress: ' ', ip4address: '192.0.2.1' }), '192.0.2.1');
    assert.equal(data('AAAA', { ipaddress: '2001:db8::1' }), '2001:db8::1');
    assert.equal(data('AAAA', { ip6address: '2001:db8::1' }), '2001:db8::1');
    assert.equal(data('MX', { preference: '10', nameexchange: 'mx1.contoso.test' }), '10 mx1.contoso.test.');
    assert.equal(data('MX', { preference: '10', exchange: 'mx1.contoso.test.' }), '10 mx1.contoso.test.');
    for (const type of ['NS', 'CNAME', 'PTR', 'DNAME']) {
      assert.equal(data(type, { namehost: 'a.contoso.test' }), 'a.contoso.test.');
      assert.equal(data(type, { server: 'a.contoso.test' }), 'a.contoso.test.');
      assert.equal(data(type, {}), '');
    }
    assert.equal(
      data('SRV', { priority: '0', weight: '1', port: '443', nametarget: 'a.contoso.test' }),
      '0 1 443 a.contoso.test.',
    );
    assert.equal(data('SRV', { priority: '0', weight: '1', port: '443', target: 'a.test' }), '0 1 443 a.test.');
    const soa = {
      primaryserver: 'ns1.contoso.test',
      nameadministrator: 'hostmaster.contoso.test',
      serialnumber: '7',
      timetozonerefresh: '7200',
      timetozonefailureretry: '3600',
      timetoexpiration: '1209600',
      defaultttl: '300',
    };
    assert.equal(data('SOA', soa), 'ns1.contoso.test. hostmaster.contoso.test. 7 7200 3600 1209600 300');
    const { nameadministrator: administrator, timetozonerefresh: _, ...rest } = soa;
    assert.equal(
      data('SOA', { ...rest, administrator }),
      'ns1.contoso.test. hostmaster.contoso.test. 7 3600 1209600 300',
    );
    assert.equal(data('HINFO', { data: 'x' }), 'x');
    assert.equal(data('HINFO', { strings: 'x' }), 'x');
    assert.equal(data('HINFO', { namehost: 'x' }), 'x');
    assert.equal(data('HINFO', { text: 'x' }), '');
  });

  it('has its strings in quotes, and terms of SPF apart', () => {
    assert.equal(data('TXT', { strings: '{v=DKIM1; k=rsa; p=MIIB, IDAQAB}' }), '"v=DKIM1; k=rsa; p=MIIB" "IDAQAB"');
    assert.equal(data('TXT', { text: 'v=spf1 mx, -all' }), '"v=spf1 mx " "-all"');
    assert.equal(data('TXT', { strings: '{V=SPF1 mx, a, -all}' }), '"V=SPF1 mx " "a " "-all"');
    assert.equal(data('TXT', { strings: 'say "no" {or} {yes}x' }), '"say \\"no\\" {or} {yes}x"');
    assert.equal(data('TXT', { strings: 'x v=spf1 mx, -all' }), '"x v=spf1 mx" "-all"');
  });

  it('is of a type that is known, or told by its number', () => {
    for (const type of ['MX', 'TXT', 'TYPE65', 'TYPE', 'UNKNOWN', 'Unknown_65', 'UNKNOWN65', 'type65280'])
      assert.equal(isType(type), true, type);
    for (const type of ['', 'XYZ', 'TYPE652801', 'MYTYPE65', 'TYPE65x', 'UNKNOWN__6'])
      assert.equal(isType(type), false, type);
  });
});
