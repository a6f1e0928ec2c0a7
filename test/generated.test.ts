import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { generatedFiles } from './support/generatedFiles.ts';

describe('files made from tables', () => {
  for (const [file, text] of generatedFiles()) {
    it(`${file} is up to date; else run "npm run generate"`, () =>
      assert.equal(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'), text));
  }
});
