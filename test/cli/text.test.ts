import assert from 'node:assert/strict';
import { isMessageFile, startOf, textOf } from '../../src/cli/input.ts';
import { isBinary, utf16Of } from '../../src/files/text.ts';

const octets = (text: string, charset: BufferEncoding = 'latin1'): Buffer => Buffer.from(text, charset);
const read = (bytes: Buffer): string => {
  const input = textOf('a.txt', bytes);
  return input.ok ? input.text : input.problem;
};
/** UTF-16 with the octets the other way round. */
const big = (text: string): Buffer => octets(text, 'utf16le').swap16();

describe('the octets of a file', () => {
  it('are UTF-8, or UTF-16 by its mark or its zeros', () => {
    assert.equal(read(octets('Grüße', 'utf8')), 'Grüße');
    assert.equal(read(octets('\ufeffGrüße', 'utf8')), 'Grüße');
    for (const text of ['\ufeffGrüße\n', 'Plain text\n'])
      for (const bytes of [octets(text, 'utf16le'), big(text)]) assert.equal(read(bytes), text.replace('\ufeff', ''));
    assert.deepEqual(
      [
        octets('ab', 'utf16le'),
        big('ab'),
        octets('ab'),
        octets('\xff\xfe'),
        octets('\xfe\xff'),
        octets('\xff\xff'),
      ].map(utf16Of),
      ['utf-16le', 'utf-16be', undefined, 'utf-16le', 'utf-16be', undefined],
    );
    // Zeros in a third of the odd octets, and in more.
    assert.equal(utf16Of(octets('a\0'.repeat(7) + 'ab'.repeat(3))), undefined);
    assert.equal(utf16Of(octets('a\0'.repeat(8) + 'ab'.repeat(2))), 'utf-16le');
    assert.equal(utf16Of(octets('\0a'.repeat(7) + 'ab'.repeat(3))), undefined);
    assert.equal(utf16Of(octets('\0a'.repeat(8) + 'ab'.repeat(2))), 'utf-16be');
    assert.equal(utf16Of(octets(`${'a\0'.repeat(8)}\0a`)), undefined);
    // Only the first 1024 octets are looked at.
    assert.equal(utf16Of(octets(`${'a'.repeat(1024)}${'a\0'.repeat(2000)}`)), undefined);
  });
  it('are no text where there are NULs, but for a few of them', () => {
    assert.deepEqual(
      [isBinary(octets(`${'a'.repeat(499)}\0`)), isBinary(octets(`${'a'.repeat(498)}\0`))],
      [false, true],
    );
    assert.equal(isBinary(octets(`${'a'.repeat(8192)}${'\0'.repeat(500)}`)), false);
    assert.match(read(octets('a\0\0b')), /^a\.txt is no text \(it holds NUL bytes\): save the message/);
  });
  it('are what their charset says where they are no UTF-8', () => {
    const type = (charset: string): string => `Content-Type: text/plain; charset=${charset}\n\n`;
    assert.equal(read(octets(`${type('iso-8859-1')}Gr\xfc\xdfe\n`)), `${type('iso-8859-1')}Grüße\n`);
    assert.equal(read(octets(`${type('"windows-1252"')}\x80\n`)), `${type('"windows-1252"')}€\n`);
    assert.equal(read(octets(`${type('gb2312')}\xc4\xe3\xba\xc3`)), `${type('gb2312')}你好`);
    // Each line for itself, by the charset that was named last; UTF-8 stays what it is.
    assert.equal(
      read(octets(`${type('iso-8859-1')}\xfc\n\xc3\xbc\n${type('iso-8859-2')}\xb3\n`)),
      `${type('iso-8859-1')}ü\nü\n${type('iso-8859-2')}ł\n`,
    );
    for (const none of ['utf-8', 'us-ascii', 'iso-2022-jp', 'no-such-charset'])
      assert.equal(read(octets(`${type(none)}\xfc\n`)), `${type(none)}\ufffd\n`);
    assert.equal(read(octets('charset\n\xfc')), 'charset\n\ufffd');
    assert.equal(read(octets('\xfc')), '\ufffd');
  });
  it('start with a message by the name of the file', () => {
    for (const name of ['a.eml', 'A.EML', 'a.mbox', 'a.mbx', 'a.emlx']) {
      assert.equal(startOf(name), 'message');
      assert.ok(isMessageFile(name, octets('x')));
    }
    assert.equal(startOf('a.msg'), 'message');
    for (const name of ['a.txt', 'eml', 'a.emls', 'a.eml.txt']) {
      assert.equal(startOf(name), 'anywhere');
      assert.ok(!isMessageFile(name, octets('x')));
    }
    assert.ok(isMessageFile('a.txt', octets('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')));
  });
});
