import assert from 'node:assert/strict';
import { defangAddress, defangHost, defangWords } from '../../../../src/core/mail/links/defang.ts';

describe('an address that nobody follows by accident', () => {
  it('has another scheme and brackets around the dots of its host', () => {
    for (const [written, defanged] of [
      ['https://a.b.test/x.y?z=c.d#e.f', 'hxxps://a[.]b[.]test/x.y?z=c.d#e.f'],
      ['HTTP://B.test', 'hXXP://B[.]test'],
      ['Http:\\\\b.test\\x.y', 'hxxp:\\\\b[.]test\\x.y'],
      ['ftp://b.test?x.y', 'fxp://b[.]test?x.y'],
      ['FTP://b.test#x.y', 'fxp://b[.]test#x.y'],
      ['http://u@b.test/', 'hxxp://u[@]b[.]test/'],
      ['mailto:a@b.test?subject=c.d', 'mailto:a[@]b[.]test?subject=c.d'],
      ['b.test/x', 'b.test/x'],
      ['javascript:a.b', 'javascript:a.b'],
      ['http://b.test/?u=https://c.d.test/e.f', 'hxxp://b[.]test/?u=hxxps://c[.]d[.]test/e.f'],
      ['http://b.test/http://c.test&d.test', 'hxxp://b[.]test/hxxp://c[.]test&d.test'],
      ['http://[2001:db8::1]/', 'hxxp://[2001:db8::1]/'],
    ] as const)
      assert.equal(defangAddress(written), defanged);
    assert.equal(defangHost('a@b.c'), 'a[@]b[.]c');
  });

  it('stands in sentences as well', () => {
    for (const [written, defanged] of [
      ['See https://a.b.test/x or www.c.test.', 'See hxxps://a[.]b[.]test/x or www[.]c[.]test.'],
      ['a@b.test', 'a@b[.]test'],
      ['It ends. Then', 'It ends. Then'],
      ['1.5 of 2.0', '1.5 of 2.0'],
      ['b.t', 'b.t'],
      ['münchen.example', 'münchen[.]example'],
      ['ftp://x', 'fxp://x'],
    ] as const)
      assert.equal(defangWords(written), defanged);
  });
});
