import assert from 'node:assert/strict';
import { domainToASCII } from 'node:url';
import { AREAS } from '../../src/checks/areas.ts';
import { RECORD_TYPES, readTarget, TARGET_PREFIXES, type TargetProblem } from '../../src/checks/target.ts';
import { describeTargetProblem } from '../../src/report/targetProblem.ts';

const read = (typed: string) => readTarget(typed, (name) => domainToASCII(name) || undefined);

/** A target on one line: `domain contoso.test spf`. */
function means(typed: string, expected: string): void {
  const result = read(typed);
  assert.ok(result.ok, `${typed}: ${result.ok ? '' : result.problem}`);
  const { target } = result;
  const words =
    target.kind === 'server'
      ? ['server', target.endpoint.host, target.endpoint.port]
      : target.kind === 'record'
        ? ['record', target.type, target.name]
        : [target.kind, target.name, target.areas?.join(',') ?? ''];
  assert.equal(words.join(' ').trimEnd(), expected, typed);
}

function refuses(typed: string, problem: TargetProblem): void {
  const result = read(typed);
  assert.equal(result.ok ? JSON.stringify(result.target) : result.problem, problem, typed);
}

describe('what is meant by what was typed', () => {
  it('a domain, a mail address and a host are asked about as names', () => {
    means('Contoso.test', 'domain contoso.test');
    means(' contoso.test. ', 'domain contoso.test');
    means('Ann <ann@contoso.test>', 'domain contoso.test');
    means('bücher.test', 'domain xn--bcher-kva.test');
    means('domain:contoso.test', 'domain contoso.test');
  });
  it('an IP address is one in every form that mail writes', () => {
    means('192.0.2.1', 'address 192.0.2.1');
    means('[192.0.2.1]', 'address 192.0.2.1');
    means('2001:db8::1', 'address 2001:db8::1');
    means('[IPv6:2001:db8::1]', 'address 2001:db8::1');
    means('ip:2001:db8::1', 'address 2001:db8::1');
    means('postmaster@[192.0.2.1]', 'address 192.0.2.1');
    means('"a@b"@[192.0.2.1]', 'address 192.0.2.1');
    refuses('ip:contoso.test', 'not-an-address');
  });
  it('a host with a port is a server', () => {
    means('mx1.contoso.test:25', 'server mx1.contoso.test 25');
    means('192.0.2.1:2525', 'server 192.0.2.1 2525');
    means('[2001:db8::1]:587', 'server 2001:db8::1 587');
    means('smtp:mx1.contoso.test', 'server mx1.contoso.test 25');
    means('smtp:mx1.contoso.test:465', 'server mx1.contoso.test 465');
    refuses('mx1.contoso.test:0', 'port');
    refuses('mx1.contoso.test:99999', 'port');
    refuses('smtp:', 'empty');
  });
  it('the name of an area in front asks for that area alone', () => {
    for (const area of AREAS.filter((one) => String(one) !== 'dkim')) {
      means(`${area}:contoso.test`, `domain contoso.test ${area}`);
    }
    means('SPF: ann@contoso.test', 'domain contoso.test spf');
    for (const [name, area] of [
      ['bl', 'block-lists'],
      ['rbl', 'block-lists'],
      ['dnsbl', 'block-lists'],
      ['rdns', 'reverse'],
    ])
      means(`${name}:192.0.2.1`, `address 192.0.2.1 ${area}`);
    for (const [name, area] of [
      ['mtasts', 'mta-sts'],
      ['sts', 'mta-sts'],
      ['tlsrpt', 'tls-rpt'],
    ])
      means(`${name}:contoso.test`, `domain contoso.test ${area}`);
    means('bl:contoso.test', 'domain contoso.test block-lists');
    refuses('spf:192.0.2.1', 'needs-domain');
  });
  it('a type in front, or beside the name, asks for the record', () => {
    means('txt:contoso.test', 'record TXT contoso.test');
    means('a:mx1.contoso.test', 'record A mx1.contoso.test');
    means(' TXT contoso.test ', 'record TXT contoso.test');
    means('any:192.0.2.1', 'record ANY 1.2.0.192.in-addr.arpa');
    means('contoso.test soa', 'record SOA contoso.test');
    means('ptr:192.0.2.1', 'record PTR 1.2.0.192.in-addr.arpa');
    means('ptr:2001:db8::1', 'record PTR 1.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6.arpa');
    means('_25._tcp.mx1.contoso.test', 'record TLSA _25._tcp.mx1.contoso.test');
    refuses('txt:192.0.2.1', 'ip-address');
    for (const type of RECORD_TYPES) {
      const area = AREAS.find((one) => one === type.toLowerCase());
      means(`${type}:contoso.test`, area === undefined ? `record ${type} contoso.test` : `domain contoso.test ${area}`);
    }
  });
  it('a selector is named with its domain', () => {
    const key = (typed: string, ...selectors: readonly string[]): void =>
      assert.deepEqual(read(typed), {
        ok: true,
        target: {
          ...{ kind: 'domain', name: 'contoso.test', areas: ['dkim'] },
          ...(selectors.length > 0 && { selectors }),
        },
      });
    key('dkim:S1@contoso.test', 's1');
    key('s1._domainkey.contoso.test', 's1');
    key('dkim:s1._domainkey.contoso.test', 's1');
    key('dkim:s1.sub@contoso.test', 's1.sub');
    key('dkim:a@s1@contoso.test', 's1');
    key('dkim:contoso.test');
    key('_domainkey.contoso.test');
    refuses('dkim:@contoso.test', 'no-selector');
    refuses('dkim: @contoso.test', 'no-selector');
    refuses('dkim:a..test', 'empty-label');
    means('dkim:_dmarc.contoso.test', 'domain contoso.test dmarc');
    means('dkim:_25._tcp.mx.test', 'record TLSA _25._tcp.mx.test');
  });
  it('the name of a record of one area means that area of its domain', () => {
    means('_dmarc.contoso.test', 'domain contoso.test dmarc');
    means('_mta-sts.contoso.test', 'domain contoso.test mta-sts');
    means('_smtp._tls.contoso.test', 'domain contoso.test tls-rpt');
    means('a._smtp._tls.contoso.test', 'domain a._smtp._tls.contoso.test');
    means('_bimi.contoso.test', 'domain contoso.test bimi');
    assert.deepEqual(read('default._bimi.contoso.test'), {
      ok: true,
      target: { kind: 'domain', name: 'contoso.test', areas: ['bimi'] },
    });
  });
  it('what cannot be asked about is told in a sentence that says what to type', () => {
    const wrong: readonly (readonly [string, TargetProblem])[] = [
      ['', 'empty'],
      ['spf:', 'empty'],
      ['https://contoso.test/', 'url'],
      ['ftp://contoso.test', 'url'],
      ['contoso.test/24', 'url'],
      ['192.0.2.0/24', 'url'],
      ['a b c', 'space'],
      ['nosuch:contoso.test', 'unknown-prefix'],
      ['a..test', 'empty-label'],
      [`${'x'.repeat(64)}.test`, 'label-too-long'],
      [`${'x.'.repeat(150)}test`, 'name-too-long'],
      ['con"toso.test', 'bad-character'],
      ['txt:a\u0007b', 'bad-character'],
    ];
    for (const [typed, problem] of wrong) {
      refuses(typed, problem);
      const says = describeTargetProblem(problem, typed);
      assert.match(says, /\.$/);
      assert.ok(
        [...says].every((letter) => letter >= ' '),
        says,
      );
    }
    for (const prefix of ['spf', 'rbl', 'sts', 'domain', 'ip', 'smtp'])
      assert.ok(TARGET_PREFIXES.includes(prefix), prefix);
    assert.match(describeTargetProblem('unknown-prefix', 'x:y'), /spf:.*txt:/);
  });
  it('is read to its end, however much was typed', () => {
    const refused: readonly [string, TargetProblem][] = [
      ['a:', 'port'],
      ['[', 'name-too-long'],
      ['@', 'empty'],
      ['.', 'name-too-long'],
      [' ', 'empty'],
      ['_domainkey.', 'name-too-long'],
      ['a.', 'name-too-long'],
      ['_bimi.', 'name-too-long'],
    ];
    // What looks at every letter once for each letter comes to no end here.
    for (const [part, problem] of refused) {
      const result = read(part.repeat(2_000_000));
      assert.equal(result.ok ? 'read' : result.problem, problem, part);
    }
  });
});
