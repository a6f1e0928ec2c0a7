import assert from 'node:assert/strict';
import { readRecordData } from '../../../../src/probes/node/dns/recordData.ts';
import { type KnownType, numberOfType } from '../../../../src/probes/node/dns/recordTypes.ts';

/** Data of a record as octets: hexadecimal digits, and between quotation marks a name or a text with its length in front. */
function octets(form: string): Buffer {
  const parts = form.match(/"[^"]*"|<[^>]*>|[0-9a-f]+/gi) ?? [];
  return Buffer.concat(
    parts.map((part) => {
      const text = part.slice(1, -1);
      if (part.startsWith('"')) return Buffer.concat([Buffer.from([text.length]), Buffer.from(text, 'latin1')]);
      if (!part.startsWith('<')) return Buffer.from(part, 'hex');
      const labels = text === '' ? [] : text.split('.');
      return Buffer.from(`${labels.map((one) => String.fromCharCode(one.length) + one).join('')}\0`, 'latin1');
    }),
  );
}

function read(type: KnownType | number, form: string): string | undefined {
  const data = octets(form);
  // Something stands on both sides of it.
  const message = Buffer.concat([Buffer.alloc(3, 1), data, Buffer.alloc(3, 1)]);
  return readRecordData(message, typeof type === 'number' ? type : numberOfType(type), 3, 3 + data.length);
}

describe('the data of a record, as BIND prints it', () => {
  const rows: readonly (readonly [type: KnownType, form: string, text: string])[] = [
    ['A', 'c0000201', '192.0.2.1'],
    ['NS', '<ns1.contoso.test>', 'ns1.contoso.test.'],
    ['CNAME', '<>', '.'],
    ['DNAME', '<fabrikam.test>', 'fabrikam.test.'],
    ['PTR', '<mx.contoso.test>', 'mx.contoso.test.'],
    [
      'SOA',
      '<ns.contoso.test><hostmaster.contoso.test> 00000007 00001c20 00000384 00127500 0000012c',
      'ns.contoso.test. hostmaster.contoso.test. 7 7200 900 1209600 300',
    ],
    ['MX', '000a <mx.contoso.test>', '10 mx.contoso.test.'],
    ['MX', '0000 <>', '0 .'],
    ['TXT', '"v=spf1 -all"', '"v=spf1 -all"'],
    ['TXT', '"a""b"""', '"a" "b" ""'],
    ['TXT', '04 22 5c 7e 7f', '"\\"\\\\~\\127"'],
    ['TXT', '02 1f 20', '"\\031 "'],
    ['SPF', '"v=spf1"', '"v=spf1"'],
    ['SRV', '0001 0002 024b <smtp.contoso.test>', '1 2 587 smtp.contoso.test.'],
    ['NAPTR', '0064 000a "s""SIPS+D2T""" <sip.contoso.test>', '100 10 "s" "SIPS+D2T" "" sip.contoso.test.'],
    ['DS', '3039 0d 02 abcdef', '12345 13 2 ABCDEF'],
    ['CDS', '0000 00 00 00', '0 0 0 00'],
    ['DNSKEY', '0101 03 0d fbff', '257 3 13 +/8='],
    ['CDNSKEY', '0100 03 08 00', '256 3 8 AA=='],
    ['SSHFP', '04 02 ab', '4 2 AB'],
    ['TLSA', '03 01 01 0a0b', '3 1 1 0A0B'],
    ['SMIMEA', '03 00 01 ff', '3 0 1 FF'],
    [
      'RRSIG',
      '000f 0d 02 00000e10 6a0b1c80 69f8a780 3039 <contoso.test> fb',
      'MX 13 2 3600 20260518140448 20260504140448 12345 contoso.test. +w==',
    ],
    ['NSEC', '<b.contoso.test> 00 02 4001', 'b.contoso.test. A MX'],
    ['NSEC', '<> 00 04 00000008 01 01 40', '. AAAA CAA'],
    ['NSEC', '<> 00 01 80', '. TYPE0'],
    ['NSEC3', '01 01 000a 02 abcd 05 0001020304 00 01 40', '1 1 10 ABCD 000G40O4 A'],
    ['NSEC3', '01 00 0000 00 01 ff', '1 0 0 - VS'],
    ['NSEC3', '01 00 0000 00 02 0fff', '1 0 0 - 1VVG'],
    ['NSEC3', '01 00 0000 00 04 f0a5c3ff', '1 0 0 - U2IS7VO'],
    ['NSEC3PARAM', '01 00 0000 00', '1 0 0 -'],
    ['CAA', '00 "issue" 6c652e74657374', '0 issue "le.test"'],
    ['CAA', '80 "iodef"', '128 iodef ""'],
    ['SVCB', '0000 <svc.contoso.test>', '0 svc.contoso.test.'],
    ['HTTPS', '0001 <> 0001 0006 "h2""h3"', '1 . alpn="h2,h3"'],
    ['HTTPS', '0001 <> 0001 0004 "h 2"', '1 . key1="\\003h 2"'],
    ['HTTPS', '0001 <> 0001 0006 "h2""h "', '1 . key1="\\002h2\\002h "'],
    ['HTTPS', '0001 <> 0002 0000 0003 0002 01bb', '1 . no-default-alpn port=443'],
    ['HTTPS', '0001 <> 0002 0001 41 0003 0001 41', '1 . key2="A" key3="A"'],
    ['HTTPS', '0001 <> 0004 0008 c0000201 c0000202', '1 . ipv4hint=192.0.2.1,192.0.2.2'],
    ['HTTPS', '0001 <> 0004 0003 414141 0006 0003 414141', '1 . key4="AAA" key6="AAA"'],
    [
      'HTTPS',
      '0001 <> 0006 0020 20010db8000000000000000000000001 20010db8000000000000000000000002',
      '1 . ipv6hint=2001:db8::1,2001:db8::2',
    ],
    ['HTTPS', '0001 <> 0007 0001 41', '1 . key7="A"'],
  ];
  for (const [type, form, text] of rows) it(`${type} ${text}`, () => assert.equal(read(type, form), text));

  it('of a type that nobody knows is written by its octets (RFC 3597 5)', () => {
    assert.equal(read(65280, '0aff'), '\\# 2 0AFF');
    assert.equal(read(65280, ''), '\\# 0');
  });

  it('is none where it ends too early, or goes on behind its end', () => {
    for (const [type, form] of rows) {
      // What has no length of its own may have any.
      if (/^(?:TXT|SPF|DS|CDS|C?DNSKEY|SSHFP|TLSA|SMIMEA|RRSIG|CAA)$/.test(type)) continue;
      assert.equal(read(type, `${form} 40`), undefined, `${type} ${form}`);
      assert.equal(readRecordData(octets(form), numberOfType(type), 0, 0), undefined, type);
    }
    for (const [type, form] of [
      ['A', 'c00002'],
      ['AAAA', '20010db8'],
      ['MX', '00'],
      ['MX', '000a'],
      ['MX', '000a 02 6d78'],
      ['TXT', '05 61'],
      ['DS', '3039 0d'],
      ['CAA', '00 00'],
      ['CAA', '00 "is sue" 61'],
      ['CAA', '00 09 6973'],
      ['NSEC', '<> 00 02 40'],
      ['HTTPS', '0001 <> 0001 0005 02'],
    ] as const) {
      assert.equal(read(type, form), undefined, `${type} ${form}`);
    }
  });

  it('has IPv6 addresses in their shortest form (RFC 5952 4)', () => {
    for (const [form, text] of [
      ['20010db8000000000000000000000001', '2001:db8::1'],
      ['00000000000000000000000000000000', '::'],
      ['00000000000000000000000000000001', '::1'],
      ['00010000000000000000000000000000', '1::'],
      ['20010db8000000010001000100010001', '2001:db8:0:1:1:1:1:1'],
      ['20010db8000000000001000000000001', '2001:db8::1:0:0:1'],
      ['20010db8000000010000000000000001', '2001:db8:0:1::1'],
      ['00000000000000000000ffffc0000201', '::ffff:192.0.2.1'],
      ['00000000000000000000fffec0000201', '::fffe:c000:201'],
      ['00010002000300040005000600070008', '1:2:3:4:5:6:7:8'],
    ] as const) {
      assert.equal(read('AAAA', form), text);
    }
  });
});
