import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap.mjs';
import { run } from '../processes.mjs';
import { nextSteps, problemsOf } from './plan.mjs';

/**
 * Checks that a version can be released, checks, tests and packages it, and prints what a person does next. Publishes
 * nothing and changes nothing in the repository.
 *
 * @param {readonly string[]} args the version
 * @returns {Promise<number>} the exit code
 */
export async function release(args) {
  const [version = ''] = args;
  if (args.length !== 1) {
    console.error('Name the version: npm run release -- 1.2.3');
    return 2;
  }
  const problems = problemsOf(version, stateOf());
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) return 1;
  const commit = git('rev-parse', '--short=12', 'HEAD');
  for (const step of [['run', 'check'], ['test'], ['run', 'package']]) {
    console.log(`\n── npm ${step.join(' ')}`);
    const code = await run('npm', step, { cwd: root, shell: process.platform === 'win32' });
    if (code !== 0) {
      console.error(`npm ${step.join(' ')} failed: there is no release.`);
      return 1;
    }
  }
  // A build or a test that changes a file would release what nobody committed.
  const changed = changedFiles();
  if (changed.length > 0 || git('rev-parse', '--short=12', 'HEAD') !== commit) {
    console.error(`The project changed while it was checked: ${changed.join(', ') || 'there is a new commit'}.`);
    return 1;
  }
  const file = `${JSON.parse(read('package.json')).name}-${version}.vsix`;
  const sha256 = createHash('sha256')
    .update(readFileSync(join(root, file)))
    .digest('hex');
  console.log(`\n${nextSteps(version, { file, sha256, commit }).join('\n')}`);
  return 0;
}

/** @returns {import('./plan.mjs').State} */
function stateOf() {
  return {
    manifest: JSON.parse(read('package.json')).version,
    lockfile: JSON.parse(read('package-lock.json')).version,
    changelog: read('CHANGELOG.md').replaceAll('\r\n', '\n'),
    changed: changedFiles(),
    tags: lines(git('tag', '--list')),
  };
}

const changedFiles = () => lines(git('status', '--porcelain')).map((line) => line.replace(/^\S+\s+/, ''));

/** @param {string} text */
const lines = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** @param {string} file */
const read = (file) => readFileSync(join(root, file), 'utf8');

/** @param {string[]} args */
const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
