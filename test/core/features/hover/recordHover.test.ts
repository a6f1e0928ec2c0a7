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
    .replace(/\\(?=[-_*#!+()~])/g, '')
    .replaceAll('&quot;', '"');
  const whole = plain.split('\n\n');
  assert.match(whole.at(-1) ?? '', /^Source: (?:\[RFC \d|draft-)/);
  const meaning = recordWords.get(row)?.meaning;
  assert.ok(meaning !== undefined, row);
  assert.deepEqual(
    [document.getText(found.range), ...whole.slice(0, -1)],
    [covers, `**\`${what}\`** ${meaning}`, ...facts],
  );
}

/** Where `|` stands nothing is said. */
function nothing(text: string): void {
  const { document, ticket, position } = openAt(text);
  assert.equal(hover(document, ticket, position, { commandLinks: false }), undefined, text);
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
  it('at both ends of a line, and shows the line without its indent', () => {
    const none = 'none: there is no policy (any more).';
    says(policy('version: STSv1', '|mode: none', 'max_age: 1'), 'mode: none', ['mode: none', 'policy mode'], none);
    says(policy('version: STSv1', 'mode: none|', 'max_age: 1'), 'mode: none', ['mode: none', 'policy mode'], none);
    says(policy('version: STSv1', '  mode:  no|ne', 'x: 1'), '  mode:  none', ['mode: none', 'policy mode'], none);
  });
  it('of a line without a colon says what the policy is for', () =>
    says(policy('version: STSv1', 'mode: none', 'max_age 8|6400'), 'max_age 86400', ['max_age 86400', 'policy']));
  it('says nothing outside of the policy', () => {
    nothing(policy('version: STSv1', 'mode: none').replace('Is it', 'Is| it'));
    nothing('Is it |right?\n\nversion: STSv1\nmode: none\n');
  });
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
  it('says of one that stands alone, or takes no mail, no place', () => {
    const other = table(9).replace('mx.b.test', 'mx.b.t|est');
    says(other, 'MX\t@\tmx.b.test\t5', ['MX 5 mx.b.test.', 'mx']);
  });
  it('does not count those of other names', () =>
    says(
      'Type\tHost\tValue\tPriority\nMX\tb\tmx1.a.test\t5\nMX\t@\tmx2.a.t|est\t10\nMX\t@\tmx3.a.test\t20\n',
      'MX\t@\tmx2.a.test\t10',
      ['MX 10 mx2.a.test.', 'mx'],
      'It is tried first.',
    ));
  it('says nothing of an alias', () => nothing('Type\tHost\tValue\nCNAME\ts1._domainkey\ts1.domainkey.u1.b.te|st\n'));
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
    for (const word of ['macro', 'qualifier'])
      says(
        answer('a.test', 'TXT', `"v=spf1 ${word.slice(0, 2)}|${word.slice(2)} -all"`),
        `a.test. 300 IN TXT "v=spf1 ${word} -all"`,
        ['SPF', 'spf'],
        '0 of at most 10 DNS look-ups are caused by this record itself (RFC 7208 4.6.4).',
        'Resolvers may keep this answer for 300 seconds more.',
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
  /** A hover anywhere on the record says this of it whole. */
  const whole = (
    name: string,
    type: string,
    data: string,
    what: readonly [string, string],
    ...facts: string[]
  ): void => {
    const at = `${name}. 300 IN ${type} ${data.replace('|', '')}`;
    says(
      data.includes('|') ? answer(name, type, data) : answer(name, type, data).replace(`IN ${type}`, `I|N ${type}`),
      at,
      what,
      ...facts,
      TTL,
    );
  };
  const tlsa = `${'ab'.repeat(32)}`;
  it('names each kind of text where the cursor is on no part of it', () => {
    whole('_dmarc.a.test', 'TXT', '"v=DMARC1; p=none"', ['DMARC', 'dmarc']);
    whole('_mta-sts.a.test', 'TXT', '"v=STSv1; id=1"', ['MTA-STS', 'mta-sts']);
    whole('_smtp._tls.a.test', 'TXT', '"v=TLSRPTv1; rua=mailto:a@a.test"', ['TLS-RPT', 'tls-rpt']);
    whole('default._bimi.a.test', 'TXT', '"v=BIMI1; l="', ['BIMI', 'bimi']);
    whole('s._domainkey.a.test', 'TXT', '"v=DKIM1; p="', ['DKIM key', 'dkim-key']);
  });
  it('explains terms of SPF that no host matches: modifiers, known and unknown', () => {
    const term = (shown: string, row: string): void =>
      says(answer('a.test', 'TXT', `"v=spf1 ${shown.slice(0, 2)}|${shown.slice(2)}"`), shown, [shown, row]);
    term('redirect=b.test', 'spf redirect');
    term('exp=why.b.test', 'spf exp');
    term('moo=b.test', 'spf modifier');
  });
  it('explains a term or tag that is not known by the whole record', () => {
    whole('_dmarc.a.test', 'TXT', '"v=DMARC1; p=none; mo|o=1"', ['DMARC', 'dmarc']);
    const none = '0 of at most 10 DNS look-ups are caused by this record itself (RFC 7208 4.6.4).';
    whole('a.test', 'TXT', '"v=spf1 modi|fier:b.test -all"', ['SPF', 'spf'], none);
    whole(
      'a.test',
      'TXT',
      '"v=spf1 mx ipv4:192.0|.2.1 -all"',
      ['SPF', 'spf'],
      '1 of at most 10 DNS look-ups are caused by this record itself (RFC 7208 4.6.4).',
    );
  });
  it('says what each qualifier of SPF does', () => {
    const qualified = (term: string, means: string): void =>
      says(answer('a.test', 'TXT', `"v=spf1 mx ${term.slice(0, 2)}|${term.slice(2)}"`), term, [term, 'spf all'], means);
    qualified('+all', '+ pass: the sender is allowed.');
    qualified('-all', '- fail: the sender is not allowed; receivers may refuse the mail.');
    qualified('~all', '~ softfail: the sender is probably not allowed; receivers mostly accept and mark the mail.');
    qualified('?all', '? neutral: nothing is said about the sender, as if there were no record.');
  });
  it('says what the values of a tag do, each of them', () => {
    says(
      answer('_dmarc.a.test', 'TXT', '"v=DMARC1; p=none; f|o=1:d:s"'),
      'fo=1:d:s',
      ['fo=1:d:s', 'dmarc fo'],
      ...['1', 'd', 's'].map((one) => recordWords.get('dmarc fo')?.values.get(one) ?? ''),
    );
    says(
      answer('_dmarc.a.test', 'TXT', '"v=DMARC1; p=none; a|dkim=S"'),
      'adkim=S',
      ['adkim=S', 'dmarc adkim'],
      's (strict): the domains must be the same.',
    );
  });
  it('names who must agree to reports only where it is a stranger', () => {
    const asks = (name: string, tag: string, ...facts: string[]): void =>
      says(answer(name, 'TXT', `"v=DMARC1; p=none; |${tag}"`), tag, [tag, `dmarc ${tag.slice(0, 3)}`], ...facts);
    asks('_dmarc.a.test', 'ruf=mailto:d@a.test');
    asks('_dmarc.m.a.test', 'ruf=mailto:d@a.test');
    asks('_dmarc.a.test', 'ruf=mailto:d@m.a.test');
    asks(
      '_dmarc.a.test',
      'ruf=mailto:d@BA.test',
      'ba.test is another domain: it must agree to receive the reports by a record at a.test._report._dmarc.ba.test.',
    );
    asks('_dmarc.test', 'rua=mailto:d@b.test');
    asks('x._dmarc.a.test', 'rua=mailto:d@b.test');
  });
  it('counts exchangers alone among the answers', () =>
    says(
      '; <<>> DiG 9.18 <<>> MX www.a.test\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n;; ANSWER SECTION:\nwww.a.test. 300 IN CNAME 1.b.test.\n1.b.test. 300 IN MX 10 mx1.b.te|st.\n1.b.test. 300 IN MX 20 mx2.b.test.\n',
      '1.b.test. 300 IN MX 10 mx1.b.test.',
      ['MX 10 mx1.b.test.', 'mx'],
      'It is tried first.',
      TTL,
    ));
  it('says of an exchanger how many come before it, however many digits they have', () => {
    const three = (cursor: number): string =>
      `; <<>> DiG 9.18 <<>> MX a.test\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n;; ANSWER SECTION:\n${[5, 10, 10, 100].map((n, i) => `a.test. 300 IN MX ${n} m${i === cursor ? '|' : ''}x${i}.a.test.\n`).join('')}`;
    const place = (cursor: number, what: string, says1: string): void =>
      says(three(cursor), `a.test. 300 IN MX ${what}`, [`MX ${what}`, 'mx'], says1, TTL);
    place(0, '5 mx0.a.test.', 'It is tried first.');
    place(1, '10 mx1.a.test.', '1 of 4 are tried before it.');
    place(3, '100 mx3.a.test.', '3 of 4 are tried before it.');
  });
  it('of a null MX says no place', () =>
    says(answer('a.test', 'MX', '0 |.'), 'a.test. 300 IN MX 0 .', ['MX 0 .', 'mx null'], TTL));
  it('tells the parts of TLSA', () => {
    const facts = (usage: number, selector: number, matching: number): string[] => [
      `Usage ${recordWords.get('tlsa usage')?.values.get(`${usage}`)}`,
      `Selector ${recordWords.get('tlsa selector')?.values.get(`${selector}`)}`,
      `Matching type ${recordWords.get('tlsa matching')?.values.get(`${matching}`)}`,
    ];
    const one = `3 1 1 ${tlsa}`;
    whole('_25._tcp.mx.a.test', 'TLSA', `3 |1 1 ${tlsa}`, [`TLSA ${one}`, 'tlsa'], ...facts(3, 1, 1));
    whole('_25._tcp.mx.a.test', 'TYPE52', `2 |0 1 ${tlsa}`, [`TYPE52 2 0 1 ${tlsa}`, 'tlsa'], ...facts(2, 0, 1));
  });
  it('tells where a service is, and that there is none', () => {
    whole(
      '_submission._tcp.a.test',
      'SRV',
      '0 |1 587 mail.a.test.',
      ['SRV 0 1 587 mail.a.test.', 'srv'],
      'Here: mail.a.test, port 587, priority 0, weight 1.',
    );
    whole('_imap._tcp.a.test', 'SRV', '0 0 0| .', ['SRV 0 0 0 .', 'srv none']);
    whole('a.test', 'HTTPS', '1 .| alpn="h2"', ['HTTPS 1 . alpn="h2"', 'svcb']);
    whole('a.test', 'HTTPS', '0 b|.test.', ['HTTPS 0 b.test.', 'svcb'], 'Here: an alias for b.test.');
    whole('a.test', 'SVCB', '0 b|.test.', ['SVCB 0 b.test.', 'svcb'], 'Here: an alias for b.test.');
    whole('www.a.test', 'CNAME', 'a|.test.', ['CNAME a.test.', 'cname']);
  });
  it('tells the kind of digest, the serial, and who may issue', () => {
    const digest = 'AB'.repeat(32);
    whole('a.test', 'DS', `12345 8 2 |${digest}`, [`DS 12345 8 2 ${digest}`, 'ds'], 'digest type 2: SHA-256.');
    whole(
      'a.test',
      'CDS',
      `12345 8 1 |AB`,
      ['CDS 12345 8 1 AB', 'ds'],
      'digest type 1: SHA-1, which must not be used for new records.',
    );
    whole(
      'a.test',
      'SOA',
      'ns.a.test. |root.a.test. 2026112901 1 2 3 4',
      ['SOA ns.a.test. root.a.test. 2026112901 1 2 3 4', 'soa'],
      'The serial is 2026112901.',
    );
    const issues = recordWords.get('caa')?.values;
    whole('a.test', 'CAA', '128 "Iss|ue" "ca.test"', ['CAA 128 "Issue" "ca.test"', 'caa'], issues?.get('issue') ?? '');
    whole(
      'a.test',
      'TYPE257',
      '0 io|def "mailto:a@a.test"',
      ['TYPE257 0 iodef "mailto:a@a.test"', 'caa'],
      issues?.get('iodef') ?? '',
    );
    whole('a.test', 'CAA', '0 tb|s "x"', ['CAA 0 tbs "x"', 'caa']);
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
