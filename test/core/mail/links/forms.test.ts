import assert from 'node:assert/strict';
import * as forms from '../../../../src/core/mail/links/forms.ts';
import { readAddress, type WebAddress } from '../../../../src/core/mail/links/webAddress.ts';
import type { Inside } from '../../../../src/core/mail/links/wrapper.ts';

type Way = (address: WebAddress) => Inside | undefined;

/** What a way finds in the address of a service, behind its host: an address, `host …` or `kept`. */
function finds(way: Way): (behind: string, expected: string | undefined) => void {
  return (behind, expected) => {
    const inside = way(readAddress(`https://s.test${behind}`) as WebAddress);
    const told =
      inside === undefined
        ? undefined
        : inside.kind === 'address'
          ? inside.address
          : inside.kind === 'host'
            ? `host ${inside.host}`
            : 'kept';
    assert.equal(told, expected, behind);
  };
}

const base64 = (text: string): string => Buffer.from(text).toString('base64url');

describe('how a service puts an address into its own', () => {
  it('in a parameter', () => {
    const is = finds(forms.inParameter('u', 'v'));
    is('/?u=https%3A%2F%2Fb.test%2Fa', 'https://b.test/a');
    is('/?u=https%253A%252F%252Fb.test', 'https://b.test');
    is('/?v=mailto:a@b.test', 'mailto:a@b.test');
    is('/?u=b.test/a', 'http://b.test/a');
    is('/?u=b.test', 'http://b.test');
    is('/?u=b.test?c', 'http://b.test?c');
    is('/?u=%20https://b.test%20', 'https://b.test');
    is('/?u=b', undefined);
    is('/?u=a%20b.test', undefined);
    is('/?u=b.test:80/a', 'http://b.test:80/a');
    is('/?w=b.test', undefined);
  });

  it('in the last parameter, whole', () => {
    const is = finds(forms.inLastParameter('u'));
    is('/?a=1&u=https://b.test/?c=1&d=2#e', 'https://b.test/?c=1&d=2#e');
    is('/?U=https%3A%2F%2Fb.test%2F&d=2#e', 'https://b.test/');
    is('/?xu=https://b.test/', undefined);
    is('/?u=b', undefined);
    is('/', undefined);
  });

  it('in base64', () => {
    const is = finds(forms.inBase64('u'));
    is(`/?u=${base64('https://b.test/?>')}`, 'https://b.test/?>');
    is(`/?u=${Buffer.from('https://b.test/a').toString('base64')}`, 'https://b.test/a');
    is('/?u=*', undefined);
    is(`/?u=${base64('b')}`, undefined);
    is('/', undefined);
    const segment = finds(forms.inBase64Segment);
    segment(`/lnk/x/${base64('https://b.test/')}/y`, 'https://b.test/');
    segment(`/lnk/${base64('ftp://b.test/')}/y`, undefined);
    segment(`${'/a'.repeat(10)}/${base64('https://b.test/')}`, 'https://b.test/');
    segment(`${'/a'.repeat(11)}/${base64('https://b.test/')}`, undefined);
    assert.equal(forms.base64Text(''), undefined);
    assert.equal(forms.base64Text('YQ=='), 'a');
    assert.equal(forms.base64Text('YQ!!YQ'), undefined);
    assert.equal(forms.base64Text('4oKs'), '€');
    assert.equal(forms.base64Text('_w'), 'ÿ');
  });

  it('in JSON, or JSON in it, or its base64', () => {
    const is = finds(forms.inJson('url', 'p'));
    const json = (value: unknown): string => encodeURIComponent(JSON.stringify(value));
    is(`/?p=${json({ a: 'x', url: 'https://b.test' })}`, 'https://b.test');
    is(`/?p=${base64(JSON.stringify({ url: 'https://b.test' }))}`, 'https://b.test');
    is(`/?p=${json({ p: JSON.stringify({ url: 'https://b.test' }) })}`, 'https://b.test');
    const nested = (depth: number): string =>
      depth === 0 ? JSON.stringify({ url: 'https://b.test' }) : JSON.stringify({ p: nested(depth - 1) });
    is(`/?p=${encodeURIComponent(nested(2))}`, 'https://b.test');
    is(`/?p=${encodeURIComponent(nested(3))}`, undefined);
    is(`/?p=${json({ url: 'https%3A%2F%2Fb.test' })}`, 'https://b.test');
    is(`/?p=${json({ url: 3 })}`, undefined);
    is(`/?p=${json({ a: '{x', url: 'https://b.test' })}`, 'https://b.test');
    is('/?p=%7Bx', undefined);
    is(`/?p=${base64('3')}`, undefined);
    is(`/?p=${base64('null')}`, undefined);
    is('/?q=x', undefined);
  });

  it('in a segment of the path', () => {
    const is = finds(forms.inPath(/^\/L0\//));
    is('/L0/https:%2F%2Fb.test%2Fa/1/x', 'https://b.test/a');
    is('/L0/https%253A%252F%252Fb.test/1', 'https://b.test');
    is('/L1/https:%2F%2Fb.test', undefined);
    is('/L0/b.test/1', undefined);
    finds(forms.inPath(/^\/s\//, 'https://'))('/s/b.test%2Fa/x', 'https://b.test/a');
  });

  it('in the rest of the address', () => {
    const is = finds(forms.inRest(/^\/amp\//, 'http://'));
    is('/amp/b.test/a?c=1#d', 'http://b.test/a?c=1#d');
    is('/amp/https://b.test/a', 'https://b.test/a');
    is('/amp/https:/b.test/a', 'https://b.test/a');
    is('/amp/https%3A%2F%2Fb.test', 'https://b.test');
    is('/b.test', undefined);
  });

  it('between underscores', () => {
    const is = finds(forms.betweenUnderscores);
    is('/v2/___https://b.test/a?c=1___.YXA=#d', 'https://b.test/a?c=1#d');
    is('/v2/___https:/b.test/a*20b___.x', 'https://b.test/a%20b');
    is('/v2/___https*3A//b.test___.x', 'https://b.test');
    is('/v2/___http://b.test/a', 'http://b.test/a');
    is('/v2/___b.test___.x', 'kept');
    is('/v2/x', 'kept');
  });

  it('with the host alone', () => {
    const is = finds(forms.hostInParameter('d'));
    is('/?d=B.test.', 'host b.test');
    is('/?d=m%C3%BCnchen.example', 'host münchen.example');
    is('/?d=b', 'kept');
    is('/?d=b.test/x', 'kept');
    is('/', 'kept');
  });

  it('in the first of several ways', () => {
    finds(forms.firstOf(forms.inParameter('u'), forms.kept))('/?u=b.test', 'http://b.test');
    finds(forms.firstOf(forms.inParameter('u'), forms.kept))('/', 'kept');
    finds(forms.firstOf(forms.inParameter('u')))('/', undefined);
  });
});
