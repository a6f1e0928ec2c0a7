import assert from 'node:assert/strict';
import { findingsIn } from '../../../src/core/problems/findings.ts';
import { zoneChecks } from '../../../src/core/problems/rules/zoneChecks.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../../src/core/verdict/readVerdicts.ts';

/** Each problem as its code and the line where it begins. */
const problems = (text: string): readonly string[] => {
  const ticket = readTicket(text);
  return [...findingsIn(ticket)].flatMap((one) =>
    one.code === undefined ? [] : [`${one.code} ${ticket.lines.lineOf(one.span.start) + 1}`],
  );
};
const reasons = (text: string): readonly string[] => readVerdicts(readTicket(text)).map(({ code }) => code);

describe('what checks a zone', () => {
  it('names hosts without an address and aliases, and says whether the zone is loaded', () => {
    const text = [
      "zone contoso.test/IN: contoso.test/MX 'mx1.contoso.test' has no address records (A or AAAA)",
      "zone contoso.test/IN: contoso.test/MX 'mx1.fabrikam.test' (out of zone) has no addresses records (A or AAAA)",
      "zone contoso.test/IN: contoso.test/MX 'mail.contoso.test' is a CNAME (illegal)",
      "zone contoso.test/IN: NS 'ns1.contoso.test' has no address records (A or AAAA)",
    ].join('\n');
    assert.deepEqual(problems(`${text}\nzone contoso.test/IN: loaded serial 2026112701\nOK\n`), [
      'zone-host-no-address 1',
      'zone-host-no-address 2',
      'zone-host-alias 3',
      'zone-host-no-address 4',
    ]);
    assert.deepEqual(problems('zone contoso.test/IN: loaded serial 2026112701\nOK\n'), []);
  });

  it('is read to its last line', () => {
    const lines = Array.from(
      { length: 700 },
      (_, i) => `zone contoso.test/IN: contoso.test/MX 'mx${i}.contoso.test' has no address records (A or AAAA)\n`,
    );
    assert.equal([...zoneChecks(readTicket(lines.join('')))].length, 700);
  });

  it('names the line that keeps a zone from being loaded, in the log of the server, too', () => {
    const head = 'Nov 27 03:03:29 ns1 named[78]: ';
    const text = [
      `${head}dns_rdata_fromtext: db.contoso:46: near 'mx.mail': bad IPv6 address`,
      `${head}zone contoso.test/IN: not loaded due to errors.`,
    ].join('\n');
    assert.deepEqual(problems(text), ['zone-not-loaded 2', 'zone-line 1']);
    assert.deepEqual(reasons(text), ['dns-failure']);
  });

  it('words it as named-checkconf and Knot do', () => {
    assert.deepEqual(
      problems(
        "/etc/bind/db.contoso:9: unknown RR type 'TEXT'\n_default/contoso.test/IN: bad zone\n" +
          'error: [www.contoso.test.] another record exists beside CNAME, records(CNAME, TXT)\n',
      ),
      ['zone-line 1', 'cname-beside 3'],
    );
  });

  it('counts look-ups and asks where reports go as checkdmarc does', () => {
    assert.deepEqual(
      problems(
        '"error": "rep.fabrikam.test does not indicate that it accepts DMARC reports about contoso.test - Authorization record not found"\n' +
          'Parsing the SPF record requires 11/10 maximum DNS lookups\nParsing the SPF record has 3/2 maximum void DNS lookups\n',
      ),
      ['checker-reports 1', 'checker-lookups 2', 'checker-lookups 3'],
    );
  });

  it('is a filter that could not have or read a record, which is no failure of the message', () => {
    for (const [said, reason] of [
      ['mx1 opendkim[529]: 4Xb2kz1Q7tz: key retrieval failed (s=s1, d=contoso.test)', 'dkim-failed'],
      ['mx1 policyd-spf[52]: Permerror; identity=mailfrom; client-ip=192.0.2.7; helo=mx1.contoso.test', 'spf-failed'],
      ['mx1 policyd-spf[52]: Softfail; identity=helo; client-ip=192.0.2.7; helo=mx1.contoso.test', 'spf-failed'],
      [
        'mx1 policyd-spf[52]: prepend Received-SPF: Softfail (mailfrom) identity=mailfrom; client-ip=192.0.2.7',
        'spf-failed',
      ],
    ] as const) {
      const [verdict, ...more] = readVerdicts(readTicket(`Nov 27 08:14:09 ${said}\n`));
      assert.deepEqual(
        [verdict?.code, verdict?.role, verdict?.failed, more.length],
        [reason, 'notice', false, 0],
        said,
      );
    }
    const line =
      '2026-11-27 08:14:09 #1691(normal) <b04cc5>; spf; parse_spf_record: <1@contoso.test>: spf error for domain contoso.test: bad spf command ipv4:192.0.2.19/24\n';
    const [verdict] = readVerdicts(readTicket(line));
    assert.deepEqual([verdict?.code, verdict?.failed], ['spf-failed', false]);
    assert.doesNotMatch(verdict?.summary ?? '', /192\.0\.2\.19/);
  });

  it('is MXToolbox with block lists, told once for each address', () => {
    const table =
      'Checking 192.0.2.7 against 85 known blacklists...\nListed 2 times with 0 timeouts\n\n \tBlacklist\tReason\tTTL\tResponseTime\n' +
      'LISTED\tUCEPROTECTL3\t192.0.2.7 was listed  Detail\t2100\t15\nLISTED\tSpamhaus ZEN\t192.0.2.7 was listed  Detail\t900\t31\nOK\t0SPAM\t\t\t16\n';
    const told = readVerdicts(readTicket(table));
    assert.deepEqual(
      told.map(({ code, summary }) => `${code}: ${summary}`),
      ['blocklisted: 192.0.2.7 stands on 2 block lists: UCEPROTECTL3, Spamhaus ZEN.'],
    );
    assert.deepEqual(reasons(table.replaceAll('\t', ' ')), ['blocklisted']);
    assert.deepEqual(reasons(table.replaceAll('LISTED', 'OK').replaceAll('was listed', '')), []);
  });

  it('is PowerDNS, and an old BIND that wants type SPF', () => {
    assert.deepEqual(
      problems(
        "[Error] CNAME record found, but other records with same label exist, zone 'contoso.test' label 'mail.contoso.test'\n" +
          "zone contoso.test/IN: 'contoso.test' found SPF/TXT record but no SPF/SPF record found, add matching type SPF record\n",
      ),
      ['cname-beside 1', 'zone-spf-type 2'],
    );
  });
});

describe('opendkim-testkey', () => {
  const says = (name: string, ...words: readonly string[]): string =>
    [`checking key '${name}'`, ...words].map((line) => `opendkim-testkey: ${line}\n`).join('');
  const read = (text: string): readonly string[] =>
    readTicket(text).blocks.flatMap((block) =>
      block.kind === 'lookup' ? block.queries.map(({ name, type, status }) => `${name} ${type} ${status}`) : [],
    );
  const name = 'mail._domainkey.contoso.test';

  it('asks for the key of a selector, and says what came of it', () => {
    for (const [words, status] of [
      [`'${name}' record not found`, 'NXDOMAIN'],
      [`'${name}' query timed out`, 'TIMEOUT'],
      ['key not secure', 'NOERROR'],
    ] as const)
      assert.deepEqual(read(says(name, words)), [`${name} TXT ${status}`], words);
    assert.deepEqual(read(says(name, 'key not secure', 'key OK')), [`${name} TXT NOERROR`]);
  });

  it('tells of a key that is missing, and of one that is another', () => {
    const text = `${says(name, `'${name}' record not found`)}${says('x._domainkey.contoso.test', 'keys do not match')}`;
    assert.deepEqual(reasons(text), ['dkim-failed', 'dkim-failed']);
    assert.deepEqual(reasons(says(name, 'key not secure', 'key OK')), []);
  });
});

describe('records that programs print', () => {
  it('are exchangers of Node, Go and PHP', () => {
    for (const text of [
      "[ { exchange: '203.0.113.25', priority: 20 } ]",
      '[{Host:203.0.113.25. Pref:20}]',
      '[pri] => 20 [target] => 203.0.113.25',
    ])
      assert.deepEqual(problems(`${text}\n`), ['mx-address 1'], text);
    assert.deepEqual(problems('{ host: "a", priority: 10 }\n'), []);
  });

  it('go on in parentheses where the mark of quoting is missing', () => {
    const key = 'MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=';
    const text = `> mail._domainkey\tIN\tTXT\t( "v=DKIM1; k=ed25519; "\n\t  "p=${key.slice(-44)}" )\n`;
    assert.deepEqual(problems(text), []);
  });
});
