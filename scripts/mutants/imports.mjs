import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { root } from '../bootstrap.mjs';

const imported =
  /\b(?:import|export)(\s+type)?\b[^'";]{0,4000}?\bfrom\s*['"](\.{1,2}\/[^'"\n]+)['"]|\bimport\s*\(?\s*['"](\.{1,2}\/[^'"\n]+)['"]/g;

/** @type {Map<string, readonly string[]>} */
const known = new Map();

/**
 * The files of the project that one imports when it runs.
 *
 * @param {string} file
 */
function importsOf(file) {
  const before = known.get(file);
  if (before !== undefined) return before;
  const found = [...readFileSync(join(root, file), 'utf8').matchAll(imported)]
    .filter(([, type]) => type === undefined)
    .map(([, , from, alone]) => posix.join(dirname(file), /** @type {string} */ (from ?? alone)))
    .filter((path) => existsSync(join(root, path)));
  known.set(file, found);
  return found;
}

/**
 * A file with all that it imports, and all that those import.
 *
 * @param {string} file
 * @returns {ReadonlySet<string>}
 */
export function closureOf(file) {
  const closure = new Set([file]);
  for (const one of closure) for (const next of importsOf(one)) closure.add(next);
  return closure;
}
