import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { recordings, recordingsFile } from '../support/recorded.ts';

const known = readFileSync(recordingsFile, 'utf8')
  .trim()
  .split(/\r?\n/)
  .map((line) => line.split('\t'));

/** What was recorded is told as before, in JSON, in the report and in Markdown; it says by its line what is not. */
describe('recorded answers and dialogs', () => {
  for (const [kind, make] of Object.entries(recordings)) {
    it(`are told as before: ${kind}; where that is meant to change, run "npm run generate"`, async () => {
      const now = await make();
      const before = known.filter(([name]) => name === kind).map(([, , digest]) => digest);
      assert.equal(now.length, before.length);
      const lines = now.flatMap((made, i) => (made === before[i] ? [] : [i + 1]));
      assert.deepEqual(lines, []);
    });
  }
});
