import assert from 'node:assert/strict';
import { readNslookupRecord } from '../../../../src/core/dns/nslookup/nslookupRecord.ts';
import { readLookup } from '../../../../src/core/dns/readLookup.ts';
import { ToolLines } from '../../../../src/core/dns/toolLines.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

/** The record on the first line as `name ttl type data`, with the line behind it. */
const record = (text: string, expected: string | undefined, limit?: number): void => {
  const lines = new ToolLines(new Lines(text), { marks: 0, indent: 0 });
  const found = readNslookupRecord(lines, 0, limit ?? lines.count);
  assert.equal(
    found && `${found.name} ${found.ttl ?? '-'} ${found.type} ${found.data} +${found.endLine}`,
    expected,
    text,
  );
};

/** Every query of the text as `name type status @server: data | data`. */
const reads = (text: string, ...expected: readonly string[]): void => {
  const lines = new Lines(text);
  const told: string[] = [];
  for (let line = 0; line < lines.count; ) {
    const read = readLookup(text, lines, line, lines.count);
    for (const { name, type, status, server, answers } of read?.lookup.queries ?? []) {
      const data = answers.map((one) => one.data).join(' | ');
      told.push(`${name} ${type} ${status}${server === undefined ? '' : ` @${server}`}: ${data}`);
    }
    line = read?.endLine ?? line + 1;
  }
  assert.deepEqual(told, expected, text);
};

describe('a record of nslookup', () => {
  it('stands on one line', () => {
    record('a.test\tmail exchanger = 10 mx.a.test.', 'a.test - MX 10 mx.a.test. +1');
    record('a.test nameserver = ns.a.test', 'a.test - NS ns.a.test. +1');
    record('a.test internet address = 192.0.2.1', 'a.test - A 192.0.2.1 +1');
    record('a.test AAAA IPv6 address = ::1', 'a.test - AAAA ::1 +1');
    record('a.test has AAAA address ::1', 'a.test - AAAA ::1 +1');
    record('a.test canonical name = b.test', 'a.test - CNAME b.test. +1');
    record('a.test dname = b.test', 'a.test - DNAME b.test. +1');
    record('1.2.0.192.in-addr.arpa name = a.test.', '1.2.0.192.in-addr.arpa - PTR a.test. +1');
    record('1.ip6.arpa. name = a.test.', '1.ip6.arpa. - PTR a.test. +1');
    record('a.test text = "x" "y"', 'a.test - TXT "x" "y" +1');
    record('a.test service = 0 0 25 b.', 'a.test - SRV 0 0 25 b. +1');
    record('a.test rdata_257 = 0 issue "x"', 'a.test - CAA 0 issue "x" +1');
    record('a.test rdata_52 = x', 'a.test - TLSA x +1');
    record('a.test rdata_99 = x', 'a.test - TYPE99 x +1');
  });

  it('is none where its data is none', () => {
    for (const none of [
      'a.test name = b.test',
      'a.test mail exchanger = mx.a.test.',
      'a.test internet address = x',
      'a.test nameserver = a b',
      'a.test service =',
      'a.test text = x',
      'a.test text =',
      'a.test hello = x',
      'a.test',
      'hello there',
      'a.test MX preference = 10, mail = x',
    ]) {
      record(none, undefined);
    }
  });

  it('of Windows may be wrapped', () => {
    const mx = 'a.test - MX 10 mx.a.test.';
    record('a.test MX preference = 10, mail exchanger = mx.a.test', `${mx} +1`);
    record('a.test MX preference = 10,\nmail exchanger = mx.a.test', `${mx} +2`);
    record('a.test MX preference = 10\n mail exchanger = mx.a.test', `${mx} +2`);
    record('a.test MX preference = 10, mail exchanger =\nmx.a.test', `${mx} +2`);
    record('a.test MX preference = 10,\nmail exchanger =\nmx.a.test', `${mx} +3`);
    record('a.test MX preference = 0, mail exchanger = (root)', 'a.test - MX 0 . +1');
    record('a.test MX preference = 10,\nmail exchanger = mx.a.test', undefined, 1);
  });

  it('has texts below', () => {
    record('a.test text =\n\n\t"x"\n\t"y"\nz', 'a.test - TXT "x" "y" +4');
    record('a.test text =\n\t"x"', 'a.test - TXT "x" +2');
    record('a.test text =\n"x"', undefined);
    record(`a.test text =${'\n "x"'.repeat(301)}`, `a.test - TXT ${Array(300).fill('"x"').join(' ')} +301`);
  });

  it('has its fields below its name, and its time to live around them', () => {
    record('a.test\n\tinternet address = 192.0.2.1', 'a.test - A 192.0.2.1 +2');
    record('->  a.test\n\tinternet address = 192.0.2.1\n\tttl = 300 (5 mins)', 'a.test 300 A 192.0.2.1 +3');
    record('a.test\n\tttl = 300\n\ttext =\n\t"x"', 'a.test 300 TXT "x" +4');
    record('a.test internet address = 192.0.2.1\n ttl = 5', 'a.test 5 A 192.0.2.1 +2');
    record('a.test\n\tttl = 300', undefined);
    record('a.test\n\tinternet address = x', undefined);
    const soa = [
      'origin = ns.a.test',
      'mail addr = root.a.test',
      'serial = 1',
      'refresh = 2',
      'retry = 3',
      'expire = 4',
      'minimum = 5',
    ];
    const windows = [
      'primary name server = ns.a.test',
      'responsible mail addr = root.a.test',
      'serial  = 1',
      'refresh = 2 (2 secs)',
      'retry   = 3',
      'expire  = 4',
      'default TTL = 5',
    ];
    for (const fields of [soa, windows]) {
      record(`a.test\n\t${fields.join('\n\t')}`, 'a.test - SOA ns.a.test. root.a.test. 1 2 3 4 5 +8');
      record(`a.test\n\t${fields.slice(0, 6).join('\n\t')}`, undefined);
    }
    record(`a.test\n\t${soa.toReversed().join('\n\t')}`, undefined);
    const srv = ['priority = 0', 'weight = 1', 'port = 25', 'svr hostname = mx.a.test'];
    record(`a.test SRV service location:\n\t${srv.join('\n\t')}`, 'a.test - SRV 0 1 25 mx.a.test. +5');
    record(`a.test\n\t${srv.join('\n\t')}`, undefined);
  });
});

describe('the answer of nslookup', () => {
  const head = 'Server:  dc1\nAddress:  192.0.2.53\n\n';

  it('is told by what came, where no type was asked for', () => {
    reads(
      `> a.test\n${head}Name:    a.test\nAddresses:  2001:db8::1\n  192.0.2.1\n`,
      'a.test A NOERROR @dc1: 192.0.2.1',
      'a.test AAAA NOERROR @dc1: 2001:db8::1',
    );
    reads(`${head}Name:    b.test\nAddress:  192.0.2.1\nAliases:  www.test\n`, 'www.test A NOERROR @dc1: 192.0.2.1');
    reads(
      `${head}a.test\tmail exchanger = 10 b.test.\na.test\tmail exchanger = 20 c.test.\n`,
      'a.test MX NOERROR @dc1: 10 b.test. | 20 c.test.',
    );
    reads(`${head}a.test\tcanonical name = b.test.\n`, 'a.test CNAME NOERROR @dc1: b.test.');
    reads(
      `${head}a.test\tinternet address = 192.0.2.1\na.test\ttext = "x"\n`,
      'a.test ANY NOERROR @dc1: 192.0.2.1 | "x"',
    );
  });

  it('to an address is a name, which Windows prints the other way round', () => {
    reads(
      `> 192.0.2.1\n${head}Name:    a.test\nAddress:  192.0.2.1\n`,
      '1.2.0.192.in-addr.arpa PTR NOERROR @dc1: a.test.',
    );
    reads(`> 192.0.2.1\n${head}Name:    a.test\nAddress:  192.0.2.9\n`, '1.2.0.192.in-addr.arpa PTR NOERROR @dc1: ');
    reads(
      `> 192.0.2.1\n${head}1.2.0.192.in-addr.arpa\tname = a.test.\n`,
      '1.2.0.192.in-addr.arpa PTR NOERROR @dc1: a.test.',
    );
  });

  it('is for the name that the search list made', () => {
    reads(`> set type=mx\n> a\n${head}a.corp.test\tmail exchanger = 10 b.test.\n`, 'a MX NOERROR @dc1: 10 b.test.');
    reads(`> set type=mx\n> a\n${head}b.corp.test\tmail exchanger = 10 b.test.\n`, 'a MX NOERROR @dc1: ');
  });

  it('is of the type that was set, in capitals, until another one is', () => {
    reads(
      `> set type=mx\n> a.test\n${head}a.test\tmail exchanger = 10 b.test.\n\n> set querytype=a\n> a.test\n${head}Name:    a.test\nAddress:  192.0.2.1\n`,
      'a.test MX NOERROR @dc1: 10 b.test.',
      'a.test A NOERROR @dc1: 192.0.2.1',
    );
  });

  it('is no command that has a name of its own, nor a sentence', () => {
    const answer = `${head}Name:    a.test\nAddress:  192.0.2.1\n`;
    for (const line of ['set debug', 'lserver dc2', 'root', 'help', '']) {
      reads(
        `> a.test\n${answer}\n> ${line}\n> b.test\n${answer.replace('a.test', 'b.test')}`,
        'a.test A NOERROR @dc1: 192.0.2.1',
        'b.test A NOERROR @dc1: 192.0.2.1',
      );
    }
  });

  it('goes on to the next question, and ends with exit', () => {
    reads(
      `> a.test\n${head}Name:    a.test\nAddress:  192.0.2.1\n\n> b.test\n${head}*** dc1 can't find b.test: Non-existent domain\n> exit\n`,
      'a.test A NOERROR @dc1: 192.0.2.1',
      'b.test A NXDOMAIN @dc1: ',
    );
  });

  it('is told of a message of any length that debug prints', () => {
    const addresses = [...Array(300).keys()].map((n) => (n < 200 ? `192.0.2.${n}` : `198.51.100.${n - 200}`));
    const answers = addresses
      .map((ip) => `    ->  a.test\n        internet address = ${ip}\n        ttl = 300\n`)
      .join('');
    const dashes = '------------';
    reads(
      `> a.test\n${head}${dashes}\n    QUESTIONS:\n        a.test, type = A, class = IN\n    ANSWERS:\n${answers}    AUTHORITY RECORDS:\n    ADDITIONAL RECORDS:\n${dashes}\n`,
      `a.test A NOERROR @dc1: ${addresses.join(' | ')}`,
    );
  });
});
