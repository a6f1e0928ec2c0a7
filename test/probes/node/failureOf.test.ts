import assert from 'node:assert/strict';
import { failureOf } from '../../../src/probes/node/socketStream.ts';

describe('why a connection failed, by the code of the system', () => {
  for (const [failure, codes] of Object.entries({
    refused: ['ECONNREFUSED'],
    timeout: ['ETIMEDOUT'],
    reset: ['ECONNRESET', 'EPIPE', 'ECONNABORTED'],
    name: ['ENOTFOUND', 'EAI_AGAIN'],
    unreachable: ['EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'EHOSTDOWN', 'ENETDOWN', 'EACCES', 'EPERM'],
    tls: ['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_TLS_CERT_ALTNAME_INVALID'],
    closed: ['', 'EOTHER', 'X_ERR_SSL'],
  })) {
    it(`is ${failure}: ${codes.filter(Boolean).join(', ')}`, () => {
      for (const code of codes) assert.equal(failureOf(Object.assign(new Error('x'), { code })), failure, code);
    });
  }
  it('is an end where the system has no code', () => assert.equal(failureOf(new Error('x')), 'closed'));
});
