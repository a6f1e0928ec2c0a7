import { closeSync, existsSync, globSync, openSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './bootstrap.mjs';
import { run, temporaryFolder } from './processes.mjs';

/**
 * What a suite came to; `failed` and `retried` hold titles, each with the first line of what was wrong.
 *
 * @typedef {{ passes: number, failures: number, pending: number, failed?: string[], retried?: string[] }} Counts
 */

const mochaCommand = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
const reporter = fileURLToPath(new URL('countingReporter.cjs', import.meta.url));

/**
 * The suites by name: the arguments for Node. What takes the longest comes last.
 *
 * @type {ReadonlyMap<string, readonly string[]>}
 */
const suites = new Map([
  // Nothing that a file of them does reaches another: they run side by side, on two processors at least.
  ['unit', [mochaCommand, '--reporter', reporter, '--parallel', '--jobs', `${Math.max(2, availableParallelism())}`]],
  ['host', [fileURLToPath(new URL('hostTests.mjs', import.meta.url))]],
  ['browser', [fileURLToPath(new URL('browserTests.mjs', import.meta.url))]],
  // A browser that draws a whole editor is sometimes late: a test has a second chance there, and the summary says so.
  ['workbench', [...outside('test/workbench/*.test.ts', 120_000), '--retries', '1']],
  // Its hooks install servers and start them, beside others that need the processors.
  ['peers', outside('test/peers/**/*.test.ts', 180_000)],
  ['screenshots', outside('test/workbench/screenshots.ts', 300_000)],
]);

/** The suite that leaves the processors to others while its servers start and wait: it runs beside those behind `unit`. */
const BESIDE = 'peers';

/**
 * Suites with a glob and a time limit (ms) of their own, away from those that .mocharc.json lists.
 *
 * @param {string} glob
 * @param {number} limit
 */
function outside(glob, limit) {
  return [mochaCommand, '--no-config', '--extension', 'ts', '--reporter', reporter, '--timeout', `${limit}`, glob];
}

/**
 * Builds, runs the suites and closes with the line `N passed, N failed`.
 *
 * @param {readonly string[]} names of suites; with none, all that check something
 * @returns {Promise<number>} the exit code
 */
export async function runSuites(names) {
  const unknown = names.filter((name) => !suites.has(name));
  if (unknown.length > 0) {
    console.error(`There is no suite ${unknown.join(', ')}; the suites are ${[...suites.keys()].join(', ')}.`);
    return 2;
  }
  const peers = globSync('test/peers/**/*.test.ts', { cwd: root }).length > 0 ? ['peers'] : [];
  const chosen = names.length > 0 ? names : ['unit', 'host', 'browser', 'workbench', ...peers];
  await prepareHosts(chosen);
  if ((await run(process.execPath, [join(root, 'esbuild.mjs')])) !== 0) {
    console.error('The build failed: no suite ran.');
    console.log('0 passed, 1 failed');
    return 1;
  }
  rmSync(join(root, 'out', 'logs'), { recursive: true, force: true });
  const total = { passes: 0, failures: 0, pending: 0 };
  /** @type {string[]} */
  const summary = [];
  const add = (/** @type {string} */ name, /** @type {Ran} */ { counts, seconds }) => {
    summary.push(`${name}: ${format(counts)} in ${seconds} s`);
    for (const test of counts.retried ?? []) summary.push(`  tried again: ${test}`);
    for (const test of counts.failed ?? []) summary.push(`  failed: ${test}`);
    total.passes += counts.passes;
    total.failures += counts.failures;
    total.pending += counts.pending;
  };
  const isBeside = chosen.includes(BESIDE) && chosen.some((name) => name !== BESIDE && name !== 'unit');
  /** @type {ReturnType<typeof startBeside> | undefined} */
  let beside;
  for (const name of chosen.filter((one) => !isBeside || one !== BESIDE)) {
    if (isBeside && name !== 'unit') beside ??= startBeside(BESIDE);
    console.log(heading(name));
    add(name, await runSuite(name));
  }
  if (beside !== undefined) {
    const ran = await beside.ran;
    console.log(`${heading(BESIDE)}\n${readFileSync(beside.file, 'utf8').trimEnd()}`);
    add(BESIDE, ran);
  }
  console.log(`\n${summary.join('\n')}\n${format(total)}`);
  return total.failures > 0 ? 1 : 0;
}

/**
 * Gets what runs VS Code first, here and not in the suites: they have no terminal to ask at whether it may be installed.
 * Where it cannot be had, they say so once more when they fail.
 *
 * @param {readonly string[]} chosen
 */
async function prepareHosts(chosen) {
  const inBrowser = chosen.some((name) => name === 'workbench' || name === 'screenshots');
  if (!inBrowser && !chosen.includes('host')) return;
  const [{ findHost }, { installServer }, { requireBrowser }] = await Promise.all([
    import('./vscode/host.mjs'),
    import('./vscode/install.mjs'),
    import('./vscode/browser.mjs'),
  ]);
  try {
    if (chosen.includes('host')) process.env.MAIL_TRIAGE_HOST = (await findHost()).kind;
    if (!inBrowser && process.env.MAIL_TRIAGE_HOST !== 'server') return;
    await installServer();
    await requireBrowser();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
  }
}

/** @param {string} name */
const heading = (name) => `\n── ${name} ${'─'.repeat(60 - name.length)}`;

/** @typedef {{ readonly counts: Counts, readonly seconds: number }} Ran */

/**
 * Starts a suite whose words are kept in a file until the others have had theirs.
 *
 * @param {string} name
 */
function startBeside(name) {
  const file = join(temporaryFolder(), 'output.txt');
  const output = openSync(file, 'w');
  return { file, ran: runSuite(name, output).finally(() => closeSync(output)) };
}

/**
 * @param {string} name
 * @param {number | 'inherit'} output where it writes
 * @returns {Promise<Ran>}
 */
async function runSuite(name, output = 'inherit') {
  const started = Date.now();
  const counts = await countsOf(suites.get(name) ?? [], output);
  return { counts, seconds: Math.round((Date.now() - started) / 1000) };
}

/**
 * @param {readonly string[]} args
 * @param {number | 'inherit'} output
 * @returns {Promise<Counts>}
 */
async function countsOf(args, output) {
  const file = join(temporaryFolder(), 'counts.json');
  // Tests leave nothing in the home of who runs them.
  const env = { ...process.env, MAIL_TRIAGE_COUNTS: file, NODE_DISABLE_COMPILE_CACHE: '1' };
  const code = await run(process.execPath, args, { cwd: root, env, stdio: ['ignore', output, output] });
  const counts = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : { passes: 0, failures: 0, pending: 0 };
  rmSync(file, { force: true });
  if (counts.passes + counts.failures === 0) {
    console.error(`No test ran (exit code ${code}).`);
    return { ...counts, failures: 1 };
  }
  if (code !== 0 && counts.failures === 0) {
    console.error(`Every test passed, but the suite ended with exit code ${code}.`);
    return { ...counts, failures: 1 };
  }
  return counts;
}

/** @param {Counts} counts */
function format({ passes, failures, pending }) {
  return `${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ''}`;
}
