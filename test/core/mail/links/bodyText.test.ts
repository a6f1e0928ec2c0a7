import assert from 'node:assert/strict';
import { type BodyText, readBodyText } from '../../../../src/core/mail/links/bodyText.ts';
import { readMessage } from '../../../../src/core/mail/messageReader.ts';
import { Lines } from '../../../../src/core/text/lines.ts';

function read(type: string, encoding: string, body: string): { readonly document: string; readonly read: BodyText } {
  const document = `Content-Type: ${type}\nContent-Transfer-Encoding: ${encoding}\n\n${body}`;
  const { root } = readMessage(document, new Lines(document), 0, document.length);
  return { document, read: readBodyText(document, root) };
}

/** A body in letters. */
const is = (type: string, encoding: string, body: string, expected: string): void => {
  const { text, letters, cut } = read(type, encoding, body).read;
  assert.deepEqual([letters(text), cut], [expected, false], body);
};

/** What stands in the document where this piece of the text does. */
function place(encoding: string, body: string, piece: string, type = 'text/plain'): string {
  const { document, read: found } = read(type, encoding, body);
  const at = found.text.indexOf(piece);
  assert.ok(at >= 0, piece);
  return document.slice(found.place(at)).slice(0, 4);
}

describe('the text of a body', () => {
  it('is as it stands, or without its encoding, in the charset of the part', () => {
    is('text/plain', '8bit', 'a € b', 'a € b');
    is('text/plain; charset=utf-8', 'quoted-printable', 'a =E2=82=AC =\nb=3D', 'a € b=');
    is('text/plain; charset=iso-8859-1', 'quoted-printable', '=FC=zz=', 'ü=zz=');
    is('text/plain; charset=windows-1252', 'quoted-printable', 'a=80b', 'a€b');
    is('text/plain', 'quoted-printable', 'a=   \r\nb', 'ab');
    is('text/plain; charset=utf-8', 'base64', Buffer.from('a € b').toString('base64'), 'a € b');
    is('text/plain; charset=iso-8859-1', 'base64', Buffer.from('ü', 'latin1').toString('base64'), 'ü');
    is('text/plain; charset=utf-16le', 'base64', Buffer.from('abc', 'utf16le').toString('base64'), 'abc');
    is('text/plain', 'base64', '!YWJj\n ZGVm\n*', 'abcdef');
    is('text/plain; charset=us-ascii', 'quoted-printable', '=E2=82=AC', '€');
    is('text/plain', 'quoted-printable', '=E2=82=AC', '€');
    is('text/plain; charset=iso-2022-jp', 'quoted-printable', '=1B$B%"=1B(B', 'ア');
    is('text/plain', 'quoted-printable', '=FF', 'ÿ');
  });

  it('has places in the document', () => {
    assert.equal(place('8bit', 'abcdef', 'def'), 'def');
    assert.equal(place('quoted-printable', 'a=3Db=\ncdefgh', 'cde'), 'cdef');
    assert.equal(place('quoted-printable', 'a=3Db=\ncdefgh', '='), '=3Db');
    assert.equal(place('quoted-printable', 'abcdefgh', 'def'), 'defg');
    const lines = Buffer.from('abcdefghijkl').toString('base64');
    assert.equal(place('base64', `${lines.slice(0, 8)}\n${lines.slice(8)}`, 'ghi'), lines.slice(8, 12));
    assert.equal(place('base64', lines, 'abc'), lines.slice(0, 4));
    assert.equal(place('base64', lines, 'def'), lines.slice(4, 8));
    const wide = Buffer.from('abcdef', 'utf16le').toString('base64');
    assert.equal(place('base64', wide, 'd', 'text/plain; charset=utf-16'), wide.slice(8, 12));
  });

  it('is read up to two million characters', () => {
    const { text, cut } = read('text/plain', '8bit', 'x'.repeat(2_000_001)).read;
    assert.deepEqual([text.length, cut], [2_000_000, true]);
    assert.equal(read('text/plain', '8bit', 'x'.repeat(2_000_000)).read.cut, false);
  });
});
