import { strFromU8, strToU8 } from 'fflate';
import { shortKey } from '../../src/core/text/words.ts';

/** The archive's own folder. */
const FOLDER = 'extension/';

/**
 * The files of the package with names as short as can be where only the editor and our own code read them: the English
 * words by which those of another language are found, which stand in the code already, and the keys of the manifest's words.
 *
 * @param {Record<string, Uint8Array>} files
 * @returns {Record<string, Uint8Array>}
 */
export function withShortNames(files) {
  const read = (/** @type {string} */ path) => JSON.parse(strFromU8(files[path] ?? new Uint8Array()));
  const short = { ...files };
  const write = (/** @type {string} */ path, /** @type {unknown} */ value) => {
    short[path] = strToU8(JSON.stringify(value));
  };
  const keys = new Map(Object.keys(read(`${FOLDER}package.nls.json`)).map((key, at) => [key, at.toString(36)]));
  for (const path of Object.keys(files)) {
    const name = path.startsWith(FOLDER) ? path.slice(FOLDER.length) : '';
    if (/^l10n\/bundle\.l10n\.[\w-]{1,20}\.json$/.test(name)) write(path, shortWords(read(path)));
    if (/^package\.nls(?:\.[\w-]{1,20})?\.json$/.test(name)) write(path, renamed(read(path), keys));
    if (name === 'package.json') write(path, replaced(read(path), keys));
  }
  return short;
}

/**
 * A table of words by their short keys; where two have the same, the second one stands under its own words.
 *
 * @param {Readonly<Record<string, string>>} words
 */
export function shortWords(words) {
  /** @type {Map<string, string>} */
  const short = new Map();
  for (const [english, other] of Object.entries(words)) {
    const key = shortKey(english);
    short.set(short.has(key) || key in words ? english : key, other);
  }
  return Object.fromEntries([...short].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/**
 * @param {Readonly<Record<string, string>>} words
 * @param {ReadonlyMap<string, string>} keys
 */
const renamed = (words, keys) =>
  Object.fromEntries(Object.entries(words).map(([key, value]) => [keys.get(key) ?? key, value]));

/**
 * A manifest that names words by other keys.
 *
 * @param {unknown} value
 * @param {ReadonlyMap<string, string>} keys
 * @returns {unknown}
 */
function replaced(value, keys) {
  if (typeof value === 'string') {
    const key = /^%(.+)%$/.exec(value)?.[1];
    return key === undefined ? value : `%${keys.get(key) ?? key}%`;
  }
  if (Array.isArray(value)) return value.map((one) => replaced(one, keys));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, replaced(one, keys)]));
}
