import assert from 'node:assert/strict';
import { isTool, mayBegin } from '../../../src/core/dns/firstLine.ts';

/** Whether the first line of each text may begin a look-up. */
const begins = (expected: boolean, ...texts: readonly string[]): void => {
  for (const text of texts) {
    const end = text.indexOf('\n');
    assert.equal(mayBegin(text, 0, end < 0 ? text.length : end), expected, JSON.stringify(text));
  }
};

describe('the first line of a look-up', () => {
  it('begins with a sign that tools begin with', () => {
    begins(
      true,
      ';; Got answer:',
      '; <<>> DiG',
      '"v=spf1"',
      '&gt; set q=mx',
      '&quot;v=spf1',
      '** server',
      "*** Can't find",
    );
    begins(true, '# Check of a.test', '# dig a.test', '#  nslookup a', '- type: MESSAGE', '-----------');
    begins(false, '"x', '"v;', '&amp;', '&quot;x', '* x', '*x', '# x', '#', '- x', '---------', '');
  });

  it('may stand behind marks, blanks and tags, though not far', () => {
    begins(true, '> ;; x', '  | ;; x', '\t\u00a0;; x', `${' '.repeat(59)};; x`, '<p>;; x');
    begins(false, `${' '.repeat(61)}dig a.test`, '   ', '> ');
  });

  it('is a tool behind a prompt', () => {
    for (const prompt of [
      '$ ',
      '# ',
      '% ',
      'C:\\> ',
      'root@a:~# ',
      '[me@a ~]$ ',
      'PS C:\\Users> ',
      '(base) me@a % ',
      'PS> ',
    ]) {
      begins(true, `${prompt}dig a.test`, `${prompt} nslookup a`);
      begins(false, `${prompt}ls`, prompt.trimEnd());
    }
    begins(true, 'me@a; dig x');
    begins(true, `${'x'.repeat(148)}$ dig a`);
    begins(false, `${'x'.repeat(150)}$ dig a`);
  });

  it('is a tool', () => {
    for (const tool of [
      'dig',
      'mdig',
      'kdig',
      'drill',
      'delv',
      'host',
      'unbound-host',
      'nslookup',
      'resolve-dnsname',
    ]) {
      begins(true, `${tool} a.test`, `${tool.toUpperCase()} a.test`, `sudo ${tool} a.test`, tool);
      begins(false, `x${tool} a.test`, `${tool}s a.test`);
      assert.equal(isTool(` ${tool}`, 1), true);
    }
    begins(false, 'ls a.test', 'dogs', 'sudo', 'SUDOKU');
  });

  it('is what tools say first', () =>
    begins(
      true,
      'Server:  a.test',
      'Default Server:  a.test',
      'DNS request timed out.',
      'Non-authoritative answer:',
      'Authoritative answers can be found from:',
      'Name: a.test',
      'Name    :   a',
      'Name                           Type   TTL',
      'Trying "a.test"',
      ';; Trying "a.test"',
      'error: error sending query',
      'Using domain server:',
      'Host a.test not found: 3(NXDOMAIN)',
      'nameserver a',
      'validation failure <a.test. A IN>',
      'Resolve-DnsName : a',
      'type: DELV_',
      'set q=mx',
      'set type=mx',
      'set debug',
      'server 9.9.9.9',
      'lserver 9.9.9.9',
      'dig: command not found',
      'host: x',
      'nslookup: x',
    ));

  it('is a record', () => {
    begins(
      true,
      'a.test. 300 IN MX 10 b.test.',
      'a.test 1h IN A 192.0.2.1',
      'a.test. IN MX 10 b.test.',
      'a.test. CH TXT x',
      'a.test has address 192.0.2.1',
      'a.test has no MX record',
      'a.test has AAAA x',
      'a.test mail is handled by 10 b.test.',
      'a.test mail exchanger = 10 b.test.',
      'a.test descriptive text "x"',
      'a.test is an alias for b.test.',
      '1.2.0.192.in-addr.arpa domain name pointer a.test.',
      'a.test name server b.test.',
      'a.test nameserver = b.test.',
      'a.test name = b.test.',
      'a.test MX preference = 10, mail exchanger = b.test',
      'a.test text = "x"',
      'a.test internet address = 192.0.2.1',
      'a.test AAAA IPv6 address = ::1',
      'a.test canonical name = b.test',
      'a.test service = 0 0 25 b.test.',
      'a.test rdata_257 = x',
      'a.test SRV service location:',
    );
    begins(
      false,
      'a.test 300 x',
      'a.test 300',
      'a.test 300 INX',
      'a.test is a host',
      'a.test hello',
      'a.test IN',
      'a.test zone',
      'a.test texts',
      'From: a@a.test',
      'Nov 21 10:00:00 mx',
    );
  });

  it('is what tools say first, in other languages, and in tables', () => {
    begins(
      true,
      'Server predefinito:  a',
      'Standardserver:  a',
      'Standaardserver:  a',
      'Serveur :  a',
      'Serveur: a',
      'Servidor: a',
      'Serwer: a',
      'Domy\u015blny serwer: a',
      'Nom : a',
      'Nome: a',
      'Nombre: a',
      'Naam: a',
      'Nazwa: a',
      'Nicht autorisierende Antwort:',
      'Nicht-autorisierende Antwort:',
      'Nichtautoritative Antwort:',
      'Nicht-autoritative Antwort:',
      'R\u00e9ponse ne faisant pas autorit\u00e9 :',
      'Respuesta no autoritativa:',
      'N\u00e3o \u00e9 resposta autoritativa:',
      'Resposta n\u00e3o autoritativa:',
      'Risposta da un server:',
      'Nieautorytatywna odpowied\u017a:',
      'Niet-bindend antwoord:',
      'SOA a. b. 7 from server 192.0.2.1',
      'HostName   RecordType Type',
      'id 1234\nopcode QUERY',
      'id 1\r\nopcode QUERY',
      'mx:a.test',
      'Pref   Hostname',
      'opendkim-testkey: x',
      '\u670d\u52a1\u5668:  a',
      '\u0421\u0435\u0440\u0432\u0435\u0440:  a',
      ...['A', 'AAAA', 'MX', 'NS', 'TXT', 'SRV', 'PTR', 'CAA', 'TLSA', 'CNAME'].map(
        (type) => `${type} a.test. 1h00m00s`,
      ),
    );
    begins(
      false,

      'Names: a',
      'Servers: a',
      'Hostname x',
      'id 1234',
      'id x\nopcode',
      'mx: a',
      'Preferred hostname',
      'A a.test 1h',
      'MX a.test. x',
      'SOA a. b. x',
      'Risposta:',
      'Resolve-Dns : x',
    );
  });

  it('is a record without its class, a bare exchanger, the beginning of a zone or a document', () => {
    for (const type of ['A', 'AAAA', 'MX', 'NS', 'TXT', 'SRV', 'PTR', 'SOA', 'CAA', 'TLSA', 'CNAME', 'SPF', 'DS'])
      begins(true, `a.test. 300 ${type} x`, `a.test.\t1h30m\t${type}\tx`);
    begins(
      true,
      'a.test 1 -- link: eth0',
      '10 mx.a.test.',
      '65535 mx.a.test.',
      '$ORIGIN a.test.',
      '$TTL 300',
      '@ IN',
      '@\tIN',
    );
    begins(true, '{"Status": 0}', '[{"Question": []}]', '-\n  type: MESSAGE', '-\r\n  type: MESSAGE');
    begins(
      false,
      'a.test. 300 XX x',
      'a.test. 300 Ax',
      '10 mx.a.test',
      '123456 mx.a.test.',
      '10',
      'x1 mx.a.test.',
      '$origin',
      '@x',
      '{"a": 0}',
      '[x]',
      '-\ntype: MESSAGE',
    );
  });

  it('names a server, whose address stands below', () => {
    begins(true, 'Foo: a\nAddress: 192.0.2.1', 'Foo: a\r\n > Address: 192.0.2.1', 'Foo bar: a\nAddresses: x');
    begins(
      false,
      'Foo a\nAddress: 192.0.2.1',
      'Foo: a\n\nAddress: 192.0.2.1',
      'Foo: a\naddress: x',
      `Foo: a\n${' '.repeat(61)}Address: x`,
    );
  });

  it('is a name alone with the fields of its record below', () => {
    begins(true, 'a.test\n\ttext = "x"', 'a.test\nName: x', '> a\n x = 1', 'a.test\r\n\r\nx: 1');
    begins(false, 'a.test', 'a\nx = 1', 'a.test\nx\ny\nz\nq = 1', `a.test\n${'x'.repeat(100)} = 1`);
  });
});
