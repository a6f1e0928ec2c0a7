import assert from 'node:assert/strict';
import { explainBodyChange } from '../../../src/message/verify/bodyChanges.ts';
import { authenticationWords } from '../../../src/report/authenticationWords.ts';

const changed = (lines: number) => {
  const text = 'a line of text\r\n'.repeat(lines);
  const hashing = { canonicalization: 'simple', hash: 'sha256', expected: 'AAAA' } as const;
  return explainBodyChange({ text, found: text, encoding: '7bit' }, hashing);
};

describe('a body that is very large', () => {
  it('is not searched for what was changed in it, and that is said', () => {
    assert.equal(changed(10).code, 'body-changed');
    const found = changed(270_000);
    assert.equal(found.code, 'body-unsearched');
    assert.match(authenticationWords(found), /larger than 4 MiB, so how was not looked for/);
  });
});
