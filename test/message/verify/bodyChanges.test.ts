import assert from 'node:assert/strict';
import { explainBodyChange } from '../../../src/message/verify/bodyChanges.ts';
import { authenticationWords } from '../../../src/report/authenticationWords.ts';

const changed = (lines: number, line = 'a line of text\r\n') => {
  const text = line.repeat(lines);
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

  it('nor where a filter changed its links, which is said, too', () => {
    const link = 'https://eu.safelinks.protection.outlook.com/?url=x\r\n';
    assert.match(authenticationWords(changed(10, link)), /rewrites them .* Probably that is all/);
    assert.match(
      authenticationWords(changed(90_000, link)),
      /rewrites them .* larger than 4 MiB, so no other change was/,
    );
  });
});
