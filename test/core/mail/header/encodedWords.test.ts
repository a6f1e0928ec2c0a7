import assert from 'node:assert/strict';
import { decodeEncodedWords, decodePercent } from '../../../../src/core/mail/header/encodedWords.ts';

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
