import assert from 'node:assert/strict';
import type { FeedbackReport } from '../../../../src/core/mail/message.ts';
import { readPastedFeedback } from '../../../../src/core/mail/reports/pastedFeedback.ts';

const lined = (...lines: readonly string[]): string => lines.join('\n');

describe('a report as people paste it', () => {
  const pasted = (...lines: readonly string[]): FeedbackReport | undefined => {
    const text = lined(...lines);
    return readPastedFeedback(text, 0, text.length);
  };

  it('has its fields', () => {
    const found = pasted(
      '> look:',
      '> Feedback-Type: abuse',
      '> User-Agent: x/1',
      '> Version: 1',
      '> Source-IP: 192.0.2.1',
    );
    assert.deepEqual([found?.type, found?.sourceIp, found?.format], ['abuse', '192.0.2.1', 'rfc5965']);
    assert.equal(pasted('Feedback-Type: abuse', 'Version: 1'), undefined);
    assert.equal(pasted('a', 'Feedback-Type', 'c'), undefined);
  });

  it('or the words of a gateway', () => {
    const claims = 'A message claiming to be from you has failed the published DMARC policy for your domain.';
    const text = lined('x', claims, 'Sender IP Address: 192.0.2.1');
    const found = readPastedFeedback(text, 0, text.length);
    assert.deepEqual([found?.authFailure, found?.sourceIp, found?.recipients], ['dmarc', '192.0.2.1', []]);
    assert.equal(text.slice(found?.start, found?.end), claims);
    assert.equal(pasted(claims), undefined);
    assert.equal(pasted('dmarc: failed the spf check', 'Sender IP Address: 192.0.2.1'), undefined);
    assert.ok(pasted('This is a DMARC failure report', 'dmarc failure report', 'IP: 192.0.2.1') !== undefined);
    assert.equal(pasted(claims, 'x'.repeat(3000), 'IP: 192.0.2.1'), undefined);
  });
});
