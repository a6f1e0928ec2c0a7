import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { entryOf, nextSteps, problemsOf } from '../scripts/release/plan.mjs';

const ready = {
  manifest: '1.2.0',
  lockfile: '1.2.0',
  changelog: '# Changelog\n\n## 1.2.0 (2026-11-28)\n\n- More.\n\n## 1.1.0 (2026-10-01)\n\n- Less.\n',
  changed: [],
  tags: ['v1.1.0'],
};

/** What is wrong with releasing 1.2.0 from a state that differs in one thing. */
const problems = (change: Partial<typeof ready> | { changed: string[] }, version = '1.2.0'): string =>
  problemsOf(version, { ...ready, ...change }).join(' | ');

const changelog = (entry: string) => ({ changelog: `# Changelog\n\n${entry}\n` });

describe('a release', () => {
  it('can be made where version, entry, tree and tags agree', () => assert.equal(problems({}), ''));

  it('needs a version of three numbers', () => {
    for (const version of ['', '1.2', 'v1.2.0', '1.2.0-beta.1', '01.2.0', '1.2.0\n', '1.2.0; rm']) {
      assert.match(problems({}, version), /is no version/, version);
    }
  });

  it('needs the version in both files of npm', () => {
    assert.match(problems({ manifest: '1.1.0', lockfile: '1.1.0' }), /^package\.json has version 1\.1\.0, not 1\.2\.0/);
    assert.match(problems({ lockfile: '1.1.0' }), /^package-lock\.json has version 1\.1\.0/);
  });

  it('needs an entry of this version on top of the changelog, with its day and with something in it', () => {
    assert.match(problems(changelog('Nothing yet')), /has no entry/);
    assert.match(problems(changelog('## 1.1.0 (2026-10-01)\n\n- Less.')), /is for 1\.1\.0, not for 1\.2\.0/);
    for (const day of ['unreleased', '2026-02-30', '28.11.2026', '']) {
      assert.match(problems(changelog(`## 1.2.0 (${day})\n\n- More.`)), /the day of the release/, day);
    }
    assert.match(problems(changelog('## 1.2.0 (2026-11-28)\n\n## 1.1.0 (2026-10-01)\n\n- Less.')), /says nothing/);
  });

  it('needs everything committed, and a tag that is not there', () => {
    assert.match(problems({ changed: ['README.md', 'src/a.ts'] }), /not committed: README\.md, src\/a\.ts/);
    assert.match(problems({ tags: ['v1.2.0'] }), /a tag v1\.2\.0 already/);
  });

  it('tells all that is wrong at once', () =>
    assert.equal(problems({ manifest: '1.1.0', changed: ['a'] }).split(' | ').length, 3));

  it('ends with what a person does next, and says that nothing was published', () => {
    const steps = nextSteps('1.2.0', { file: 'mail-triage-1.2.0.vsix', sha256: 'abc', commit: '0123456789ab' }).join(
      '\n',
    );
    assert.match(steps, /mail-triage-1\.2\.0\.vsix is made of 0123456789ab\. SHA-256: abc/);
    assert.match(steps, /Nothing was published/);
    assert.match(steps, /git tag -a v1\.2\.0 .* 0123456789ab/);
  });

  it('finds the topmost entry of the changelog as it stands', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
    const entry = entryOf(readFileSync('CHANGELOG.md', 'utf8'));
    assert.equal(entry?.version, version);
    assert.ok((entry?.text.length ?? 0) > 100);
  });
});
