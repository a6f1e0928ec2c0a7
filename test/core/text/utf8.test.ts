import assert from 'node:assert/strict';
import { asCharacters, octetsOfText, textOfOctets } from '../../../src/core/text/utf8.ts';

const there = (text: string): void => {
  const octets = octetsOfText(text);
  assert.equal(Buffer.from(octets, 'latin1').toString('utf8'), text);
  assert.equal(textOfOctets(octets), text);
};
const none = (...octets: readonly number[]): void =>
  assert.equal(textOfOctets(String.fromCharCode(...octets)), undefined, octets.join(' '));

describe('UTF-8', () => {
  it('goes there and back', () => {
    there('');
    there('plain % text');
    there('grün, 日本, 😀 and more');
    there('\u0080\u07ff\u0800\uffff\u{10000}\u{10ffff}');
  });

  it('is told from octets that are none (RFC 3629 4)', () => {
    none(0xe9);
    none(0x80);
    none(0xc0, 0x80);
    none(0xe0, 0x80, 0x80);
    none(0xed, 0xa0, 0x80);
    none(0xf4, 0x90, 0x80, 0x80);
    none(0xf5, 0x80, 0x80, 0x80);
    none(0xc3, 0x28);
  });

  it('has a stand-in for half a character', () => assert.equal(octetsOfText('a\ud800b'), 'a\u00ef\u00bf\u00bdb'));
});

describe('octets', () => {
  it('are a character each, however many', () => {
    const octets = Uint8Array.from({ length: 10_000 }, (_, i) => i & 0xff);
    assert.equal(asCharacters(octets), Buffer.from(octets).toString('latin1'));
    assert.equal(asCharacters(new Uint8Array()), '');
    assert.equal(asCharacters(Uint8Array.of(65)), 'A');
  });
});
