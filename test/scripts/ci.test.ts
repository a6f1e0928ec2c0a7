import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** `.ci/run` with an npm that does nothing but say what it was asked for and, of what is named, that it failed. */
function run(fails: Readonly<Record<string, string>>): { readonly status: number | null; readonly lines: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'mail-triage-ci-'));
  try {
    const answers = Object.entries({ test: '7 passed, 0 failed', ...fails }).map(
      ([asked, said]) => `'${asked}') echo '${said}'; exit ${asked in fails ? 1 : 0};;`,
    );
    const npm = join(folder, 'npm');
    writeFileSync(npm, `#!/bin/sh\ncase "$*" in\n${answers.join('\n')}\nesac\n`);
    chmodSync(npm, 0o755);
    const env = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH}` };
    const { status, stdout } = spawnSync('bash', ['.ci/run'], { env, encoding: 'utf8' });
    return { status, lines: stdout.trimEnd().split('\n') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the script of the CI', () => {
  // There bash is the one of Git, for which a script of sh in the path is no program.
  before(function () {
    if (process.platform === 'win32') this.skip();
  });

  it('ends well where everything does', () => {
    const { status, lines } = run({});
    assert.equal(status, 0);
    assert.equal(lines.at(-1), '7 passed, 0 failed');
  });

  it('fails with each of its steps, says which, and shows what that wrote', () => {
    for (const [asked, step] of [
      ['run check', 'checked'],
      ['run package', 'npm run package'],
    ] as const) {
      const { status, lines } = run({ [asked]: 'what was wrong' });
      assert.equal(status, 1, asked);
      assert.ok(lines.includes(`FAILED: ${step} (exit code 1)`), asked);
      assert.ok(lines.includes('what was wrong'), asked);
      assert.equal(lines.at(-1), '7 passed, 1 failed', asked);
    }
    assert.equal(run({ 'ci --no-audit --no-fund --loglevel=error': '' }).status, 1);
  });

  it('fails with the tests, and where they could not be built', () => {
    for (const said of ['6 passed, 1 failed', '0 passed, 1 failed']) {
      const { status, lines } = run({ test: said });
      assert.equal(status, 1);
      assert.equal(lines.at(-1), said);
    }
  });
});
