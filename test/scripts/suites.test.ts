import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';

/** Folders of suites that are run by themselves. */
const apart = /^test\/(?:host|browser|workbench|peers)\//;

describe('the suites', () => {
  it('have every file of tests in one of them', () => {
    const { spec } = JSON.parse(readFileSync('.mocharc.json', 'utf8'));
    const unit = new Set(globSync(spec).map((file) => file.replaceAll('\\', '/')));
    const all = globSync('test/**/*.test.ts').map((file) => file.replaceAll('\\', '/'));
    assert.ok(all.length > 300);
    assert.deepEqual(
      all.filter((file) => apart.test(file) === unit.has(file)),
      [],
    );
  });
});
