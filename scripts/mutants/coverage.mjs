import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../bootstrap.mjs';
import { exitCode, removeFolder, start, stop, temporaryFolder } from '../processes.mjs';
import { closureOf } from './imports.mjs';
import { inTurns } from './turns.mjs';

/**
 * What a test file runs: for each file of src the spans inside its functions that were executed, as start, end, start,
 * end …; the files that it loads; and how long it takes, in milliseconds of the processor.
 *
 * @typedef {{
 *   readonly ms: number, readonly spans: Readonly<Record<string, readonly number[]>>, readonly loaded: readonly string[]
 * }} Coverage
 */

const cache = join(root, 'out', 'mutants', 'coverage.json');
/** How long a test file may take, in milliseconds. */
const oneFile = 300_000;
const seeing = fileURLToPath(new URL('seen.mjs', import.meta.url));

/**
 * What each test file runs. It is kept in `out/` and asked anew where a file that it loads has changed.
 *
 * @param {number} jobs how many processes at once
 * @returns {Promise<ReadonlyMap<string, Coverage>>}
 */
export async function collectCoverage(jobs) {
  const data = globSync(['test/**/*', 'samples/**/*', 'package-lock.json'], { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /\.(?!ts$)\w+$/.test(file));
  const common = hashOf(data);
  /** @type {Record<string, { key: string, coverage: Coverage }>} */
  const known = existsSync(cache) ? JSON.parse(readFileSync(cache, 'utf8')) : {};
  /** @param {string} file @param {readonly string[]} loaded */
  const keyOf = (file, loaded) => common + hashOf([...new Set([...closureOf(file), ...loaded])].filter(exists));
  /** @type {typeof known} */
  const now = {};
  const files = testFiles();
  for (const file of files) {
    const before = known[file];
    if (before !== undefined && before.key === keyOf(file, before.coverage.loaded)) now[file] = before;
  }
  const missing = files.filter((file) => now[file] === undefined);
  if (missing.length > 0) console.log(`Seeing what ${missing.length} of ${files.length} test files run ...`);
  for (const [file, coverage] of await seen(missing, jobs)) {
    const loaded = [...new Set([...closureOf(file), ...coverage.loaded])].filter((one) => one.startsWith('src/'));
    now[file] = { key: keyOf(file, loaded), coverage: { ...coverage, loaded } };
  }
  mkdirSync(join(root, 'out', 'mutants'), { recursive: true });
  writeFileSync(`${cache}.new`, JSON.stringify(now));
  renameSync(`${cache}.new`, cache);
  return new Map(Object.entries(now).map(([file, { coverage }]) => [file, coverage]));
}

/** The unit tests, as .mocharc.json lists them. */
function testFiles() {
  const { spec } = JSON.parse(readFileSync(join(root, '.mocharc.json'), 'utf8'));
  return globSync(spec, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
}

/** @param {string} file */
const exists = (file) => existsSync(join(root, file));

/** @type {Map<string, Buffer>} */
const hashes = new Map();

/** @param {readonly string[]} files */
function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of [...files].sort()) {
    const own =
      hashes.get(file) ??
      createHash('sha256')
        .update(readFileSync(join(root, file)))
        .digest();
    hashes.set(file, own);
    hash.update(file).update(own);
  }
  return hash.digest('base64');
}

/**
 * Runs test files, those of a room in one process; where that ends before its time or comes to no end, the file it was
 * at is left out and a new process goes on behind it.
 *
 * @param {readonly string[]} files
 * @param {number} jobs
 * @returns {Promise<ReadonlyMap<string, Coverage>>}
 */
async function seen(files, jobs) {
  /** @type {Map<string, Coverage>} */
  const found = new Map();
  const rooms = Object.values(Object.groupBy(files, (file) => dirname(file)));
  await inTurns(rooms, jobs, async (room = []) => {
    let rest = room;
    while (rest.length > 0) {
      const { lines, end } = await seenIn(rest);
      for (const { file, failure, coverage, loaded } of lines) {
        if (failure === undefined) found.set(file, { ...coverage, loaded });
        else console.error(`${file} fails without any change and is left out: ${failure}`);
      }
      const at = rest[lines.length];
      if (at !== undefined) console.error(`${at} is left out: its process ${end}`);
      rest = rest.slice(lines.length + 1);
    }
  });
  return found;
}

/**
 * @param {readonly string[]} files
 * @returns {Promise<{ lines: { file: string, failure?: string, coverage: Coverage, loaded: string[] }[], end: string }>}
 */
async function seenIn(files) {
  const folder = temporaryFolder();
  const report = join(folder, 'report');
  writeFileSync(report, '');
  const args = ['--max-old-space-size=4096', seeing, report, join(folder, 'children'), ...files];
  const child = start(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  if (child.pid !== undefined) setPriority(child.pid, 10);
  let stuck = false;
  const watch = setInterval(() => {
    stuck = Date.now() - statSync(report).mtimeMs > oneFile;
    if (stuck) void stop(child);
  }, 1000);
  const code = await exitCode(child);
  clearInterval(watch);
  const lines = readFileSync(report, 'utf8').split('\n').filter(Boolean);
  removeFolder(folder);
  return { lines: lines.map((line) => JSON.parse(line)), end: stuck ? 'came to no end' : `ended with ${code}` };
}

/**
 * Says whether a test file runs a place. What stands outside of functions runs once, when its module is loaded: who
 * runs a function of the module sees what became of it, and where it has none, who loads it.
 *
 * @param {Coverage} coverage
 * @param {{ readonly file: string, readonly start: number, readonly inFunction: boolean }} place
 */
export function runs({ spans, loaded }, { file, start, inFunction }) {
  const own = spans[file];
  if (!inFunction) return own !== undefined || loaded.includes(file);
  if (own === undefined) return false;
  for (let i = 0; i < own.length; i += 2) {
    if (/** @type {number} */ (own[i]) <= start && start < /** @type {number} */ (own[i + 1])) return true;
  }
  return false;
}
