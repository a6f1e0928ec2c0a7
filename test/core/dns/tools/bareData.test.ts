import assert from 'node:assert/strict';
import { queriesOf, reads } from '../told.ts';

const short = (command: string, ...lines: readonly string[]): string =>
  `$ dig +short ${command}\n${lines.map((one) => `${one}\n`).join('')}`;

describe('bare data behind dig +short', () => {
  it('is of the type that was asked for, or an alias', () => {
    for (const [type, data] of [
      ['A', '192.0.2.1'],
      ['AAAA', '2001:db8::1'],
      ['MX', '10 mx.a.test.'],
      ['TXT', '"x" "y"'],
      ['NS', 'ns.a.test.'],
      ['PTR', 'a.test.'],
      ['CNAME', 'b.test.'],
      ['SOA', 'ns.a.test. dns.a.test. 1 2 3 4 5'],
      ['SRV', '0 1 25 mx.a.test.'],
      ['CAA', '0 issue "ca.test"'],
      ['TLSA', '3 1 1 ABCD'],
    ] as const)
      reads(short(`a.test ${type}`, data), [`dig a.test ${type} NOERROR: ${data}`]);
    for (const type of ['A', 'AAAA', 'MX', 'TXT', 'TLSA']) {
      const [query] = queriesOf(short(`a.test ${type}`, 'b.test.'));
      assert.deepEqual(
        query?.answers.map((one) => `${one.name} ${one.type} ${one.data}`),
        ['a.test CNAME b.test.'],
        type,
      );
    }
    const chain = queriesOf(short('a.test A', 'b.test.', 'c.test.', '192.0.2.1'))[0]?.answers;
    assert.deepEqual(
      chain?.map(({ name, type }) => `${name} ${type}`),
      ['a.test CNAME', 'b.test CNAME', 'c.test A'],
    );
  });
  it('is none of another', () => {
    for (const [type, data] of [
      ['A', 'hello'],
      ['MX', 'mx.a.test'],
      ['MX', '10 mx a'],
      ['TXT', 'x'],
      ['NS', 'ns.a.test'],
      ['SOA', 'a. b. 1 2 3 4'],
      ['TLSA', 'x'],
    ])
      reads(short(`a.test ${type}`, data as string, 'and more'), []);
  });
  it('ends where it is no data of the type, or an alias comes late', () => {
    reads(short('a.test MX', '10 mx.a.test.', 'b.test.'), ['dig a.test MX NOERROR: 10 mx.a.test.']);
    reads(short('a.test MX', '10 mx.a.test.', '', '20 mx2.a.test.'), ['dig a.test MX NOERROR: 10 mx.a.test.']);
    reads(short('a.test NS', 'ns1.a.test.', 'ns2.a.test.'), ['dig a.test NS NOERROR: ns1.a.test. | ns2.a.test.']);
  });
  it('is of several questions, one behind the other', () => {
    reads(short('@192.0.2.53 a.test MX b.test TXT', '10 mx.a.test.', '"x"'), [
      'dig a.test MX NOERROR @192.0.2.53: 10 mx.a.test.',
      'dig b.test TXT NOERROR @192.0.2.53: "x"',
    ]);
    reads(short('a.test MX b.test MX', '10 mx.a.test.'), ['dig  MX NOERROR: 10 mx.a.test.']);
  });
  it('of ANY tells its types by their forms', () => {
    const types = (...lines: readonly string[]) =>
      queriesOf(short('a.test ANY', ...lines))[0]?.answers.map(({ type }) => type);
    assert.deepEqual(
      types(
        '192.0.2.1',
        '2001:db8::1',
        '10 mx.a.test.',
        'ns. dns. 1 2 3 4 5',
        '0 issue "x"',
        '3 1 1 ABCD',
        '0 1 25 x.',
        'ns.a.test.',
        '"x"',
        '"RFC8482" ""',
      ),
      ['A', 'AAAA', 'MX', 'SOA', 'CAA', 'TLSA', 'SRV', 'NS', 'TXT', 'HINFO'],
    );
    assert.equal(types('hello there'), undefined);
  });
  it('that is empty is not known', () => {
    for (const next of ['$ ls', 'me@a:~$ ls', 'a b c# ls', '> x', 'PS C:\\>', 'C:\\>x', '```', '~~~'])
      reads(`${short('a.test MX')}${next}\n`, ['dig a.test MX ?: ']);
    reads('$ dig +short @192.0.2.53 a.test', ['dig a.test A ? @192.0.2.53: ']);
    for (const next of ['hello', 'a b c d$ ls', '$']) reads(`${short('a.test MX')}${next}\n`, []);
    reads('$ dig a.test MX\n$ ls\n', []);
    reads('$ dig +short a.test MX b.test MX\n$ ls\n', []);
    reads('dig +short\n$ ls\n', []);
  });
});

describe('bare data without a command', () => {
  it('are texts that a mail admin looks at', () => {
    for (const text of [
      'v=spf1 -all',
      'v=DMARC1; p=none',
      'v=DKIM1; p=',
      'v=STSv1; id=1',
      'v=TLSRPTv1; rua=x',
      'v=BIMI1; l=',
      'k=rsa; p=',
      'k=ed25519; p=',
    ])
      reads(`"${text}"\n`, [`dig  TXT NOERROR: "${text}"`]);
    reads('"v=spf1 -all"\n"x" "y"\nz\n', ['dig  TXT NOERROR: "v=spf1 -all" | "x" "y"']);
    for (const none of ['"v=spf10"', '"x"', '"v=spf1', '"v=spf1" x', 'v=spf1 -all', '"v=spf1"  "x"'])
      reads(`${none}\n`, []);
    reads('"v=spf1 \\"x\\""\n', ['dig  TXT NOERROR: "v=spf1 \\"x\\""']);
  });
  it('are two exchangers at least', () => {
    const two = '10 mx1.a.test.\n20 mx2.a.test.\n';
    reads(`${two}0 .\nx\n`, ['dig  MX NOERROR: 10 mx1.a.test. | 20 mx2.a.test. | 0 .']);
    reads('10 mx1.a.test.\nx\n', []);
    for (const none of ['10 mx.', '10 mx1.a.test', '123456 mx1.a.test.', 'x 10 mx1.a.test.'])
      reads(`${none}\n${none}\n`, []);
  });
});
