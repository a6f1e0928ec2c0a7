import assert from 'node:assert/strict';
import { type ProxyAddress, readProxy, secretsOf, writeProxy } from '../../../src/probes/node/proxyAddress.ts';

const reads = (text: string, expected: ProxyAddress | undefined): void =>
  assert.deepEqual(readProxy(text), expected, text);
const none = (...texts: readonly string[]): void => {
  for (const text of texts) reads(text, undefined);
};

describe('a proxy that somebody chose', () => {
  it('has a scheme, a host and a port', () => {
    reads('socks5://proxy.test:1081', { scheme: 'socks5', host: 'proxy.test', port: 1081 });
    reads(' SOCKS5h://proxy.test/ ', { scheme: 'socks5', host: 'proxy.test', port: 1080 });
    reads('http://proxy.test', { scheme: 'http', host: 'proxy.test', port: 80 });
    reads('http://192.0.2.1:3128', { scheme: 'http', host: '192.0.2.1', port: 3128 });
    reads('socks5://[2001:db8::1]:9', { scheme: 'socks5', host: '2001:db8::1', port: 9 });
  });
  it('has a user with a password, whatever they are written with', () => {
    reads('http://ann:se%3Acret@p.test', {
      scheme: 'http',
      host: 'p.test',
      port: 80,
      user: 'ann',
      password: 'se:cret',
    });
    reads('http://ann@p.test', { scheme: 'http', host: 'p.test', port: 80, user: 'ann', password: '' });
    reads('http://:secret@p.test', { scheme: 'http', host: 'p.test', port: 80 });
    const [most, more] = ['a'.repeat(255), 'a'.repeat(256)];
    assert.equal(readProxy(`socks5://${most}:${most}@p.test`)?.user, most);
    none(`socks5://${more}:x@p.test`, `socks5://x:${more}@p.test`);
  });
  it('is none of another form', () => {
    none('', 'proxy.test:1080', 'https://p.test', 'socks4://p.test', 'xsocks5://p.test', 'socks5:p.test');
    none(
      'http://',
      'http://p.test/path',
      'http://p.test/?q',
      'http://p.test/#h',
      'socks5://p.test?q',
      'http://p.test:99999',
    );
    none(
      'http://a%0Ab:c@p.test',
      'http://a:b%00@p.test',
      'http://a%7F@p.test',
      'http://a%ZZ:b@p.test',
      'http://a:%E0@p.test',
    );
  });
  it('is shown without user and password', () => {
    assert.equal(
      writeProxy({ scheme: 'http', host: 'p.test', port: 80, user: 'a', password: 'b' }),
      'http://p.test:80',
    );
    assert.equal(writeProxy({ scheme: 'socks5', host: '2001:db8::1', port: 9 }), 'socks5://[2001:db8::1]:9');
  });
  it('has secrets that nobody may see: the pair, and a password that is long enough to be found', () => {
    const of = (user: string | undefined, password?: string): readonly string[] =>
      secretsOf({
        scheme: 'http',
        host: 'p',
        port: 1,
        ...(user !== undefined && { user }),
        ...(password !== undefined && { password }),
      });
    assert.deepEqual(of('ann', 'abcde'), ['ann:abcde', 'abcde']);
    assert.deepEqual(of('ann', 'abcd'), ['ann:abcd']);
    assert.deepEqual(of('ann', 'm\u00fcller'), ['ann:m\u00c3\u00bcller', 'm\u00c3\u00bcller']);
    assert.deepEqual(of('ann', ''), []);
    assert.deepEqual(of('ann'), []);
    assert.deepEqual(of(undefined, 'abcdef'), []);
  });
});
