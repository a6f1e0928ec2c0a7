import assert from 'node:assert/strict';
import { readCaa } from '../../../../src/core/dns/records/caa.ts';
import { readDnskey, readDs, readSignature } from '../../../../src/core/dns/records/dnssec.ts';
import type { SetRecord } from '../../../../src/core/dns/records/setProblem.ts';
import { readTlsa, tlsaProblems } from '../../../../src/core/dns/records/tlsa.ts';

describe('a CAA record (RFC 8659 4)', () => {
  const reads = (data: string, expected: object | undefined): void => assert.deepEqual(readCaa(data), expected, data);
  it('has flags, a tag and a value', () => {
    for (const tag of ['issue', 'issuewild', 'issuemail', 'issuevmc']) {
      reads(`0 ${tag} "CA.test"`, { flags: 0, tag, value: 'CA.test', issuer: 'ca.test' });
      reads(`128 ${tag.toUpperCase()} ";"`, { flags: 128, tag, value: ';', issuer: '' });
    }
    reads('255 "iodef" "mailto:a@a.test"', { flags: 255, tag: 'iodef', value: 'mailto:a@a.test' });
    for (const none of ['256 issue "x"', 'issue "x"', '0 issue', '0 is-sue "x"', 'x0 issue "x"', '0 "" "x"', ''])
      reads(none, undefined);
    reads('0 issue "a" "b"', { flags: 0, tag: 'issue', value: 'ab', issuer: 'ab' });
  });
  it('names who may issue, and parameters', () => {
    const issuer = (value: string) => readCaa(`0 issue "${value}"`)?.issuer;
    const isBad = (value: string) => readCaa(`0 issue "${value}"`)?.hasBadParameters;
    for (const name of ['a', 'a-b.c1.test', ' ca.test ', `${'x'.repeat(63)}.test`])
      assert.equal(issuer(name), name.trim(), name);
    for (const name of ['-a', 'a-', 'a..b', 'a.', 'a b', 'a_b', `${'x'.repeat(64)}.test`, 'https://ca.test'])
      assert.equal(issuer(name), undefined, name);
    for (const value of ['ca.test', 'ca.test;', 'ca.test; a=b', 'ca.test;a=b;c=', 'ca.test; a = b ;', ';'])
      assert.equal(isBad(value), undefined, value);
    for (const value of [
      'ca.test; a',
      'ca.test; a=b c',
      'ca.test; =b',
      'ca.test;; a=b',
      'ca.test; ä=b',
      'ca.test; a_b=c',
    ])
      assert.equal(isBad(value), true, value);
  });
});

describe('records of DNSSEC (RFC 4034)', () => {
  const KEY =
    'AQOeiiR0GOMYkDshWoSKz9XzfwJr1AYtsmx3TGkJaNXVbfi/2pHm822aJ5iI9BMzNXxeYCmZDRD99WYwYqUSdjMmmAphXdvxegXd/M5+X7OrzKBaMbCVdFLUUh6DhweJBjEVv5f2wwjM9XzcnOf+EPbtG9DMBmADjFDc2w/rljwvFw==';
  it('are keys with their tags', () => {
    // The example of RFC 4034 5.4.
    assert.deepEqual(readDnskey(`256 3 5 ${KEY}`), {
      flags: 256,
      algorithm: 5,
      tag: 60_485,
      isRevoked: false,
      isZoneKey: true,
    });
    assert.deepEqual(readDnskey(`256 3 5 ${KEY.slice(0, 50)} ${KEY.slice(50)}`)?.tag, 60_485);
    const marks = (flags: number) => {
      const key = readDnskey(`${flags} 3 8 ${KEY}`);
      return [key?.isRevoked, key?.isZoneKey];
    };
    assert.deepEqual([0, 128, 256, 257, 385].map(marks), [
      [false, false],
      [true, false],
      [false, true],
      [false, true],
      [true, true],
    ]);
    // Of RSA/MD5 it is the last but one 16 bits of the modulus (appendix B.1).
    assert.equal(readDnskey('256 3 1 AQIDBA==')?.tag, 0x0203);
    for (const none of ['256 3 5', 'x 3 5 AA==', '256 3 5555 AA==', ''])
      assert.equal(readDnskey(none), undefined, none);
  });
  it('are digests of keys', () => {
    assert.deepEqual(readDs('60485 5 1 2BB183AF5F22588179A53B0A 98631FAD1A292118'), {
      tag: 60_485,
      algorithm: 5,
      digestType: 1,
      digest: '2BB183AF5F22588179A53B0A98631FAD1A292118',
    });
    assert.equal(readDs('60485 5 1'), undefined);
  });
  it('are signatures with their times', () => {
    assert.deepEqual(readSignature('MX 13 2 300 20261221193559 20261121083458 1 a.test. AAAA'), {
      ...{ covered: 'MX', from: Date.UTC(2026, 10, 21, 8, 34, 58), until: Date.UTC(2026, 11, 21, 19, 35, 59) },
    });
    for (const none of [
      'MX 13 2 300 20261221193559',
      'mx 13 2 300 20261221193559 20261121083458 1 a.',
      'MX 13 2 300 2026122119355 20261121083458 1 a. A',
    ])
      assert.equal(readSignature(none), undefined, none);
  });
});

describe('a TLSA record (RFC 6698 2.1)', () => {
  const digest = 'ab'.repeat(32);
  const problems = (record: Partial<SetRecord>): readonly string[] =>
    [...tlsaProblems({ name: '_25._tcp.mx.a.test', type: 'TLSA', data: `3 1 1 ${digest}`, ...record })].map(
      ({ code, data }) => [code, ...Object.values(data)].join(' '),
    );
  it('has numbers and a digest', () => {
    assert.deepEqual(readTlsa(' 3 1  1 AB cd '), {
      usage: 3,
      selector: 1,
      matching: 1,
      octets: 2,
      association: 'ABCD',
    });
    for (const none of ['3 1 1', '3 1 1 xy', '3 1 AB', '3333 1 1 AB']) assert.equal(readTlsa(none), undefined, none);
  });
  it('stands at a port', () => {
    for (const name of [
      '_25._tcp.mx.a.test',
      '*._tcp.a.test',
      '_*._tcp.a.test',
      '_443._udp.a.test',
      '_smtp._tcp.a.test',
      '_25._sctp.a.test',
      '_25._tcp',
      'x',
      '_ab._cd',
    ])
      assert.deepEqual(problems({ name }), [], name);
    for (const name of ['mx.a.test', '25._tcp.a.test', '_25._tc.a.test', '_25.tcp.a.test', 'x._25._tcp.a.test'])
      assert.deepEqual(problems({ name }), [`tlsa-name ${name}`], name);
    assert.deepEqual(problems({ name: 'mx.a.test', led: true }), []);
  });
  it('has numbers that are known', () => {
    const of = (numbers: string, name = '_25._tcp.a.test') => problems({ name, data: `${numbers} ${digest}` });
    for (const fine of ['2 0 1', '3 1 1', '255 255 1', '3 1 255', '3 1 0']) assert.deepEqual(of(fine), [], fine);
    assert.deepEqual(of('4 1 1'), ['tlsa-parameter usage 4']);
    assert.deepEqual(of('3 2 1'), ['tlsa-parameter selector 2']);
    assert.deepEqual(of('3 1 3'), ['tlsa-parameter matching type 3']);
    for (const usage of [0, 1]) {
      assert.deepEqual(of(`${usage} 1 1`), [`tlsa-usage ${usage}`]);
      assert.deepEqual(of(`${usage} 1 1`, '_smtp._tcp.a.test'), [`tlsa-usage ${usage}`]);
      assert.deepEqual(of(`${usage} 1 1`, '_443._tcp.a.test'), []);
    }
    assert.deepEqual(of('3 1 2'), ['tlsa-length 32 64']);
    assert.deepEqual(problems({ data: `3 1 1 ${digest}ab` }), ['tlsa-length 33 32']);
  });
  it('has data of its form, where it stands whole', () => {
    assert.deepEqual(problems({ data: '3 1 1 xyz', isWhole: true }), ['tlsa-parameter data xyz']);
    assert.deepEqual(problems({ data: '3 1 1 xyz' }), []);
    assert.deepEqual(problems({ data: 'hello', isWhole: true }), []);
  });
});
