import assert from 'node:assert/strict';
import { delvStatus } from '../../../src/core/dns/digYaml.ts';

describe('what delv says of how a resolution ended', () => {
  it('is a status; what resolved is no error', () => {
    for (const [words, status] of [
      ['success', 'NOERROR'],
      ['ncache nxdomain', 'NXDOMAIN'],
      ['ncache nxrrset', 'NOERROR'],
      ['timed out', 'TIMEOUT'],
      ['broken trust chain', 'BOGUS'],
      ['no valid RRSIG', 'BOGUS'],
      ['no valid signature found', 'BOGUS'],
      ['insecurity proof failed', 'BOGUS'],
      ['no valid NSEC', 'BOGUS'],
      ['RRSIG failed to verify', 'BOGUS'],
      ['RRSIG has expired', 'BOGUS'],
      ['no valid', undefined],
      ['failure', 'SERVFAIL'],
      ['SERVFAIL', 'SERVFAIL'],
      ['REFUSED', 'REFUSED'],
      ['connection refused', 'CONNECTION-REFUSED'],
      ['network unreachable', 'UNREACHABLE'],
      ['host unreachable', 'UNREACHABLE'],
      ['something else', undefined],
      ['', undefined],
    ])
      assert.equal(delvStatus(words as string), status, words);
  });
});
