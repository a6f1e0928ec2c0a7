import assert from 'node:assert/strict';
import { withEncodedParts } from '../../../src/message/parts/encodedParts.ts';
import { safeFileName } from '../../../src/message/parts/fileName.ts';
import { readQuotedPrintable } from '../../../src/message/parts/quotedPrintable.ts';

describe('quoted-printable', () => {
  it('is taken off, with soft line breaks and blanks at the ends of lines (RFC 2045 6.7)', () => {
    for (const [text, expected] of [
      ['', ''],
      ['plain', 'plain'],
      ['a=3Db', 'a=b'],
      ['=c3=A4', '\u00c3\u00a4'],
      ['a=\nb', 'ab'],
      ['a=\r\nb', 'ab'],
      ['a= \t\r\nb', 'ab'],
      ['a=', 'a'],
      ['a \t\nb', 'a\nb'],
      ['a  \r\nb\r\n', 'a\r\nb\r\n'],
      ['a\n\nb', 'a\n\nb'],
      ['\r\n', '\r\n'],
      ['\n', '\n'],
      ['a=2', 'a=2'],
      ['a=zz', 'a=zz'],
      ['a=3=\n0', 'a0'],
      ['a=20\n', 'a \n'],
    ] as const)
      assert.equal(readQuotedPrintable(text), expected, JSON.stringify(text));
  });
});

describe('a file that is not encoded', () => {
  const message = (encoding: string, content: string, field = `Content-Transfer-Encoding: ${encoding}`): Buffer =>
    Buffer.from(
      `From: a@b.test\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: application/pdf\r\n${field}\r\n\r\n${content}\r\n--b\r\nContent-Type: text/plain\r\n\r\nbehind\r\n--b--\r\n`,
      'latin1',
    );
  it('is put into base64, and all else stays as it is', () => {
    const content = `\0${'\u00ff'.repeat(60)}`;
    const encoded = `AP${'/'.repeat(74)}\r\n/////w==\r\n`;
    assert.equal(
      withEncodedParts(message('binary', content))?.toString('latin1'),
      message('base64', encoded).toString('latin1'),
    );
    assert.match(
      withEncodedParts(message('', '\0', 'content-transfer-encoding:   BINARY'))?.toString('latin1') ?? '',
      /content-transfer-encoding: {3}base64\r\n\r\nAA==\r\n/,
    );
  });
  it('is one of several, each in its place', () => {
    const file = (encoding: string, content: string): string =>
      `--b\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${content}\r\n`;
    const whole = (...files: readonly string[]): string =>
      `From: a@b.test\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n${files.join('')}--b--\r\n`;
    const two = whole(file('binary', '\0'), file('binary', '\0\0'));
    assert.equal(
      withEncodedParts(Buffer.from(two, 'latin1'))?.toString('latin1'),
      whole(file('base64', 'AA==\r\n'), file('base64', 'AAA=\r\n')),
    );
  });
  it('is none where it is text, or encoded', () => {
    assert.equal(withEncodedParts(message('binary', 'text')), undefined);
    assert.equal(withEncodedParts(message('8bit', '\0')), undefined);
    assert.equal(withEncodedParts(message('base64', '\0')), undefined);
  });
});

describe('a name of a file', () => {
  it('is one that every system takes', () => {
    for (const [given, safe] of [
      ['a/b/c.txt', 'c.txt'],
      ['a\\b', 'b'],
      ['  .. x', 'x'],
      [' . a . ', 'a'],
      ['a.b. ', 'a.b'],
      ['e\u0301.txt', '\u00e9.txt'],
      ['_', 'part.bin'],
      ['???', 'part.bin'],
      ['a_', 'a_'],
      ['con', '_con'],
      ['CONSOLE', 'CONSOLE'],
      ['xcon', 'xcon'],
      ['prn.txt', '_prn.txt'],
      ['Aux', '_Aux'],
      ['com0', '_com0'],
      ['com\u00b2.txt', '_com\u00b2.txt'],
      ['lpt9', '_lpt9'],
      ['lpt\u00b3', '_lpt\u00b3'],
      ['com10', 'com10'],
      ['CONIN$', '_CONIN$'],
      ['conout$.x', '_conout$.x'],
    ] as const)
      assert.equal(safeFileName(given, 'part.bin'), safe, given);
  });
  it('of a long one keeps the extension, where it is one', () => {
    const x = 'x'.repeat(200);
    for (const [given, safe] of [
      ['x'.repeat(120), 'x'.repeat(120)],
      ['x'.repeat(121), 'x'.repeat(120)],
      [`${x}.pdf`, `${'x'.repeat(116)}.pdf`],
      [`${x}.${'y'.repeat(19)}`, `${'x'.repeat(100)}.${'y'.repeat(19)}`],
      [`${x}.${'y'.repeat(20)}`, 'x'.repeat(120)],
      [`${'x'.repeat(119)}\u{1f600}`, 'x'.repeat(119)],
      [`${'x'.repeat(118)}\u{1f600}y`, `${'x'.repeat(118)}\u{1f600}`],
    ] as const)
      assert.equal(safeFileName(given, 'part.bin'), safe, given.slice(-30));
  });
});
