import assert from 'node:assert/strict';
import { readStructured } from '../../../../src/core/mail/header/parameters.ts';

const is = (body: string, value: string, parameters: Readonly<Record<string, string>> = {}): void => {
  const read = readStructured(body);
  assert.deepEqual([read.value, Object.fromEntries(read.parameters)], [value, parameters], body);
};

describe('a value with parameters', () => {
  it('is read outside of quotes and comments (RFC 2045 5.1)', () => {
    is(' Text/Plain ; Charset = "utf-8" ', 'text/plain', { charset: 'utf-8' });
    is('text/plain', 'text/plain');
    is('', '');
    is('text/plain (a; b=c); charset=utf-8 (or (so))', 'text/plain', { charset: 'utf-8' });
    is('text/plain (an open \\) one; b=c); charset=utf-8', 'text/plain', { charset: 'utf-8' });
    is('a/b; name="x; y=\\"z\\""; size=1', 'a/b', { name: 'x; y="z"', size: '1' });
    is('a/b; name=first; name=second; =none; lone', 'a/b', { name: 'first' });
    is('a/b; name="open', 'a/b', { name: 'open' });
  });

  it('goes on in numbered pieces, in a charset or as written (RFC 2231 3, 4)', () => {
    is("a/b; name*=utf-8''%E2%82%AC%20rates", 'a/b', { name: '€ rates' });
    is("a/b; name*0*=utf-8'en'%E2%82; name*1*=%AC; name*2=%20x", 'a/b', { name: '€%20x' });
    is('a/b; name*1=two; name*0=one', 'a/b', { name: 'onetwo' });
    is('a/b; name*0=one; name*2=three', 'a/b', { name: 'one' });
    is('a/b; name*0*=plain', 'a/b', { name: 'plain' });
  });
});
