import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../bootstrap.mjs';
import { placesOf } from './operators.mjs';

/**
 * One change of one file, with the lines that it touches as they were and as they become.
 *
 * @typedef {import('./operators.mjs').Change & {
 *   readonly file: string, readonly inFunction: boolean, readonly line: number, readonly was: string, readonly becomes: string, readonly original: string
 * }} Mutant
 */

/** Where constants are facts with a source: a test that repeats them would be the same fact twice. */
const tables = /^src\/core\/knowledge\//;

/**
 * Draws places of the code, one after the other, and one change for each. A place is drawn by its own words, so that the
 * same seed goes on drawing the same mutants while other code, or the folder of the file, changes.
 *
 * @param {{ readonly seed: number, readonly within: readonly string[] }} options
 * @returns {{ readonly drawn: Iterable<Mutant>, readonly places: number }} `places`: from how many is drawn
 */
export function drawMutants({ seed, within }) {
  const places = globSync('src/**/*.ts', { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => within.length === 0 || within.some((start) => file.startsWith(start)))
    .flatMap((file) => {
      const source = readFileSync(join(root, file), 'utf8');
      /** @type {Map<string, number>} */
      const alike = new Map();
      return placesOf(source, { table: tables.test(file) }).map(({ changes, inFunction }) => {
        const [first] = changes;
        const { was, becomes } = linesOf(source, /** @type {import('./operators.mjs').Change} */ (first));
        const words = JSON.stringify([basename(file), was, becomes]);
        const before = alike.get(words) ?? 0;
        alike.set(words, before + 1);
        const lot = createHash('sha256').update(`${seed} ${before} ${words}`).digest();
        return { file, source, changes, inFunction, lot };
      });
    });
  places.sort((a, b) => a.lot.compare(b.lot));
  return { drawn: mutantsOf(places), places: places.length };
}

/**
 * @param {readonly { file: string, source: string, changes: readonly import('./operators.mjs').Change[], inFunction: boolean, lot: Buffer }[]} places
 * @returns {Iterable<Mutant>}
 */
function* mutantsOf(places) {
  for (const { file, source, changes, inFunction, lot } of places) {
    const change = /** @type {import('./operators.mjs').Change} */ (changes[lot.readUInt32BE(28) % changes.length]);
    const { start, end } = change;
    const line = source.slice(0, start).split('\n').length;
    yield { file, inFunction, line, original: source.slice(start, end), ...change, ...linesOf(source, change) };
  }
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
    was: oneLine(source.slice(from, last)),
    becomes: oneLine(source.slice(from, start) + text + source.slice(end, last)),
  };
}

/** @param {string} text */
const oneLine = (text) => text.replace(/\s+/g, ' ').trim();

/**
 * Says whether the code is still as it was when the mutant was drawn.
 *
 * @param {Mutant} mutant
 */
export function isCurrent({ file, start, end, original }) {
  const path = join(root, file);
  return existsSync(path) && readFileSync(path, 'utf8').slice(start, end) === original;
}
