import assert from 'node:assert/strict';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';

/** Every query of the text as `tool name type status: data | data`. */
const reads = (text: string, ...expected: readonly string[]): void => {
  const told = readTicket(text).blocks.flatMap((block) =>
    block.kind === 'lookup'
      ? block.queries.map(
          ({ tool, name, type, status, answers }) =>
            `${tool} ${name} ${type} ${status}: ${answers.map(({ data }) => data).join(' | ')}`,
        )
      : [],
  );
  assert.deepEqual(told, expected, text);
};

describe('an error of Resolve-DnsName in a script', () => {
  it('shows the line with the type that was asked for', () =>
    reads(
      "Resolve-DnsName : contoso.test : El nombre DNS no existe\nEn línea: 8 Carácter: 16\n+   $dns = Resolve-DnsName -Name $hostname -Type 'TXT'\n+          ~~~~~~~~~~~~~~~\n    + FullyQualifiedErrorId : DNS_ERROR_RCODE_NAME_ERROR,Microsoft.DnsClient.Commands.ResolveDnsName\n",
      'resolve-dnsname contoso.test TXT NXDOMAIN: ',
    ));
});

describe('answers as JSON', () => {
  const answer = (name: string, type: number, data: string): object => ({ name, type, TTL: 300, data });
  it('are those of DNS over HTTPS', () => {
    const google = {
      Status: 0,
      AD: true,
      Question: [{ name: 'contoso.test.', type: 16 }],
      Answer: [answer('contoso.test.', 16, 'v=spf1 -all'), answer('contoso.test.', 16, '"MS=1"')],
    };
    const expected = 'json contoso.test TXT NOERROR: "v=spf1 -all" | "MS=1"';
    reads(JSON.stringify(google), expected);
    reads(`They see:\n\n${JSON.stringify(google, undefined, 2)}\n\nWe do not.`, expected);
    reads(JSON.stringify({ Status: 3, Question: [{ name: 'a.test', type: 15 }] }), 'json a.test MX NXDOMAIN: ');
    reads(JSON.stringify({ Status: 2, Question: [{ name: 'a.test', type: 300 }] }), 'json a.test TYPE300 SERVFAIL: ');
  });
  it('are those of kdig', () =>
    reads(
      JSON.stringify({
        RCODE: 0,
        QNAME: 'contoso.test.',
        QTYPE: 15,
        QTYPEname: 'MX',
        answerRRs: [{ NAME: 'contoso.test.', TYPEname: 'MX', TTL: 300, rdataMX: '10 mx1.contoso.test.' }],
      }),
      'json contoso.test MX NOERROR: 10 mx1.contoso.test.',
    ));
  it('are those of doggo and dog', () => {
    const row = {
      name: 'contoso.test.',
      type: 'MX',
      ttl: '300s',
      address: '10 mx1.contoso.test.',
      nameserver: '192.0.2.53:53',
    };
    const questions = [{ name: 'contoso.test.', type: 'MX' }];
    reads(
      `$ doggo MX contoso.test --json\n${JSON.stringify({ responses: [{ answers: [row], questions }] }, undefined, 4)}\n`,
      'doggo contoso.test MX NOERROR: 10 mx1.contoso.test.',
    );
    const data = { preference: 10, exchange: 'mx1.contoso.test.' };
    reads(
      JSON.stringify({
        responses: [{ queries: questions, answers: [{ name: 'contoso.test.', type: 'MX', ttl: 300, data }] }],
      }),
      'json contoso.test MX NOERROR: 10 mx1.contoso.test.',
    );
  });
  it('are those that PowerShell converts', () => {
    const records = [
      { Name: 'www.contoso.test', Type: 5, Section: 1, TTL: 60, NameHost: 'cdn.fabrikam.test' },
      { Name: 'cdn.fabrikam.test', Type: 1, Section: 1, TTL: 60, IPAddress: '192.0.2.1' },
      { Name: 'fabrikam.test', Type: 6, Section: 2, TTL: 60, PrimaryServer: 'ns1.fabrikam.test' },
    ];
    reads(JSON.stringify(records), 'json www.contoso.test A NOERROR: cdn.fabrikam.test. | 192.0.2.1');
    reads(
      `PS> Resolve-DnsName contoso.test TXT | ConvertTo-Json\n${JSON.stringify({ Name: 'contoso.test', QueryType: 'TXT', Section: 1, Strings: ['v=spf1 ', '-all'] })}`,
      'resolve-dnsname contoso.test TXT NOERROR: "v=spf1 " "-all"',
    );
  });
  it('are not in other JSON', () => {
    reads('{"Status":"running","Name":"x","Question":"who?"}');
    reads('[{"Name":"contoso.test","Type":"Managed"}]');
    reads('{"Status":0,"Question":[');
    reads('{"questions":[{"id":1,"text":"why?"}]}');
  });
});

describe('tables of newer tools', () => {
  it('are those of doggo', () =>
    reads(
      '$ doggo MX contoso.test TXT @192.0.2.53\nNAME            TYPE    CLASS   TTL     ADDRESS                 NAMESERVER\ncontoso.test.   MX      IN      3600s   10 mx1.contoso.test.    192.0.2.53:53\ncontoso.test.   TXT     IN      3600s   "v=spf1 mx -all"        192.0.2.53:53\n',
      'doggo contoso.test MX NOERROR: 10 mx1.contoso.test.',
      'doggo contoso.test TXT NOERROR: "v=spf1 mx -all"',
    ));
  it('are those of q and dog', () => {
    reads(
      '$ q MX contoso.test\ncontoso.test. 1h0m0s MX 10 mx1.contoso.test.\n',
      'q contoso.test MX NOERROR: 10 mx1.contoso.test.',
    );
    reads(
      '$ dog contoso.test MX\n  MX contoso.test. 1h00m00s   10 "mx1.contoso.test."\n',
      'dog contoso.test MX NOERROR: 10 mx1.contoso.test.',
    );
  });
  it('are those of resolvectl', () => {
    reads(
      '$ resolvectl query -t MX contoso.test\ncontoso.test IN MX 10 mx1.contoso.test      -- link: eth0\n\n-- Information acquired via protocol DNS in 12.3ms.\n-- Data is authenticated: yes\n',
      'resolvectl contoso.test MX NOERROR: 10 mx1.contoso.test',
    );
    reads(
      'mail.contoso.test: 2001:db8::25            -- link: eth0\n                   192.0.2.25              -- link: eth0\n',
      'resolvectl mail.contoso.test AAAA NOERROR: 2001:db8::25',
      'resolvectl mail.contoso.test A NOERROR: 192.0.2.25',
    );
    reads(
      "$ resolvectl query -t TXT a.test\na.test: resolve call failed: 'a.test' not found\n",
      'resolvectl a.test TXT NXDOMAIN: ',
    );
    reads(
      '$ resolvectl query a.test\na.test: resolve call failed: DNSSEC validation failed: invalid\n',
      'resolvectl a.test A BOGUS: ',
    );
  });
  it('are those of DnsClient-PS, by the head of the answer', () => {
    const table = (row: string): string =>
      `NameServer              Header                Questions\n----------              ------                ---------\n${row}\n`;
    reads(
      table('192.0.2.53:53 (Udp: 512)  33184 - Query, NotExistentDomain, Questions 1, Answers 0 {a.test. IN MX}'),
      'resolve-dnsname a.test MX NXDOMAIN: ',
    );
    reads(
      `PS> Resolve-Dns a.test TXT\n\n${table('[2001:db8::53]:53 (Tcp)  7 - Query, ServerFailure, Questions 1 {a.test. IN TXT}')}`,
      'resolve-dnsname a.test TXT SERVFAIL: ',
    );
  });
  it('are those of dig +nssearch', () =>
    reads(
      '$ dig +nssearch contoso.test\nSOA ns1.contoso.test. dns.contoso.test. 8 1 2 3 4 from server 192.0.2.53 in 1 ms.\nSOA ns1.contoso.test. dns.contoso.test. 7 1 2 3 4 from server 192.0.2.54 in 1 ms.\n',
      'dig contoso.test SOA NOERROR: ns1.contoso.test. dns.contoso.test. 8 1 2 3 4',
      'dig contoso.test SOA NOERROR: ns1.contoso.test. dns.contoso.test. 7 1 2 3 4',
    ));
});

describe('a tool in a container', () => {
  it('is asked by kubectl and docker, with and without a prompt', () => {
    for (const way of [
      'kubectl exec -it mailu-smtp-0 --',
      '$ docker exec mailcow-unbound',
      'root@mx:~# docker compose exec unbound-mailcow',
      'docker-compose exec -T unbound',
    ]) {
      reads(`${way} dig +short MX a.test\n10 mx.a.test.\n`, 'dig a.test MX NOERROR: 10 mx.a.test.');
      reads(
        `${way} nslookup a.test\n;; connection timed out; no servers could be reached\n`,
        'nslookup a.test A TIMEOUT: ',
      );
    }
  });

  it('is no look-up in a sentence', () => {
    assert.deepEqual(
      readTicket('docker exec works, host names do not\n').blocks.map(({ kind }) => kind),
      ['prose'],
    );
  });
});

describe('dig +short', () => {
  it('prints nothing, which is an answer', () => {
    reads(
      '$ dig +short TXT a.test\n$ dig +short A b.test\n192.0.2.1\n',
      'dig a.test TXT ?: ',
      'dig b.test A NOERROR: 192.0.2.1',
    );
    reads('Please run\n$ dig +short TXT a.test\nand tell us what it says.\n');
  });
  it('prints any type', () => {
    reads('$ dig +short CAA a.test\n0 issue "ca.test"\n', 'dig a.test CAA NOERROR: 0 issue "ca.test"');
    reads(
      '$ dig +short ANY a.test\n10 mx1.a.test.\n"v=spf1 -all"\n192.0.2.1\n',
      'dig a.test ANY NOERROR: 10 mx1.a.test. | "v=spf1 -all" | 192.0.2.1',
    );
  });
  it('prints exchangers without its command, where they are several', () => {
    reads(
      '10 mx1.contoso.test.\n20 mx2.contoso.test.\n',
      'dig  MX NOERROR: 10 mx1.contoso.test. | 20 mx2.contoso.test.',
    );
    reads('10 mx1.contoso.test.\nThat is all.\n');
    reads('1 first.\n2 second.\n');
  });
});

describe('Resolve-DnsName', () => {
  const failed = (words: string, id: string): string =>
    `PS C:\\> Resolve-DnsName a.test -Type TXT\nResolve-DnsName : a.test : ${words}\nIn Zeile:1 Zeichen:1\n+ Resolve-DnsName a.test\n+ ~~~~~~~\n    + CategoryInfo          : ResourceUnavailable: (a.test:String) [Resolve-DnsName], Win32Exception\n    + FullyQualifiedErrorId : ${id}Microsoft.DnsClient.Commands.ResolveDnsName\n`;
  it('is read by its ids in any language', () => {
    reads(
      failed('Der DNS-Name ist nicht vorhanden.', 'DNS_ERROR_RCODE_NAME_ERROR,'),
      'resolve-dnsname a.test TXT NXDOMAIN: ',
    );
    reads(failed('Le nom DNS n\u2019existe pas', 'RCODE_SERVER_FAILURE,'), 'resolve-dnsname a.test TXT SERVFAIL: ');
    reads(failed('\u2026', 'DNS_ERROR_RCODE_REFUSED,\n   '), 'resolve-dnsname a.test TXT REFUSED: ');
    reads(failed('\u2026', 'ERROR_TIMEOUT,'), 'resolve-dnsname a.test TXT TIMEOUT: ');
  });
  it('goes on below its column', () =>
    reads(
      `Name          Type   TTL   Section    Strings\n----          ----   ---   -------    -------\ncontoso.test  TXT    202   Answer     {v=spf1 ip4:192.0.2.0/24\n${' '.repeat(38)}include:a.test, -all}\ncontoso.test  TXT    202   Answer     {MS=1}\n`,
      'resolve-dnsname contoso.test TXT NOERROR: "v=spf1 ip4:192.0.2.0/24 include:a.test " "-all" | "MS=1"',
    ));
});

describe('dog without an answer', () => {
  it('says why, and the zone below is no answer', () => {
    const text =
      '$ dog TXT _dmarc.contoso.test\nStatus: NXDomain\nSOA contoso.test. 15m00s A "ns1.contoso.test." "hostmaster.contoso.test." 1 2h00m00s 1h00m00s 14d0h00m00s 15m00s\n';
    const [block] = readTicket(text).blocks;
    assert.ok(block?.kind === 'lookup');
    assert.deepEqual(
      block.queries.map(({ name, type, status, answers }) => [name, type, status, answers.length]),
      [['_dmarc.contoso.test', 'TXT', 'NXDOMAIN', 0]],
    );
  });
});
