import { appendFileSync, existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Mocha from 'mocha';
import { root } from '../bootstrap.mjs';
import { oneTest } from './mocha.mjs';
import { executedSpans } from './spans.mjs';

/**
 * Runs test files one after the other in one process and appends a line of JSON for each to a file: what it ran.
 * Modules are loaded once for all of them, so what runs while a module loads is seen with none.
 *
 * Called as `node seen.mjs REPORT FOLDER FILE...`; processes that the tests start write their coverage into FOLDER.
 */
const [report = '', folder = '', ...files] = process.argv.slice(2);

const source = pathToFileURL(join(root, 'src')).href;

/**
 * @typedef {{ readonly url: string, readonly functions: Parameters<typeof executedSpans>[0] }} Script
 * @param {readonly Script[]} scripts
 * @param {Record<string, readonly number[]>} spans grows
 */
function addSpans(scripts, spans) {
  for (const { url, functions } of scripts) {
    if (!url.startsWith(source)) continue;
    const file = relative(root, fileURLToPath(url)).replaceAll('\\', '/');
    spans[file] = [...(spans[file] ?? []), ...executedSpans(withoutModule(functions))];
  }
}

/** The functions without the one that is the module itself. */
function withoutModule(/** @type {Script['functions']} */ functions) {
  const end = Math.max(...functions.map(({ ranges: [range] }) => range?.endOffset ?? 0));
  return functions.filter(({ ranges: [range] }) => !(range?.startOffset === 0 && range.endOffset === end));
}

class Silent extends Mocha.reporters.Base {
  /** @override */
  epilogue() {}
}

/** @returns {readonly Script[]} what the processes saw that have ended since the last call */
function ofChildren() {
  if (!existsSync(folder)) return [];
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    try {
      return JSON.parse(readFileSync(path, 'utf8')).result;
    } catch {
      return []; // a process that was ended while it wrote
    } finally {
      rmSync(path);
    }
  });
}

const session = new Session();
session.connect();
await session.post('Profiler.enable');
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
process.env.NODE_V8_COVERAGE = folder;

for (const file of files) {
  const began = process.cpuUsage();
  const mocha = new Mocha({ timeout: oneTest, bail: true, reporter: Silent });
  mocha.addFile(join(root, file));
  /** @type {string | undefined} */
  let failure;
  await mocha.loadFilesAsync();
  await new Promise((resolve) => {
    mocha.run(resolve).on('fail', (test, error) => {
      failure ??= `${test.fullTitle()}: ${error.message}`.slice(0, 300);
    });
  });
  const { user, system } = process.cpuUsage(began);
  /** @type {Record<string, readonly number[]>} */
  const spans = {};
  addSpans(
    /** @type {{ result: readonly Script[] }} */ (await session.post('Profiler.takePreciseCoverage')).result,
    spans,
  );
  const children = ofChildren();
  addSpans(children, spans);
  for (const name of Object.keys(spans)) if (spans[name]?.length === 0) delete spans[name];
  const loaded = [...new Set(children.map(({ url }) => url))]
    .filter((url) => url.startsWith(source))
    .map((url) => relative(root, fileURLToPath(url)).replaceAll('\\', '/'));
  const ms = Math.round((user + system) / 1000);
  appendFileSync(report, `${JSON.stringify({ file, failure, coverage: { ms, spans }, loaded })}\n`);
}
process.exit();
