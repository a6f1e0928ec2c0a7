import assert from 'node:assert/strict';
import { readStructured, unquote } from '../../../../src/core/mail/header/parameters.ts';

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

  it('are read where marks are escaped, doubled or never closed', () => {
    is('a/b; name="x\\\\"; size=1', 'a/b', { name: 'x\\', size: '1' });
    is('a/b; name=x\\;y', 'a/b', { name: 'x\\' });
    is('a/b (c\\) d) ; name=x', 'a/b', { name: 'x' });
    is('a/b (c (d) e) f; name=x', 'a/b  f', { name: 'x' });
    is('a/b ) ; name=x', 'a/b )', { name: 'x' });
    is('a/b; name="(x"; y=")"', 'a/b', { name: '(x', y: ')' });
    is('a/b; name=x (open; y=1', 'a/b', { name: 'x' });
    is('a/b; name="x\\', 'a/b', { name: 'x\\' });
    is('a/b; name="', 'a/b', { name: '' });
    is('a/b; name=""', 'a/b', { name: '' });
    is('a/b; name=', 'a/b', { name: '' });
    is('a/b;;name=x;', 'a/b', { name: 'x' });
    is('a/b; =x; n=y', 'a/b', { n: 'y' });
    is('a/b; NAME = X', 'a/b', { name: 'X' });
    is('a/b; name="=?utf-8?Q?=E2=82=AC?="', 'a/b', { name: '€' });
    is('a/b; name="=?x-nope?Q?a?="', 'a/b', { name: '=?x-nope?Q?a?=' });
  });

  it('go on only in their order, and as far as they are numbered', () => {
    is("a/b; name*=''x%20y", 'a/b', { name: 'x y' });
    is("a/b; name*=x-nope''%20", 'a/b', { name: '%20' });
    is("a/b; name*0*=utf-8''a%20; name*1=b%20; name*2*=c%20", 'a/b', { name: 'a b%20c ' });
    is("a/b; name*0=a'b'c; name*1*=%20", 'a/b', { name: "a'b'c " });
    is('a/b; name*1=x', 'a/b', { name: '' });
    is('a/b; name*10=k; name*0=a; name*2=c; name*1=b', 'a/b', { name: 'abc' });
    is('a/b; name*x=y', 'a/b', { 'name*x': 'y' });
    is('a/b; name**=y', 'a/b', { 'name**': 'y' });
    is('a/b; *0=y', 'a/b', { '*0': 'y' });
    is('a/b; name*0*=utf-8\'en\'"a"', 'a/b', { name: '"a"' });
  });

  it('are at most 200', () => {
    const many = Array.from({ length: 200 }, (_, i) => `; p${i}=1`).join('');
    assert.equal(readStructured(`a/b${many}`).parameters.size, 199);
  });
});

describe('a quoted string', () => {
  it('is without its marks (RFC 5322 3.2.4)', () => {
    for (const [written, text] of [
      ['"a b"', 'a b'],
      ['"a\\"b\\\\c"', 'a"b\\c'],
      ['"open', 'open'],
      ['"', ''],
      ['""', ''],
      ['a"', 'a"'],
      ['a\\b', 'a\\b'],
    ] as const)
      assert.equal(unquote(written), text);
  });
});
