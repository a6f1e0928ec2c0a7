import assert from 'node:assert/strict';
import { statusOf } from '../../src/cli/smtpStatus.ts';

type Failure = NonNullable<Parameters<typeof statusOf>[0]>;
const at = (failedAt: Failure['failedAt'], code: Failure['code'] = 'reply-refused' as Failure['code']): number =>
  statusOf({ failedAt, code, text: '' });

describe('the exit status of a probe', () => {
  it('is that of swaks for the step that failed (swaks(1), EXIT CODES)', () => {
    const codes: Readonly<Record<number, readonly Failure['failedAt'][]>> = {
      11: ['NAME'],
      12: ['CONNECT'],
      21: ['BANNER'],
      22: ['FIRST-EHLO', 'FIRST-HELO', 'FIRST-LHLO'],
      23: ['MAIL'],
      24: ['RCPT'],
      25: ['DATA'],
      26: ['MESSAGE', 'BDAT'],
      27: ['QUIT'],
      28: ['AUTH'],
      29: ['STARTTLS', 'TLS'],
      32: ['EHLO', 'HELO', 'LHLO'],
      33: ['XCLIENT'],
      35: ['PROXY'],
    };
    for (const [code, steps] of Object.entries(codes))
      for (const step of steps) assert.equal(at(step), Number(code), step);
  });

  it('is none where all went well, 2 for what cannot be asked, and that of a shell where it was interrupted', () => {
    assert.equal(statusOf(undefined), 0);
    for (const code of ['bad-host', 'bad-port', 'bad-helo', 'bad-redirect', 'bad-input'] as const)
      assert.equal(at('NAME', code), 2, code);
    assert.equal(at('MAIL', 'cancelled'), 130);
    assert.equal(at('DNS' as Failure['failedAt']), 1);
  });
});
