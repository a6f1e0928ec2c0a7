import assert from 'node:assert/strict';
import { fitsType, isMeantAs } from '../../../src/core/dns/recordShape.ts';

/** Data of each type as zone files have it (RFC 1035 5.1 and the RFC of the type), and data that is none. */
const SHAPES: Readonly<Record<string, { readonly fits: readonly string[]; readonly not: readonly string[] }>> = {
  A: {
    fits: ['192.0.2.1', ' 192.0.2.1 '],
    not: ['192.0.2', '192.0.2.1.5', '1922.0.2.1', '192.0.2.1234', 'x192.0.2.1', '192..2.1'],
  },
  AAAA: { fits: ['2001:db8::1', '::1'], not: ['192.0.2.1', 'x:y', 'abc'] },
  TXT: { fits: ['"v=spf1 -all"', '""', '"a" "b"'], not: ['v=spf1 -all', '"a', 'a"', ''] },
  SPF: { fits: ['"v=spf1 -all"'], not: ['v=spf1 -all'] },
  MX: {
    fits: ['10 mx1.contoso.test.', '0 .', '65535 mx', '10\tmx1.contoso.test'],
    not: ['mx1.contoso.test.', '10', '123456 mx.contoso.test.', '10 mx 20', 'x 10 mx'],
  },
  NS: { fits: ['ns1.contoso.test.', '.', '_x.contoso.test'], not: ['a b', '', 'ns1,ns2'] },
  CNAME: { fits: ['a.contoso.test.', '*.contoso.test.', '@'], not: ['a b', ''] },
  PTR: { fits: ['mail.contoso.test.'], not: ['a b', ''] },
  DNAME: { fits: ['contoso.test.'], not: ['a b', ''] },
  SRV: {
    fits: ['0 1 443 autodiscover.contoso.test.', '10 5 5060 .'],
    not: ['0 1 autodiscover.contoso.test.', '0 1 443', 'x 0 1 443 a.'],
  },
  SOA: {
    fits: ['ns1.contoso.test. hostmaster.contoso.test. 2026112001 7200 3600 1209600 300', 'ns1. h. 1 2h 1h 2w 5m'],
    not: ['ns1.contoso.test. hostmaster.contoso.test. 1 2 3 4', 'ns1. h. 1 2 3 4 5 6', 'ns1. h. 1 2 3 4 x'],
  },
  TLSA: {
    fits: ['3 1 1 0123abCD', '3 1 1 0123 abcd'],
    not: ['3 1 0123', '3 1 1 xyz', '1234 1 1 0123', 'x 3 1 1 0123'],
  },
  CAA: {
    fits: ['0 issue "ca.test"', '128 IODEF "mailto:x@contoso.test"', '0 issue ca.test', '0 issue ";"'],
    not: ['issue "ca.test"', '0 "ca.test"', '1234 issue "x"', '0 issue "a" "b"'],
  },
  DS: { fits: ['12345 13 2 0123ABcd', '1 8 123 01 23'], not: ['12345 13 0123', '123456 13 2 0123', '12345 13 2 xyz'] },
};

describe('the data of a record', () => {
  it('has the form of its type', () => {
    for (const [type, { fits, not }] of Object.entries(SHAPES)) {
      for (const data of fits) assert.equal(fitsType(type, data), true, `${type} ${data}`);
      for (const data of not) assert.equal(fitsType(type, data), false, `${type} ${data}`);
    }
    assert.equal(fitsType('HINFO', 'x y'), false);
  });

  it('may be meant for a type whose form it does not have', () => {
    for (const [type, data, meant] of [
      ['MX', 'mx1.contoso.test', true],
      ['MX', '10 https://mx1.contoso.test/', true],
      ['MX', 'mx1.contoso.test. 10', true],
      ['MX', '1234567890 mx1.contoso.test', true],
      ['MX', 'see mx1.contoso.test', false],
      ['MX', 'mx1', false],
      ['SOA', 'ns1.contoso.test. hostmaster.contoso.test. 1 2 3 4', true],
      ['SOA', 'ns1.contoso.test. hostmaster.contoso.test. 1 2 3', true],
      ['SOA', 'ns1.contoso.test. hostmaster.contoso.test. 1 2', false],
      ['TLSA', '3 1 1 sha256:0123', true],
      ['TLSA', '3 1 1', false],
      ['A', '192.0.2', false],
    ] as const)
      assert.equal(isMeantAs(type, data), meant, `${type} ${data}`);
  });
});
