import assert from 'node:assert/strict';
import { expandMacros, type MacroValues, shortened } from '../../../src/checks/spf/macros.ts';

/** The client and the sender of RFC 7208 7.4. */
const values: MacroValues = {
  ip: '192.0.2.3',
  sender: 'strong-bad@email.example.com',
  helo: 'mx.example.org',
  domain: 'email.example.com',
  validated: async () => 'mx.example.org',
};
const expanded = (text: string, more: Partial<MacroValues> = {}): Promise<string> =>
  expandMacros(text, { ...values, ...more });

describe('the macros of SPF', () => {
  for (const [text, becomes] of [
    ['%{s}', 'strong-bad@email.example.com'],
    ['%{o}', 'email.example.com'],
    ['%{d}', 'email.example.com'],
    ['%{d4}', 'email.example.com'],
    ['%{d3}', 'email.example.com'],
    ['%{d2}', 'example.com'],
    ['%{d1}', 'com'],
    ['%{d0}', 'com'],
    ['%{dr}', 'com.example.email'],
    ['%{d2r}', 'example.email'],
    ['%{l}', 'strong-bad'],
    ['%{l-}', 'strong.bad'],
    ['%{lr}', 'strong-bad'],
    ['%{lr-}', 'bad.strong'],
    ['%{l1r-}', 'strong'],
    ['%{ir}.%{v}._spf.%{d2}', '3.2.0.192.in-addr._spf.example.com'],
    ['%{lr-}.lp._spf.%{d2}', 'bad.strong.lp._spf.example.com'],
    ['%{ir}.%{v}.%{l1r-}.lp._spf.%{d2}', '3.2.0.192.in-addr.strong.lp._spf.example.com'],
    ['%{d2}.trusted-domains.example.net', 'example.com.trusted-domains.example.net'],
    ['%{h} %{p}', 'mx.example.org mx.example.org'],
    ['%{c}', '192.0.2.3'],
    ['%{r} %{t}', 'unknown 0'],
    ['a%%b%_c%-d', 'a%b c%20d'],
    ['%{x} %d', '%{x} %d'],
    ['no macro', 'no macro'],
  ] as const) {
    it(`${text} is ${becomes}`, async () => assert.equal(await expanded(text), becomes));
  }

  it('have the address of IPv6 as digits with dots between (RFC 7208 7.3)', async () => {
    const ip = '2001:DB8::CB01';
    assert.equal(
      await expanded('%{ir}.%{v}._spf.%{d2}', { ip }),
      '1.0.b.c.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.0.8.b.d.0.1.0.0.2.ip6._spf.example.com',
    );
    assert.equal(await expanded('%{c}', { ip }), '2001:db8::cb01');
    assert.equal(await expanded('%{i} %{v}', { ip: '::ffff:192.0.2.3' }), '192.0.2.3 in-addr');
  });

  it('in large letters are escaped as in a URL', async () => {
    const sender = "o'x y!(*)/ä@contoso.test";
    assert.equal(
      await expanded('%{S} %{D}', { sender }),
      `o%27x%20y%21%28%2A%29%2F%C3%A4%40contoso.test email.example.com`,
    );
    assert.equal(await expanded('%{L1R.}'), 'strong-bad');
  });

  it('are split at each of the marks that are named', async () => {
    const sender = 'a.b-c+d,e/f_g=h@contoso.test';
    for (const [mark, last] of [
      ['.', 'b-c+d,e/f_g=h'],
      ['-', 'c+d,e/f_g=h'],
      ['+', 'd,e/f_g=h'],
      [',', 'e/f_g=h'],
      ['/', 'f_g=h'],
      ['_', 'g=h'],
      ['=', 'h'],
    ])
      assert.equal(await expanded(`%{l1${mark}}`, { sender }), last);
    assert.equal(await expanded('%{lr.-+,/_=}', { sender }), 'h.g.f.e.d.c.b.a');
  });

  it('take the last @ of a sender, the receiver, the time, and ask for the name of the client only where it is wanted', async () => {
    assert.equal(await expanded('%{l} %{o}', { sender: '"a@b"@contoso.test' }), '"a@b" contoso.test');
    assert.equal(await expanded('%{r} %{t}', { receiver: 'mx.contoso.test', time: 12 }), 'mx.contoso.test 12');
    const validated = (): Promise<string> => assert.fail('nobody asked');
    assert.equal(await expanded('%{s}%{h}', { validated }), 'strong-bad@email.example.commx.example.org');
  });

  it('make a name of at most 253 characters, labels taken away from the left', () => {
    const name = (length: number): string => `${'a.'.repeat(126)}${'b'.repeat(length - 252)}`;
    assert.equal(shortened(name(253)), name(253));
    assert.equal(shortened(name(254)), name(254).slice(2));
    assert.equal(shortened(`${name(253)}.`), name(253));
    assert.equal(shortened('c'.repeat(300)), 'c'.repeat(300));
    assert.equal(shortened('contoso.test'), 'contoso.test');
  });
});
