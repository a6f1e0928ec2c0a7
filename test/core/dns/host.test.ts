import assert from 'node:assert/strict';
import { startsHost } from '../../../src/core/dns/host.ts';
import { queriesOf, reads } from './told.ts';

describe('the sentences of host', () => {
  it('are of a type each', () => {
    for (const [sentence, told] of [
      ['a.test has address 192.0.2.1', 'A NOERROR: 192.0.2.1'],
      ['a.test has IPv6 address 2001:db8::1', 'AAAA NOERROR: 2001:db8::1'],
      ['a.test mail is handled by 10 mx.a.test.', 'MX NOERROR: 10 mx.a.test.'],
      ['a.test descriptive text "x" "y"', 'TXT NOERROR: "x" "y"'],
      ['a.test is an alias for b.test.', 'CNAME NOERROR: b.test.'],
      ['a.test domain name pointer b.test.', 'PTR NOERROR: b.test.'],
      ['a.test name server ns.a.test.', 'NS NOERROR: ns.a.test.'],
      ['a.test has SRV record 0 1 25 b.test.', 'SRV NOERROR: 0 1 25 b.test.'],
      ['a.test has no MX record', 'MX NOERROR: '],
    ] as const) {
      reads(`${sentence}\n`, [`host a.test ${told}`]);
      assert.ok(startsHost(sentence), sentence);
      assert.ok(!startsHost(`see ${sentence}`), sentence);
    }
    for (const none of [
      'a.test has address x',
      'a.test mail is handled by mx.a.test.',
      'a.test has no luck',
      'a.test has mx record x',
      'a.test is an alias for b.test',
      'a.test descriptive text x',
    ])
      assert.ok(!startsHost(none), none);
    for (const [words, type] of [
      ['address', 'A'],
      ['IPv6 address', 'AAAA'],
      ['mail handler record', 'MX'],
    ] as const)
      reads(`a.test has no ${words}\n`, [`host a.test ${type} NOERROR: `]);
  });

  it('say that a name is not there, once', () => {
    for (const [code, status] of [
      ['3(NXDOMAIN)', 'NXDOMAIN'],
      ['2(SERVFAIL)', 'SERVFAIL'],
      ['5(REFUSED)', 'REFUSED'],
    ] as const) {
      reads(`Host a.test not found: ${code}\n`, [`host a.test ? ${status}: `]);
      reads(`Host 1.2.0.192.in-addr.arpa. not found: ${code}\n`, [`host 1.2.0.192.in-addr.arpa PTR ${status}: `]);
      reads(`$ host -t mx a.test\nHost a.test not found: ${code}\n`, [`host a.test MX ${status}: `]);
    }
    const twice = 'Host a.test not found: 3(NXDOMAIN)\nHost a.test not found: 3(NXDOMAIN)\n';
    reads(twice, ['host a.test ? NXDOMAIN: ']);
    reads(`${twice}Host b.test not found: 3(NXDOMAIN)\nHost b.test not found: 2(SERVFAIL)\n`, [
      'host a.test ? NXDOMAIN: ',
      'host b.test ? NXDOMAIN: ',
      'host b.test ? SERVFAIL: ',
    ]);
    reads('Host a.test not found: 3(NXDOMAIN).\n', ['unbound-host a.test ? NXDOMAIN: ']);
  });

  it('stand below the server that was asked', () => {
    const head = 'Using domain server:\nName: 192.0.2.53\nAddress: 192.0.2.53#53\nAliases:\n\n';
    reads(`$ host a.test 192.0.2.53\n${head}a.test has address 192.0.2.1\n`, [
      'host a.test A NOERROR @192.0.2.53: 192.0.2.1',
    ]);
    reads(`${head}Host a.test not found: 3(NXDOMAIN)\n`, ['host a.test ? NXDOMAIN @192.0.2.53: ']);
    reads('a.test has address 192.0.2.1\n\na.test has IPv6 address ::1\n', [
      'host a.test A NOERROR: 192.0.2.1',
      'host a.test AAAA NOERROR: ::1',
    ]);
    assert.equal(
      queriesOf('a.test has address 192.0.2.1\nNameserver 192.0.2.53:\na.test has IPv6 address ::1\n').length,
      2,
    );
  });

  it('say that no server answered, of each question', () => {
    reads(
      '$ host a.test\n;; connection timed out; no servers could be reached\n;; connection timed out; no servers could be reached\n',
      ['host a.test ? TIMEOUT: '],
    );
    reads('$ host -t mx a.test\n;; communications error to 192.0.2.53#53: connection refused\n', [
      'host a.test MX CONNECTION-REFUSED @192.0.2.53: ',
    ]);
    reads('$ host a.test\n;; communications error to 192.0.2.53#53: timed out\na.test has address 192.0.2.1\n', [
      'host a.test A NOERROR @192.0.2.53: 192.0.2.1',
    ]);
  });

  it('of unbound-host tell how far they are sure', () => {
    const validated = (mark: string) =>
      queriesOf(`a.test has address 192.0.2.1 (${mark})\n`).map(({ tool, status, validated: sure }) => [
        tool,
        status,
        sure,
      ]);
    assert.deepEqual(validated('secure'), [['unbound-host', 'NOERROR', true]]);
    assert.deepEqual(validated('insecure'), [['unbound-host', 'NOERROR', false]]);
    assert.deepEqual(validated('BOGUS (security failure)'), [['unbound-host', 'BOGUS', false]]);
    const missing = (mark: string) =>
      queriesOf(`a.test has no address (${mark})\n`).map(({ status, validated: sure }) => [status, sure]);
    assert.deepEqual(missing('secure'), [['NOERROR', true]]);
    assert.deepEqual(missing('BOGUS (security failure)'), [['BOGUS', false]]);
    assert.deepEqual(validated('maybe'), []);
    const failure = 'validation failure <a.test. A IN>: no keys\n';
    reads(failure, ['unbound-host a.test A BOGUS: ']);
    reads(`a.test has address 192.0.2.1\n${failure}`, ['unbound-host a.test A BOGUS: 192.0.2.1']);
    reads(`a.test has IPv6 address ::1\n${failure}`, [
      'unbound-host a.test AAAA NOERROR: ::1',
      'unbound-host a.test A BOGUS: ',
    ]);
  });
});
