import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { root } from '../bootstrap.mjs';
import { compiler } from './compiler.mjs';
import { collectCoverage } from './coverage.mjs';
import { drawMutants, isCurrent } from './mutants.mjs';
import { tryMutant } from './trial.mjs';
import { inTurns } from './turns.mjs';

/** @typedef {import('./mutants.mjs').Mutant} Mutant */

const usage = `npm run mutants -- [--seed N] [--count N] [--in FOLDER]... [--jobs N] [--again]

  --seed N     which mutants are drawn (default 1)
  --count N    how many (default 200)
  --in FOLDER  only from here, such as src/core/smtp
  --jobs N     processes at once (default: half of the processors)
  --again      instead of drawing: those that survived the last run`;

const survivors = join(root, 'out', 'mutants', 'survivors.json');

/**
 * Draws mutants, runs the tests that reach them, and says which lived.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>} the exit code
 */
export async function runMutants(args) {
  const options = readOptions(args);
  if (options === undefined) {
    console.error(usage);
    return 2;
  }
  const { seed, count, within, jobs, again } = options;
  const [coverage, { drawn, refused }] = await Promise.all([
    collectCoverage(jobs),
    again ? { drawn: survivorsOfLastRun(), refused: [] } : draw({ seed, count, within }),
  ]);
  for (const mutant of refused) print('no code', mutant, 'the compiler refuses it');
  const argued = equivalents();
  const equivalent = drawn.filter((mutant) => argued.has(keyOf(mutant)));
  const tried = drawn.filter((mutant) => !argued.has(keyOf(mutant)));
  /** @type {Mutant[]} */
  const survived = [];
  await inTurns(tried, jobs, async (mutant) => {
    if (!isCurrent(mutant)) throw new Error(`${mutant.file} has changed since its mutants were drawn`);
    const { killedBy, testFiles } = await tryMutant(mutant, coverage);
    if (killedBy === undefined) survived.push(mutant);
    print(
      killedBy === undefined ? 'survived' : 'killed',
      mutant,
      killedBy ?? (testFiles === 0 ? 'no test runs it' : `${testFiles} test files ran it`),
    );
  });
  for (const mutant of equivalent) print('equivalent', mutant, argued.get(keyOf(mutant)) ?? '');
  writeFileSync(survivors, JSON.stringify(survived));
  if (survived.length > 0) console.log('\nSurvived:');
  for (const mutant of survived.sort((a, b) => (a.file < b.file ? -1 : 1))) print('', mutant, '');
  const killed = tried.length - survived.length;
  const share = tried.length === 0 ? 100 : (100 * killed) / tried.length;
  console.log(
    `\n${killed} killed, ${survived.length} survived, ${equivalent.length} equivalent: ${share.toFixed(1)} % of ${tried.length} killed`,
  );
  if (refused.length > 0) console.log(`${refused.length} more were drawn and are no code: the compiler refuses them`);
  return 0;
}

/**
 * Draws until as many as were asked for compile: a change that the compiler refuses can land nowhere, and needs no test.
 *
 * @param {{ readonly seed: number, readonly count: number, readonly within: readonly string[] }} options
 */
async function draw({ seed, count, within }) {
  const { drawn: all, places } = drawMutants({ seed, within });
  console.log(`Asking the compiler until ${count} mutants compile ...`);
  const compiles = await compiler();
  /** @type {Mutant[]} */
  const drawn = [];
  /** @type {Mutant[]} */
  const refused = [];
  for (const mutant of all) {
    if (drawn.length === count) break;
    ((await compiles(mutant)) ? drawn : refused).push(mutant);
  }
  console.log(`${drawn.length} mutants out of ${places} places, seed ${seed}`);
  return { drawn, refused };
}

/** @param {readonly string[]} args */
function readOptions(args) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seed: { type: 'string', default: '1' },
        count: { type: 'string', default: '200' },
        in: { type: 'string', multiple: true, default: [] },
        jobs: { type: 'string', default: `${Math.max(1, availableParallelism() >> 1)}` },
        again: { type: 'boolean', default: false },
      },
    });
    const [seed, count, jobs] = [values.seed, values.count, values.jobs].map(Number);
    if (!Number.isInteger(seed) || !(count && count > 0) || !(jobs && jobs > 0)) return undefined;
    return { seed: seed ?? 1, count, jobs, within: values.in, again: values.again };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return undefined;
  }
}

/** Those whose lines are as they were. */
function survivorsOfLastRun() {
  /** @type {Mutant[]} */
  const last = existsSync(survivors) ? JSON.parse(readFileSync(survivors, 'utf8')) : [];
  const drawn = last.filter(isCurrent);
  if (drawn.length < last.length) console.log(`${last.length - drawn.length} are left out, for their code has changed`);
  console.log(`${drawn.length} mutants of the last run`);
  return drawn;
}

/** Changes that no test can tell from the code as it is, each with the argument, by their key. */
function equivalents() {
  /** @type {readonly { file: string, was: string, becomes: string, why: string }[]} */
  const rows = JSON.parse(readFileSync(new URL('equivalents.json', import.meta.url), 'utf8'));
  return new Map(rows.map((row) => [keyOf(row), row.why]));
}

/** @param {{ readonly file: string, readonly was: string, readonly becomes: string }} mutant */
const keyOf = ({ file, was, becomes }) => JSON.stringify([basename(file), was, becomes]);

/**
 * @param {string} fate
 * @param {Mutant} mutant
 * @param {string} note
 */
function print(fate, { file, line, was, becomes }, note) {
  console.log(
    `${fate.padEnd(10)} ${file}:${line}${note && `  (${note})`}\n           - ${was}\n           + ${becomes}`,
  );
}
