import assert from 'node:assert/strict';
import { readDnsServer } from '../../../../src/probes/node/dns/readServer.ts';

const label = (text: string): string => {
  const server = readDnsServer(text);
  return server === undefined ? 'none' : `${server.over} ${server.label}`;
};

describe('the name of a resolver', () => {
  it('is an address, with a port if it is not 53', () => {
    assert.equal(label('9.9.9.9'), 'udp 9.9.9.9#53');
    assert.equal(label('127.0.0.1:5353'), 'udp 127.0.0.1#5353');
    assert.equal(label('[2001:db8::53]:53'), 'udp 2001:db8::53#53');
    assert.equal(label('2001:db8::53'), 'udp 2001:db8::53#53');
  });
  it('may be a name where a certificate says whose it is', () => {
    assert.equal(label('tls://dns.contoso.test'), 'tls tls://dns.contoso.test#853');
    assert.equal(label('tls://192.0.2.53:8853'), 'tls tls://192.0.2.53#8853');
    assert.equal(label('tls://[fe80::1%eth0]:853'), 'tls tls://fe80::1%eth0#853');
    assert.equal(label('https://dns.contoso.test/dns-query'), 'https https://dns.contoso.test/dns-query');
    assert.equal(label('dns.contoso.test'), 'none');
  });
  it('is nothing else', () => {
    for (const text of [
      '',
      'http://dns.contoso.test/',
      'https://user:secret@dns.contoso.test/',
      'tls://',
      'tls://a b',
      'https://',
    ]) {
      assert.equal(label(text), 'none', text);
    }
  });
});
