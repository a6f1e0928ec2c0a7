import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { hover } from '../../../../src/core/features/hover/hover.ts';
import { recordWords } from '../../../../src/core/knowledge/dnsRecords.ts';
import { openAt } from '../cursor.ts';

/** The hover where `|` stands covers `covers`, explains `what` with the words of a row, and has these facts behind them. */
function says(text: string, covers: string, [what, row]: readonly [string, string], ...facts: readonly string[]): void {
  const { document, ticket, position } = openAt(text);
  const found = hover(document, ticket, position, { commandLinks: false });
  assert.ok(found?.range !== undefined && MarkupContent.is(found.contents), text);
  const plain = found.contents.value
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replace(/\\(?=[-_*#!+()])/g, '');
  const whole = plain.split('\n\n');
  assert.match(whole.at(-1) ?? '', /^Source: \[RFC \d+/);
  const meaning = recordWords.get(row)?.meaning;
  assert.ok(meaning !== undefined, row);
  assert.deepEqual(
    [document.getText(found.range), ...whole.slice(0, -1)],
    [covers, `**\`${what}\`** ${meaning}`, ...facts],
  );
}

/** An answer of dig with one record. */
const answer = (name: string, type: string, data: string): string =>
  `; <<>> DiG 9.18 <<>> ${type} ${name}\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n;; ANSWER SECTION:\n${name}. 300 IN ${type} ${data}\n`;

const TTL = 'Resolvers may keep this answer for 300 seconds more.';

describe('a hover on a policy of MTA-STS in a mail', () => {
  const policy = (...lines: readonly string[]): string => `We published this:\n\n${lines.join('\n')}\n\nIs it right?\n`;
  it('says what the mode does', () =>
    says(
      policy('version: STSv1', 'mode: en|force', 'mx: *.a.test', 'max_age: 604800'),
      'mode: enforce',
      ['mode: enforce', 'policy mode'],
      'enforce: they do not deliver to a host that is not listed, or shows no valid certificate over TLS.',
    ));
  it('in its first line and in its last one', () => {
    says(policy('|version: STSv1', 'mode: none', 'max_age: 86400'), 'version: STSv1', [
      'version: STSv1',
      'policy version',
    ]);
    says('version: STSv1\nmode: none\nmax_age: 86|400', 'max_age: 86400', ['max_age: 86400', 'policy max_age']);
  });
  it('says of a key that the policy does not define only what the policy is for', () =>
    says(policy('version: STSv1', 'mode: none', 'rem|ark: none'), 'remark: none', ['remark: none', 'policy']));
});

describe('a hover on records that stand in a mail', () => {
  const table = (cursor: number): string =>
    [
      'Type\tHost\tValue\tPriority',
      ...['10', '20'].map((n, i) => `MX\t@\tmx${n}${i === cursor ? '|' : ''}.a.test\t${n}`),
      '',
      'At the other provider we have the following:',
      'MX\t@\tmx.b.test\t5',
      '',
    ].join('\n');
  it('counts the exchangers of the same table', () => {
    says(table(0), 'MX\t@\tmx10.a.test\t10', ['MX 10 mx10.a.test.', 'mx'], 'It is tried first.');
    says(table(1), 'MX\t@\tmx20.a.test\t20', ['MX 20 mx20.a.test.', 'mx'], '1 of 2 are tried before it.');
  });
  it('explains the term of SPF, else the record', () => {
    says(
      'Our record is v=spf1 include:_spf.b.|test -all since then.',
      'include:_spf.b.test',
      ['include:_spf.b.test', 'spf include'],
      '+ pass: the sender is allowed.',
    );
    says(
      'Our record is v=|spf1 include:_spf.b.test -all since then.',
      'v=spf1 include:_spf.b.test -all',
      ['SPF', 'spf'],
      '1 of at most 10 DNS look-ups are caused by this record itself (RFC 7208 4.6.4).',
    );
  });
});

describe('a hover on a macro of SPF', () => {
  const stands = (record: string, macro: string, here: string): void =>
    says(answer('a.test', 'TXT', `"${record}"`), macro, [macro, 'spf macro'], `Here: ${here}.`);
  it('says what it stands for', () => {
    stands('v=spf1 exists:%{|i}.x.a.test -all', '%{i}', 'the IP address of the sender');
    stands('v=spf1 exists:%{ir}.%{|v}.x.a.test -all', '%{v}', 'in-addr for IPv4, ip6 for IPv6');
    stands('v=spf1 exists:|%{H}.x.a.test -all', '%{H}', 'the HELO name');
  });
  it('and how it is turned and cut', () => {
    stands('v=spf1 exists:%{i|r}.x.a.test -all', '%{ir}', 'the IP address of the sender, its labels in reverse order');
    stands(
      'v=spf1 exists:%{d|2r}.x.a.test -all',
      '%{d2r}',
      'the domain whose record is evaluated, its labels in reverse order, only the last 2 of its labels',
    );
    stands(
      'v=spf1 exists:%{l1r-|}.x.a.test -all',
      '%{l1r-}',
      'the local part of the sender’s address, its labels in reverse order, only the last 1 of its labels',
    );
  });
  it('and beside it the term is explained', () =>
    says(
      answer('a.test', 'TXT', '"v=spf1 ex|ists:%{i}.x.a.test -all"'),
      'exists:%{i}.x.a.test',
      ['exists:%{i}.x.a.test', 'spf exists'],
      '+ pass: the sender is allowed.',
    ));
});

describe('a hover on other records', () => {
  it('says what kind of key DKIM has', () => {
    says(
      answer('s._domainkey.a.test', 'TXT', '"v=DKIM1; k=ed25519; p=11qYAY|KxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="'),
      'p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=',
      ['p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=', 'dkim-key p'],
      'This one is an Ed25519 key of 256 bits.',
    );
    const rsa =
      'MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDwIRP/UC3SBsEmGqZ9ZJW3/DkMoGeLnQg1fWn7/zYtIxN2SnFCjxOCKG9v3b4jYfcTNh5ijSsq631uBItLa7od+v/RtdC2UzJ1lWT947qR+Rcac2gbto/NMqJ0fzfVjH4OuKhitdY9tf6mcwGjaNBcWToIMmPSPDdQPNUYckcQ2QIDAQAB';
    says(
      answer('s._domainkey.a.test', 'TXT', `"v=DKIM1; p=MI|${rsa.slice(2)}"`),
      `p=${rsa}`,
      [`p=${rsa.slice(0, 78)}…`, 'dkim-key p'],
      'This one is an RSA key of 1024 bits.',
    );
  });
  it('says who agrees to reports of whom', () =>
    says(
      answer('a.test._report._dmarc.b.test', 'TXT', '"v=DM|ARC1"'),
      'a.test._report._dmarc.b.test. 300 IN TXT "v=DMARC1"',
      ['DMARC', 'dmarc authorisation'],
      TTL,
    ));
  it('names five domains that must agree to reports, and counts the rest', () => {
    const rua = (...domains: readonly string[]): string => domains.map((one) => `mailto:d@${one}`).join(',');
    const own = ['a.test', 'x.a.test', 'a.test'];
    const must = (n: number): string =>
      `b${n}.test is another domain: it must agree to receive the reports by a record at a.test._report._dmarc.b${n}.test.`;
    const tag = (value: string): string => answer('_dmarc.a.test', 'TXT', `"v=DMARC1; p=none; rua=|${value}"`);
    const shown = (value: string): readonly [string, string] => [`rua=${value.slice(0, 76)}…`, 'dmarc rua'];
    const five = rua(...own, 'b1.test', 'b2.test', 'b3.test', 'b4.test', 'b5.test', 'b1.test');
    says(tag(five), `rua=${five}`, shown(five), ...[1, 2, 3, 4, 5].map(must));
    const six = `${five},mailto:d@b6.test`;
    says(tag(six), `rua=${six}`, shown(six), ...[1, 2, 3, 4, 5].map(must), 'So must 1 more.');
  });
  it('without a text: CAA, SRV, DS, whole or as far as they go', () => {
    says(
      answer('a.test', 'CAA', '0 issue|wild ";"'),
      'a.test. 300 IN CAA 0 issuewild ";"',
      ['CAA 0 issuewild ";"', 'caa'],
      'issuewild: the same for certificates with a wildcard.',
      TTL,
    );
    says(
      answer('a.test', 'CAA', '\\# 5 |0000000000'),
      'a.test. 300 IN CAA \\# 5 0000000000',
      ['CAA # 5 0000000000', 'caa'],
      TTL,
    );
    says(
      answer('_submission._tcp.a.test', 'SRV', '0 |1'),
      '_submission._tcp.a.test. 300 IN SRV 0 1',
      ['SRV 0 1', 'srv'],
      TTL,
    );
    says(answer('a.test', 'DS', '12345 |8'), 'a.test. 300 IN DS 12345 8', ['DS 12345 8', 'ds'], TTL);
  });
});
