import assert from 'node:assert/strict';
import {
  colonOf,
  fieldNamed,
  fieldsNamed,
  isDoubleSpaced,
  readHeader,
  unfold,
} from '../../../../src/core/mail/header/fields.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { spanText } from '../../../../src/core/text/span.ts';

describe('a header', () => {
  /** Its fields as `name=value`, the lines that are none as `!line`, and the line of the body. */
  function is(text: string, body: number, ...expected: readonly string[]): void {
    const lines = new Lines(text);
    const { fields, strayLines, bodyLine, endLine } = readHeader(lines, 0, text.length);
    for (const { start, nameSpan, valueSpan, name, end } of fields) {
      assert.equal(spanText(text, nameSpan), name);
      assert.deepEqual([start, text[valueSpan.start - 1], valueSpan.end], [nameSpan.start, ':', end]);
    }
    const told = [
      ...fields.map(({ name, value }) => `${name}=${value}`),
      ...strayLines.map((line) => `!${spanText(text, line)}`),
    ];
    assert.deepEqual([bodyLine, ...told], [body, ...expected], text);
    assert.ok(endLine === bodyLine || endLine === bodyLine - 1);
  }

  it('goes up to the empty line, folded lines with their field', () => {
    is('A: 1\n\tx\n y\nB : 2\n\nC: 3', 5, 'A=1\tx y', 'B=2');
    is('A: 1\r\nB:2\r\n\r\nC: 3', 3, 'A=1', 'B=2');
    is('A: 1\nB: 2', 2, 'A=1', 'B=2');
    is('A:\n\n', 2, 'A=');
    is('A: 1\n\u00a0x\n\nb', 3, 'A=1 \u00a0x');
    is('words\nA: 1\n\n', 0);
    is('', 0);
    is('\n', 1);
  });

  it('has lines of blanks in its fields where it goes on behind them (RFC 5322 4.2)', () => {
    is('A: 1\n \n x\n\n', 4, 'A=1', '! x');
    is('A: 1\n \nB: 2\n\n', 4, 'A=1', 'B=2');
    is('A: 1\n \nwords', 2, 'A=1');
    is('A: 1\n \n\nB: 2', 2, 'A=1');
    is('A: 1\n ', 2, 'A=1');
  });

  it('may have other lines, which are kept', () => {
    is('A: 1\nwords\nB: 2\n\n', 4, 'A=1', 'B=2', '!words');
    is('A: 1\nhttps://b.test/\n12:30\n\n', 4, 'A=1', '!https://b.test/', '!12:30');
    is('A: 1\nB: 2\nC: 3\nThis is what he wrote to me\nand more\nof it', 3, 'A=1', 'B=2', 'C=3');
    is(
      'A: 1\nB: 2\nC: 3\nThis is what he wrote to me\nand more',
      5,
      'A=1',
      'B=2',
      'C=3',
      '!This is what he wrote to me',
      '!and more',
    );
    is(
      'A: 1\nB: 2\nThis is what he wrote to me\nand more\nof it',
      5,
      'A=1',
      'B=2',
      '!This is what he wrote to me',
      '!and more',
      '!of it',
    );
    is('A: 1\nB: 2\nC: 3\nwords\nand more\nof it', 6, 'A=1', 'B=2', 'C=3', '!words', '!and more', '!of it');
    is('A: 1\nx\nB: 2\nC: 3\nThis is what he wrote\ny\nz', 4, 'A=1', 'B=2', 'C=3', '!x');
  });

  it('may have an empty line behind every line', () => {
    is('From: a\n\nTo: b\n\n x\n\nSubject: c\n\n\nbody', 8, 'From=a', 'To=b x', 'Subject=c');
    is('From: a\n\nTo: b\n\nCc: c\n\nhello: there', 7, 'From=a', 'To=b', 'Cc=c', 'hello=there');
    is('Foo: a\n\nTo: b\n\nCc: c\n\n', 2, 'Foo=a');
    is('From: a\n\nTo: b\n\nwords', 2, 'From=a');
    is('From: a\n\nTo: b\nCc: c\n\n', 2, 'From=a');
    is('From: a\n\nTo: b\n\nCc: c\nBcc: d', 2, 'From=a');
    const spaced = (text: string): boolean => isDoubleSpaced(new Lines(text), 0, text.length);
    assert.equal(spaced('From: a\n\nTo: b\n\nCc: c\n\n'), true);
    assert.equal(spaced('words\n\nTo: b\n\nCc: c\n\n'), false);
    assert.equal(spaced('From: a\n\nTo: b\n\n'), false);
  });

  it('goes on behind one empty line where only its upper part stands above', () => {
    is('Received: from a by b\n\nFrom: a\nTo: b\n\nhi', 5, 'Received=from a by b', 'From=a', 'To=b');
    is('Received: from a by b\nSubject: x\n\nFrom: a\nTo: b', 3, 'Received=from a by b', 'Subject=x');
    is('Foo: x\n\nFrom: a\nTo: b', 2, 'Foo=x');
    is('Received: from a by b\n\nfoo: a\nTo: b', 2, 'Received=from a by b');
    is('Received: from a by b\n\nFrom: a', 2, 'Received=from a by b');
    is('Received: from a by b\n\nFrom: a\nwords', 2, 'Received=from a by b');
    const many = 'Received: x\n'.repeat(100);
    is(
      `${many}\nFrom: a\nTo: b`,
      101,
      ...many
        .trim()
        .split('\n')
        .map(() => 'Received=x'),
    );
  });

  it('is cut at the names of fields where it stands on one line', () => {
    const long = 'x'.repeat(170);
    is(
      `Received: from ${long} by b Subject: hi From: a@b.test To: c@d.test`,
      1,
      `Received=from ${long} by b`,
      'Subject=hi',
      'From=a@b.test',
      'To=c@d.test',
    );
    is(
      'Received: from a Subject: hi From: a@b.test To: c@d.test',
      1,
      'Received=from a Subject: hi From: a@b.test To: c@d.test',
    );
  });

  it('has fields by their names', () => {
    const { fields } = readHeader(new Lines('A: 1\nb: 2\na: 3\n\n'), 0, 16);
    assert.deepEqual(
      fieldsNamed(fields, 'a').map(({ value }) => value),
      ['1', '3'],
    );
    assert.equal(fieldNamed(fields, 'a')?.value, '1');
    assert.equal(fieldNamed(fields, 'c'), undefined);
  });

  it('starts a field with a name of printable characters (RFC 5322 2.2)', () => {
    for (const [line, colon] of [
      ['A: x', 1],
      ['A \t: x', 3],
      ['A-b_c!:x', 6],
      ['~:x', 1],
      ['123:x', -1],
      ['12a:x', 3],
      ['a12/:x', 4],
      ['http://x', -1],
      ['http: //x', 4],
      ['\u00fc:x', -1],
      ['a b:x', -1],
      [' a:x', -1],
      [':x', -1],
      ['a', -1],
      ['', -1],
    ] as const)
      assert.equal(colonOf(new Lines(line), 0), colon, line);
  });

  it('is unfolded (RFC 5322 2.2.3)', () => {
    assert.equal(unfold(' a\r\n b\n\tc\nd '), 'a b\tc d');
  });
});
