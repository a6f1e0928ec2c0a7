import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root } from '../bootstrap.mjs';
import { runs } from './coverage.mjs';
import { runTests } from './mocha.mjs';

const hook = fileURLToPath(new URL('hook.mjs', import.meta.url));

/** How many test files are tried first: nearly every mutant that dies at all dies there. */
const nearest = 6;

/** How long trials may hang without using the processor, in milliseconds. */
const patience = 600_000;

/**
 * Runs the tests that reach a mutant.
 *
 * @param {import('./mutants.mjs').Mutant} mutant
 * @param {ReadonlyMap<string, import('./coverage.mjs').Coverage>} coverage
 * @returns {Promise<{ readonly killedBy: string | undefined, readonly testFiles: number }>}
 */
export async function tryMutant(mutant, coverage) {
  const covering = [...coverage].filter(([, one]) => runs(one, mutant));
  const ordered = covering
    .sort(([a, one], [b, other]) => distance(a, one, mutant) - distance(b, other, mutant) || one.ms - other.ms)
    .map(([file]) => file);
  for (const group of [ordered.slice(0, nearest), ordered.slice(nearest)]) {
    for (let rest = group; rest.length > 0; ) {
      const usual = rest.reduce((sum, file) => sum + (coverage.get(file)?.ms ?? 0), 0);
      const { failure, file } = await runTests(rest, changedBy(mutant, 15_000 + 3 * usual), patience + 3 * usual);
      if (failure === undefined) break;
      if (file === undefined || (await passesUnchanged(file))) return { killedBy: failure, testFiles: covering.length };
      rest = rest.slice(rest.indexOf(file) + 1);
    }
  }
  return { killedBy: undefined, testFiles: covering.length };
}

/** @type {Map<string, Promise<boolean>>} */
const passing = new Map();

/**
 * Says whether a test file passes in a trial that changes nothing: one that fails there, too, kills nobody.
 *
 * @param {string} file
 */
function passesUnchanged(file) {
  const known = passing.get(file);
  if (known !== undefined) return known;
  const asked = runTests([file], { ...ofTrials(), MUTANT: '{}' }, patience).then(({ failure }) => {
    if (failure !== undefined) console.error(`${file} fails without any change and is left out: ${failure}`);
    return failure === undefined;
  });
  passing.set(file, asked);
  return asked;
}

/**
 * What makes a process load a mutant.
 *
 * @param {import('./mutants.mjs').Mutant} mutant
 * @param {number} limit how long it may take, in milliseconds of the processor
 */
function changedBy({ file, start, end, text }, limit) {
  return {
    ...ofTrials(),
    MUTANT: JSON.stringify({ url: pathToFileURL(join(root, file)).href, start, end, text, limit }),
  };
}

const ofTrials = () => ({
  // Modules that are not changed are compiled once.
  NODE_COMPILE_CACHE: join(root, 'out', 'mutants', 'compiled'),
  NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import ${pathToFileURL(hook).href}`,
});

/**
 * The test that mirrors the file comes first, then those of its room, and of each those that run its functions.
 *
 * @param {string} test
 * @param {import('./coverage.mjs').Coverage} coverage
 * @param {{ readonly file: string }} mutant
 */
function distance(test, { spans }, { file }) {
  const room = dirname(file).replace(/^src/, 'test');
  const onlyLoads = spans[file] === undefined ? 3 : 0;
  if (test === `${room}/${basename(file, '.ts')}.test.ts`) return onlyLoads;
  return (dirname(test) === room ? 1 : 2) + onlyLoads;
}
