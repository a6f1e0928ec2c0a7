import assert from 'node:assert/strict';
import { lookAlike } from '../../../src/core/mail/lookAlikes.ts';

/** Letters of other scripts by the Latin one that each looks like (Unicode UTS 39). */
const LIKE: Readonly<Record<string, string>> = {
  ...{
    a: 'аαɑ',
    b: 'ЬƄ',
    c: 'сϲ',
    d: 'ԁ',
    e: 'еҽ',
    g: 'ɡ',
    h: 'һ',
    i: 'іιı',
    j: 'јϳ',
    k: 'кκ',
    l: 'ӏ',
    m: 'м',
    n: 'пո',
  },
  ...{ o: 'оοօ', p: 'рρ', q: 'ԛ', r: 'г', s: 'ѕ', t: 'тτ', u: 'υս', v: 'ѵν', w: 'ԝшω', x: 'хχ', y: 'уγү', z: 'ᴢ' },
};

describe('a domain that looks like another', () => {
  it('has letters of another script alone, which all look like Latin ones', () => {
    for (const [latin, others] of Object.entries(LIKE))
      for (const other of others) {
        const lower = other.toLowerCase();
        // A label of letters of Latin and of this one alone mixes scripts, or it is all foreign.
        const found = lookAlike(`${lower}${lower}.test`);
        if (/\p{Script=Latin}/u.test(lower)) assert.equal(found, undefined, other);
        else assert.equal(found?.like, lower === other ? `${latin}${latin}.test` : undefined, other);
      }
    assert.deepEqual(lookAlike('аррӏе.com'), { shown: 'аррӏе.com', mixed: [], like: 'apple.com' });
    assert.deepEqual(lookAlike('xn--80ak6aa92e.com'), { shown: 'аррӏе.com', mixed: [], like: 'apple.com' });
    assert.deepEqual(lookAlike('АРРӏЕ.com')?.like, 'apple.com');
  });

  it('mixes scripts in one label', () => {
    assert.deepEqual(lookAlike('pаypal.com'), {
      shown: 'pаypal.com',
      mixed: ['Latin', 'Cyrillic'],
      like: 'paypal.com',
    });
    for (const [domain, ...scripts] of [
      ['aя.test', 'Latin', 'Cyrillic'],
      ['aλ.test', 'Latin', 'Greek'],
      ['aբ.test', 'Latin', 'Armenian'],
      ['яλ.test', 'Cyrillic', 'Greek'],
      ['aع.test', 'Latin', 'Arabic'],
      ['aש.test', 'Latin', 'Hebrew'],
      ['я漢.test', 'Cyrillic', 'Han'],
      ['яひ.test', 'Cyrillic', 'Hiragana'],
      ['яカ.test', 'Cyrillic', 'Katakana'],
      ['я한.test', 'Cyrillic', 'Hangul'],
    ])
      assert.deepEqual(lookAlike(domain as string), { shown: domain, mixed: scripts }, domain);
  });

  it('is none in one script that looks like itself, in scripts that are written together, and in ASCII', () => {
    for (const domain of [
      'contoso.test',
      'bücher.test',
      'пример.test',
      'δοκιμή.test',
      '日本ひカaa.test',
      '한漢a.test',
      'xn--bcher-kva.test',
      '',
      'a.b',
    ])
      assert.equal(lookAlike(domain), undefined, domain);
    // A label of its own may be of another script.
    assert.equal(lookAlike('почта.contoso.test'), undefined);
  });
});
