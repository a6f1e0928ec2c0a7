import assert from 'node:assert/strict';
import { isTool, mayBegin } from '../../../src/core/dns/firstLine.ts';

/** Whether the first line of each text may begin a look-up. */
const begins = (expected: boolean, ...texts: readonly string[]): void => {
  for (const text of texts) {
    const end = text.indexOf('\n');
    assert.equal(mayBegin(text, 0, end < 0 ? text.length : end), expected, JSON.stringify(text));
  }
};

describe('the first line of a look-up', () => {
  it('begins with a sign that tools begin with', () => {
    begins(
      true,
      ';; Got answer:',
      '; <<>> DiG',
      '"v=spf1"',
      '&gt; set q=mx',
      '&quot;v=spf1',
      '** server',
      "*** Can't find",
    );
    begins(true, '# Check of a.test', '# dig a.test', '#  nslookup a', '- type: MESSAGE', '-----------');
    begins(false, '"x', '"v;', '&amp;', '&quot;x', '* x', '*x', '# x', '#', '- x', '---------', '');
  });

  it('may stand behind marks, blanks and tags, though not far', () => {
    begins(true, '> ;; x', '  | ;; x', '\t\u00a0;; x', `${' '.repeat(59)};; x`, '<p>;; x');
    begins(false, `${' '.repeat(61)}dig a.test`, '   ', '> ');
  });

  it('is a tool behind a prompt', () => {
    for (const prompt of [
      '$ ',
      '# ',
      '% ',
      'C:\\> ',
      'root@a:~# ',
      '[me@a ~]$ ',
      'PS C:\\Users> ',
      '(base) me@a % ',
      'PS> ',
    ]) {
      begins(true, `${prompt}dig a.test`, `${prompt} nslookup a`);
      begins(false, `${prompt}ls`, prompt.trimEnd());
    }
    begins(true, 'me@a; dig x');
    begins(true, `${'x'.repeat(148)}$ dig a`);
    begins(false, `${'x'.repeat(150)}$ dig a`);
  });

  it('is a tool', () => {
    for (const tool of [
      'dig',
      'mdig',
      'kdig',
      'drill',
      'delv',
      'host',
      'unbound-host',
      'nslookup',
      'resolve-dnsname',
    ]) {
      begins(true, `${tool} a.test`, `${tool.toUpperCase()} a.test`, `sudo ${tool} a.test`, tool);
      begins(false, `x${tool} a.test`, `${tool}s a.test`);
      assert.equal(isTool(` ${tool}`, 1), true);
    }
    begins(false, 'ls a.test', 'dogs', 'sudo', 'SUDOKU');
  });

  it('is what tools say first', () =>
    begins(
      true,
      'Server:  a.test',
      'Default Server:  a.test',
      'DNS request timed out.',
      'Non-authoritative answer:',
      'Authoritative answers can be found from:',
      'Name: a.test',
      'Name    :   a',
      'Name                           Type   TTL',
      'Trying "a.test"',
      ';; Trying "a.test"',
      'error: error sending query',
      'Using domain server:',
      'Host a.test not found: 3(NXDOMAIN)',
      'nameserver a',
      'validation failure <a.test. A IN>',
      'Resolve-DnsName : a',
      'type: DELV_',
      'set q=mx',
      'set type=mx',
      'set debug',
      'server 9.9.9.9',
      'lserver 9.9.9.9',
      'dig: command not found',
      'host: x',
      'nslookup: x',
    ));

  it('is a record', () => {
    begins(
      true,
      'a.test. 300 IN MX 10 b.test.',
      'a.test 1h IN A 192.0.2.1',
      'a.test. IN MX 10 b.test.',
      'a.test. CH TXT x',
      'a.test has address 192.0.2.1',
      'a.test has no MX record',
      'a.test has AAAA x',
      'a.test mail is handled by 10 b.test.',
      'a.test mail exchanger = 10 b.test.',
      'a.test descriptive text "x"',
      'a.test is an alias for b.test.',
      '1.2.0.192.in-addr.arpa domain name pointer a.test.',
      'a.test name server b.test.',
      'a.test nameserver = b.test.',
      'a.test name = b.test.',
      'a.test MX preference = 10, mail exchanger = b.test',
      'a.test text = "x"',
      'a.test internet address = 192.0.2.1',
      'a.test AAAA IPv6 address = ::1',
      'a.test canonical name = b.test',
      'a.test service = 0 0 25 b.test.',
      'a.test rdata_257 = x',
      'a.test SRV service location:',
    );
    begins(
      false,
      'a.test 300 x',
      'a.test 300',
      'a.test 300 INX',
      'a.test is a host',
      'a.test hello',
      'a.test IN',
      'a.test zone',
      'a.test texts',
      'From: a@a.test',
      'Nov 21 10:00:00 mx',
    );
  });

  it('is a name alone with the fields of its record below', () => {
    begins(true, 'a.test\n\ttext = "x"', 'a.test\nName: x', '> a\n x = 1', 'a.test\r\n\r\nx: 1');
    begins(false, 'a.test', 'a\nx = 1', 'a.test\nx\ny\nz\nq = 1', `a.test\n${'x'.repeat(100)} = 1`);
  });
});
