import { setPriority } from 'node:os';
import { join, relative } from 'node:path';
import { root } from '../bootstrap.mjs';
import { start, stop } from '../processes.mjs';

/** How long one test may take, in milliseconds: the machine may be busy, and that kills nobody. */
export const oneTest = 60_000;

/** Signals that somebody else sends. A process out of memory ends by others, and that is a failure. */
const outside = new Set(/** @type {(NodeJS.Signals | null)[]} */ (['SIGINT', 'SIGTERM', 'SIGHUP']));

/**
 * What became of some test files: `failure` names the first test that failed, or says why none could run; `file`: where it
 * stands.
 *
 * @typedef {{ readonly failure: string | undefined, readonly file?: string }} Outcome
 */

/**
 * Runs test files up to the first failure, at low priority.
 *
 * @param {readonly string[]} files
 * @param {Readonly<Record<string, string>>} env
 * @param {number} limit in milliseconds, after which it counts as failed
 * @returns {Promise<Outcome>}
 */
export async function runTests(files, env, limit) {
  const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
  const options = [
    '--no-config',
    '--extension',
    'ts',
    '--bail',
    '--timeout',
    `${oneTest}`,
    '--reporter',
    'json-stream',
  ];
  const child = start(process.execPath, [mocha, ...options, ...files], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (child.pid !== undefined) setPriority(child.pid, 10);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      output = (output + text).slice(-1_000_000);
    });
  }
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    void stop(child);
  }, limit);
  // Tests that could not be started, or that somebody ended from outside, have killed nobody.
  const code = await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status, signal) => {
      if (!late && outside.has(signal)) reject(new Error(`the tests were ended by ${signal}`));
      else resolve(status ?? 128);
    });
  });
  clearTimeout(timer);
  if (late) return { failure: `no end within ${Math.round(limit / 1000)} s` };
  if (code === 0) return { failure: undefined };
  const failed = /^\["fail",\{.*?"fullTitle":("(?:[^"\\]|\\.)*"),"file":("(?:[^"\\]|\\.)*")/m.exec(output);
  if (failed !== null) {
    const [title, file] = failed.slice(1).map((text) => JSON.parse(text));
    return { failure: title, file: relative(root, file).replaceAll('\\', '/') };
  }
  const words =
    output
      .trim()
      .split('\n')
      .find((line) => /Error\b/.test(line)) ?? output.trim();
  return { failure: `exit code ${code}: ${words.slice(0, 200)}` };
}
