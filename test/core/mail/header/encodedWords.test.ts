import assert from 'node:assert/strict';
import { decodeEncodedWords, decodePercent, readableWords } from '../../../../src/core/mail/header/encodedWords.ts';

const reads = (value: string, expected: string | null): void => assert.equal(decodeEncodedWords(value), expected);

describe('encoded words (RFC 2047)', () => {
  it('in both encodings and several charsets', () => {
    reads('=?iso-8859-1?Q?gr=FC=DF?= x =?gb2312?B?1tDOxA==?=', 'grüß x 中文');
    reads('=?utf-8*de?Q?=C3=BC?=', 'ü');
  });
  it('cut inside a character', () => {
    reads('=?UTF-8?Q?=C3?= =?UTF-8?Q?=BC?=', 'ü');
    reads('=?utf-8?b?8J+Y?= =?utf-8?b?gA==?=', '😀');
  });
  it('side by side lose the blanks between them', () => reads('=?utf-8?B?w7w=?=\n =?utf-8?B?w7w=?=', 'üü'));
  it('in UTF-8 that is called ASCII or unknown', () => {
    reads('=?us-ascii?Q?gr=C3=BC=C3=9F?=', 'grüß');
    reads('=?unknown-8bit?Q?gr=C3=BC?=', 'grü');
  });
  it('that are no text are not made up', () => {
    reads('=?unknown-8bit?Q?gr=FC?=', null);
    reads('=?x-nope?Q?a?=', null);
    reads('=?utf-8?Q?=FC?=', null);
  });
});

describe('percent-encoded bytes (RFC 2231 4)', () => {
  const decodes = (text: string, charset: string, expected: string | null): void =>
    assert.equal(decodePercent(text, charset), expected);

  it('are text in the charset that is named', () => {
    decodes('a%20b%FC', 'iso-8859-1', 'a b\u00fc');
    decodes('%E2%82%AC_=?%7f', 'utf-8', '\u20ac_=?\u007f');
    decodes('%d0%c4', '', null);
    decodes('', 'utf-8', '');
  });
  it('leave characters beyond ASCII as they are', () => {
    for (const charset of ['utf-8', 'iso-8859-1', 'windows-1251']) decodes('\u00fc\u0080%41', charset, '\u00fc\u0080A');
    decodes('\u00fc%FC', 'utf-8', null);
  });
});

describe('encoded words at their edges', () => {
  const reads = (value: string, expected: string | null): void =>
    assert.equal(decodeEncodedWords(value), expected, value);

  it('are read in charsets that are known, however they are written', () => {
    for (const charset of [
      ...['us-ascii', 'ASCII', 'ANSI_X3.4-1968', 'iso-8859-1', 'ISO8859-1', 'iso8859_1', 'latin1', 'latin-1', 'l1'],
      ...['windows-1252', 'cp1252', 'x-cp1252', 'x-ansi1252', 'ansi-1252', '1252', 'ansi', 'iso-ir-100'],
    ])
      reads(`=?${charset}?Q?a=20b?=`, 'a b');
    for (const charset of ['windows-1251', 'koi8-r', 'iso-8859-2', 'gb2312', 'big5', 'euc-kr', 'shift_jis', 'utf-7x'])
      assert.equal(decodeEncodedWords(`=?${charset}?Q?a?=`), charset === 'utf-7x' ? null : 'a', charset);
    reads('=?latin-12?Q?a?=', null);
    reads('=?us-ascii*en?Q?gr=C3=BC?=', 'gr\u00fc');
    reads('=?utf-8?Q?a?= =?x-nope?Q?b?=', null);
  });

  it('are none without their marks, or where the document was misread', () => {
    reads('a = b', 'a = b');
    reads('\ufffd', null);
    reads('=?utf-8?Q?a?= \ufffd', null);
    const many = (count: number): string => Array.from({ length: count }, (_, i) => `=?x${i}?Q?a?=`).join(' ');
    assert.equal(decodeEncodedWords(many(21)), null);
  });

  it('stay as they are written where people read what cannot be decoded', () => {
    assert.equal(readableWords('=?utf-8?Q?=C3=BC?='), '\u00fc');
    assert.equal(readableWords('=?x-nope?Q?a?='), '=?x-nope?Q?a?=');
    assert.equal(readableWords('plain'), 'plain');
    const long = (count: number): string => `=?utf-8?Q?=C3=BC?=${'x'.repeat(count - 18)}`;
    assert.equal(readableWords(long(20_000)).startsWith('\u00fc'), true);
    assert.equal(readableWords(long(20_001)).startsWith('=?'), true);
  });

  it('and octets by percent signs are read as far as they are some', () => {
    const decodes = (text: string, charset: string, expected: string | null): void =>
      assert.equal(decodePercent(text, charset), expected, text);
    decodes('100% %4 %zz', 'utf-8', '100% %4 %zz');
    decodes('%C3%BC', '', '\u00fc');
    decodes('a-b_c.d', 'utf-8', 'a-b_c.d');
    decodes('a', 'x nope', null);
    decodes('a', 'x-nope', null);
    decodes('\ufffd', 'utf-8', null);
    decodes('%FF', 'utf-8', null);
  });
});
