import assert from 'node:assert/strict';
import { enhancedCodes, parseEnhanced } from '../../../src/core/knowledge/enhancedCodes.ts';
import { explainReply } from '../../../src/core/knowledge/explainReply.ts';
import { microsoftCode } from '../../../src/core/knowledge/texts/microsoft/microsoftCodes.ts';
import type { Stage } from '../../../src/core/smtp/verbs.ts';

const registry =
  'X.0.0 X.1.0 X.1.1 X.1.2 X.1.3 X.1.4 X.1.5 X.1.6 X.1.7 X.1.8 X.1.9 X.1.10 X.2.0 X.2.1 X.2.2 X.2.3 X.2.4 X.3.0 X.3.1 X.3.2 X.3.3 X.3.4 X.3.5 X.3.6 X.4.0 X.4.1 X.4.2 X.4.3 X.4.4 X.4.5 X.4.6 X.4.7 X.5.0 X.5.1 X.5.2 X.5.3 X.5.4 X.5.5 X.5.6 X.6.0 X.6.1 X.6.2 X.6.3 X.6.4 X.6.5 X.6.6 X.6.7 X.6.8 X.6.9 X.6.10 X.7.0 X.7.1 X.7.2 X.7.3 X.7.4 X.7.5 X.7.6 X.7.7 X.7.8 X.7.9 X.7.10 X.7.11 X.7.12 X.7.13 X.7.14 X.7.15 X.7.16 X.7.17 X.7.18 X.7.19 X.7.20 X.7.21 X.7.22 X.7.23 X.7.24 X.7.25 X.7.26 X.7.27 X.7.28 X.7.29 X.7.30 X.4.8';

const explain = (enhanced: string, code?: number, stage: Stage = '?') =>
  explainReply({ enhanced, text: '', stage, ...(code === undefined ? {} : { code }) });

describe('enhanced codes', () => {
  it('have a row each', () => {
    assert.deepEqual([...enhancedCodes.keys()].sort(), registry.split(' ').sort());
  });

  it('are explained as themselves, with the class that they are about', () => {
    for (const [key, row] of enhancedCodes) {
      const digit = row.general.reason === 'accepted' ? '2' : '5';
      assert.notEqual(explain(key.replace('X', digit)).basis, 'class', key);
    }
  });

  it('are retried by their class', () => {
    assert.equal(explain('4.3.2').retry, 'yes');
    assert.equal(explain('5.1.1').retry, 'no');
    assert.equal(explain('2.1.5').retry, 'no');
  });

  it('leave success to the reply code at its stage', () => {
    assert.equal(
      explain('2.6.0', 250, '(data)').meaning,
      explainReply({ code: 250, text: '', stage: '(data)' }).meaning,
    );
  });

  it('do not call a failure a success', () => {
    assert.notEqual(explain('5.1.5').reason, 'accepted');
    assert.notEqual(explain('5.1.5', 550, 'RCPT').reason, 'accepted');
    assert.equal(explain('2.0.0').reason, 'accepted');
  });

  it('contradict themselves where they are registered for success and stand in a failure', () => {
    for (const code of ['5.1.5', '4.1.9', '5.3.6']) {
      assert.match(
        explain(code, Number(`${code[0]}50`), 'RCPT').meaning,
        /contradicts itself: X\.\d\.\d is registered for success alone/,
      );
      assert.match(explain(code).meaning, /contradicts itself/);
    }
    assert.doesNotMatch(explain('2.1.5', 250).meaning, /contradicts/);
    assert.doesNotMatch(explain('5.1.1', 550).meaning, /contradicts/);
  });

  it('say of a conversion that loses something that it was made, or that it is forbidden', () => {
    assert.equal(explain('2.6.4', 250).reason, 'accepted');
    assert.equal(explain('5.6.4').reason, 'content-unsupported');
    assert.match(explain('5.6.4', 554).meaning, /forbids/);
  });

  it('say by class and subject what an unknown detail is about, and that more is not known', () => {
    const unknown = explain('5.2.99');
    assert.equal(unknown.basis, 'class');
    assert.match(unknown.meaning, /mailbox/);
    assert.equal(explain('5.9.1').basis, 'class');
  });

  it('give way to the stage where they say little', () => {
    assert.equal(explain('5.0.0', 550, 'RCPT').reason, 'recipient-unknown');
    assert.equal(explain('5.7.0', 550, 'RCPT').reason, 'policy-refused');
    assert.equal(explain('5.5.1', 503, 'DATA').meaning, explainReply({ code: 503, text: '', stage: 'DATA' }).meaning);
    assert.equal(explain('5.7.1', 530, 'MAIL').reason, 'login-required');
    assert.equal(explain('5.7.1', 550, 'MAIL').reason, 'sender-refused');
    assert.equal(explain('5.7.1', 550, '(data)').reason, 'spam-refused');
  });

  it("know Microsoft's own, ranges included", () => {
    assert.equal(explain('5.7.509', 550).reason, 'dmarc-failed');
    assert.equal(explain('5.7.606', 550).reason, 'blocklisted');
    assert.equal(explain('5.7.649', 550).reason, 'blocklisted');
    assert.equal(explain('4.7.651', 451).reason, 'poor-reputation');
    assert.equal(explain('5.7.999', 550).reason, 'policy-refused');
    assert.equal(explain('5.4.316', 550).reason, 'connection-failed');
    // The same detail slows down with 4 and bans with 5.
    assert.equal(explain('4.7.501', 451).reason, 'rate-limited');
    assert.equal(explain('5.7.501', 550).reason, 'account-disabled');
    assert.equal(microsoftCode({ class: 5, subject: 7, detail: 650 }), undefined);
    assert.equal(microsoftCode({ class: 5, subject: 1, detail: 1 }), undefined);
  });

  it('are read as three numbers', () => {
    assert.deepEqual(parseEnhanced('5.7.26'), { class: 5, subject: 7, detail: 26 });
    for (const text of ['3.1.1', '5.1', '5.1.1.1', '5.1.1234', ' 5.1.1', ''])
      assert.equal(parseEnhanced(text), undefined, text);
  });
});
