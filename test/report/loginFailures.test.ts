import assert from 'node:assert/strict';
import type { LoginFailure, LoginFinding } from '../../src/probes/smtp/auth/loginPlan.ts';
import { isLoginFinding, loginRefused, wordLoginFailure, wordLoginFinding } from '../../src/report/loginWords.ts';

/** Code and source of a failure, whose text has these words; what to do is said of each. */
function fails(failure: object, code: string, source: string, words: RegExp): void {
  const worded = wordLoginFailure(failure as LoginFailure, 'mx.test');
  assert.deepEqual([worded.code, worded.source], [code, source]);
  assert.match(worded.text, words);
  assert.match(worded.next ?? '', /\S/);
}

describe('a login that was not tried or not ended', () => {
  it('has a code, a clause and what to do', () => {
    fails({ kind: 'login-needs-tls' }, 'login-needs-tls', 'RFC 4954 9', /^mx\.test gave no TLS/);
    fails({ kind: 'no-auth' }, 'login-not-offered', 'RFC 4954 3', /^mx\.test offers no login/);
    const offered = ['NTLM', 'GSSAPI'];
    fails({ kind: 'mechanism-not-offered', offered }, 'login-mechanism', 'RFC 4954 4', /speaks, but: NTLM, GSSAPI\.$/);
    fails(
      { kind: 'mechanism-not-offered', offered, asked: 'PLAIN' },
      'login-mechanism',
      'RFC 4954 4',
      /not offer PLAIN, but: NTLM, GSSAPI\.$/,
    );
    fails({ kind: 'no-binding' }, 'login-needs-tls', 'RFC 5802 6', /mx\.test gave none/);
    for (const [why, words] of [
      ['empty', /: it is empty\./],
      ['nul', /NUL/],
      ['too-long', /longer/],
      ['forbidden-character', /character/],
      ['mixed-direction', /right to left/],
      ['no-token', /token has neither/],
    ] as const)
      fails({ kind: 'bad-login', what: 'secret', why }, 'login-bad-secret', 'RFC 4013 2.3', words);
    fails(
      { kind: 'bad-login', what: 'user', why: 'empty' },
      'login-bad-secret',
      'RFC 4013 2.3',
      /^the user name cannot/,
    );
    fails(
      { kind: 'bad-login', what: 'secret', why: 'empty' },
      'login-bad-secret',
      'RFC 4013 2.3',
      /^the password or token cannot/,
    );
    for (const [why, words] of [
      ['not-base64', /no base64/],
      ['form', /not of the form/],
      ['nonce', /nonce is not ours/],
      ['too-many', /once more/],
    ] as const)
      fails({ kind: 'bad-challenge', why }, 'login-bad-challenge', 'RFC 4954 4', words);
    fails({ kind: 'bad-iterations', iterations: 0 }, 'login-bad-challenge', 'RFC 7677 4', /asked for 0 rounds/);
    fails({ kind: 'unproven', why: 'forged' }, 'login-unproven', 'RFC 5802 3', /signature is wrong/);
    fails({ kind: 'unproven', why: 'missing' }, 'login-unproven', 'RFC 5802 3', /without showing/);
  });
  it('or was refused, says it in words of the code', () => {
    const usual = loginRefused(599, '').text.split(' (')[0];
    for (const code of [421, 432, 454, 500, 501, 504, 530, 534, 535, 538]) {
      const { text, next } = loginRefused(code, '');
      assert.notEqual(text.split(' (')[0], usual);
      assert.match(next ?? '', /\S/);
    }
  });
});

describe('a finding of a login', () => {
  it('has a level, a clause, and what to do where something is amiss', () => {
    const found = (code: string, more: object, level: string, source: string, words: RegExp): void => {
      const finding = wordLoginFinding({ code, ...more } as unknown as LoginFinding);
      assert.deepEqual([finding.level, finding.source], [level, source], code);
      assert.match(finding.text, words);
      assert.equal(finding.next !== undefined && finding.next !== '', level === 'fail' || level === 'warning', code);
      assert.ok(isLoginFinding({ code }));
    };
    found(
      'login-accepted',
      { user: 'ann', mechanism: 'PLAIN' },
      'pass',
      'RFC 4954 6',
      /^ann was logged in with PLAIN\.$/,
    );
    found('login-mechanisms-not-tried', { mechanisms: ['A', 'B'] }, 'note', 'RFC 4954 3', /: A, B\.$/);
    for (const code of ['login-in-clear', 'login-untrusted-tls']) {
      found(
        code,
        { mechanism: 'PLAIN', hashed: false },
        'warning',
        'RFC 4954 9',
        /\(PLAIN\): .* the password or token\.$/,
      );
      found(code, { mechanism: 'CRAM', hashed: true }, 'warning', 'RFC 4954 9', /what was computed from the password/);
    }
    found('login-few-iterations', { iterations: 7 }, 'warning', 'RFC 7677 4', /with 7 rounds/);
    found('login-refused-why', { refusal: { status: '401' } }, 'note', 'RFC 7628 3.2.2', /status 401$/);
    found('secret-echoed', {}, 'fail', 'RFC 4954 9', /back/);
    assert.ok(!isLoginFinding({ code: 'relay-open' }));
  });
});
