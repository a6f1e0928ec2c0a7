import assert from 'node:assert/strict';
import type { LoginFailure, LoginFinding } from '../../src/probes/smtp/auth/loginPlan.ts';
import { loginRefused, wordLoginFailure, wordLoginFinding } from '../../src/report/loginWords.ts';

describe('a login in words', () => {
  it('that was refused, by its code, known or not', () => {
    const told = (code: number): readonly (string | undefined)[] => {
      const { text, next, source } = loginRefused(code, 'mx.test');
      return [text, next, source];
    };
    assert.deepEqual(told(454), [
      'mx.test cannot check logins at the moment (454, its words are above).',
      'Try again later; look at the service that knows the passwords.',
      'RFC 4954 6',
    ]);
    assert.deepEqual(told(451), [
      'mx.test refused the login (451, its words are above).',
      'Try again later; the words of the server say why.',
      'RFC 4954 6',
    ]);
    for (const code of [500 + 50, 599]) assert.equal(told(code)[1], 'Read its words: they say why.');
    assert.equal(told(499)[1], 'Try again later; the words of the server say why.');
  });

  it('that this machine cannot compute', () =>
    assert.deepEqual(wordLoginFailure({ kind: 'no-hash', hash: 'MD5' } as LoginFailure, 'mx.test'), {
      code: 'login-mechanism',
      text: 'CRAM-MD5 cannot be computed here: this machine does not allow MD5.',
      next: 'Ask for another mechanism.',
      source: 'RFC 4954 4',
    }));

  it('that says in JSON why (RFC 7628 3.2.2)', () => {
    const says = (refusal: object): string =>
      String(wordLoginFinding({ code: 'login-refused-why', refusal } as LoginFinding).text);
    assert.equal(says({ status: 'invalid_token' }), 'The server says of the login: status invalid_token');
    assert.equal(
      says({ status: '400', description: 'expired', scope: 'mail', schemes: 'Bearer' }),
      'The server says of the login: status 400; expired; it wants the scope mail; it takes Bearer',
    );
  });
});
