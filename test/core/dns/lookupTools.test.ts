import assert from 'node:assert/strict';
import { readLookup } from '../../../src/core/dns/readLookup.ts';
import { Lines } from '../../../src/core/text/lines.ts';
import { lookups, queriesOf, reads } from './told.ts';

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
      ['dig a.test AXFR NOERROR @192.0.2.53: 60 ns.a.test. | 60 192.0.2.1'],
    ));
  it('is asked by its name where the command has it, or the banner', () => {
    const foot =
      ';; ->>HEADER<<- opcode: QUERY, status: REFUSED, id: 4\n;; flags: qr rd; QUERY: 1, ANSWER: 0\n;; QUESTION SECTION:\n;a.test.\tIN\tMX\n;; SERVER: 192.0.2.53#53(ns.a.test) (UDP)\n';
    reads(`$ dig mx a.test @ns.a.test\n${foot}`, ['dig a.test MX REFUSED @ns.a.test: ']);
    reads(`; <<>> DiG 9.18 <<>> mx a.test @ns.a.test\n${foot}`, ['dig a.test MX REFUSED @ns.a.test: ']);
    reads(foot, ['dig a.test MX REFUSED @192.0.2.53: ']);
  });
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

describe('the bare data of dig', () => {
  const short = (command: string, ...lines: readonly string[]): string =>
    `$ dig +short ${command}\n${lines.join('\n')}\n`;

  it('is of the question whose type it fits, an alias in front of what it leads to', () => {
    reads(
      short(
        'contoso.test A fabrikam.test MX fabrikam.test TXT contoso.test NS contoso.test SOA 7.2.0.192.in-addr.arpa PTR',
        '192.0.2.1',
        '10 mx.fabrikam.test.',
        '"v=spf1 -all"',
        'ns1.contoso.test.',
        'ns1.contoso.test. hostmaster.contoso.test. 2026112001 7200 3600 1209600 3600',
        'mail.contoso.test.',
      ),
      [
        'dig contoso.test A NOERROR: 192.0.2.1',
        'dig fabrikam.test MX NOERROR: 10 mx.fabrikam.test.',
        'dig fabrikam.test TXT NOERROR: "v=spf1 -all"',
        'dig contoso.test NS NOERROR: ns1.contoso.test.',
        'dig contoso.test SOA NOERROR: ns1.contoso.test. hostmaster.contoso.test. 2026112001 7200 3600 1209600 3600',
        'dig 7.2.0.192.in-addr.arpa PTR NOERROR: mail.contoso.test.',
      ],
    );
    reads(short('www.contoso.test AAAA', 'web.contoso.test.', '2001:db8::1'), [
      'dig www.contoso.test AAAA NOERROR: web.contoso.test. | 2001:db8::1',
    ]);
    reads(short('mail.contoso.test MX', 'mx.fabrikam.test.', '20 mx2.fabrikam.test.', 'and more'), [
      'dig mail.contoso.test MX NOERROR: mx.fabrikam.test. | 20 mx2.fabrikam.test.',
    ]);
    reads(short('_dmarc.contoso.test TXT', '_dmarc.fabrikam.test.', '"v=DMARC1; p=none"'), [
      'dig _dmarc.contoso.test TXT NOERROR: _dmarc.fabrikam.test. | "v=DMARC1; p=none"',
    ]);
    reads(short('_25._tcp.mx.contoso.test TLSA', '_tlsa.contoso.test.', '3 1 1 0D6FCE9E0A'), [
      'dig _25._tcp.mx.contoso.test TLSA NOERROR: _tlsa.contoso.test. | 3 1 1 0D6FCE9E0A',
    ]);
    const [query] = queriesOf(short('www.contoso.test A', 'web.contoso.test.', '192.0.2.1'));
    assert.deepEqual(
      query?.answers.map(({ name, type }) => `${name} ${type}`),
      ['www.contoso.test CNAME', 'web.contoso.test A'],
    );
  });

  it('is told by its form where everything was asked for', () => {
    const types = (...lines: readonly string[]): unknown =>
      queriesOf(short('contoso.test ANY', ...lines))[0]?.answers.map(({ type }) => type);
    assert.deepEqual(types('"RFC8482" ""'), ['HINFO']);
    assert.deepEqual(
      types(
        '192.0.2.1',
        '2001:db8::1',
        '10 mx.contoso.test.',
        'ns1.contoso.test.',
        '"v=spf1 -all"',
        'ns1.contoso.test. hostmaster.contoso.test. 1 2 3 4 5',
        '0 issue "letsencrypt.org"',
        'what is that?',
      ),
      ['A', 'AAAA', 'MX', 'NS', 'TXT', 'SOA', 'CAA'],
    );
  });

  it('is of nobody by name where two questions of one type stand together', () => {
    reads(short('contoso.test MX fabrikam.test MX', '10 mx1.contoso.test.', '20 mx2.contoso.test.'), [
      'dig  MX NOERROR: 10 mx1.contoso.test. | 20 mx2.contoso.test.',
    ]);
  });

  it('is none where nothing follows but the prompt', () => {
    for (const end of ['$ dig +short contoso.test MX', 'ann@pc:~$ ls', 'PS C:\\> cls', '```'])
      assert.equal(queriesOf(`$ dig +short nothing.contoso.test\n${end}\n`)[0]?.status, '?', end);
    assert.deepEqual(queriesOf('$ dig +short nothing.contoso.test\nand then?\n'), []);
  });
});

describe('tables of lookups', () => {
  it('are those of dig +nssearch, doggo with long options, and dog without an answer', () => {
    const soa = 'ns1.contoso.test. hostmaster.contoso.test. 2026112001 7200 3600 1209600 3600';
    reads(
      `$ dig +nssearch contoso.test\nSOA ${soa} from server 192.0.2.53 in 12 ms.\nSOA ${soa} from server 192.0.2.54 in 13 ms.\n`,
      [`dig contoso.test SOA NOERROR @192.0.2.53: ${soa}`, `dig contoso.test SOA NOERROR @192.0.2.54: ${soa}`],
    );
    reads(
      '$ doggo --type=mx --query=contoso.test. --nameserver=@192.0.2.53\nNAME           TYPE  CLASS  TTL   ADDRESS             NAMESERVER\ncontoso.test.  MX    IN     300s  10 mx.contoso.test. 192.0.2.53:53\n\ncontoso.test.  TXT   IN     300s  say "x"             192.0.2.53:53\n\n\n\ncontoso.test.  MX    IN     300s  20 mx.contoso.test. 192.0.2.53:53\n',
      [
        'doggo contoso.test MX NOERROR @192.0.2.53: 300 10 mx.contoso.test.',
        'doggo contoso.test TXT NOERROR @192.0.2.53: 300 "say \\"x\\""',
      ],
    );
    const table = '$ doggo contoso.test MX\nNAME           TYPE  CLASS  TTL   ADDRESS             NAMESERVER\n';
    const mx = (preference: number): string =>
      `contoso.test.  MX    IN     300s  ${preference} mx.contoso.test. 192.0.2.53:53\n`;
    reads(`${table}${mx(10)}\n\n${mx(20)}`, [
      'doggo contoso.test MX NOERROR @192.0.2.53: 300 10 mx.contoso.test. | 300 20 mx.contoso.test.',
    ]);
    reads(
      '$ doggo -q contoso.test -t MX @192.0.2.53\nNAME           TYPE  CLASS  TTL   ADDRESS             NAMESERVER\n',
      [],
    );
    for (const [words, status] of [
      ['NXDomain', 'NXDOMAIN'],
      ['Server Failure', 'SERVFAIL'],
      ['Query Refused', 'REFUSED'],
      ['Not Implemented', 'NOTIMP'],
      ['Format Error', 'FORMERR'],
    ])
      reads(
        `$ dog x.contoso.test MX\nStatus: ${words}\nSOA contoso.test. 1h00m00s   A "ns1.contoso.test." "h.contoso.test." 1 2h00m00s 1h00m00s 14d0h00m00s 1h00m00s\n`,
        [`dog x.contoso.test MX ${status}: `],
      );
    assert.deepEqual(queriesOf('Status: NXDomain\n'), []);
  });

  it('are those of resolvectl, with more addresses below, and in its words for what failed', () => {
    reads(
      '$ resolvectl query mail.contoso.test\nmail.contoso.test: 192.0.2.1 -- link: eth0\n                   2001:db8::1 -- link: eth0\n',
      ['resolvectl mail.contoso.test A NOERROR: 192.0.2.1', 'resolvectl mail.contoso.test AAAA NOERROR: 2001:db8::1'],
    );
    for (const [words, status] of [
      ["'x.contoso.test' not found", 'NXDOMAIN'],
      ["'x.contoso.test' does not have any RR of the requested type", 'NOERROR'],
      ['All attempts to contact name servers or networks failed', 'TIMEOUT'],
      ['DNSSEC validation failed: signature-expired', 'BOGUS'],
      ["Could not resolve 'x.contoso.test', server or network returned error SERVFAIL", 'SERVFAIL'],
      ["Could not resolve 'x.contoso.test', server or network returned error REFUSED", 'REFUSED'],
      ['No such device or address', '?'],
    ])
      reads(`$ resolvectl query --type=TLSA x.contoso.test\nx.contoso.test: resolve call failed: ${words}\n`, [
        `resolvectl x.contoso.test TLSA ${status}: `,
      ]);
  });
});

describe('dig +yaml', () => {
  const yaml = (first: string): string =>
    `${first}type: MESSAGE\n  message:\n    type: RECURSIVE_RESPONSE\n    response_address: "192.0.2.53"\n    response_port: 53\n    response_message_data:\n      opcode: QUERY\n      status: NOERROR\n      flags: qr rd ra ad\n      QUESTION_SECTION:\n        - contoso.test. IN MX\n      ANSWER_SECTION:\n        - contoso.test. 300 IN MX 10 mx.contoso.test.\n        - contoso.test. 300 IN RRSIG MX 13 2 300 20261220000000 20261120000000 1 contoso.test. YQ==\n`;

  it('has its dash on the line of the type, or on one of its own', () => {
    for (const first of ['- ', '-\n  '])
      reads(`$ dig +yaml contoso.test MX\n${yaml(first)}${yaml(first).replace(/contoso/g, 'fabrikam')}`, [
        'dig contoso.test MX NOERROR @192.0.2.53: 300 10 mx.contoso.test.',
        'dig fabrikam.test MX NOERROR @192.0.2.53: 300 10 mx.fabrikam.test.',
      ]);
    assert.equal(queriesOf(yaml('-\n  '))[0]?.validated, true);
    assert.deepEqual(queriesOf('-\n  type: OTHER\n  message: x\n'), []);
  });

  it('says why no server answered', () => {
    for (const [words, status] of [
      ['connection refused', 'CONNECTION-REFUSED'],
      ['timed out', 'TIMEOUT'],
    ])
      reads(
        `$ dig +yaml contoso.test MX\n-\n  type: DIG_ERROR\n  message: |-\n    communications error to 192.0.2.99#53: ${words}\n`,
        [`dig contoso.test MX ${status}: `],
      );
  });

  it('is delv’s with how far it is validated', () => {
    const delv = (key: string): string =>
      `$ delv +yaml contoso.test MX\ntype: DELV_RESULT\nquery_name: contoso.test\nstatus: success\nrecords:\n  - ${key}:\n    - contoso.test. 300 IN MX 10 mx.contoso.test.\n    - contoso.test. 300 IN RRSIG MX 13 2 300 1 1 1 contoso.test. YQ==\n`;
    reads(delv('fully_validated'), ['delv contoso.test MX NOERROR: 300 10 mx.contoso.test.']);
    assert.equal(queriesOf(delv('fully_validated'))[0]?.validated, true);
    assert.notEqual(queriesOf(delv('answer_not_validated'))[0]?.validated, true);
    reads(delv('fully_validated').replace(/^.*\n/, ''), ['delv contoso.test MX NOERROR: 300 10 mx.contoso.test.']);
  });
});

describe('records of PowerShell', () => {
  it('are those of names, services and of types that it does not know', () => {
    const table = (command: string, type: string, name: string, host: string): string =>
      `PS C:\\> Resolve-DnsName ${command}\n\nName                           Type   TTL   Section    NameHost\n----                           ----   ---   -------    --------\n${name.padEnd(30)} ${type.padEnd(6)} 3600  Answer     ${host}\n\n`;
    reads(table('contoso.test -Type NS', 'NS', 'contoso.test', 'ns1.contoso.test'), [
      'resolve-dnsname contoso.test NS NOERROR: 3600 ns1.contoso.test.',
    ]);
    reads(table('192.0.2.7', 'PTR', '7.2.0.192.in-addr.arpa', 'mail.contoso.test'), [
      'resolve-dnsname 7.2.0.192.in-addr.arpa PTR NOERROR: 3600 mail.contoso.test.',
    ]);
    const list = (type: string, ...more: readonly string[]): string =>
      `PS C:\\> Resolve-DnsName x.contoso.test -Type ${type} | fl\n\nName       : x.contoso.test\nType       : ${type}\nTTL        : 300\nSection    : Answer\n${more.join('\n')}\n\n`;
    reads(
      list('SRV', 'NameTarget : autodiscover.contoso.test', 'Priority   : 0', 'Weight     : 5', 'Port       : 443'),
      ['resolve-dnsname x.contoso.test SRV NOERROR: 300 0 5 443 autodiscover.contoso.test.'],
    );
    reads(list('UNKNOWN', 'Data       : {3, 1, 1, 13}'), [
      'resolve-dnsname x.contoso.test UNKNOWN NOERROR: 300 {3, 1, 1, 13}',
    ]);
    reads(list('TYPE65', 'Data       : {0, 1}'), ['resolve-dnsname x.contoso.test TYPE65 NOERROR: 300 {0, 1}']);
    const key = 'A'.repeat(80);
    reads(list('TXT', `Strings    : {v=DKIM1; k=rsa; p=${key}`, `             ${key}}`), [
      `resolve-dnsname x.contoso.test TXT NOERROR: 300 "v=DKIM1; k=rsa; p=${key}${key}"`,
    ]);
  });
});

describe('answers in JSON', () => {
  it('are read in the form of each tool', () => {
    reads(
      '{"ID":1,"QR":1,"RCODE":0,"QNAME":"contoso.test.","QTYPE":15,"ANCOUNT":1,"answerRRs":[{"NAME":"contoso.test.","TYPE":15,"TYPEname":"MX","CLASS":1,"TTL":300,"rdataMX":"10 mx1.contoso.test."},{"NAME":"contoso.test.","TYPE":16,"TTL":300,"rdataTXT":"\\"x\\""},{"NAME":"contoso.test.","TYPE":1}]}\n',
      ['json contoso.test MX NOERROR: 300 10 mx1.contoso.test. | 300 "x"'],
    );
    reads(
      '[{"Name":"contoso.test","Type":16,"CharacterSet":1,"Section":1,"DataLength":16,"TTL":300,"Strings":["v=spf1 -all"],"Text":["v=spf1 -all"]},{"Name":"contoso.test","Type":2,"CharacterSet":1,"Section":2,"TTL":300,"NameHost":"ns1.contoso.test"}]\n',
      ['json contoso.test TXT NOERROR: 300 "v=spf1 -all"'],
    );
    reads(
      '{"name":"contoso.test","type":"MX","status":"NOERROR","data":{"resolver":"192.0.2.53:53","answers":[{"name":"contoso.test","type":"MX","ttl":300,"preference":10,"answer":"mx1.contoso.test"}]}}\n',
      ['json contoso.test MX NOERROR @192.0.2.53: 300 10 mx1.contoso.test'],
    );
    const dog = (type: string, data: object): string =>
      `$ dog contoso.test ${type} --json\n${JSON.stringify({ responses: [{ queries: [{ name: 'contoso.test.', class: 'IN', type }], answers: [{ name: 'contoso.test.', class: 'IN', ttl: 300, type, data }], authorities: [], additionals: [] }] })}\n`;
    reads(dog('TXT', { messages: ['v=spf1', '-all'] }), ['dog contoso.test TXT NOERROR: 300 "v=spf1" "-all"']);
    reads(dog('MX', { preference: 10, exchange: 'mx1.contoso.test.' }), [
      'dog contoso.test MX NOERROR: 300 10 mx1.contoso.test.',
    ]);
    reads(
      '$ doggo -q contoso.test -t MX --json\n{"responses":[{"answers":[{"name":"contoso.test.","type":"MX","class":"IN","ttl":"300s","address":"10 mx.contoso.test.","status":"","nameserver":"192.0.2.53:53"}],"authorities":null,"questions":[{"name":"contoso.test.","type":"MX","class":"IN"}]}]}\n',
      ['doggo contoso.test MX NOERROR @192.0.2.53:53: 300 10 mx.contoso.test.'],
    );
    reads(
      '{"Status":3,"TC":false,"RD":true,"RA":true,"AD":true,"CD":false,"Question":[{"name":"x.contoso.test.","type":15}],"Authority":[]}\n',
      ['json x.contoso.test MX NXDOMAIN: '],
    );
  });
});

describe('host and unbound-host', () => {
  it('say of each type that there is none, and why nothing came', () => {
    reads(
      '$ unbound-host -v contoso.test\ncontoso.test has address 192.0.2.1 (secure)\ncontoso.test has no IPv6 address (secure)\ncontoso.test has no mail handler record (insecure)\n',
      [
        'unbound-host contoso.test A NOERROR: 192.0.2.1',
        'unbound-host contoso.test AAAA NOERROR: ',
        'unbound-host contoso.test MX NOERROR: ',
      ],
    );
    assert.deepEqual(
      queriesOf(
        '$ unbound-host -v contoso.test\ncontoso.test has no IPv6 address (secure)\ncontoso.test has no TXT record (BOGUS (security failure))\n',
      ).map(({ status, validated }) => [status, validated]),
      [
        ['NOERROR', true],
        ['BOGUS', false],
      ],
    );
    reads(
      'Host x.contoso.test not found: 3(NXDOMAIN)\nHost x.contoso.test not found: 3(NXDOMAIN)\nHost 7.2.0.192.in-addr.arpa. not found: 2(SERVFAIL)\n',
      ['host x.contoso.test ? NXDOMAIN: ', 'host 7.2.0.192.in-addr.arpa PTR SERVFAIL: '],
    );
    reads(
      '$ host contoso.test 192.0.2.53\n;; communications error to 192.0.2.53#53: connection refused\n;; no servers could be reached\n',
      ['host contoso.test ? CONNECTION-REFUSED @192.0.2.53: '],
    );
  });
});

describe('nslookup', () => {
  it('has words for each way in which nothing came', () => {
    for (const [words, status] of [
      ['Non-existent domain', 'NXDOMAIN'],
      ['Server failed', 'SERVFAIL'],
      ['Query refused', 'REFUSED'],
      ['No response from server', 'TIMEOUT'],
      ['Format error', 'FORMERR'],
      ['Not implemented', 'NOTIMP'],
      ['No information', 'NOERROR'],
    ])
      reads(
        `C:\\> nslookup -q=mx x.contoso.test\nServer:  UnKnown\nAddress:  192.0.2.53\n\n*** UnKnown can't find x.contoso.test: ${words}\n`,
        [`nslookup x.contoso.test MX ${status} @192.0.2.53: `],
      );
  });
});
