import assert from 'node:assert/strict';
import { stepWords } from '../../src/report/failureWords.ts';

describe('a step in a sentence', () => {
  it('is the command, but where there is none', () => {
    assert.deepEqual((['banner', 'ehlo', 'mail', 'starttls', 'data', 'message', 'bdat'] as const).map(stepWords), [
      'its banner',
      'EHLO',
      'MAIL',
      'STARTTLS',
      'DATA',
      'the message',
      'BDAT',
    ]);
  });
});
