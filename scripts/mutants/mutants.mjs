import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap.mjs';
import { placesOf, withoutTypes } from './operators.mjs';

/**
 * One change of one file, with the lines that it touches as they were and as they become.
 *
 * @typedef {import('./operators.mjs').Change & {
 *   readonly file: string, readonly line: number, readonly was: string, readonly becomes: string
 * }} Mutant
 */

/** Where constants are facts with a source: a test that repeats them would be the same fact twice. */
const tables = /^src\/core\/knowledge\//;

/**
 * Draws places of the code and one change for each; the same seed draws the same from the same code.
 *
 * @param {{ readonly seed: number, readonly count: number, readonly within: readonly string[] }} options
 * @returns {{ readonly drawn: readonly Mutant[], readonly places: number }} `places`: from how many was drawn
 */
export function drawMutants({ seed, count, within }) {
  const random = randomNumbers(seed);
  const all = globSync('src/**/*.ts', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => within.length === 0 || within.some((start) => file.startsWith(start)))
    .sort()
    .flatMap((file) => {
      const source = readFileSync(join(root, file), 'utf8');
      return placesOf(withoutTypes(source), { table: tables.test(file) }).map(({ changes }) => ({
        file,
        source,
        changes,
      }));
    });
  const places = all.length;
  /** @type {Mutant[]} */
  const drawn = [];
  while (drawn.length < count && all.length > 0) {
    const [{ file, source, changes }] = /** @type {[typeof all[number]]} */ (
      all.splice(Math.floor(random() * all.length), 1)
    );
    const change = changes[Math.floor(random() * changes.length)];
    if (change !== undefined) drawn.push({ file, ...change, ...linesOf(source, change) });
  }
  return { drawn, places };
}

/**
 * @param {string} source
 * @param {import('./operators.mjs').Change} change
 */
function linesOf(source, { start, end, text }) {
  const from = source.lastIndexOf('\n', start - 1) + 1;
  const to = source.indexOf('\n', end);
  const last = to < 0 ? source.length : to;
  return {
    line: source.slice(0, start).split('\n').length,
    was: oneLine(source.slice(from, last)),
    becomes: oneLine(source.slice(from, start) + text + source.slice(end, last)),
  };
}

/** @param {string} text */
const oneLine = (text) => text.replace(/\s+/g, ' ').trim();

/**
 * Numbers from 0 to 1, by Marsaglia's xorshift.
 *
 * @param {number} seed
 */
function randomNumbers(seed) {
  let state = (Math.imul(seed, 0x9e3779b1) ^ 0x85ebca6b) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
}
