import assert from 'node:assert/strict';
import { insideUrlDefense } from '../../../../src/core/mail/links/urlDefense.ts';
import { readAddress, type WebAddress } from '../../../../src/core/mail/links/webAddress.ts';

const is = (path: string, expected: string | undefined): void => {
  const inside = insideUrlDefense(readAddress(`https://urldefense.com${path}`) as WebAddress);
  assert.deepEqual(inside, expected === undefined ? undefined : { kind: 'address', address: expected }, path);
};
const code = (text: string): string => Buffer.from(text).toString('base64url');

describe('the address in a link of URL Defense', () => {
  it('is a parameter in the first form', () => {
    is('/v1/url?k=x&u=https%3A%2F%2Fb.test%2F', 'https://b.test/');
    is('/v1/url?k=x', undefined);
    is('/v4/url?u=https%3A%2F%2Fb.test%2F', undefined);
    is('/x/v1/url?u=https%3A%2F%2Fb.test%2F', undefined);
    is('/V1/url?u=https%3A%2F%2Fb.test%2F', 'https://b.test/');
  });

  it('has hyphens and underscores in the second form', () => {
    is('/v2/url?u=https-3A__b.test_a-2Db-5Fc&d=x', 'https://b.test/a-b_c');
    is('/v2/url?d=x&U=https-3A__b.test', 'https://b.test');
    is('/v2/url?d=x', undefined);
  });

  it('has stars for what was taken out in the third form', () => {
    is('/v3/__https://b.test/a__;!!x', 'https://b.test/a');
    is(`/v3/__https://b.test/a*b*c__;${code('=&')}!!x$`, 'https://b.test/a=b&c');
    is(`/v3/__https://b.test/**A*__;${code('xyz')}!!x`, 'https://b.test/xyz');
    is(`/v3/__https://b.test/**C__;${code('wxyz')}!!x`, 'https://b.test/wxyz');
    is(`/v3/__https://b.test/*__;${code('€')}!!x`, 'https://b.test/€');
    is(`/v3/__https://b.test/*?a=*#b*__;${code('123')}!!x`, 'https://b.test/1?a=2#b3');
    is(`/v3/__https://b.test/**__;${code('1')}!!x`, 'https://b.test/1*');
    is('/v3/__https:/b.test/a__;!!x', 'https://b.test/a');
    is('/v3/__ftp:/b.test/a__;!!x', 'ftp://b.test/a');
    is('/v3/__https://b.test/a', undefined);
    is('/v3/https://b.test/a__;!!x', undefined);
    const long = 'x'.repeat(66);
    is(`/v3/__https://b.test/**___;${code(long.slice(0, 65))}!!x`, `https://b.test/${long.slice(0, 65)}`);
  });
});
