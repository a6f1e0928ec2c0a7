import assert from 'node:assert/strict';
import { readClassless, readRecord } from '../../../src/core/dns/record.ts';
import { decorationOf, skipTags, ToolLines } from '../../../src/core/dns/toolLines.ts';
import { sameName, withoutDot } from '../../../src/core/text/domainName.ts';
import { Lines } from '../../../src/core/text/lines.ts';

const toolLines = (text: string, marks = 0, indent = 0): ToolLines => new ToolLines(new Lines(text), { marks, indent });

/** The record on the first line as `name[.] ttl type data`, with the lines behind the first that belong to it. */
const told = (read: typeof readRecord, text: string): string | undefined => {
  const lines = toolLines(text);
  const record = read(lines, 0, lines.count);
  if (record === undefined) return undefined;
  const { name, absolute, ttl, type, data, endLine } = record;
  return `${name}${absolute ? '.' : ''} ${ttl ?? '-'} ${type} ${data.replace(/ +/g, ' ')}${endLine > 1 ? ` +${endLine - 1}` : ''}`;
};
const reads = (text: string, expected: string | undefined): void =>
  assert.equal(told(readRecord, text), expected, text);
const classless = (text: string, expected: string | undefined): void =>
  assert.equal(told(readClassless, text), expected, text);

describe('a record as a zone file writes it (RFC 1035 5.1)', () => {
  it('has a type that is known where it has no TTL: other words are in capitals, too', () => {
    assert.equal(told(readRecord, 'NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS'), undefined);
    assert.equal(told(readRecord, 'contoso.test. IN TYPE65534 \\# 1 00'), 'contoso.test. - TYPE65534 \\# 1 00');
    assert.equal(
      told(readRecord, 'contoso.test. 300 IN EUI48 00-00-5e-00-53-2a'),
      'contoso.test. 300 EUI48 00-00-5e-00-53-2a',
    );
  });
  it('has a name, a time to live, a class, a type and data', () => {
    reads('a.test. 300 IN MX 10 b.test.', 'a.test. 300 MX 10 b.test.');
    reads('a.test\tIN\tA\t192.0.2.1  ', 'a.test - A 192.0.2.1');
    reads('. 5 IN NS a.', '.. 5 NS a.');
    reads('a.test. CH TXT "x"', 'a.test. - TXT "x"');
    reads('a.test. HS A x', 'a.test. - A x');
    for (const none of [
      ';a.test. IN A',
      "'a.test. IN A x",
      'a.test. 300 A 192.0.2.1',
      'a.test. IN',
      'a.test. IN a x',
      ' a.test. IN A x',
    ]) {
      reads(none, undefined);
    }
  });

  it('has a time to live in units', () => {
    for (const [ttl, seconds] of [
      ['5s', 5],
      ['2m', 120],
      ['1h30m', 5400],
      ['1d', 86_400],
      ['1w2d', 777_600],
      ['300', 300],
      ['5', 5],
    ]) {
      reads(`a. ${ttl} IN A x`, `a. ${seconds} A x`);
    }
  });

  it('may stand in parentheses', () => {
    reads('a. IN SOA n. m. ( 1 ; serial\n 2 )', 'a. - SOA n. m. 1 2 +1');
    reads('a. IN TXT ( "(" \n\n ")" \n) x\nb. IN A x', 'a. - TXT "(" ")" x +3');
    reads('a. IN TXT ( 1 ( 2\n ) 3\n ) 4\nnext', 'a. - TXT 1 2 3 4 +2');
    reads('a. IN TXT "(" x', 'a. - TXT "(" x');
    reads('a. IN TXT \\( x', 'a. - TXT \\( x');
    reads('a. IN TXT ( 1', 'a. - TXT 1');
    reads(`a. IN TXT (${'\n1'.repeat(300)}`, `a. - TXT${' 1'.repeat(199)} +199`);
  });

  it('may have lost its class, where the type is known', () => {
    classless('a.test. 300 MX 10 b.test.', 'a.test. 300 MX 10 b.test.');
    classless('a.test. 300 FOO x', undefined);
    classless('a.test 300 MX x', undefined);
    classless('a.test. MX x', undefined);
  });

  it('has a name that may end with a dot', () => {
    assert.deepEqual(['a.', 'a', '.', '', 'a..'].map(withoutDot), ['a', 'a', '.', '', 'a.']);
    assert.deepEqual([sameName('A.Test.', 'a.test'), sameName('a', 'b')], [true, false]);
  });
});

describe('lines as a DNS tool printed them', () => {
  const at = (text: string, expected: string, marks = 0, indent = 0): void => {
    const lines = toolLines(text, marks, indent);
    assert.equal(lines.at(0), expected, text);
    assert.equal(lines.at(0), expected);
    if (expected !== '\u0000' && expected !== '' && !/[<&\u00a0]/.test(text)) {
      assert.equal(text.slice(lines.start(0), lines.start(0) + expected.length), expected);
    }
  };

  it('have no marks of quoting', () => {
    at('> a', 'a', 1);
    at('>a', 'a', 1);
    at('| a', 'a', 1);
    at('> > a', 'a', 2);
    at(' \t> a', 'a', 1);
    at('>  a', ' a', 1);
    at('a', '\u0000', 1);
    at('> a', '\u0000', 2);
    at('', '', 1);
    at('>', '', 2);
  });

  it('have no indent, or less of it', () => {
    at('    a', 'a', 0, 4);
    at('      a', '  a', 0, 4);
    at('  a', 'a', 0, 4);
    at('>   a', 'a', 1, 2);
    at('a   ', 'a');
  });

  it('have no tags of a page around them', () => {
    at('<p>a</p>', 'a');
    at('<pre><b>a</b></pre>', 'a');
    at('a <br>', 'a');
    at('a </b> <br/>', 'a');
    at('<1>a', '<1>a');
    at('a<1>', 'a<1>');
    at('a >', 'a >');
    at('<a><b><c><d><e>x', '<e>x');
    at('x<a><b><c><d><e>', 'x<a>');
    at(`<${'a'.repeat(300)}>x`, `<${'a'.repeat(300)}>x`);
    at(`x<${'a'.repeat(300)}>`, `x<${'a'.repeat(300)}>`);
    assert.equal(skipTags('<p>a', 0, 4), 3);
    assert.equal(skipTags('<p', 0, 2), 0);
  });

  it('have their entities decoded', () => {
    at('&lt;a&gt; &quot;b&quot; &apos;c&#39;&#x27; &#34;d&nbsp;&amp;', `<a> "b" 'c'' "d &`);
    at('&nope; &#99;', '&nope; &#99;');
    at('a\u00a0b', 'a b');
  });

  it('are no tool\u2019s where they are endless', () => {
    at('x'.repeat(70_000), 'x'.repeat(70_000));
    at('x'.repeat(70_001), '\u0000');
  });

  it('tell their own decoration', () => {
    const of = (text: string, marks: number) => decorationOf(text, 0, text.length, marks);
    assert.deepEqual(of('>   a', 1), { marks: 1, indent: 2 });
    assert.deepEqual(of('\t\u00a0 a', 0), { marks: 0, indent: 3 });
    assert.deepEqual(of(`${' '.repeat(70)}a`, 0), { marks: 0, indent: 60 });
    assert.equal(of('a', 1), undefined);
  });
});
