import assert from 'node:assert/strict';
import { checkDnssec } from '../../../src/checks/dnssec/dnssec.ts';
import { readDnskey, readSignature } from '../../../src/core/dns/records/dnssec.ts';
import { wordFinding } from '../../../src/report/check/checkRows.ts';
import { context, told } from '../zone.ts';

const found = async (records: string): Promise<readonly string[]> => told(await checkDnssec(context(records)));
/** RFC 4034 5.4: the tag of this key is 60485. */
const KEY = `256 3 5 AQOeiiR0GOMYkDshWoSKz9XzfwJr1AYtsmx3TGkJaNXVbfi/2pHm822aJ5iI9BMzNXxeYCmZDRD99WYwYqUSdjMmmAphXdvxegXd/M5+X7OrzKBaMbCVdFLUUh6DhweJBjEVv5f2wwjM9XzcnOf+EPbtG9DMBmADjFDc2w/rljwvFw==`;
const MODERN = KEY.replace('256 3 5', '257 3 13');
const tag = readDnskey(MODERN)?.tag ?? 0;
const ZONE = `contoso.test SOA ns1.contoso.test. hostmaster.contoso.test. 1 7200 900 1209600 300
contoso.test MX 10 mx.contoso.test.
contoso.test TXT "v=spf1 -all"
`;
const SIGNED = `${ZONE}contoso.test DNSKEY ${MODERN}\ncontoso.test MX +AD\n`;
const ds = (some = `${tag} 13 2 ${'A'.repeat(64)}`): string => `contoso.test DS ${some}\n`;

describe('the check of DNSSEC', () => {
  it('reckons key tags (RFC 4034 appendix B)', () => {
    assert.equal(readDnskey(KEY)?.tag, 60_485);
    // B.1: of RSA/MD5, the last but two and the last but one octet of the modulus, 91 92 73 in hexadecimal digits.
    assert.equal(readDnskey('256 3 1 AwEAAa4xqPVXkZJz')?.tag, 0x9192);
  });
  it('reads how long a signature is valid', () => {
    assert.deepEqual(readSignature('SOA 13 2 300 20260102000000 20260101000000 1 contoso.test. AAAA'), {
      covered: 'SOA',
      from: Date.UTC(2026, 0, 1),
      until: Date.UTC(2026, 0, 2),
    });
  });
  it('says that a zone is signed and validated, or not signed', async () => {
    assert.deepEqual(await found(SIGNED + ds()), ['pass dnssec-valid contoso.test']);
    assert.deepEqual(await found(ZONE), ['note dnssec-unsigned contoso.test']);
  });
  it('does not know what a resolver that does not validate did not check', async () => {
    assert.deepEqual(await found(SIGNED.replace('contoso.test MX +AD\n', '') + ds()), [
      'unknown dnssec-not-validated contoso.test',
    ]);
  });
  it('tells broken DNSSEC from servers that fail', async () => {
    const broken = `${SIGNED}${ds()}contoso.test MX ?SERVFAIL 7 contoso.test. MX\n`;
    const findings = await checkDnssec(context(broken));
    assert.deepEqual(told(findings), ['fail dnssec-bogus contoso.test']);
    assert.match(
      findings.map((one) => wordFinding(one).text).join(' '),
      /Signature Expired \(7\), the signatures of the zone have run out/,
    );
    assert.deepEqual(await found('contoso.test MX !SERVFAIL\ncontoso.test SOA !SERVFAIL'), [
      'unknown dns-unanswered contoso.test',
    ]);
  });
  it('compares what the parent says with the keys', async () => {
    assert.deepEqual(await found(SIGNED), ['warning dnssec-no-ds contoso.test']);
    assert.deepEqual(await found(ZONE + ds()), ['fail dnssec-no-keys contoso.test']);
    assert.deepEqual(await found(SIGNED + ds(`1 13 2 ${'A'.repeat(64)}`)), ['fail dnssec-ds-mismatch contoso.test']);
    assert.deepEqual(await found(SIGNED + ds() + ds(`1 13 2 ${'A'.repeat(64)}`)), [
      'note dnssec-ds-stray contoso.test',
      'pass dnssec-valid contoso.test',
    ]);
    assert.deepEqual(await found(SIGNED + ds(`${tag} 13 2 ABCD`)), ['fail dnssec-ds-length contoso.test']);
  });
  it('finds algorithms that are not to be used any more', async () => {
    const old = `${ZONE}contoso.test DNSKEY ${KEY}\ncontoso.test MX +AD\n${ds(`60485 5 1 ${'A'.repeat(40)}`)}`;
    assert.deepEqual(await found(old), [
      'warning dnssec-algorithm contoso.test',
      'warning dnssec-digest contoso.test',
      'pass dnssec-valid contoso.test',
    ]);
  });
  it('finds NSEC3 iterations, and signatures that nobody renewed', async () => {
    assert.deepEqual(await found(`${SIGNED}${ds()}contoso.test NSEC3PARAM 1 0 10 AB`), [
      'note dnssec-nsec3-iterations contoso.test',
      'pass dnssec-valid contoso.test',
    ]);
    // The clock of the test stands at the beginning of 1970.
    const late = 'contoso.test RRSIG SOA 13 2 300 19700101020000 19691201000000 1 contoso.test. AAAA';
    assert.deepEqual(await found(`${SIGNED}${ds()}${late}`), [
      'warning dnssec-signatures-end contoso.test',
      'pass dnssec-valid contoso.test',
    ]);
  });
});
