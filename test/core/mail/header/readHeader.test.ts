import assert from 'node:assert/strict';
import {
  colonOf,
  fieldNamed,
  fieldsNamed,
  isContinuation,
  isDoubleSpaced,
  isEmptyLine,
  readHeader,
  unfold,
} from '../../../../src/core/mail/header/fields.ts';
import { Lines } from '../../../../src/core/text/lines.ts';
import { spanText } from '../../../../src/core/text/span.ts';

/** The fields of a header as `name=value`, its stray and its glued lines, and where it ends and the body begins, from 0. */
function header(text: string, first = 0, end = text.length): readonly (readonly string[] | string)[] {
  const { fields, strayLines, gluedLines, endLine, bodyLine } = readHeader(new Lines(text), first, end);
  for (const { start, nameSpan, name, valueSpan, value, end: last } of fields) {
    assert.deepEqual([start, last], [nameSpan.start, valueSpan.end]);
    assert.deepEqual([spanText(text, nameSpan), unfold(spanText(text, valueSpan))], [name, value]);
  }
  return [
    fields.map(({ name, value }) => `${name}=${value}`),
    strayLines.map((span) => spanText(text, span)),
    gluedLines.map((span) => spanText(text, span)),
    `${endLine} ${bodyLine}`,
  ];
}

describe('a header', () => {
  it('ends at an empty line, behind which the body begins', () => {
    assert.deepEqual(header('A: 1\nB: 2\n\nC: 3\n'), [['A=1', 'B=2'], [], [], '2 3']);
    assert.deepEqual(header('A: 1\r\nB: 2\r\n\r\nC: 3\r\n'), [['A=1', 'B=2'], [], [], '2 3']);
    assert.deepEqual(header('A: 1\nB: 2\n'), [['A=1', 'B=2'], [], [], '2 2']);
    assert.deepEqual(header('A: 1\nB: 2'), [['A=1', 'B=2'], [], [], '2 2']);
    assert.deepEqual(header('x\nA: 1\nB: 2\n\n', 1), [['A=1', 'B=2'], [], [], '3 4']);
    assert.deepEqual(header('A: 1\nB: 2\nC: 3\n', 0, 10), [['A=1', 'B=2'], [], [], '2 2']);
    assert.deepEqual(header('\nA: 1\n'), [[], [], [], '0 1']);
  });
  it('has folded fields (RFC 5322 2.2.3), blanks before a colon and lines of blanks in a fold (4.2)', () => {
    assert.deepEqual(header('A: 1\n\t2\n 3\n\u00a04\nB \t: 5\n\n'), [['A=1\t2 3 \u00a04', 'B=5'], [], [], '5 6']);
    assert.deepEqual(header('A: 1\n \n 2\nB: 3\n\n')[0], ['A=1', 'B=3']);
    assert.deepEqual(header('A: 1\n \nB: 2\n\nx\n'), [['A=1', 'B=2'], [], [], '3 4']);
    assert.deepEqual(header('A: 1\n \nHello\n'), [['A=1'], [], [], '1 2']);
    assert.deepEqual(header('A: 1\n \n\nB: 2\n'), [['A=1'], [], [], '1 2']);
    assert.deepEqual(header('A:\nB:\n 2\n\n')[0], ['A=', 'B=2']);
  });
  it('is none where its first line is none; others are strays', () => {
    assert.deepEqual(header('Hello\nA: 1\n\n'), [[], [], [], '0 0']);
    assert.deepEqual(header('A: 1\nHello\nB: 2\n\n'), [['A=1', 'B=2'], ['Hello'], [], '3 4']);
    assert.deepEqual(header('A: 1\nhttp://a.test/\n12:30 it came\nB: 2\n\n')[1], ['http://a.test/', '12:30 it came']);
  });
  it('has its body behind its last field, where the empty line was lost', () => {
    const three = 'From: a@a.test\nTo: b@b.test\nSubject: x\n';
    const words = 'Dear Bob, this is it\nand it goes on\nlike this\n';
    const fields = ['From=a@a.test', 'To=b@b.test', 'Subject=x'];
    assert.deepEqual(header(three + words), [fields, [], [], '3 3']);
    assert.deepEqual(header(`From: a@a.test\nTo: b@b.test\n${words}`)[1], words.trim().split('\n'));
    assert.deepEqual(header(`${three}Dear Bob, this is it\nand it goes on\n`)[3], '5 5');
    assert.deepEqual(header(`${three}Dear\nBob\nthis is it\n`)[3], '6 6');
    assert.deepEqual(header(`From: a@a.test\nstray one\nTo: b@b.test\nSubject: x\n${words}`), [
      fields,
      ['stray one'],
      [],
      '4 4',
    ]);
  });
  it('may have an empty line behind every line, as web pages show it', () => {
    const spaced = 'Received: a\n\nTo: b\n\nSubject: x\n\n folded\n\nX-A: y\n\n\nbody\n';
    assert.deepEqual(header(spaced), [['Received=a', 'To=b', 'Subject=x folded', 'X-A=y'], [], [], '9 10']);
    assert.deepEqual(header(spaced.replace('Received', 'Moo'))[0], ['Moo=a']);
    assert.deepEqual(header('To: a\n\nB: 1\n\nC: 2\n\nHello\n'), [['To=a', 'B=1', 'C=2'], [], [], '5 6']);
    const isSpaced = (text: string): boolean => isDoubleSpaced(new Lines(text), 0, text.length);
    assert.deepEqual(
      [
        ...['To: a\n\nB: 1\n\nC: 2\n\n', 'To: a\n\n B\n\n C\n\nD: 3\n', 'to : a\n \nB: 1\n\t\nC: 2\n\n'],
        ...['To: a\n\nB: 1\n\nC: 2\nD: 3\n', 'To: a\nB: 1\n\nC: 2\n\n', 'To: a\n\nB\n\nC: 2\n\n', 'To: a\n\nB: 1\n'],
        ...['Hello\n\nB: 1\n\nC: 2\n\n', 'Moo: a\n\nB: 1\n\nC: 2\n\n', 'To: a\n\n\n\nC: 2\n\n'],
      ].map(isSpaced),
      [true, true, true, false, false, false, false, false, false, false],
    );
  });
  it('goes on behind one empty line, where only the way was above it', () => {
    const way = 'Received: from a.test\n';
    const rest = 'From: a@a.test\nTo: b@b.test\n\nhi\n';
    assert.deepEqual(header(`${way}\n${rest}`), [
      ['Received=from a.test', 'From=a@a.test', 'To=b@b.test'],
      [],
      [],
      '4 5',
    ]);
    for (const top of ['Return-Path: <a@a.test>', 'Delivered-To: b@b.test', 'ARC-Seal: i=1', 'DKIM-Signature: v=1'])
      assert.equal(header(`${top}\n\n${rest}`)[0]?.length, 3, top);
    for (const top of ['X-A: b', 'Received: a\nSubject: x', 'Received: a\nFrom: b@b.test', 'Received: a\nDate: x'])
      assert.ok(!String(header(`${top}\n\n${rest}`)[0]).includes('To='), top);
    assert.equal(header(`${way}\nNote: a\nTo: b@b.test\n`)[0]?.length, 1);
    assert.equal(header(`${way}\nTo: b@b.test\nHello\n`)[0]?.length, 1);
    assert.equal(header(`${way}\nTo: b@b.test\n`)[0]?.length, 1);
    assert.equal(header(`${way.repeat(99)}\n${rest}`)[0]?.length, 101);
    assert.equal(header(`${way.repeat(100)}\n${rest}`)[0]?.length, 100);
  });
  it('that has lost its folding is put together by what its fields are made of', () => {
    const text = 'Received: from a.test\nby b.test; Fri, 20 Nov 2026 10:00:00 +0000\nTo: b@b.test\n\n';
    assert.deepEqual(header(text), [
      ['Received=from a.test by b.test; Fri, 20 Nov 2026 10:00:00 +0000', 'To=b@b.test'],
      [],
      ['by b.test; Fri, 20 Nov 2026 10:00:00 +0000'],
      '3 4',
    ]);
  });
  it('on one long line is cut at its names', () => {
    const line = `Received: from a.test by b.test; Fri, 20 Nov 2026 10:00:00 +0000 Received: from c.test by a.test; Fri, 20 Nov 2026 09:59:00 +0000 From: Ann <ann@a.test> To: bob@b.test Subject: about the invoice MIME-Version: 1.0`;
    const [fields, strays, glued] = header(`${line}\n\nbody\n`);
    assert.deepEqual(
      [...(fields as readonly string[])].map((one) => one.split('=')[0]),
      ['Received', 'Received', 'From', 'To', 'Subject', 'MIME-Version'],
    );
    assert.deepEqual([fields?.[4], strays, glued], ['Subject=about the invoice', [], [line]]);
  });
});

describe('a line of a header', () => {
  it('has a colon behind a name (RFC 5322 2.2)', () => {
    const colon = (line: string): number => colonOf(new Lines(`x\n${line}\ny: z\n`), 1) - 2;
    assert.deepEqual(
      ['A: b', 'A:', 'A-b \t: c', '!~: x', '1a: x', 'a:/x', 'a ://x', '/: x', '::'].map(colon),
      [1, 1, 5, 2, 2, 1, -3, 1, -3],
    );
    assert.deepEqual(
      ['', 'A', 'A b: c', ': x', ' : x', '12:30', '1: x', 'http://a', 'ä: x', 'a\u007f: x'].map(colon),
      Array<number>(10).fill(-3),
    );
  });
  it('is a continuation or empty by its blanks', () => {
    const lines = new Lines('\n \n\t\n a\n\ta\n\u00a0a\na\n');
    const of = (is: (all: Lines, line: number) => boolean): readonly number[] =>
      [0, 1, 2, 3, 4, 5, 6].filter((line) => is(lines, line));
    assert.deepEqual(
      [of(isContinuation), of(isEmptyLine)],
      [
        [1, 2, 3, 4, 5],
        [0, 1, 2],
      ],
    );
  });
  it('is found by its name', () => {
    const { fields } = readHeader(new Lines('To: a\nCC: b\nto: c\n\n'), 0, 100);
    assert.deepEqual(
      [fieldNamed(fields, 'to')?.value, fieldNamed(fields, 'cc')?.value, fieldNamed(fields, 'bcc')],
      ['a', 'b', undefined],
    );
    assert.deepEqual(
      fieldsNamed(fields, 'to').map(({ value }) => value),
      ['a', 'c'],
    );
  });
  it('is unfolded', () =>
    assert.deepEqual([' a\r\n b ', 'a\nb', 'a\n\tb', 'a\n\nb', '\n a\n'].map(unfold), [
      'a b',
      'a b',
      'a\tb',
      'a b',
      'a',
    ]));
});
