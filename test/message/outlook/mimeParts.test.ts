import assert from 'node:assert/strict';
import { encoded, mailbox, multipart, part } from '../../../src/message/outlook/mimeParts.ts';

describe('what a message is made of', () => {
  it('is a name with its address', () => {
    for (const [name, address, expected] of [
      [undefined, undefined, ''],
      ['Ann', '', 'Ann'],
      ['', 'a@b.test', '<a@b.test>'],
      ['a@b.test', 'a@b.test', '<a@b.test>'],
      ['Ann Lee_2', 'a@b.test', 'Ann Lee_2 <a@b.test>'],
      ['Lee, Ann', 'a@b.test', '"Lee, Ann" <a@b.test>'],
      ['A "x" \\ B', 'a@b.test', '"A x  B" <a@b.test>'],
      ['Jürgen, X', 'a@b.test', 'Jürgen, X <a@b.test>'],
    ] as const)
      assert.equal(mailbox(name, address), expected);
  });

  it('is ASCII on a line, and words in base64', () => {
    for (const [value, expected] of [
      ['plain words', 'plain words'],
      ['a\r\nb\tc', 'a b c'],
      ['Grüße', '=?utf-8?B?R3LDvMOfZQ==?='],
      ['Jürgen <j@b.test>', '=?utf-8?B?SsO8cmdlbg==?= <j@b.test>'],
      ['Ann <ä@b.test>', 'Ann <ä@b.test>'],
      ['', ''],
    ] as const)
      assert.equal(encoded(value), expected);
    assert.equal(encoded('x'.repeat(20_001)).length, 20_000);
    const words = encoded('ä'.repeat(22)).split('\r\n ');
    assert.deepEqual(
      words.map((word) => Buffer.from(word.slice(10, -2), 'base64').toString()),
      ['ä'.repeat(21), 'ä'],
    );
    assert.ok(words.every((word) => word.length <= 75 && /^=\?utf-8\?B\?.+\?=$/.test(word)));
    // No character is cut.
    for (const word of encoded('a😀'.repeat(30)).split('\r\n '))
      assert.doesNotMatch(Buffer.from(word.slice(10, -2), 'base64').toString(), /\ufffd/);
  });

  it('is a part as it is where it is lines of ASCII, else in base64', () => {
    assert.deepEqual(part('text/plain', Buffer.from('one\r\ntwo\nthree\rfour\t~')), [
      ...['Content-Type: text/plain', 'Content-Transfer-Encoding: 7bit', ''],
      ...['one', 'two', 'three', 'four\t~'],
    ]);
    const isPlain = (type: string, content: string | Buffer): boolean =>
      part(type, Buffer.from(content))[1] === 'Content-Transfer-Encoding: 7bit';
    assert.equal(isPlain('application/pdf', 'x'), false);
    assert.equal(isPlain('xtext/plain', 'x'), false);
    assert.equal(isPlain('text/plain', 'ä'), false);
    assert.equal(isPlain('text/plain', 'a\0'), false);
    assert.equal(isPlain('text/plain', 'x'.repeat(989)), true);
    assert.equal(isPlain('text/plain', 'x'.repeat(990)), false);
    assert.equal(isPlain('text/plain', `${'x'.repeat(900)}\n${'x'.repeat(900)}`), true);
    assert.deepEqual(part('image/png', Buffer.alloc(58, 0), ['Content-ID: <1>']), [
      ...['Content-Type: image/png', 'Content-Transfer-Encoding: base64', 'Content-ID: <1>', ''],
      ...['A'.repeat(76), 'AA=='],
    ]);
    assert.deepEqual(part('image/png', Buffer.alloc(0)).slice(2), ['']);
  });

  it('is several parts between boundaries', () => {
    assert.deepEqual(multipart('mixed', [['a', 'b'], ['c']], 2), [
      ...['Content-Type: multipart/mixed; boundary="mail-triage-mixed-2"', ''],
      ...['--mail-triage-mixed-2', 'a', 'b', '--mail-triage-mixed-2', 'c', '--mail-triage-mixed-2--'],
    ]);
  });
});
