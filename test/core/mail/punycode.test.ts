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

  it('is that of the samples of RFC 3492 7.1', () => {
    for (const [letters, ascii] of [
      ['ليهمابتكلموشعربي؟', 'egbpdaj6bu4bxfgehfvwxn'],
      ['他们为什么不说中文', 'ihqwcrb4cv8a8dqg056pqjye'],
      ['pročprostěnemluvíčesky', 'proprostnemluvesky-uyb24dma41a'],
      ['למההםפשוטלאמדבריםעברית', '4dbcagdahymbxekheh6e0a7fei0b'],
      ['なぜみんな日本語を話してくれないのか', 'n8jok5ay5dzabd5bym9f0cm5685rrjetr6pdxa'],
      ['почемужеонинеговорятпорусски', 'b1abfaaepdrnnbgefbadotcwatmq2g4l'],
      ['tạisaohọkhôngthểchỉnóitiếngviệt', 'tisaohkhngthchnitingvit-kjcr8268qyxafd2f1b9g'],
      ['3年b組金八先生', '3b-ww4c5e180e575a65lsy2b'],
      ['ひとつ屋根の下2', '2-u9tlzr9756bt3uc0v'],
    ] as const) {
      assert.equal(decodeDomain(`xn--${ascii}`), letters);
      assert.equal(encodeDomain(letters), `xn--${ascii}`);
    }
    assert.equal(encodeDomain('BÜCHER.test'), 'xn--bcher-kva.test');
    assert.equal(encodeDomain('bu\u0308cher'), 'xn--bcher-kva');
    assert.equal(decodeDomain(`${'a'.repeat(250)}.test.test`).length, 255);
  });
});
