import assert from 'node:assert/strict';
import { decodeDomain, encodeDomain } from '../../../src/core/mail/punycode.ts';

describe('a name with letters beyond ASCII', () => {
  it('is read from its form in the DNS and written into it (RFC 3492)', () => {
    for (const [letters, ascii] of [
      ['münchen.test', 'xn--mnchen-3ya.test'],
      ['пример.test', 'xn--e1afmkfd.test'],
      ['bücher.bücher.test', 'xn--bcher-kva.xn--bcher-kva.test'],
      ['例え.test', 'xn--r8jz45g.test'],
      ['😀.test', 'xn--e28h.test'],
      ['contoso.test', 'contoso.test'],
    ] as const) {
      assert.equal(decodeDomain(ascii), letters);
      assert.equal(encodeDomain(letters), ascii);
    }
    assert.equal(decodeDomain('XN--MNCHEN-3YA.test'), 'münchen.test');
  });

  it('stays as it is where it stands for none', () => {
    for (const name of ['xn--.test', 'xn--99999999.test', 'xn--a.test', 'xn--a-ä.test', `xn--${'a'.repeat(60)}.test`])
      assert.equal(decodeDomain(name), name);
  });
});
