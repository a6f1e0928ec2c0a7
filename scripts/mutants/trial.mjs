import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { root } from '../bootstrap.mjs';
import { runs } from './coverage.mjs';
import { runTests } from './mocha.mjs';

const hook = fileURLToPath(new URL('hook.mjs', import.meta.url));

/** How many test files are tried first: nearly every mutant that dies at all dies there. */
const nearest = 6;

/**
 * Runs the tests that reach a mutant.
 *
 * @param {import('./mutants.mjs').Mutant} mutant
 * @param {ReadonlyMap<string, import('./coverage.mjs').Coverage>} coverage
 * @returns {Promise<{ readonly killedBy: string | undefined, readonly testFiles: number }>}
 */
export async function tryMutant(mutant, coverage) {
  const covering = [...coverage].filter(([, one]) => runs(one, mutant.file, mutant.start));
  const ordered = covering.sort(
    ([a, { ms }], [b, other]) => distance(a, mutant) - distance(b, mutant) || ms - other.ms,
  );
  const { start, end, text } = mutant;
  const env = {
    // Modules that are not changed are compiled once.
    NODE_COMPILE_CACHE: join(root, 'out', 'mutants', 'compiled'),
    MUTANT: JSON.stringify({ url: pathToFileURL(join(root, mutant.file)).href, start, end, text }),
    NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import ${pathToFileURL(hook).href}`,
  };
  for (const group of [ordered.slice(0, nearest), ordered.slice(nearest)]) {
    if (group.length === 0) continue;
    const usual = group.reduce((sum, [, { ms }]) => sum + ms, 0);
    const { failure } = await runTests(
      group.map(([file]) => file),
      env,
      15_000 + 3 * usual,
    );
    if (failure !== undefined) return { killedBy: failure, testFiles: covering.length };
  }
  return { killedBy: undefined, testFiles: covering.length };
}

/**
 * The test that mirrors the file comes first, then those of its room.
 *
 * @param {string} test
 * @param {{ readonly file: string }} mutant
 */
function distance(test, { file }) {
  const room = dirname(file).replace(/^src/, 'test');
  if (test === `${room}/${basename(file, '.ts')}.test.ts`) return 0;
  return dirname(test) === room ? 1 : 2;
}
