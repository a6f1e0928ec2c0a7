import assert from 'node:assert/strict';
import type { Check } from '../../src/checks/context.ts';
import { checkDkim } from '../../src/checks/dkim/check.ts';
import { checkDnssec } from '../../src/checks/dnssec/dnssec.ts';
import { misplaced } from '../../src/checks/misplaced.ts';
import { checkMx } from '../../src/checks/mx/mx.ts';
import { checkNameServers } from '../../src/checks/nameServers/nameServers.ts';
import { isGenericName } from '../../src/checks/reverse/genericName.ts';
import { checkSpf } from '../../src/checks/spf/check.ts';
import { evaluateSpf } from '../../src/checks/spf/evaluate.ts';
import { context, told, zone } from './zone.ts';

const found = async (check: Check, records: string, name = 'contoso.test'): Promise<readonly string[]> =>
  told(await check(context(records, { name })));

const SOA = 'contoso.test SOA ns1.contoso.test. hostmaster.contoso.test. 7 7200 900 1209600 300';
const spf = (record: string, more = ''): string => `contoso.test TXT "v=spf1 ${record}"\n${more}`;
const named = (count: number, line: (i: number) => string): string => [...Array(count).keys()].map(line).join('\n');

describe('what is seldom found', () => {
  const rows: readonly (readonly [what: string, check: Check, records: string, ...expected: readonly string[]])[] = [
    ['a zone without servers', checkNameServers, SOA, 'fail ns-none contoso.test'],
    [
      'a zone whose servers nobody knows',
      checkNameServers,
      `${SOA}\ncontoso.test NS !SERVFAIL`,
      'unknown dns-unanswered contoso.test',
    ],
    [
      'a zone that is not there',
      checkNameServers,
      'fabrikam.test A 192.0.2.1',
      'warning lookup-no-such-name contoso.test',
    ],
    ['no mail wanted', checkMx, 'contoso.test MX 0 .', 'note mx-null contoso.test'],
    ['no such domain', checkMx, 'fabrikam.test A 192.0.2.1', 'fail mx-no-such-domain contoso.test'],
    ['no host', checkMx, 'contoso.test TXT "x"', 'fail mx-no-host contoso.test'],
    [
      'exchangers that are aliases, addresses or nowhere',
      checkMx,
      `contoso.test MX 10 alias.contoso.test.
alias.contoso.test CNAME mx.contoso.test.
mx.contoso.test A 203.0.113.5
contoso.test MX 20 192.0.2.1.
contoso.test MX 30 gone.contoso.test.
contoso.test MX 40 empty.contoso.test.
empty.contoso.test TXT "x"
contoso.test MX 50 silent.contoso.test.
silent.contoso.test A !TIMEOUT
silent.contoso.test AAAA 2001:db8::5`,
      'unknown dns-unanswered silent.contoso.test',
      'warning mx-is-alias alias.contoso.test',
      'fail mx-is-address 192.0.2.1',
      'fail mx-no-such-name gone.contoso.test',
      'fail mx-no-address empty.contoso.test',
      'pass mx-found contoso.test',
    ],
    [
      'exchangers at addresses of no host',
      checkMx,
      `contoso.test MX 10 a.contoso.test.
a.contoso.test A 10.1.1.1
contoso.test MX 10 b.contoso.test.
b.contoso.test A 127.0.0.1
contoso.test MX 10 c.contoso.test.
c.contoso.test AAAA fe80::1
contoso.test MX 10 d.contoso.test.
d.contoso.test A 0.0.0.0
d.contoso.test A 224.0.0.1
contoso.test MX 10 localhost.
contoso.test MX 0 .`,
      'fail null-mx-among-others contoso.test',
      'fail address-private a.contoso.test',
      'fail address-loopback b.contoso.test',
      'fail address-link-local c.contoso.test',
      'fail address-unspecified d.contoso.test',
      'fail mx-no-such-name localhost',
      'pass mx-found contoso.test',
    ],
    [
      'an SPF record with terms that nobody answers',
      checkSpf,
      spf(
        'a:silent.test mx:many.test include:other.test -all',
        `silent.test A !TIMEOUT\nother.test TXT !SERVFAIL\n${named(12, (i) => `many.test MX ${i} mx${i}.test.`)}`,
      ),
      'unknown dns-unanswered silent.test',
      'fail spf-mx-names many.test',
      'unknown dns-unanswered other.test',
    ],
    [
      'an SPF record that costs too much, the dearest first',
      checkSpf,
      spf(
        'include:a.test include:b.test a mx -all',
        `a.test TXT "v=spf1 a mx a:x.test -all"\nb.test TXT "v=spf1 a mx a:x.test a:y.test mx:x.test -all"\n${['a', 'b', 'x', 'y', 'contoso'].map((name) => `${name}.test A 192.0.2.1\n${name}.test MX 1 a.test.`).join('\n')}`,
      ),
      'fail spf-lookups contoso.test',
    ],
    [
      'two SPF records where one is included',
      checkSpf,
      spf('include:a.test -all', 'a.test TXT "v=spf1 -all"\na.test TXT "v=spf1 ~all"'),
      'fail spf-include-several a.test',
    ],
    [
      'a long SPF record',
      checkSpf,
      spf(`${named(40, (i) => `ip4:192.0.2.${i}`).replaceAll('\n', ' ')} -all`),
      'note spf-long contoso.test',
      'pass spf-costs contoso.test',
    ],
    [
      'terms behind all',
      checkSpf,
      spf('-all ip4:192.0.2.1 mx'),
      'warning spf-after-all contoso.test',
      'warning spf-after-all contoso.test',
      'pass spf-costs contoso.test',
    ],
    [
      'SPF records that are none by one mistake',
      checkSpf,
      spf('ip4:192.0.2.300 a/33 ip6:2001:db8::/129 mx: all:x exists -all exp=a exp=b'),
      'fail spf-address contoso.test',
      'fail spf-prefix-length contoso.test',
      'fail spf-prefix-length contoso.test',
      'fail spf-value-missing contoso.test',
      'fail spf-value-unexpected contoso.test',
      'fail spf-value-missing contoso.test',
      'fail spf-domain contoso.test',
      'fail spf-domain contoso.test',
      'warning spf-after-all contoso.test',
      'warning spf-after-all contoso.test',
      'fail spf-modifier-repeated contoso.test',
      'warning spf-pass-all contoso.test',
    ],
    [
      'SPF with a macro that is none',
      checkSpf,
      spf('exists:%{z}.contoso.test a:%contoso.test -all'),
      'fail spf-macro contoso.test',
      'fail spf-macro contoso.test',
    ],
    [
      'SPF with an odd name',
      checkSpf,
      spf('a:a_b!.contoso.test include:x..contoso.test mx:contoso.123 -all'),
      'fail spf-domain contoso.test',
      'fail spf-domain contoso.test',
      'fail spf-domain contoso.test',
      'fail spf-include-none x..contoso.test',
    ],
    [
      'a selector that leads nowhere',
      checkDkim,
      'google._domainkey.contoso.test CNAME gone.fabrikam.test.\nselector1._domainkey.contoso.test TXT "v=DKIM1; p="',
      'note dkim-key-revoked selector1._domainkey.contoso.test',
      'warning dkim-alias-gone google._domainkey.contoso.test',
    ],
    [
      'a zone with iterations',
      checkDnssec,
      `${SOA}\ncontoso.test NSEC3PARAM 1 0 101 AB\ncontoso.test NSEC3PARAM 1 0 5 -`,
      'note dnssec-unsigned contoso.test',
    ],
    [
      'a zone whose keys nobody tells',
      checkDnssec,
      `${SOA}\ncontoso.test DNSKEY !SERVFAIL 9 no key`,
      'unknown dns-unanswered contoso.test',
    ],
    [
      'a zone that does not verify',
      checkDnssec,
      `${SOA}\ncontoso.test MX ?SERVFAIL 6 bogus\ncontoso.test A ?SERVFAIL 6 bogus\ncontoso.test TXT "x"`,
      'fail dnssec-bogus contoso.test',
      'note dnssec-unsigned contoso.test',
    ],
  ];
  for (const [what, check, records, ...expected] of rows) {
    it(`is told: ${what}`, async () => {
      const codes = await found(check, records);
      assert.deepEqual(codes, expected);
    });
  }
});

describe('what is not looked at', () => {
  it('is a misplaced record at a name that is too long', async () => {
    const name = `${'a'.repeat(60)}.${'b'.repeat(60)}.test`;
    const given = context('', { name });
    await misplaced(given, '_dmarc', 'dmarc');
    const { asked } = given.ports.resolve as unknown as { asked: readonly string[] };
    assert.deepEqual(asked, [`${name} TXT`, `dmarc.${name} TXT`]);
  });
});

describe('a name of the client in SPF', () => {
  const never = new AbortController().signal;
  const reverse = '1.2.0.192.in-addr.arpa PTR';
  /** Whether `%{p}` is this name. */
  const validated = async (name: string, records: string): Promise<boolean> => {
    const all = `contoso.test TXT "v=spf1 exists:%{p}.x.test -all"\n${name}.x.test A 127.0.0.2\n${records}`;
    const client = { ip: '192.0.2.1', sender: 'ann@contoso.test', helo: 'mx.contoso.test' };
    return (await evaluateSpf(client, zone(all), never)).result === 'pass';
  };
  it('is the domain itself, one below it, or the first, each only where it leads back', async () => {
    const leadBack = (...names: readonly string[]): string =>
      names.map((name) => `${reverse} ${name}.\n${name} A 192.0.2.1\n`).join('');
    assert.ok(await validated('CONTOSO.test', leadBack('a.test', 'mx.contoso.test', 'CONTOSO.test')));
    assert.ok(await validated('mx.contoso.test', leadBack('a.test', 'mx.contoso.test')));
    assert.ok(await validated('a.test', leadBack('a.test', 'b.test')));
    assert.ok(await validated('unknown', `${reverse} mx.contoso.test.\nmx.contoso.test A 192.0.2.9`));
    assert.ok(await validated('unknown', ''));
  });
});

describe('a generic name', () => {
  it('holds the address in any of the ways in which it is written', () => {
    for (const [name, address] of [
      ['h203-0-113.test', '203.0.113.5'],
      ['h0.113.5.test', '203.0.113.5'],
      ['5-113-0.test', '203.0.113.5'],
      ['113-0-203.test', '203.0.113.5'],
      ['h203000113005.test', '203.0.113.5'],
      ['hcb007105.test', '203.0.113.5'],
      ['203-000-113-005.test', '203.0.113.5'],
      ['h0-abcd-1234-f.test', '2001:db8::abcd:1234:f'],
      ['f.0.0.0.4.3.2.1.d.c.b.a.0.0.0.0.test', '2001:db8::abcd:1234:f'],
      ['h0000abcd1234000f.test', '2001:db8::abcd:1234:f'],
    ] as const) {
      assert.ok(isGenericName(name, address), name);
    }
    for (const [name, address] of [
      ['h203-0.test', '203.0.113.5'],
      ['113-5.test', '203.0.113.5'],
      ['mx5.test', '203.0.113.5'],
      ['h0000000000000005.test', '2001:db8::5'],
      ['0-0-0-5.test', '2001:db8::5'],
    ] as const) {
      assert.ok(!isGenericName(name, address), name);
    }
  });
});
