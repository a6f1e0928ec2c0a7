import assert from 'node:assert/strict';
import { looksLikeLookup, readLookup } from '../../../src/core/dns/readLookup.ts';
import { Lines } from '../../../src/core/text/lines.ts';

/** Every lookup of the text as `tool name type status: data | data`, in order. */
function queries(text: string): readonly string[] {
  return all(text).map(
    ({ tool, name, type, status, answers }) =>
      `${tool} ${name} ${type} ${status}: ${answers.map((one) => one.data).join(' | ')}`,
  );
}

function all(text: string) {
  const lines = new Lines(text);
  const found = [];
  for (let line = 0; line < lines.count; ) {
    const read = readLookup(text, lines, line, lines.count);
    if (read !== undefined) {
      assert.ok(looksLikeLookup(lines, line), `line ${line}`);
      assert.ok(read.endLine > line && read.endLine <= lines.count);
      for (const query of read.lookup.queries) {
        assert.ok(query.start >= read.lookup.start && query.end <= read.lookup.end);
        if (query.nameSpan !== undefined) {
          assert.equal(text.slice(query.nameSpan.start, query.nameSpan.end).toLowerCase(), query.name.toLowerCase());
        }
      }
      found.push(...read.lookup.queries);
    }
    line = read?.endLine ?? line + 1;
  }
  return found;
}

const reads = (text: string, expected: readonly string[]): void => assert.deepEqual(queries(text), expected);

describe('nslookup of Windows', () => {
  const head = 'Server:  UnKnown\nAddress:  192.168.1.1:53\n\n';
  it('answers a typed command', () =>
    reads(
      `C:\\>nslookup outbound.contoso.test \n${head}Non-authoritative answer: \nName:    outbound.contoso.test \nAddress:  192.0.2.91\n`,
      ['nslookup outbound.contoso.test A NOERROR: 192.0.2.91'],
    ));
  it('does not find a name', () =>
    reads(`C:\\>nslookup gone.contoso.test\n${head}*** UnKnown can't find gone.contoso.test: Non-existent domain\n`, [
      'nslookup gone.contoso.test A NXDOMAIN: ',
    ]));
  it('fails in other ways, which are not "no record"', () => {
    const failed = (words: string): string =>
      `C:\\>nslookup -q=mx x.test\n${head}*** UnKnown can't find x.test: ${words}\n`;
    reads(failed('Server failed'), ['nslookup x.test MX SERVFAIL: ']);
    reads(failed('Query refused'), ['nslookup x.test MX REFUSED: ']);
    reads(failed('No response from server'), ['nslookup x.test MX TIMEOUT: ']);
    reads(failed('Unspecified error'), ['nslookup x.test MX ?: ']);
    const timeouts = 'DNS request timed out.\n    timeout was 2 seconds.\n'.repeat(2);
    reads(`C:\\>nslookup x.test\n${head}${timeouts}*** Request to UnKnown timed-out\n`, [
      'nslookup x.test A TIMEOUT: ',
    ]);
  });
  const mx = 'Non-authoritative answer:\ncontoso.test   MX preference = 10, mail exchanger = mx1.contoso.test\n';
  it('lists mail exchangers, and what else it prints is no answer', () =>
    reads(
      `C:\\>nslookup -type=mx contoso.test 10.0.0.1\n${head}${mx}\ncontoso.test   nameserver = ns1.contoso.test\nmx1.contoso.test  internet address = 192.0.2.1\n`,
      ['nslookup contoso.test MX NOERROR: 10 mx1.contoso.test.'],
    ));
  it('lists mail exchangers on lines that were wrapped', () => {
    reads(`${head}${mx.replace('= mx1', '= \nmx1')}`, ['nslookup contoso.test MX NOERROR: 10 mx1.contoso.test.']);
    reads(`${head}${mx.replace('10, ', '10,\n')}`, ['nslookup contoso.test MX NOERROR: 10 mx1.contoso.test.']);
  });
  it('prints several addresses and what the name is an alias for', () =>
    reads(
      `C:\\>nslookup www.contoso.test\n${head}Name:    web.contoso.test\nAddresses:  2001:db8::5\n\t  192.0.2.7\n\t  192.0.2.8\nAliases:  www.contoso.test\n`,
      [
        'nslookup www.contoso.test A NOERROR: 192.0.2.7 | 192.0.2.8',
        'nslookup www.contoso.test AAAA NOERROR: 2001:db8::5',
      ],
    ));
  it('prints texts on lines of their own', () =>
    reads(
      `C:\\>nslookup -q=txt contoso.test\n${head}contoso.test\ttext =\n\n\t"v=spf1 include:spf.test"\n\t" -all"\ncontoso.test\ttext =\n\n\t"other"\n`,
      ['nslookup contoso.test TXT NOERROR: "v=spf1 include:spf.test" " -all" | "other"'],
    ));
  it('shows the SOA where there is no record of the type', () =>
    reads(
      `C:\\>nslookup -q=mx nodata.contoso.test\n${head}contoso.test\n\tprimary name server = ns1.contoso.test\n\tresponsible mail addr = hm.contoso.test\n\tserial  = 7\n\trefresh = 900 (15 mins)\n\tretry   = 600 (10 mins)\n\texpire  = 86400 (1 day)\n\tdefault TTL = 3600 (1 hour)\n`,
      ['nslookup nodata.contoso.test MX NOERROR: '],
    ));
  it('is read in a session with prompts, also where a page escaped them', () => {
    const session = `C:\\>nslookup\nDefault Server:  UnKnown\nAddress:  192.168.0.1\n\n> www.contoso.test\n${head}Name:    www.contoso.test\nAddress:  192.0.2.17\n\n> set type=mx\n> contoso.test\n${head}${mx}`;
    const expected = [
      'nslookup www.contoso.test A NOERROR: 192.0.2.17',
      'nslookup contoso.test MX NOERROR: 10 mx1.contoso.test.',
    ];
    reads(session, expected);
    reads(`<pre>${session.replaceAll('>', '&gt;')}</pre>`.replace('<pre&gt;', '<pre>'), expected);
  });
});

describe('nslookup of BIND', () => {
  const head = 'Server:\t\t127.0.0.53\nAddress:\t127.0.0.53#53\n\n';
  it('answers for A and AAAA', () => {
    const text = `${head}Non-authoritative answer:\nName:\twww.contoso.test\nAddress: 127.0.10.80\nName:\twww.contoso.test\nAddress: 2001:db8:10::80\n\n`;
    reads(text, [
      'nslookup www.contoso.test A NOERROR: 127.0.10.80',
      'nslookup www.contoso.test AAAA NOERROR: 2001:db8:10::80',
    ]);
    assert.equal(all(text)[0]?.server, '127.0.0.53');
  });
  it('follows the session: server, set, names', () =>
    reads(
      `> server 127.0.0.62\nDefault server: 127.0.0.62\nAddress: 127.0.0.62#53\n> set q=txt\n> _dmarc.contoso.test\n${head}_dmarc.contoso.test\ttext = "v=DMARC1; p=none"\n> set q=any\n> exit\n`,
      ['nslookup _dmarc.contoso.test TXT NOERROR: "v=DMARC1; p=none"'],
    ));
  it('reads the null MX, PTR, and what it is not told the type of', () => {
    reads(`${head}nomail.test\tmail exchanger = 0 .\n`, ['nslookup nomail.test MX NOERROR: 0 .']);
    reads('25.10.0.127.in-addr.arpa\tname = mx1.contoso.test.\n', [
      'nslookup 25.10.0.127.in-addr.arpa PTR NOERROR: mx1.contoso.test.',
    ]);
    reads(`${head}** server can't find example.test: REFUSED\n`, ['nslookup example.test ? REFUSED: ']);
    reads(`${head}*** Can't find contoso.test: No answer\n`, ['nslookup contoso.test ? NOERROR: ']);
  });
  it('is not answered', () =>
    reads(
      '$ nslookup contoso.test\n;; communications error to 192.0.2.53#53: timed out\n;; connection timed out; no servers could be reached\n',
      ['nslookup contoso.test A TIMEOUT: '],
    ));
  it('takes the type of what it prints in debug mode', () =>
    reads(
      `${head}------------\n    QUESTIONS:\n\tcontoso.test, type = MX, class = IN\n    ANSWERS:\n    ->  contoso.test\n\tmail exchanger = 5 x.test.\n------------\ncontoso.test\tmail exchanger = 5 x.test.\n`,
      ['nslookup contoso.test MX NOERROR: 5 x.test.'],
    ));
});

describe('dig', () => {
  const message = (status: string, question: string, answer = ''): string =>
    `;; Got answer:\n;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: 1\n;; flags: qr rd ra; QUERY: 1\n\n;; OPT PSEUDOSECTION:\n; EDNS: version: 0, flags:; udp: 1232\n;; QUESTION SECTION:\n;${question}\n\n${answer}\n;; Query time: 4 msec\n;; SERVER: 127.0.0.53#53(127.0.0.53) (UDP)\n;; WHEN: Sat Nov 21 20:07:54 UTC 2026\n;; MSG SIZE  rcvd: 81\n\n`;
  const banner = '\n; <<>> DiG 9.18 <<>> contoso.test MX\n;; global options: +cmd\n';
  it('answers, and a section that is no answer is none', () => {
    const answer =
      ';; ANSWER SECTION:\ncontoso.test.\t\t5m\tIN\tMX\t10 mx1.contoso.test.\n\n;; AUTHORITY SECTION:\ncontoso.test. 300 IN NS ns1.contoso.test.\n';
    const text = banner + message('NOERROR', 'contoso.test.\t\t\tIN\tMX', answer);
    reads(text, ['dig contoso.test MX NOERROR: 10 mx1.contoso.test.']);
    const [query] = all(text);
    assert.deepEqual([query?.server, query?.answers[0]?.ttl], ['127.0.0.53', 300]);
    assert.equal(
      text.slice(query?.answers[0]?.start, query?.answers[0]?.end),
      'contoso.test.\t\t5m\tIN\tMX\t10 mx1.contoso.test.',
    );
  });
  it('does not', () => {
    for (const status of ['NXDOMAIN', 'SERVFAIL', 'REFUSED']) {
      reads(banner + message(status, 'x.test. IN A'), [`dig x.test A ${status}: `]);
    }
    const timed = ';; communications error to 127.0.0.98#53: timed out\n'.repeat(2);
    reads(`${timed}${banner};; no servers could be reached\n`, ['dig contoso.test MX TIMEOUT: ']);
    reads(`${timed.replaceAll('timed out', 'connection refused')}${banner};; no servers could be reached\n`, [
      'dig contoso.test MX CONNECTION-REFUSED: ',
    ]);
    reads(`${banner};; connection timed out; no servers could be reached\n`, ['dig contoso.test MX TIMEOUT: ']);
  });
  it('asks more than one question', () =>
    reads(
      `${message('NOERROR', 'a.test. IN A', ';; ANSWER SECTION:\na.test. 1 IN A 192.0.2.1\n')}a.test. 1 IN TXT "bare"\n`,
      ['dig a.test A NOERROR: 192.0.2.1', 'dig a.test TXT NOERROR: "bare"'],
    ));
  it('prints bare records, in parentheses too', () => {
    reads('contoso.test. 300 IN MX 10 mx1.contoso.test.\ncontoso.test. 300 IN MX 20 mx2.contoso.test.\n', [
      'dig contoso.test MX NOERROR: 10 mx1.contoso.test. | 20 mx2.contoso.test.',
    ]);
    reads('contoso.test. 3600 IN SOA ns1.test. hm.test. (\n\t7 ; serial\n\t900 ; refresh\n\t1 2 3 )\n', [
      'dig contoso.test SOA NOERROR: ns1.test. hm.test. 7 900 1 2 3',
    ]);
    reads('www.test. 9 IN CNAME web.test.\nweb.test. 9 IN A 192.0.2.1\n', [
      'dig www.test A NOERROR: web.test. | 192.0.2.1',
    ]);
  });
  it('prints bare data behind a typed +short', () => {
    reads('ann@mx:~$ dig +short contoso.test MX\n10 mx1.contoso.test.\n20 mx2.contoso.test.\n\nSo there are two.\n', [
      'dig contoso.test MX NOERROR: 10 mx1.contoso.test. | 20 mx2.contoso.test.',
    ]);
    reads('$ dig +short contoso.test\nThat printed nothing.\n', []);
  });
  it('traces', () =>
    reads(
      '; <<>> DiG 9.18 <<>> +trace contoso.test MX\n;; global options: +cmd\n.\t86400\tIN\tNS\ta.root.test.\n;; Received 96 bytes from 127.0.0.61#53(127.0.0.61) in 0 ms\n\ncontoso.test.\t300\tIN\tMX\t10 mx1.contoso.test.\ncontoso.test.\t300\tIN\tNS\tns1.contoso.test.\n;; Received 247 bytes from 127.0.0.62#53(ns1.contoso.test) in 0 ms\n',
      ['dig contoso.test MX NOERROR: 10 mx1.contoso.test.'],
    ));
  it('writes YAML', () =>
    reads(
      '- type: MESSAGE\n  message:\n    response_address: "127.0.0.53"\n    response_message_data:\n      status: NOERROR\n      QUESTION_SECTION:\n        - \'a.test. IN TXT\'\n      ANSWER_SECTION:\n        - \'a.test. 300 IN TXT "v=STSv1; id=1;"\'\n',
      ['dig a.test TXT NOERROR: "v=STSv1; id=1;"'],
    ));
});

describe('drill and host', () => {
  it('drill answers and does not', () => {
    reads(
      ';; ->>HEADER<<- opcode: QUERY, rcode: NOERROR, id: 18510\n;; flags: qr rd ra ; QUERY: 1\n;; QUESTION SECTION:\n;; a.test.\tIN\tMX\n\n;; ANSWER SECTION:\na.test.\t278\tIN\tMX\t10 mx1.a.test.\n\n;; SERVER: 127.0.0.53\n',
      ['drill a.test MX NOERROR: 10 mx1.a.test.'],
    );
    reads(
      '$ drill @127.0.0.98 a.test MX\nError: error sending query: Could not send or receive, because of network error\n',
      ['drill a.test MX TIMEOUT: '],
    );
  });
  it('host says a sentence a record', () => {
    reads(
      'a.test has address 192.0.2.1\na.test mail is handled by 10 mx1.a.test.\na.test mail is handled by 20 mx2.a.test.\n',
      ['host a.test A NOERROR: 192.0.2.1', 'host a.test MX NOERROR: 10 mx1.a.test. | 20 mx2.a.test.'],
    );
    reads('a.test has no AAAA record\n', ['host a.test AAAA NOERROR: ']);
    reads('$ host -t mx lame.test\nHost lame.test not found: 2(SERVFAIL)\n', ['host lame.test MX SERVFAIL: ']);
    reads('Host 6.66.0.127.in-addr.arpa. not found: 3(NXDOMAIN)\n', ['host 6.66.0.127.in-addr.arpa PTR NXDOMAIN: ']);
    reads('$ host silent.test 192.0.2.1\n;; connection timed out; no servers could be reached\n', [
      'host silent.test ? TIMEOUT: ',
    ]);
    reads('Using domain server:\nName: 127.0.0.1\nAddress: 127.0.0.1#53\nAliases: \n\na.test has address 192.0.2.1\n', [
      'host a.test A NOERROR: 192.0.2.1',
    ]);
    reads(
      'Trying "a.test"\n;; ->>HEADER<<- opcode: QUERY, status: NOERROR, id: 1\n;; QUESTION SECTION:\n;a.test.\tIN\tMX\n\n;; ANSWER SECTION:\na.test. 124 IN MX 5 m.a.test.\n\nReceived 52 bytes from 127.0.0.53#53 in 0 ms\n',
      ['host a.test MX NOERROR: 5 m.a.test.'],
    );
  });
});

describe('what is no lookup', () => {
  it('is left alone', () => {
    for (const text of [
      '',
      'I will host the meeting, dig a hole and drill on.\n',
      'Type nslookup contoso.test\nand look what comes.\n',
      'nslookup -q=mx contoso.test\n\nIf you are correctly configured, you get an answer.\n',
      '> a quoted line of a mail\n> and another\n',
      '> word\n> word\n',
      'Server: Apache\nContent-Type: text/html\n',
      '; a comment\n',
      '250-mx1.contoso.test\n250 SIZE\n',
      'Name: Ann\nAddress: Main Street 5\n',
      '----------\n',
    ]) {
      reads(text, []);
    }
  });
  it('ends a lookup where prose goes on', () => {
    const text = 'a.test has address 192.0.2.1\nSo it does exist.\n';
    const lines = new Lines(text);
    assert.equal(readLookup(text, lines, 0, lines.count)?.endLine, 1);
  });
  it('stays inside the lines it was given', () => {
    const text = 'a.test has address 192.0.2.1\na.test has address 192.0.2.2\n';
    assert.equal(readLookup(text, new Lines(text), 0, 1)?.lookup.queries[0]?.answers.length, 1);
  });
});

describe('hostile text', () => {
  // Quadratic cost would run into the time limit of the runner many times over.
  it('comes to an end', () => {
    for (const piece of [
      'a ',
      ' ',
      '\t',
      '> a\n',
      ';; \n',
      '$ dig +short x TXT\n"x"\n',
      'a.test. 1 IN TXT (\n',
      'x text =\n\n',
      '------------\n',
      'C:\\>nslookup x\n\n\n',
      'Server: x\nAddress: y\n',
      'a IN '.repeat(10),
      '\\"',
      'x MX preference = 1,\n',
      'DNS request timed out.\n',
      'a has address 1.1.1.1\n',
      '; <<>> DiG 9 <<>> a\n',
    ]) {
      assert.doesNotThrow(() => all(piece.repeat(Math.ceil(100_000 / piece.length))), piece);
    }
  }).timeout(60_000);
  it('never throws', () => {
    const pieces = [
      'Server: x',
      'Address: 1.2.3.4',
      '> set q=mx',
      '> a.test',
      ';; ->>HEADER<<- opcode: QUERY, status: A',
      '; <<>> DiG 9 <<>> +trace',
      ';; Received 1 bytes',
      'a. 1 IN A 1',
      '',
      'Name: x',
      'Aliases: y',
      "*** a can't find b: c",
      'Trying "x"',
      'a has address 1.1.1.1',
      ';; QUESTION SECTION:',
      '# Check of a, asked of b, c',
      '* a A: NXDOMAIN',
    ];
    let seed = 7;
    const next = (below: number): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed % below;
    };
    for (let i = 0; i < 3000; i++) all([...Array(next(12))].map(() => pieces[next(pieces.length)]).join('\n'));
  });
});
