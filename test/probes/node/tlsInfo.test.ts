import assert from 'node:assert/strict';
import { namesIn } from '../../../src/probes/node/tlsInfo.ts';

describe('the names of a certificate as Node writes them', () => {
  const names = (text: string, ...expected: readonly string[]): void => assert.deepEqual(namesIn(text), expected, text);
  it('are those of hosts and their addresses, in order', () => {
    names('');
    names('DNS:a.test', 'a.test');
    names('DNS:a.test, DNS:*.a.test, IP Address:192.0.2.1, DNS:b.test', 'a.test', '*.a.test', '192.0.2.1', 'b.test');
  });
  it('are none of other kinds', () => {
    names('email:x@a.test, URI:https://a.test/, DirName:"CN = a.test", Registered ID:1.2.3, DNS:b.test', 'b.test');
    names('othername: 1.3.6.1.4.1.311.20.2.3::x, DNS:b.test', 'b.test');
    names('othername:<unsupported>, DNS:b.test', 'b.test');
  });
  it('are one where quotes say so, whatever stands in them', () => {
    names('DNS:"a.test, DNS:b.test", DNS:c.test', 'a.test, DNS:b.test', 'c.test');
    names('DNS:"a\\", DNS:b.test", DNS:c.test', 'a\\", DNS:b.test', 'c.test');
  });
  it('end with what has not the form of an entry', () => {
    names('DNS:a.test, 1:b.test, DNS:c.test', 'a.test');
    names('DNS:a.test, DNS:"b.test', 'a.test', '"b.test');
  });
});
