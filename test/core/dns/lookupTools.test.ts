import assert from 'node:assert/strict';
import { readLookup } from '../../../src/core/dns/readLookup.ts';
import { Lines } from '../../../src/core/text/lines.ts';

function lookups(text: string) {
  const lines = new Lines(text);
  const found = [];
  for (let line = 0; line < lines.count; ) {
    const read = readLookup(text, lines, line, lines.count);
    if (read !== undefined) found.push(read.lookup);
    line = read?.endLine ?? line + 1;
  }
  return found;
}

const queriesOf = (text: string) => lookups(text).flatMap((lookup) => lookup.queries);

/** Every query of the text as `tool name type status @server: ttl data | data`, in order. */
function reads(text: string, expected: readonly string[]): void {
  assert.deepEqual(
    queriesOf(text).map(({ tool, name, type, status, server, answers }) => {
      const data = answers.map((one) => `${one.ttl === undefined ? '' : `${one.ttl} `}${one.data}`).join(' | ');
      return `${tool} ${name} ${type} ${status}${server === undefined ? '' : ` @${server}`}: ${data}`;
    }),
    expected,
  );
}

const kdig = (status: string, question: string, answer = ''): string =>
  `;; ->>HEADER<<- opcode: QUERY; status: ${status}; id: 7171\n;; Flags: qr rd ra; QUERY: 1; ANSWER: 2; AUTHORITY: 0; ADDITIONAL: 0\n\n;; QUESTION SECTION:\n;; ${question}\n\n${answer}\n;; Received 70 B\n;; Time 2026-11-21 22:21:29 UTC\n;; From 192.0.2.53@53(UDP) in 1.0 ms\n`;

describe('kdig', () => {
  it('answers', () =>
    reads(
      kdig(
        'NOERROR',
        'contoso.test.       \t\tIN\tMX',
        ';; ANSWER SECTION:\ncontoso.test.       \t300\tIN\tMX\t20 mx2.contoso.test.\n',
      ),
      ['kdig contoso.test MX NOERROR @192.0.2.53: 300 20 mx2.contoso.test.'],
    ));
  it('does not', () => {
    reads(kdig('REFUSED', 'x.test. IN A'), ['kdig x.test A REFUSED @192.0.2.53: ']);
    reads(
      '$ kdig @192.0.2.98 x.test MX\n;; WARNING: response timeout for 192.0.2.98@53(UDP)\n;; ERROR: failed to query server 192.0.2.98@53(UDP)\n',
      ['kdig x.test MX TIMEOUT @192.0.2.98: '],
    );
    reads(";; WARNING: can't connect to 192.0.2.98@53(TCP)\n", ['kdig  ? CONNECTION-REFUSED @192.0.2.98: ']);
  });
});

describe('delv', () => {
  const mx = 'contoso.test.\t\t299\tIN\tMX\t10 mx1.contoso.test.\n';
  it('says how far the answer can be trusted', () => {
    for (const [words, validated] of [
      ['fully validated', true],
      ['unsigned answer', false],
      ['answer not validated', false],
    ] as const) {
      const signature =
        'contoso.test.\t299\tIN\tRRSIG\tMX 13 2 300 20261221193559 20261121193559 1 contoso.test. AAAA\n';
      const text = `; ${words}\n${mx}${signature}`;
      reads(text, ['delv contoso.test MX NOERROR: 299 10 mx1.contoso.test.']);
      assert.equal(queriesOf(text)[0]?.validated, validated);
    }
  });
  it('finds nothing', () => {
    reads(
      ';; resolution failed: ncache nxdomain\n; negative response, fully validated\n; no.contoso.test.\t300\tIN\t\\-ANY\t;-$NXDOMAIN\n; contoso.test. SOA ns1.contoso.test. hm.contoso.test. 1 2 3 4 5\n',
      ['delv no.contoso.test ? NXDOMAIN: '],
    );
    reads(
      ';; resolution failed: ncache nxrrset\n; negative response, unsigned answer\n; www.contoso.test. 300 IN \\-MX ;-$NXRRSET\n',
      ['delv www.contoso.test MX NOERROR: '],
    );
  });
  it('does not trust what came', () =>
    reads(
      ";; validating bogus.test/DNSKEY: no valid signature found (DS)\n;; no valid RRSIG resolving 'bogus.test/DNSKEY/IN': 192.0.2.62#53\n;; broken trust chain resolving 'bogus.test/MX/IN': 192.0.2.62#53\n;; resolution failed: broken trust chain\n",
      ['delv bogus.test MX BOGUS @192.0.2.62: '],
    ));
  it('is refused, or not answered', () => {
    reads(";; REFUSED unexpected RCODE resolving 'x.test/MX/IN': 192.0.2.62#53\n;; resolution failed: failure\n", [
      'delv x.test MX REFUSED @192.0.2.62: ',
    ]);
    reads('$ delv @192.0.2.98 x.test MX\n;; resolution failed: timed out\n', ['delv x.test MX TIMEOUT @192.0.2.98: ']);
  });
  it('writes YAML', () =>
    reads(
      "type: DELV_RESULT\nquery_name: contoso.test\nstatus: success\nrecords:\n  - answer_not_validated:\n    - 'contoso.test. 299 IN MX 10 mx1.contoso.test.'\n",
      ['delv contoso.test MX NOERROR: 299 10 mx1.contoso.test.'],
    ));
});

describe('unbound-host', () => {
  it('marks each sentence', () => {
    const text =
      'contoso.test has address 192.0.2.80 (insecure)\ncontoso.test has no IPv6 address (insecure)\ncontoso.test mail is handled by 10 mx1.contoso.test. (insecure)\n';
    reads(text, [
      'unbound-host contoso.test A NOERROR: 192.0.2.80',
      'unbound-host contoso.test AAAA NOERROR: ',
      'unbound-host contoso.test MX NOERROR: 10 mx1.contoso.test.',
    ]);
    assert.equal(queriesOf(text)[0]?.validated, false);
    assert.equal(queriesOf(text.replaceAll('insecure', 'secure'))[0]?.validated, true);
  });
  it('has its own words for text records and for failures', () => {
    reads('$ unbound-host -t txt a.test\na.test has TXT record "v=spf1 -all"\n', [
      'unbound-host a.test TXT NOERROR: "v=spf1 -all"',
    ]);
    reads('Host no.test not found: 3(NXDOMAIN). (secure)\n', ['unbound-host no.test ? NXDOMAIN: ']);
    reads('Host 9.2.0.192.in-addr.arpa not found: 3(NXDOMAIN).\n', [
      'unbound-host 9.2.0.192.in-addr.arpa PTR NXDOMAIN: ',
    ]);
  });
  it('warns of an answer that does not verify', () => {
    const failure = 'validation failure <b.test. MX IN>: signature missing from 192.0.2.62 for trust anchor b.test.\n';
    reads(`b.test mail is handled by 10 mx.b.test. (BOGUS (security failure))\n${failure}`, [
      'unbound-host b.test MX BOGUS: 10 mx.b.test.',
    ]);
    reads(failure, ['unbound-host b.test MX BOGUS: ']);
  });
});

describe('Resolve-DnsName', () => {
  const mx =
    '\nName                                     Type   TTL   Section    NameExchange                              Preference\n----                                     ----   ---   -------    ------------                              ----------\ncontoso.test                             MX     3600  Answer     mx1.contoso.test                          10\ncontoso.test                             MX     3600  Answer     mx2.contoso.test                          20\n\nName       : mx1.contoso.test\nQueryType  : A\nTTL        : 3600\nSection    : Additional\nIP4Address : 192.0.2.1\n\n';
  it('prints tables, and lists for what is added', () => {
    const expected = 'contoso.test MX NOERROR: 3600 10 mx1.contoso.test. | 3600 20 mx2.contoso.test.';
    reads(mx, [`resolve-dnsname ${expected}`]);
    reads(`PS C:\\Users\\Ann> Resolve-DnsName -Type MX contoso.test -Server 192.0.2.53\n${mx}`, [
      `resolve-dnsname ${expected.replace(':', ' @192.0.2.53:')}`,
    ]);
  });
  it('prints addresses, aliases and texts', () => {
    const head = (column: string): string =>
      `Name                           Type   TTL   Section    ${column}\n----                           ----   ---   -------    ${'-'.repeat(column.length)}\n`;
    reads(
      `PS> Resolve-DnsName www.contoso.test\n\n${head('IPAddress')}www.contoso.test               AAAA   60    Answer     2001:db8::5\nwww.contoso.test               A      60    Answer     192.0.2.5\n`,
      [
        'resolve-dnsname www.contoso.test AAAA NOERROR: 60 2001:db8::5',
        'resolve-dnsname www.contoso.test A NOERROR: 60 192.0.2.5',
      ],
    );
    reads(`${head('NameHost')}5.2.0.192.in-addr.arpa         PTR    60    Answer     www.contoso.test\n`, [
      'resolve-dnsname 5.2.0.192.in-addr.arpa PTR NOERROR: 60 www.contoso.test.',
    ]);
    reads(`${head('Strings')}contoso.test                   TXT    60    Answer     {v=spf1 mx -all}\n`, [
      'resolve-dnsname contoso.test TXT NOERROR: 60 "v=spf1 mx -all"',
    ]);
  });
  it('prints lists, wrapped', () =>
    reads(
      'Name         : _dmarc.contoso.test\nType         : TXT\nTTL          : 300\nCharacterSet : Unicode\nSection      : Answer\nStrings      : {v=DMARC1; p=quarantine; rua=mailto:dmarc@contoso.test; ruf=mailto:forensic@c\n               ontoso.test}\n',
      [
        'resolve-dnsname _dmarc.contoso.test TXT NOERROR: 300 "v=DMARC1; p=quarantine; rua=mailto:dmarc@contoso.test; ruf=mailto:forensic@contoso.test"',
      ],
    ));
  it('shows the zone where there is no such record', () =>
    reads(
      'PS> Resolve-DnsName www.contoso.test -Type MX\n\nName                   Type TTL   Section    PrimaryServer        NameAdministrator        SerialNumber\n----                   ---- ---   -------    -------------        -----------------        ------------\ncontoso.test           SOA  300   Authority  ns1.contoso.test     hm.contoso.test          7\n',
      ['resolve-dnsname www.contoso.test MX NOERROR: '],
    ));
  it('fails in words of the system', () => {
    const failed = (words: string): string =>
      `PS> Resolve-DnsName x.test MX\nResolve-DnsName : x.test : ${words}\nAt line:1 char:1\n+ Resolve-DnsName x.test MX\n+ ~~~~~~~~~~~~~~~~~~~~~~~~~\n    + CategoryInfo          : ResourceUnavailable: (x.test:String) [Resolve-DnsName], Win32Exception\n    + FullyQualifiedErrorId : X,Microsoft.DnsClient.Commands.ResolveDnsName\n`;
    reads(failed('DNS name does not exist'), ['resolve-dnsname x.test MX NXDOMAIN: ']);
    reads(failed('DNS server failure'), ['resolve-dnsname x.test MX SERVFAIL: ']);
    reads(failed('This operation returned because the timeout period expired'), [
      'resolve-dnsname x.test MX TIMEOUT: ',
    ]);
    reads(failed('Something else'), ['resolve-dnsname x.test MX ?: ']);
    assert.equal(lookups(failed('DNS server failure')).length, 1);
  });
});

describe('nslookup with debug', () => {
  const block = (rcode: string, question: string, answers = ''): string =>
    `------------\nGot answer:\n    HEADER:\n        opcode = QUERY, id = 2, rcode = ${rcode}\n        header flags:  response, want recursion, recursion avail.\n        questions = 1,  answers = 1,  authority records = 0,  additional = 0\n\n    QUESTIONS:\n        ${question}, class = IN\n${answers}\n------------\n`;
  const head = 'Server:  dc1.contoso.test\nAddress:  192.0.2.53\n\n';
  it('prints each message on Windows', () =>
    reads(
      `${block('NXDOMAIN', '53.2.0.192.in-addr.arpa, type = PTR')}${head}${block('NXDOMAIN', 'contoso.test.corp.test, type = MX')}${block('NOERROR', 'contoso.test, type = MX', '    ANSWERS:\n    ->  contoso.test\n        MX preference = 10, mail exchanger = mx1.contoso.test\n        ttl = 3600 (1 hour)\n')}Non-authoritative answer:\ncontoso.test\n        MX preference = 10, mail exchanger = mx1.contoso.test\n        ttl = 3600 (1 hour)\n`,
      ['nslookup contoso.test MX NOERROR @dc1.contoso.test: 3600 10 mx1.contoso.test.'],
    ));
  it('goes by the last question that was answered', () => {
    const found = block(
      'NOERROR',
      'a.test, type = A',
      '    ANSWERS:\n    ->  a.test\n        internet address = 192.0.2.1\n',
    );
    const sent =
      '------------\nSendRequest(), len 30\n    QUESTIONS:\n        a.test.corp.test, type = A, class = IN\n\n------------\n';
    const garbled =
      '------------\nGot answer:\n    HEADER:\n        opcode = QUERY, id = 3, rcode = FORMERR\n------------\n';
    for (const more of ['', sent, garbled]) {
      reads(`${head}${found}${more}Name:    a.test\nAddress:  192.0.2.1\n`, [
        'nslookup a.test A NOERROR @dc1.contoso.test: 192.0.2.1',
      ]);
    }
  });
  it('gives the reply code of what failed', () =>
    reads(`${head}${block('SERVFAIL', 'x.test, type = A')}*** dc1.contoso.test can't find x.test: Server failed\n`, [
      'nslookup x.test A SERVFAIL @dc1.contoso.test: ',
    ]));
});

describe('more of nslookup', () => {
  const head = 'Server:  UnKnown\nAddress:  192.0.2.53\n\n';
  it('ends before a sentence, be its words those of a field', () => {
    for (const words of ['Our service failed us', 'Their text broke', 'That name was wrong']) {
      const text = `${head}Name:    a.test\nAddress:  192.0.2.1\n${words}\n`;
      assert.equal(readLookup(text, new Lines(text), 0, 6)?.endLine, 5, words);
    }
  });
  it('turns an address round', () =>
    reads(`C:\\>nslookup 192.0.2.5\n${head}Name:    www.contoso.test\nAddress:  192.0.2.5\n`, [
      'nslookup 5.2.0.192.in-addr.arpa PTR NOERROR @192.0.2.53: www.contoso.test.',
    ]));
  it('has no address, but the name', () =>
    reads(`${head}*** No internal type for both IPv4 and IPv6 Addresses (A+AAAA) records available for x.test\n`, [
      'nslookup x.test A NOERROR @192.0.2.53: ',
    ]));
  it('lists several servers, counts addresses', () => {
    reads('Server:  dc1\nAddresses:  192.0.2.53\n          192.0.2.54\n\nName:    a.test\nAddress:  192.0.2.1\n', [
      'nslookup a.test A NOERROR @dc1: 192.0.2.1',
    ]);
    reads('Server:    192.0.2.53\nAddress 1: 192.0.2.53 ns.test\n\nName:      a.test\nAddress 1: 192.0.2.1 a.test\n', [
      'nslookup a.test A NOERROR @192.0.2.53: 192.0.2.1',
    ]);
  });
});

describe('more of dig', () => {
  const message = (flags: string, extra = ''): string =>
    `;; ->>HEADER<<- opcode: QUERY, status: SERVFAIL, id: 1\n;; flags: ${flags}; QUERY: 1, ANSWER: 0\n\n;; OPT PSEUDOSECTION:\n; EDNS: version: 0, flags:; udp: 1232\n${extra};; QUESTION SECTION:\n;b.test.\t\tIN\tMX\n\n`;
  it('tells why it failed, and that it was verified', () => {
    const [query] = queriesOf(`;; Got answer:\n${message('qr rd ra', '; EDE: 6 (DNSSEC Bogus)\n')}`);
    assert.deepEqual(
      [query?.status, query?.extendedError, query?.validated],
      ['SERVFAIL', '6 (DNSSEC Bogus)', undefined],
    );
    assert.equal(queriesOf(message('qr rd ra ad'))[0]?.validated, true);
  });
  it('shows the query that it sends', () =>
    reads(`;; Sending:\n${message('rd ad')};; QUERY SIZE: 53\n\n;; Got answer:\n${message('qr rd ra')}`, [
      'dig b.test MX SERVFAIL: ',
    ]));
  it('leaves headings and classes out', () => {
    reads(';a.test.\t\tIN\tMX\na.test.\t60\tMX\t10 mx.a.test.\n', ['dig a.test MX NOERROR: 60 10 mx.a.test.']);
    reads('a.test.\t\tIN\tMX\t10 mx.a.test.\n', ['dig a.test MX NOERROR: 10 mx.a.test.']);
  });
  it('answers several short questions in one go', () =>
    reads('$ dig +short a.test MX a.test TXT\n10 mx.a.test.\n"v=spf1 mx -all"\n', [
      'dig a.test MX NOERROR: 10 mx.a.test.',
      'dig a.test TXT NOERROR: "v=spf1 mx -all"',
    ]));
  it('prints a text without saying whose', () =>
    reads('"v=DMARC1; p=none"\n', ['dig  TXT NOERROR: "v=DMARC1; p=none"']));
  it('prints texts up to the line at which something else begins', () => {
    const text = '"v=DMARC1; p=none"\n"one more"\n"of another block"\n';
    const lines = new Lines(text);
    const read = readLookup(text, lines, 0, 2);
    assert.equal(read?.endLine, 2);
    assert.deepEqual(
      read?.lookup.queries.flatMap(({ answers }) => answers.map(({ data }) => data)),
      ['"v=DMARC1; p=none"', '"one more"'],
    );
  });
  it('cannot reach the server', () =>
    reads(
      ';; Connection to 192.0.2.98#53(192.0.2.98) for a.test failed: connection refused.\n;; no servers could be reached\n'.repeat(
        3,
      ),
      ['dig a.test ? CONNECTION-REFUSED @192.0.2.98: '],
    ));
  it('transfers a zone', () =>
    reads(
      '; <<>> DiG 9.18 <<>> AXFR a.test @192.0.2.53\n;; global options: +cmd\na.test. 60 IN NS ns.a.test.\nb.a.test. 60 IN A 192.0.2.1\n',
      ['dig a.test AXFR NOERROR: 60 ns.a.test. | 60 192.0.2.1'],
    ));
});

describe('a lookup inside of something else', () => {
  const printed =
    '$ dig a.test MX\n\n; <<>> DiG 9.18 <<>> a.test MX\n;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n;; flags: qr rd ra; QUERY: 1\n\n;; QUESTION SECTION:\n;a.test.\t\tIN\tMX\n\n;; ANSWER SECTION:\na.test.\t\t60\tIN\tMX\t10 mx.a.test.\n\n;; SERVER: 192.0.2.53#53(192.0.2.53) (UDP)\n';
  const expected = ['dig a.test MX NOERROR @192.0.2.53: 60 10 mx.a.test.'];
  const each = (change: (line: string) => string): string => printed.split('\n').map(change).join('\n');
  it('is read through quoting marks and indentation', () => {
    reads(
      each((line) => `> ${line}`),
      expected,
    );
    reads(
      each((line) => `> > ${line}`.trimEnd()),
      expected,
    );
    reads(
      each((line) => `    ${line}`),
      expected,
    );
    reads(
      each((line) => (line === '' ? '' : `\t${line}`)),
      expected,
    );
    reads(
      each((line) => `| ${line}`),
      expected,
    );
    reads(`<pre>${printed.replaceAll('<', '&lt;').replaceAll('>', '&gt;')}</pre>`, expected);
  });
  it('keeps the places of the document', () => {
    const text = each((line) => `> ${line}`);
    const [lookup] = lookups(text);
    const [query] = lookup?.queries ?? [];
    const [answer] = query?.answers ?? [];
    assert.equal(text.slice(answer?.start, answer?.end), 'a.test.\t\t60\tIN\tMX\t10 mx.a.test.');
    assert.equal(text.slice(query?.nameSpan?.start, query?.nameSpan?.end), 'a.test');
    assert.equal(lookup?.start, 0);
  });
  it('ends where the quotation ends', () => {
    const text = '> a.test has address 192.0.2.1\na.test has address 192.0.2.2\n';
    assert.equal(lookups(text).length, 2);
  });
});

describe('hostile output', () => {
  it('comes to an end with hostile text', () => {
    // Quadratic time would be ten seconds and more.
    for (const piece of [
      '; fully validated\n',
      ";; x resolving 'a/MX/IN': 1\n",
      ';; resolution failed: timed out\n',
      'Name   Type  TTL  Section  Strings\n---- ---- --- ------- -------\n',
      'Name : a\nType : TXT\n',
      'Resolve-DnsName : a : b\n',
      '------------\nGot answer:\n------------\n',
      '------------\nGot answer:\n',
      '- type: MESSAGE\n  message:\n',
      '"v=spf1 a"\n',
      '> > > > ;; a\n',
      '> a.b\n',
      'a.b\n\n',
      '<pre>&gt; ',
      ';; Connection to 1#1(1) for a failed: x\n',
      'validation failure <a. MX IN>: x\n',
    ]) {
      const text = piece.repeat(Math.ceil(200_000 / piece.length));
      assert.doesNotThrow(() => lookups(text), JSON.stringify(piece));
    }
  }).timeout(60_000);
});
