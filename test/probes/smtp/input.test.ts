import assert from 'node:assert/strict';
import { badInput } from '../../../src/probes/smtp/input.ts';
import type { SmtpProbeOptions } from '../../../src/probes/smtp/types.ts';

/** The first thing that cannot be said: its step, what it is and how it was given. */
const told = (options: object): string => {
  const bad = badInput(options as SmtpProbeOptions);
  return bad === undefined ? '' : Object.values(bad).join(' ');
};
const good = (...all: readonly object[]): void => {
  for (const one of all) assert.equal(told(one), '', JSON.stringify(one));
};
const bad = (expected: string, options: object): void => assert.equal(told(options), expected);

const sends = (from: string, ...recipients: readonly string[]): object => ({ envelope: { from, recipients } });

describe('what a probe is to say', () => {
  it('has a name behind EHLO, or an address in brackets', () => {
    good(
      {},
      { helo: 'a.test' },
      { helo: '[192.0.2.1]' },
      { helo: '[IPv6:2001:db8::1]' },
      { helo: 'a_b' },
      { helo: 'x'.repeat(255) },
    );
    for (const helo of ['', 'a b', 'a\r\nQUIT', 'm\u00fcller', '<a>', 'x'.repeat(256)])
      bad(`ehlo bad-helo ${helo}`, { helo });
  });
  it('has addresses that end neither the brackets nor the line', () => {
    good(
      sends(''),
      sends('a@a.test', 'b@b.test'),
      sends('postmaster', 'x'),
      sends('m\u00fcller@a.test'),
      sends('a@b@c', 'a!b%c'),
    );
    good(
      sends('"a b"@a.test'),
      sends('"a\\"b"@a.test'),
      sends('a\\ b'.replace(' ', '!')),
      sends('"<>"@a.test'),
      sends('x'.repeat(1000)),
    );
    for (const path of [
      'a b',
      'a<b',
      'a>b',
      'a\r\nb',
      'a"b',
      '"a',
      'a\\',
      'a\u2028b',
      '"a\nb"',
      '\ud800',
      'x'.repeat(1001),
    ]) {
      bad(`mail bad-input sender ${path}`, sends(path, 'b@b.test'));
      bad(`rcpt bad-input recipient ${path}`, sends('', 'b@b.test', path));
    }
    bad('rcpt bad-input recipient ', sends('', ''));
  });
  it('has parameters as RFC 5321 4.1.2 has them', () => {
    const mail = (...mailParameters: readonly string[]): object => ({
      envelope: { from: '', recipients: [], mailParameters },
    });
    const rcpt = (...rcptParameters: readonly string[]): object => ({
      envelope: { from: '', recipients: [], rcptParameters },
    });
    good(
      mail('SIZE=10', 'BODY=8BITMIME', 'SMTPUTF8', 'X-1=a+b'),
      rcpt('NOTIFY=SUCCESS,DELAY'),
      mail('x'.repeat(61), `A=${'x'.repeat(500)}`),
    );
    for (const one of [
      '',
      '-A',
      'A B',
      'A=',
      'A=b c',
      'A=b=c',
      'A=\u00fc',
      'x'.repeat(62),
      `A=${'x'.repeat(501)}`,
      'A\r\n',
    ]) {
      bad(`mail bad-input parameter ${one}`, mail('SIZE=10', one));
      bad(`rcpt bad-input parameter ${one}`, rcpt('X=1', one));
    }
  });
  it('has an envelope id in xtext (RFC 3461 4.4)', () => {
    good({ dsn: {} }, { dsn: { envid: 'a-1' } }, { dsn: { envid: '!*,<>~' } }, { dsn: { envid: 'x'.repeat(100) } });
    for (const envid of ['', 'a b', 'a+b', 'a=b', '\u00fc', 'x'.repeat(101)])
      bad(`mail bad-input parameter ENVID=${envid}`, { dsn: { envid } });
  });
  it('has attributes of XCLIENT (Postfix, XCLIENT_README)', () => {
    const all = ['NAME', 'ADDR', 'PORT', 'PROTO', 'HELO', 'LOGIN', 'DESTADDR', 'DESTPORT'].map((name) => `${name}=x`);
    good(
      { xclient: 'NAME=a.test' },
      { xclient: 'addr=192.0.2.1 port=25' },
      { xclient: all.join(' ') },
      { xclient: `NAME=${'x'.repeat(255)}` },
    );
    for (const one of all) good({ xclient: one }, { xclient: `NAME=x ${one}` });
    for (const xclient of [
      '',
      'NAME',
      'NAME=',
      'MOO=x',
      'NAME=x  ADDR=y',
      'NAME=x\r\n',
      'NAME=x=y',
      `NAME=${'x'.repeat(256)}`,
      [...all, 'NAME=y'].join(' '),
    ])
      bad(`xclient bad-input xclient ${xclient}`, { xclient });
  });
  it('has addresses of one family and ports in the line of a proxy', () => {
    const proxy = (source: string, sourcePort: number, more: object = {}): object => ({
      proxyHeader: { source, sourcePort, ...more },
    });
    good(
      proxy('192.0.2.1', 0),
      proxy('2001:db8::1', 65535),
      proxy('192.0.2.1', 1, { destination: '192.0.2.2', destinationPort: 587 }),
    );
    bad('proxy bad-input proxy 192.0.2.1:1', proxy('192.0.2.1', 1, { destination: '2001:db8::1' }));
    bad('proxy bad-input proxy 2001:db8::1:1', proxy('2001:db8::1', 1, { destination: '192.0.2.1' }));
    bad('proxy bad-input proxy a.test:1', proxy('a.test', 1));
    bad('proxy bad-input proxy 192.0.2.1:65536', proxy('192.0.2.1', 65_536));
    bad('proxy bad-input proxy 192.0.2.1:-1', proxy('192.0.2.1', -1));
    bad('proxy bad-input proxy 192.0.2.1:1.5', proxy('192.0.2.1', 1.5));
    bad('proxy bad-input proxy 192.0.2.1:1', proxy('192.0.2.1', 1, { destinationPort: 70_000 }));
  });
  it('has no NUL in its message', () => {
    good({ message: { text: 'Subject: x\n\nhi\n' } });
    bad('message bad-input message NUL', { message: { text: 'a\0b' } });
  });
});
