import assert from 'node:assert/strict';
import { startsColumns } from '../../../src/core/dns/columns.ts';
import { queriesOf, reads } from './told.ts';

const doggoHead = 'NAME  TYPE  CLASS  TTL  ADDRESS  NAMESERVER\n';
const clientHead = 'NameServer        Header       Questions\n----------        ------       ---------\n';
const client = (header: string, question = 'a.test. IN MX', server = '192.0.2.53:53') =>
  `${server} (Udp: 512)  33184 - Query, ${header}, 0 QR RD RA {${question}}\n`;

describe('the tables of tools, a record a line,', () => {
  it('begin with lines that nobody else writes', () => {
    for (const line of [
      doggoHead.trim(),
      clientHead.split('\n')[0] as string,
      'SOA ns1.a.test. dns.a.test. 7 1 2 3 4 from server 192.0.2.53 in 1 ms.',
      "a.test: resolve call failed: 'a.test' not found",
      'Status: NXDomain',
      'a.test IN MX 10 mx.a.test    -- link: eth0',
      'a.test: 192.0.2.1   -- link: eth0',
      ' MX a.test. 1h00m00s   10 "mx.a.test."',
    ])
      assert.ok(startsColumns(line), line);
    for (const line of [
      'NAME TYPE',
      'Status: fine',
      'Status: NXDomain x',
      'a.test IN MX 10 mx.a.test',
      'see -- link: eth0',
      ' XY a.test. 1h00m00s   10 x',
      'SOA ns1.a.test. from server 192.0.2.53 in 1 ms.',
      'a.test resolve call failed: x',
    ])
      assert.ok(!startsColumns(line), line);
  });

  it('are those of doggo, with the server behind the data', () => {
    const row = (rest: string) => `${doggoHead}a.test.  ${rest}\n`;
    for (const [server, told] of [
      ['192.0.2.53:53', '192.0.2.53'],
      ['192.0.2.53:5353', '192.0.2.53:5353'],
      ['https://dns.b.test/dns-query', 'https://dns.b.test/dns-query'],
      ['tls://dns.b.test', 'tls://dns.b.test'],
      ['quic://dns.b.test', 'quic://dns.b.test'],
    ] as const)
      reads(row(`MX  IN  300s  10 mx.a.test.  ${server}  12ms  x`), [
        `doggo a.test MX NOERROR @${told}: 300 10 mx.a.test.`,
      ]);
    reads(row('TXT  CH  5  v=x  192.0.2.53:53'), ['doggo a.test TXT NOERROR @192.0.2.53: 5 "v=x"']);
    reads(row('TXT  IN  5  "v=x"  192.0.2.53:53'), ['doggo a.test TXT NOERROR @192.0.2.53: 5 "v=x"']);
    reads(row('TXT  IN  5  a\\b  192.0.2.53:53'), ['doggo a.test TXT NOERROR @192.0.2.53: 5 "a\\\\b"']);
    reads(`${row('A  IN  5  192.0.2.1  192.0.2.53:53')}a.test.  A  IN  5  192.0.2.2  192.0.2.54:53\n`, [
      'doggo a.test A NOERROR @192.0.2.53: 5 192.0.2.1',
      'doggo a.test A NOERROR @192.0.2.54: 5 192.0.2.2',
    ]);
    reads('a.test.  A  IN  5  192.0.2.1  192.0.2.53:53\n', []);
  });

  it('are those of dog, with an interval', () => {
    reads('MX a.test. 1h00m00s   10 "mx.a.test."\n', ['dog a.test MX NOERROR: 3600 10 mx.a.test.']);
    for (const mark of ['A ', 'Q ', '+ '])
      reads(`A a.test. 5m00s ${mark}  192.0.2.1\n`, ['dog a.test A NOERROR: 300 192.0.2.1']);
    reads('TXT a.test. 1d0h00m00s   "x"\n', ['dog a.test TXT NOERROR: 86400 "x"']);
    for (const [words, status] of [
      ['NXDomain', 'NXDOMAIN'],
      ['Server Failure', 'SERVFAIL'],
      ['Query Refused', 'REFUSED'],
      ['Not Implemented', 'NOTIMP'],
      ['Format Error', 'FORMERR'],
    ] as const)
      reads(`$ dog a.test\nStatus: ${words}\nSOA test. 1h00m00s A "x." "y." 1\n`, [`dog a.test A ${status}: `]);
  });

  it('are those of dig +nssearch, each of its server', () =>
    reads('SOA ns1.a.test. dns.a.test. 7 1 2 3 4 from server 192.0.2.53 in 1 ms.\n', [
      'dig  SOA NOERROR @192.0.2.53: ns1.a.test. dns.a.test. 7 1 2 3 4',
    ]));

  it('are those of resolvectl, with what stands below', () => {
    const foot = (words: string) =>
      `a.test IN MX 10 mx.a.test    -- link: eth0\n\n-- Information acquired via protocol DNS in 1ms.\n-- Data is authenticated: ${words}; Data was acquired via local\n-- Data from: network\n`;
    reads(foot('no'), ['resolvectl a.test MX NOERROR: 10 mx.a.test']);
    assert.deepEqual([queriesOf(foot('yes'))[0]?.validated, queriesOf(foot('no'))[0]?.validated], [true, false]);
    reads('a.test: 192.0.2.1%eth0  -- link: eth0\n   2001:db8::1  -- link: eth0\n', [
      'resolvectl a.test A NOERROR: 192.0.2.1',
      'resolvectl a.test AAAA NOERROR: 2001:db8::1',
    ]);
    reads('a.test: 192.0.2  -- link: eth0\n', []);
    for (const [words, status] of [
      ["'a.test' not found", 'NXDOMAIN'],
      ["Name 'a.test' does not exist", 'NXDOMAIN'],
      ['NXDOMAIN', 'NXDOMAIN'],
      ['a.test does not have any RR of the requested type', 'NOERROR'],
      ['no record', 'NOERROR'],
      ['no RR', 'NOERROR'],
      ['DNSSEC validation failed: no-signature', 'BOGUS'],
      ['All attempts to contact name servers failed', 'TIMEOUT'],
      ['Query timed out', 'TIMEOUT'],
      ['No appropriate name servers or networks', 'TIMEOUT'],
      ['Could not resolve, server returned error SERVFAIL', 'SERVFAIL'],
      ['REFUSED', 'REFUSED'],
      ['NOTIMP', 'NOTIMP'],
      ['FORMERR', 'FORMERR'],
      ['XSERVFAIL', '?'],
    ] as const)
      reads(`a.test: resolve call failed: ${words}\n`, [`resolvectl a.test ? ${status}: `]);
  });

  it('are those of DnsClient-PS, of each question its status', () => {
    for (const [word, status] of [
      ['NoError', 'NOERROR'],
      ['NotExistentDomain', 'NXDOMAIN'],
      ['ServerFailure', 'SERVFAIL'],
      ['Refused', 'REFUSED'],
      ['Strange', '?'],
    ] as const)
      assert.deepEqual(
        queriesOf(clientHead + client(word)).map(({ tool, name, type, status: told, server }) => [
          tool,
          name,
          type,
          told,
          server,
        ]),
        status === 'NOERROR'
          ? [['resolve-dnsname', 'a.test', 'MX', 'NOERROR', '192.0.2.53']]
          : [['resolve-dnsname', 'a.test', 'MX', status, '192.0.2.53']],
        word,
      );
    assert.equal(queriesOf(clientHead + client('Refused', 'a.test. IN MX', 'dns.b.test'))[0]?.server, 'dns.b.test');
  });

  it('end with two blank lines, or another line', () => {
    const row = 'a.test IN MX 10 mx.a.test    -- link: eth0\n';
    const rows = (between: string) => queriesOf(row + between + row).length;
    assert.deepEqual(['', '\n', '\n\n', '\n\n\n', 'and\n'].map(rows), [1, 1, 1, 2, 2]);
  });
});
