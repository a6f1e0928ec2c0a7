import assert from 'node:assert/strict';
import { isDue, isRefusal, refusal } from '../../../src/probes/smtp/codes.ts';
import type { SaidStep } from '../../../src/probes/smtp/types.ts';

const codes = Array.from({ length: 1000 }, (_, code) => code);

describe('a probe goes on', () => {
  const on = (step: SaidStep, ...due: readonly number[]): void =>
    assert.deepEqual(
      codes.filter((code) => isDue(step, code)),
      due,
      step,
    );
  it('with the codes that RFC 5321 4.3.2 has for the step', () => {
    on('banner', 220);
    for (const step of ['ehlo', 'helo', 'lhlo', 'mail', 'message', 'bdat', 'rset', 'expn', 'noop'] as const)
      on(step, 250);
    on('rcpt', 250, 251, 252);
    on('vrfy', 250, 251, 252);
    on('data', 354);
    on('help', 211, 214);
    on('quit', 221);
  });
  it('with those of extensions', () => {
    on('starttls', 220);
    on('auth', 235, 334);
    on('xclient', 220, 250);
  });
});

describe('a reply that does not let a probe go on', () => {
  it('is a refusal from 400 on, else a code that is wrong there', () => {
    assert.deepEqual([codes.find(isRefusal), codes.findLast(isRefusal)], [400, 599]);
    assert.deepEqual(refusal('mail', 550), { step: 'mail', kind: 'refused-command', code: 550 });
    assert.deepEqual(refusal('data', 250), { step: 'data', kind: 'wrong-code', code: 250 });
  });
});
