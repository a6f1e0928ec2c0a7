import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { reasonsPage } from '../../scripts/reasonsPage.mjs';

describe('docs/reasons.md', () => {
  it('says what the table of reasons says; `npm run docs` writes it', () => {
    assert.equal(readFileSync('docs/reasons.md', 'utf8').replaceAll('\r\n', '\n'), reasonsPage());
  });
});
