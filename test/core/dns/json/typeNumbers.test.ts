import assert from 'node:assert/strict';
import { typeName } from '../../../../src/core/dns/json/typeNumbers.ts';

/** IANA, DNS parameters. */
const IANA =
  '1 A, 2 NS, 5 CNAME, 6 SOA, 12 PTR, 13 HINFO, 15 MX, 16 TXT, 28 AAAA, 33 SRV, 35 NAPTR, 39 DNAME, 43 DS, 46 RRSIG, 47 NSEC, 48 DNSKEY, 50 NSEC3, 52 TLSA, 53 SMIMEA, 64 SVCB, 65 HTTPS, 99 SPF, 255 ANY, 257 CAA';

describe('a type of records in JSON', () => {
  it('is told by its number, as a number or as digits', () => {
    for (const row of IANA.split(', ')) {
      const [number, name] = row.split(' ');
      assert.equal(typeName(Number(number)), name);
      assert.equal(typeName(number), name);
    }
    assert.equal(typeName(65_280), 'TYPE65280');
    assert.equal(typeName('65280'), 'TYPE65280');
  });

  it('is told by its name, and by nothing else', () => {
    for (const [type, name] of [
      ['MX', 'MX'],
      ['mx', 'MX'],
      ['TYPE65280', 'TYPE65280'],
      ['nsap-ptr', 'NSAP-PTR'],
      ['', undefined],
      ['123456', undefined],
      ['1 A', undefined],
      ['-A', undefined],
      ['A B', undefined],
      ['ABCDEFGHIJKLMNOPQ', undefined],
      [undefined, undefined],
      [null, undefined],
      [['A'], undefined],
      [['15'], undefined],
    ])
      assert.equal(typeName(type), name, String(type));
  });
});
