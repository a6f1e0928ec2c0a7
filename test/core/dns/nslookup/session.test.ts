import assert from 'node:assert/strict';
import { startsNslookup } from '../../../../src/core/dns/nslookup/nslookup.ts';
import {
  ABOVE,
  ADDRESS,
  ALIASES,
  HEAD,
  isHead,
  LABELLED,
  MORE,
  NAMED,
  NON_AUTHORITATIVE,
  PROMPT,
  SET_TYPE,
} from '../../../../src/core/dns/nslookup/nslookupLines.ts';
import { ToolLines } from '../../../../src/core/dns/toolLines.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { queriesOf, reads } from '../told.ts';

const tool = (text: string): ToolLines => new ToolLines(new Lines(text), { marks: 0, indent: 0 });
const begins = (expected: boolean, ...texts: readonly string[]): void => {
  for (const text of texts) assert.equal(startsNslookup(tool(text), 0), expected, text);
};
const head = 'Server:  dc1\nAddress:  192.0.2.53\n\n';
const answer = 'Name:    a.test\nAddress:  192.0.2.1\n';

describe('the lines of nslookup', () => {
  const fits = (form: RegExp, yes: readonly string[], no: readonly string[]): void => {
    for (const line of yes) assert.ok(form.test(line), line);
    for (const line of no) assert.ok(!form.test(line), line);
  };
  it('are of these forms', () => {
    fits(PROMPT, ['> a', '>a', '  > ', '>'], ['a > b', '      > a']);
    fits(
      HEAD,
      [
        'Server:  a',
        'Default Server:  a',
        'Server :',
        'Serveur : a',
        'Standardserver:  a',
        'Servidor Padrão:  a',
        'server: a',
      ],
      ['Servers: a', 'My Server: a', 'Server: a b'],
    );
    fits(
      ADDRESS,
      ['Address:  192.0.2.1', 'Addresses:  ::1', 'Address 1: 192.0.2.1 a.test', 'Address: 192.0.2.1#53'],
      ['Address', 'My Address: 1', 'Address: x', 'Address: 192.0.2.1 a b'],
    );
    fits(MORE, ['  192.0.2.1', '\t::1'], ['192.0.2.1', '  x', '  192.0.2.1 x']);
    fits(
      NAMED,
      [
        'Name:    a.test',
        'Nom :  a',
        'Nome:  a',
        'Nombre:  a',
        'Nazwa:  a',
        'Naam:  a',
        'Имя:  a',
        '名称:  a',
        '名稱:  a',
        '名前:  a',
      ],
      ['Name:a', 'name: a', 'Name: a b'],
    );
    fits(
      NON_AUTHORITATIVE,
      ['Non-authoritative answer:', 'Nicht autorisierende Antwort:', 'non-authoritative answer :'],
      ['Non-authoritative answer: x', 'A Non-authoritative answer:'],
    );
    fits(
      LABELLED,
      ['Foo:  a.test', "L'été:  x"],
      ['Address:  x', 'Aliases:  x', 'https://x: y', 'Foo: a b', 'F: x', '1oo: x'],
    );
    fits(ABOVE, ['Nicht bindend:', 'Answer it:'], ['Short:', 'Long one: x', '1 of many:']);
    fits(ALIASES, ['Aliases:  w.test', '  Aliases:  w.test'], ['Aliases:', 'My Aliases:  w']);
    fits(
      SET_TYPE,
      [
        'set type=mx',
        'set q=mx',
        'set qu = MX',
        'set query=mx',
        'set querytype=any',
        'set t=a',
        'set typ=a',
        'SET TYPE=A',
      ],
      ['set types=mx', 'set type', 'set type=mx x', 'reset type=mx'],
    );
  });
  it('name a server in any language, by what stands below', () => {
    const is = (text: string): boolean => isHead(tool(text), 0);
    const foreign = 'Foobar:  dc1\nAddress:  192.0.2.53\n\n';
    assert.ok(is(`${foreign}Nicht bindend so:\n`));
    assert.ok(is(`${foreign}*** dc1 can't find a.test: NXDOMAIN\n`));
    assert.ok(is(`${foreign}Foo:  a.test\nAddress:  192.0.2.1\n`));
    assert.ok(is(`${foreign}a.test\tmail exchanger = 10 b.test.\n`));
    assert.ok(!is(`${foreign}Foo:  a.test\nx\n`));
    assert.ok(!is(`${foreign}x\n`));
    assert.ok(!is(`Foobar:  dc1\nx\n\nNicht bindend so:\n`));
    assert.ok(!is(`Foobar:  dc1\nAddress:  192.0.2.53\nNicht bindend so:\n`));
  });
});

describe('what nslookup begins with', () => {
  it('is a server, a failure, an answer, a message or what was typed', () => {
    begins(
      true,
      head,
      'Server:  dc1\n\nAddress:  1.2.3.4\n',
      "*** dc1 can't find a.test: NXDOMAIN",
      'Non-authoritative answer:',
      'DNS request timed out.',
    );
    begins(
      true,
      `;; Got SERVFAIL reply from 192.0.2.53\n${head}`,
      '------------\nGot answer:',
      '------------\n    QUESTIONS:',
      '------------\nSendRequest(), len 3',
    );
    begins(
      true,
      '> set type=mx',
      '> server 192.0.2.1',
      '> lserver dc2',
      `> a.test\n${head}`,
      'a.test\tmail exchanger = 10 b.test.',
      'a.test\n\ttext =\n\t"x"',
    );
    begins(true, `Foobar:  dc1\nAddress:  192.0.2.53\n\n${answer}`);
    begins(
      false,
      'Server:  dc1\nx',
      '*** Request to dc1 timed-out',
      ';; Got SERVFAIL reply from 192.0.2.53\nx',
      '------------\nHello',
      '> a.test\nx',
      `> a b\n${head}`,
      '> server',
      'DNS request timed out. x',
      'hello',
    );
    begins(false, ";; *** dc1 can't find a.test: NXDOMAIN");
  });
});

describe('a session of nslookup', () => {
  it('ends with exit, quit, a sentence, or four blank lines', () => {
    const rest = `${head}${answer}`;
    const count = (between: string) =>
      queriesOf(`> a.test\n${rest}${between}${rest.replace('a.test', 'b.test')}`).length;
    for (const [between, queries] of [
      ['> exit\n', 2],
      ['> quit\n', 2],
      ['\n\n\n', 2],
      ['\n\n\n\n', 2],
      ['Hello there.\n', 2],
    ] as const)
      assert.equal(count(between), queries, between);
    reads(`> exit\n> a.test\n${rest}`, ['nslookup a.test A NOERROR @dc1: 192.0.2.1']);
    reads(`> set type=mx\n> exit\na.test\tmail exchanger = 10 b.test.\n`, ['nslookup a.test MX NOERROR: 10 b.test.']);
  });
  it('has the server that is named last', () => {
    reads(
      `${head}${answer}\n> server dc2\nDefault Server:  dc2\nAddress:  192.0.2.54\n\n> b.test\nServer:  dc2\nAddress:  192.0.2.54\n\nName:    b.test\nAddress:  192.0.2.2\n`,
      ['nslookup a.test A NOERROR @dc1: 192.0.2.1', 'nslookup b.test A NOERROR @dc2: 192.0.2.2'],
    );
    reads(`Server:  UnKnown\nAddress:  192.0.2.53:53\n\n${answer}`, [
      'nslookup a.test A NOERROR @192.0.2.53: 192.0.2.1',
    ]);
    reads(`Server:\t\t192.0.2.53\nAddress:\t192.0.2.53#53\n\n${answer}`, [
      'nslookup a.test A NOERROR @192.0.2.53: 192.0.2.1',
    ]);
    reads(`Server:  \nAddress:  192.0.2.53#53\n\n${answer}`, ['nslookup a.test A NOERROR @192.0.2.53: 192.0.2.1']);
  });
  it('has several addresses, an alias, and what is authoritative', () => {
    reads(`${head}Name:    a.test\nAddresses:  192.0.2.1\n          2001:db8::1\nAliases:  w.test\n`, [
      'nslookup w.test A NOERROR @dc1: 192.0.2.1',
      'nslookup w.test AAAA NOERROR @dc1: 2001:db8::1',
    ]);
    reads(
      `$ nslookup -type=mx a.test\n${head}Authoritative answers can be found from:\ntest\tnameserver = ns.test.\n`,
      ['nslookup a.test MX NOERROR @dc1: '],
    );
    reads(
      `$ nslookup -type=mx a.test\n${head}a.test\tmail exchanger = 5 b.test.\n\nAuthoritative answers can be found from:\na.test\tmail exchanger = 9 c.test.\n`,
      ['nslookup a.test MX NOERROR @dc1: 5 b.test.'],
    );
  });
  it('asks for the name of the server first, which is no answer', () => {
    const dashes = '------------';
    const block = (name: string, type: string) =>
      `${dashes}\nGot answer:\n    HEADER:\n        opcode = QUERY, id = 1, rcode = NOERROR\n    QUESTIONS:\n        ${name}, type = ${type}, class = IN\n${dashes}\n`;
    reads(`> set debug\n> a.test\n${block('53.2.0.192.in-addr.arpa', 'PTR')}${head}${block('a.test', 'A')}${answer}`, [
      'nslookup a.test A NOERROR @dc1: 192.0.2.1',
    ]);
  });
  it('is told of a server that says nothing, unless an answer comes', () => {
    reads(`> a.test\n${head}DNS request timed out.\n    timeout was 2 seconds.\n${answer}`, [
      'nslookup a.test A NOERROR @dc1: 192.0.2.1',
    ]);
    reads(`> a.test\n${head}DNS request timed out.\n    timeout was 2 seconds.\n*** Request to dc1 timed-out\n`, [
      'nslookup a.test A TIMEOUT @dc1: ',
    ]);
    reads('DNS request timed out.\n    timeout was 2 seconds.\n', ['nslookup  ? TIMEOUT: ']);
  });
});
