import assert from 'node:assert/strict';
import { readTlsVersions, versionWords } from '../../src/probes/tls.ts';

describe('versions of TLS that are typed', () => {
  const is = (text: string, from?: string, to?: string): void =>
    assert.deepEqual(readTlsVersions(text), from === undefined ? undefined : { from, to }, text);
  it('are one, or two with a hyphen between', () => {
    is('1.2', 'TLSv1.2', 'TLSv1.2');
    is('1.0', 'TLSv1', 'TLSv1');
    is(' 1.0-1.1 ', 'TLSv1', 'TLSv1.1');
    is('1.2 - 1.3', 'TLSv1.2', 'TLSv1.3');
    is('1.3-1.3', 'TLSv1.3', 'TLSv1.3');
  });
  it('are none the other way round, or that do not exist', () => {
    for (const text of ['', '1.3-1.2', '1.1-1.0', '1.4', '1', '2.0', '1.2-', '-1.2', '1.2-1.3-1.3', '1.2 1.3', 'x1.2'])
      is(text);
  });
  it('have a name', () =>
    assert.deepEqual((['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const).map(versionWords), [
      'TLS 1.0',
      'TLS 1.1',
      'TLS 1.2',
      'TLS 1.3',
    ]));
});
