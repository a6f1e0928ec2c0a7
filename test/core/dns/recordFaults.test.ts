import assert from 'node:assert/strict';
import { problemsOfSet } from '../../../src/core/dns/records/recordSet.ts';
import type { SetRecord } from '../../../src/core/dns/records/setProblem.ts';
import { recordRows } from '../../../src/core/knowledge/problems/recordRows.ts';
import { recordSetRows } from '../../../src/core/knowledge/problems/recordSetRows.ts';
import { findingsIn } from '../../../src/core/problems/findings.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

const set = (lines: readonly string[]): readonly SetRecord[] =>
  lines.map((line) => {
    const [name = '', type = '', ...data] = line.split(' ');
    return { name, type, data: data.join(' ') };
  });

const codes = (...lines: readonly string[]): readonly string[] =>
  [...problemsOfSet(set(lines))].map(({ code }) => code);

const finds = (line: string, ...expected: readonly string[]): void => assert.deepEqual(codes(line), expected, line);

const says = (line: string): string =>
  [...problemsOfSet(set([line]))]
    .map(({ code, data, kind }) => {
      const row = { ...recordRows, ...recordSetRows }[code];
      return (row.says as (filled: object) => string)({ ...data, kind });
    })
    .join('\n');

const inText = (text: string): readonly string[] => {
  const ticket = readTicket(text);
  return [...findingsIn(ticket)].flatMap((one) =>
    one.code === undefined ? [] : [`${one.code} ${ticket.lines.lineOf(one.span.start) + 1}`],
  );
};

const spf = (terms: string): string => `contoso.test TXT "v=spf1 ${terms}"`;
const dmarc = (tags: string): string => `_dmarc.contoso.test TXT "v=DMARC1; ${tags}"`;

describe('a broken SPF record', () => {
  it('has an equals sign where a colon belongs, and that term is ignored', () => {
    finds(spf('ip4=192.0.2.1 -all'), 'spf-equals');
    assert.match(says(spf('include=a.test -all')), /Receivers ignore.*Write include:a\.test/);
  });
  it('has a modifier that is misspelt, but not one of RFC 6652 or one that is meant as it is', () => {
    finds(spf('mx redirct=a.test -all'), 'spf-modifier-unknown');
    finds(spf('mx -all ra=postmaster rp=10 rr=all'));
    finds(spf('mx x-tool=a.test -all'));
  });
  it('names private addresses, or a large part of the Internet', () => {
    for (const range of [
      '10.0.0.0/8',
      '192.168.1.5',
      '172.31.0.1',
      '100.64.0.0/10',
      '127.0.0.1',
      '0.0.0.0/0',
      '192.0.2.0/1',
    ])
      finds(spf(`ip4:${range} -all`), 'spf-range');
    finds(spf('ip6:fd00::/8 ip6:2001:db8::/32 -ip4:0.0.0.0/0 ip4:172.32.0.1 ip4:11.0.0.0/8 -all'), 'spf-range');
  });
  it('includes itself', () => {
    finds(spf('include:Contoso.test. -all'), 'spf-itself');
    finds(spf('redirect=contoso.test'), 'spf-itself');
    finds(spf('include:_spf.contoso.test a:contoso.test -all'));
  });
  it('has a version that is not written exactly', () => {
    finds('contoso.test TXT "v=spf a -all"', 'spf-version');
    finds('contoso.test TXT "v = spf1 a -all"', 'spf-version');
    finds('contoso.test TXT "v=spf 1 a -all"', 'spf-version');
  });
  it('has a macro with the number 0', () => {
    finds(spf('exists:%{i0}.contoso.test -all'), 'spf-macro');
    finds(spf('exists:%{i1r}.contoso.test exists:%{d10}.contoso.test -all'));
  });
  it('has an address of the other kind, and says what to write', () => {
    assert.match(says(spf('ip4:2001:db8::1 -all')), /write ip6:2001:db8::1\./);
    assert.match(says(spf('ip6:192.0.2.1 -all')), /write ip4:192\.0\.2\.1\./);
    assert.match(says(spf('a:192.0.2.1 -all')), /write ip4:192\.0\.2\.1\./);
    assert.match(says(spf('ip4:mail.contoso.test -all')), /names belong to a: or include:/);
  });
  it('stands where others are looked for', () => {
    finds('_dmarc.contoso.test TXT "v=spf1 -all"', 'record-wrong-name');
    finds('s1._domainkey.contoso.test TXT "v=spf1 -all"', 'record-wrong-name');
    finds('_spf.contoso.test TXT "v=spf1 -all"');
  });
});

describe('other broken records', () => {
  it('have addresses for reports with slashes or in angle brackets', () => {
    finds(dmarc('p=none; rua=mailto://d@contoso.test'), 'dmarc-address');
    finds(dmarc('p=none; rua=mailto:<d@contoso.test>'), 'dmarc-address');
    finds(dmarc('p=none; rua=mailto:d@contoso.test!10m'));
  });
  it('have a version of BIMI without its number, or a logo that is no SVG', () => {
    finds('default._bimi.contoso.test TXT "v=BIMI; l=https://contoso.test/a.svg"', 'record-version');
    finds('default._bimi.contoso.test TXT "v=BIMI1; l=https://contoso.test/a.png"', 'bimi-address');
    finds('default._bimi.contoso.test TXT "v=BIMI1; l=https://contoso.test/logo; a="');
  });
  it('lack a tag that they cannot be without', () => {
    finds('default._bimi.contoso.test TXT "v=BIMI1; a=self"', 'record-tag-missing');
    finds('_smtp._tls.contoso.test TXT "v=TLSRPTv1;"', 'record-tag-missing');
    finds('_mta-sts.contoso.test TXT "v=STSv1;"', 'record-tag-missing');
    finds('s1._domainkey.contoso.test TXT "v=DKIM1; k=rsa"', 'record-tag-missing');
  });
  it('are exchangers with a preference or a name that cannot be', () => {
    for (const data of [
      '70000 mx1.contoso.test.',
      '10 .',
      '10 10.',
      '10 http://mx1.contoso.test/',
      '10 a@contoso.test',
    ])
      finds(`contoso.test MX ${data}`, 'mx-form');
    finds('contoso.test MX 65535 10.mx.contoso.test.');
  });
  it('are exchangers that nobody reaches', () => {
    assert.deepEqual(codes('contoso.test MX 10 mx1.contoso.test.', 'mx1.contoso.test A 10.0.0.5'), ['mx-private']);
    assert.deepEqual(codes('contoso.test MX 10 mx1.contoso.test.', 'mx1.contoso.test A 192.0.2.5'), []);
  });
  it('are names of addresses that lead nowhere', () => {
    finds('25.2.0.192.in-addr.arpa PTR 192.0.2.25', 'ptr-form');
    finds('25.2.0.192.in-addr.arpa PTR mx1.contoso.test.2.0.192.in-addr.arpa.', 'ptr-form');
    finds('192.0.2.25 PTR mx1.contoso.test.', 'ptr-form');
    finds('300.2.0.192.in-addr.arpa PTR mx1.contoso.test.', 'ptr-form');
    finds('25.0-63.2.0.192.in-addr.arpa PTR mx1.contoso.test.');
  });
  it('are several names of one address', () => {
    const name = '25.2.0.192.in-addr.arpa PTR';
    assert.deepEqual(codes(`${name} mx1.contoso.test.`, `${name} www.contoso.test.`), ['ptr-several']);
    assert.deepEqual(codes(`${name} mx1.contoso.test.`, `${name} MX1.contoso.test`), []);
    assert.deepEqual(codes(`${name} MX1.contoso.test.`, `${name} mx1.contoso.test`), []);
    assert.deepEqual(codes(`${name} mx1.contoso.test.`, `26.${name.slice(3)} www.contoso.test.`), []);
  });
  it('are versions of a zone with values that cannot be right', () => {
    const soa = (data: string): string => `contoso.test SOA ${data}`;
    finds(soa('ns1.contoso.test. dns.contoso.test. 2026112801 7200 3600 1209600 3600'));
    finds(soa('ns1.contoso.test. dns@contoso.test. 2026112801 7200 3600 1209600 3600'), 'soa-value');
    finds(soa('192.0.2.53. dns.contoso.test. 2026112801 7200 3600 1209600 3600'), 'soa-value');
    finds(soa('ns1.contoso.test. dns.contoso.test. 20261128010 7200 3600 1209600 3600'), 'soa-value');
    finds(soa('ns1.contoso.test. dns.contoso.test. 2026112801 3600 7200 1209600 3600'), 'soa-value');
    finds(soa('ns1.contoso.test. dns.contoso.test. 2026112801 7200 3600 3600 3600'), 'soa-value');
  });
  it('are TLSA records that stand at no port', () => {
    const tlsa = `TLSA 3 1 1 ${'0a'.repeat(32)}`;
    finds(`mx1.contoso.test ${tlsa}`, 'tlsa-name');
    finds(`_25.tcp.mx1.contoso.test ${tlsa}`, 'tlsa-name');
    finds(`_25._tcp.mx1.contoso.test ${tlsa}`);
    finds(`*._tcp.mx1.contoso.test ${tlsa}`);
  });
  it('are policies of MTA-STS with several hosts on a line', () => {
    const policy = 'version: STSv1\nmode: enforce\nmx: mx1.contoso.test, mx2.contoso.test\nmax_age: 604800\n';
    assert.deepEqual(inText(policy), ['mta-sts-pattern 3', 'mta-sts-key-missing 1']);
  });
  it('lack what belongs to them, where they are written as in a zone file', () => {
    const lines = [
      'IN MX mail.contoso.test.',
      'IN MX 10 http://mail.contoso.test/',
      'IN MX mail.contoso.test. 10',
      'IN SOA ns1.contoso.test. dns.contoso.test. 2026 3600 600 86400',
      'IN TLSA 3 1 1 c0ffee-is-no-digest',
    ];
    const expected = ['mx-form 1', 'mx-form 2', 'mx-form 3', 'soa-value 4', 'tlsa-name 5', 'tlsa-parameter 5'];
    for (const owner of ['contoso.test.', 'contoso.test', '@'])
      assert.deepEqual(
        inText(lines.map((line) => `${owner} ${line}\n`).join('')),
        owner === '@' ? expected.filter((one) => one !== 'tlsa-name 5') : expected,
        owner,
      );
    assert.match(says('x TLSA 3 1 1 zz'), /^$/, 'what a tool says in words may be cut');
  });

  it('have nothing, or a lone word, between two semicolons', () => {
    finds(dmarc('p=reject;; rua=mailto:a@contoso.test'), 'record-tag-malformed');
    finds(dmarc('p=reject;'));
    assert.deepEqual(inText('v=DMARC1;p=reject;0;adkim=x;;;aspf=r\n'), [
      'record-tag-malformed 1',
      'record-tag-malformed 1',
      'record-value 1',
    ]);
  });

  it('have a term of SPF twice', () => {
    finds(spf('mx ip4:192.0.2.1 mx -all'), 'spf-term-repeated');
    finds(spf('mx a:mx.contoso.test a -mx -all'));
  });

  it('are SPF with a dot in the place of the colon, alone in their line', () =>
    assert.deepEqual(inText('v=spf1 include.spf.contoso.test\n'), ['spf-unknown-mechanism 1', 'spf-no-end 1']));

  it('are keys in a zone file or a program, broken into strings, with nothing wrong', () => {
    const key =
      'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDXkYZ21GegKQQ+k+b3jS6I64aW+1/Clf6ycveUVo0Y3r5uO7hKJCTpZjwpurw+gctoQ+LKuLNvkFDi6HZTK+GY4aXXxNZykFdQ6LIzK0b/qdCAXWUOtV8wsImOvbI0ivxJgZ+IDovKyNwWG9RiWpFzTquLrOnlUl+J4ka1C5k+WwIDAQAB';
    const [head, tail] = [key.slice(0, 70), key.slice(70)];
    assert.deepEqual(inText(`s1._domainkey IN 1800 TXT (\n  "k=rsa;p=${head}"\n  "${tail}")\n`), ['dkim-key-short 2']);
    assert.deepEqual(inText(`records = ["k=rsa; p=${head}\\"\\"${tail}"]\n`), ['dkim-key-short 1']);
  });

  it('are told where the tool shows them without quotation marks', () => {
    const rows = [
      'contoso.test.\t14400\tIN\tTXT\tv=spf1 ipv4:192.0.2.1 +mx ~all',
      '_dmarc.contoso.test.\t14400\tIN\tTXT\tv=DMARC1; p=rejct; rua=mailto:d@contoso.test',
      'contoso.test.\t14400\tIN\tMX\t0\tmx1.contoso.test.',
    ];
    assert.deepEqual(inText(`${rows.join('\n')}\n`), ['spf-unknown-mechanism 1', 'record-value 2']);
  });
});
