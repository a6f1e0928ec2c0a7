import assert from 'node:assert/strict';
import { isAddress, isCertainCommand, readCommand, reverseName } from '../../../src/core/dns/commandLine.ts';

/** What a command line asks, as `tool name type, name type @server short`. */
const asks = (line: string, expected: string | undefined): void => {
  const command = readCommand(line);
  const told =
    command &&
    [
      command.tool,
      command.asked.map(({ name, type }) => `${name} ${type || '?'}`).join(', '),
      command.server === undefined ? '' : `@${command.server}`,
      command.short ? 'short' : '',
    ]
      .filter(Boolean)
      .join(' ');
  assert.equal(told, expected, line);
};

describe('a command that asks the DNS', () => {
  it('stands behind a prompt, or alone', () => {
    for (const prompt of [
      '',
      '$ ',
      '# ',
      '% ',
      '   $ ',
      'me@host:~$ ',
      'root@a b c# ',
      'C:\\>',
      'C:\\Users\\me> ',
      'PS C:\\> ',
      '[PS] C:\\Windows>',
      'PS> ',
      'PS /home/me> ',
      'sudo ',
      '$ sudo ',
    ]) {
      asks(`${prompt}dig a.test`, 'dig a.test A');
    }
    asks('dig.exe a.test', 'dig a.test A');
    asks('DIG a.test', 'dig a.test A');
    asks('dig', 'dig');
    asks('dig a.test  ', 'dig a.test A');
    for (const none of [
      'digs a.test',
      'we dig a.test',
      'x: dig a.test',
      'a b c d$ dig a.test',
      '> dig a.test',
      `dig ${'x'.repeat(1500)}`,
    ]) {
      asks(none, undefined);
    }
  });

  it('of dig has types before and behind the name, a server, and options', () => {
    asks('dig a.test MX', 'dig a.test MX');
    asks('dig mx a.test.', 'dig a.test MX');
    asks('dig @9.9.9.9 a.test txt +short', 'dig a.test TXT @9.9.9.9 short');
    asks('dig a.test mx b.test ns', 'dig a.test MX, b.test NS');
    asks('dig -t aaaa a.test', 'dig a.test AAAA');
    asks('dig a.test -t aaaa', 'dig a.test AAAA');
    asks('dig -q a.test IN TYPE65', 'dig a.test TYPE65');
    asks('dig CH a.test', 'dig a.test A');
    asks('dig -p 5353 -b 192.0.2.1 a.test', 'dig a.test A');
    asks('dig -4 +dnssec a.test', 'dig a.test A');
    asks('dig -x 192.0.2.1', 'dig 1.2.0.192.in-addr.arpa PTR');
    asks('dig -x 192.0.2.1 MX', 'dig 1.2.0.192.in-addr.arpa PTR');
    asks('dig "a.test" mx', 'dig a.test MX');
    asks("dig 'a.test'", 'dig a.test A');
    for (const end of ['| grep x', '; ls', '> file', '>file', '& ']) asks(`dig a.test ${end}`, 'dig a.test A');
    asks('dig -x', 'dig');
    asks('mdig -f x a.test', 'mdig a.test A');
    asks('kdig -E x a.test -G y', 'kdig a.test A');
    asks('delv -a x a.test mx', 'delv a.test MX');
  });

  it('of drill and host has options of its own', () => {
    asks('drill -Q a.test mx', 'drill a.test MX short');
    asks('dig -Q a.test mx', 'dig a.test MX');
    asks('drill -t a.test', 'drill a.test A');
    asks('drill -p 53 a.test', 'drill a.test A');
    asks('host a.test', 'host a.test ?');
    asks('host -a a.test', 'host a.test ANY');
    asks('host a.test 9.9.9.9', 'host a.test ? @9.9.9.9');
    asks('host -t mx a.test', 'host a.test MX');
    asks('host 192.0.2.1', 'host 1.2.0.192.in-addr.arpa PTR');
    asks('host -W 5 -R 2 a.test', 'host a.test ?');
    asks('unbound-host -C x a.test', 'unbound-host a.test ?');
    asks('unbound-host 192.0.2.1', 'unbound-host 1.2.0.192.in-addr.arpa PTR');
    asks('unbound-host a.test b.test', 'unbound-host a.test ?, b.test ?');
    asks('unbound-host -a a.test', 'unbound-host a.test ?');
  });

  it('of nslookup has one name, and a server behind it', () => {
    asks('nslookup a.test', 'nslookup a.test ?');
    asks('nslookup a.test. 9.9.9.9', 'nslookup a.test ? @9.9.9.9');
    for (const option of ['q', 'qu', 'que', 'query', 'querytype', 't', 'ty', 'type']) {
      asks(`nslookup -${option}=mx a.test`, 'nslookup a.test MX');
    }
    asks('nslookup \u2013type=mx a.test', 'nslookup a.test MX');
    asks('nslookup -debug a.test', 'nslookup a.test ?');
    asks('nslookup 192.0.2.1', 'nslookup 1.2.0.192.in-addr.arpa PTR');
    asks('nslookup - 9.9.9.9', 'nslookup @9.9.9.9');
    asks('nslookup', 'nslookup');
  });

  it('of PowerShell names what it asks, or has it in order', () => {
    asks('Resolve-DnsName a.test', 'resolve-dnsname a.test ?');
    asks('Resolve-DnsName a.test mx', 'resolve-dnsname a.test MX');
    asks('Resolve-DnsName -Name a.test. -Type MX -Server 9.9.9.9', 'resolve-dnsname a.test MX @9.9.9.9');
    asks('Resolve-DnsName -Name:a.test -QueryType:txt', 'resolve-dnsname a.test TXT');
    asks('Resolve-DnsName -Type mx a.test', 'resolve-dnsname a.test MX');
    asks("Resolve-DnsName 'a.test' -DnsOnly", 'resolve-dnsname a.test ?');
    asks('Resolve-DnsName a.test | fl', 'resolve-dnsname a.test ?');
    asks('Resolve-DnsName 192.0.2.1', 'resolve-dnsname 1.2.0.192.in-addr.arpa PTR');
    asks('Resolve-DnsName 192.0.2.1 mx', 'resolve-dnsname 1.2.0.192.in-addr.arpa MX');
    asks('Resolve-DnsName', 'resolve-dnsname');
  });

  it('is no sentence where a prompt or an option shows it', () => {
    for (const line of [
      '$ host a',
      'C:\\> nslookup a',
      '% dig a',
      '# sudo dig',
      'x; dig a',
      'resolve-dnsname a',
      'host -a b',
      'dig @a b',
      'dig +x',
    ]) {
      assert.equal(isCertainCommand(line), true, line);
    }
    for (const line of [
      'host a.test',
      'dig a.test',
      'the host - a',
      'x resolve-dnsname a',
      `${'x'.repeat(400)}$ dig a`,
    ]) {
      assert.equal(isCertainCommand(line), false, line);
    }
  });
});

describe('an address', () => {
  it('has a reverse name (RFC 1035 3.5, RFC 3596 2.5)', () => {
    assert.equal(reverseName('192.0.2.10'), '10.2.0.192.in-addr.arpa');
    const zeros = (count: number): string => '0.'.repeat(count);
    assert.equal(reverseName('2001:DB8::1'), `1.${zeros(23)}8.b.d.0.1.0.0.2.ip6.arpa`);
    assert.equal(reverseName('::1'), `1.${zeros(31)}ip6.arpa`);
    assert.equal(reverseName('::'), `${zeros(32)}ip6.arpa`);
    assert.equal(reverseName('1::'), `${zeros(28)}1.0.0.0.ip6.arpa`);
    assert.equal(
      reverseName('1:2:3:4:5:6:7:8'),
      '8.0.0.0.7.0.0.0.6.0.0.0.5.0.0.0.4.0.0.0.3.0.0.0.2.0.0.0.1.0.0.0.ip6.arpa',
    );
    for (const none of [
      '1:2:3',
      '1::2::3',
      '::ffff:192.0.2.1',
      '1:2:3:4:5:6:7:8:9',
      '12345::',
      'a.test',
      '::g',
      '1:2:3:4:5:6:7:8::',
    ]) {
      assert.equal(reverseName(none), none);
    }
  });

  it('is four numbers, or groups with colons', () => {
    for (const one of ['192.0.2.1', '::', '::1', '2001:db8::1', '::ffff:192.0.2.1'])
      assert.equal(isAddress(one), true, one);
    for (const none of ['192.0.2', '192.0.2.1.5', '1920.0.2.1', 'abc', ':', 'g::1', 'a.test', '']) {
      assert.equal(isAddress(none), false, none);
    }
  });
});
