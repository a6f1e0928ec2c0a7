import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root } from '../bootstrap.mjs';
import { temporaryFolder } from '../processes.mjs';
import { runTests } from './mocha.mjs';
import { inTurns } from './turns.mjs';

/**
 * What a test file runs: for each file of src the spans of text that were executed, as start, end, start, end …
 *
 * @typedef {{ readonly ms: number, readonly spans: Readonly<Record<string, readonly number[]>> }} Coverage
 */

const cache = join(root, 'out', 'mutants', 'coverage.json');

/**
 * What each test file runs. It is kept in `out/` and asked anew where a file changed.
 *
 * @param {number} jobs how many processes at once
 * @returns {Promise<ReadonlyMap<string, Coverage>>}
 */
export async function collectCoverage(jobs) {
  const common = hashOf(
    globSync(['src/**/*.ts', 'test/**/*', 'samples/**/*', 'package-lock.json'], { cwd: root }).filter(isCommon),
  );
  /** @type {Record<string, { key: string, coverage: Coverage }>} */
  const known = existsSync(cache) ? JSON.parse(readFileSync(cache, 'utf8')) : {};
  /** @type {typeof known} */
  const now = {};
  const files = testFiles();
  const missing = files.filter((file) => {
    const key = common + hashOf([file]);
    if (known[file]?.key === key) now[file] = known[file];
    return now[file] === undefined;
  });
  if (missing.length > 0) console.log(`Seeing what ${missing.length} of ${files.length} test files run ...`);
  await inTurns(missing, jobs, async (file) => {
    const coverage = await coverageOf(file);
    if (coverage !== undefined) now[file] = { key: common + hashOf([file]), coverage };
  });
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
const isCommon = (file) => /\.\w+$/.test(file) && !file.endsWith('.test.ts');

/** @param {readonly string[]} files */
function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of [...files].sort()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('base64');
}

/**
 * @param {string} file
 * @returns {Promise<Coverage | undefined>} undefined where the tests fail as they are
 */
async function coverageOf(file) {
  const folder = temporaryFolder();
  const { failure, ms } = await runTests([file], { NODE_V8_COVERAGE: folder }, 300_000);
  if (failure !== undefined) {
    console.error(`${file} fails without any change and is left out: ${failure}`);
    return undefined;
  }
  /** @type {Record<string, readonly number[]>} */
  const spans = {};
  for (const name of readdirSync(folder)) {
    for (const { url, functions } of JSON.parse(readFileSync(join(folder, name), 'utf8')).result) {
      if (!url.startsWith(pathToFileURL(join(root, 'src')).href)) continue;
      const source = relative(root, fileURLToPath(url)).replaceAll('\\', '/');
      spans[source] = [...(spans[source] ?? []), ...executedSpans(functions)];
    }
  }
  rmSync(folder, { recursive: true });
  return { ms, spans };
}

/**
 * The innermost range around a character says whether it ran.
 *
 * @param {readonly { readonly ranges: readonly { startOffset: number, endOffset: number, count: number }[] }[]} functions
 */
export function executedSpans(functions) {
  const ranges = functions
    .flatMap((one) => one.ranges)
    .sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
  /** @type {number[]} */
  const spans = [];
  /** @type {typeof ranges} */
  const open = [];
  let at = 0;
  /** @param {number} to */
  const advance = (to) => {
    if (to > at && (open.at(-1)?.count ?? 0) > 0) {
      if (spans.at(-1) === at) spans[spans.length - 1] = to;
      else spans.push(at, to);
    }
    at = Math.max(at, to);
  };
  const close = () => advance(/** @type {typeof ranges[number]} */ (open.at(-1)).endOffset);
  for (const range of ranges) {
    while (open.length > 0 && /** @type {typeof range} */ (open.at(-1)).endOffset <= range.startOffset) {
      close();
      open.pop();
    }
    advance(range.startOffset);
    open.push(range);
  }
  while (open.length > 0) {
    close();
    open.pop();
  }
  return spans;
}

/**
 * @param {Coverage} coverage
 * @param {string} file
 * @param {number} offset
 */
export function runs({ spans }, file, offset) {
  const own = spans[file] ?? [];
  for (let i = 0; i < own.length; i += 2) {
    if (/** @type {number} */ (own[i]) <= offset && offset < /** @type {number} */ (own[i + 1])) return true;
  }
  return false;
}
