import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/**
 * A text with what is expected of it: `reply` is explained as it stands, any other is read as a file of its name.
 *
 * @typedef {{
 *   readonly name: string, readonly kind: 'reply' | 'file', readonly text: string,
 *   readonly findings: readonly import('./judge.mjs').Finding[],
 * }} Case
 */

const EXPECTED = '.expect.json';

/**
 * Every case of a folder and of the folders in it.
 *
 * @param {string} folder
 * @returns {readonly Case[]}
 */
export function casesIn(folder) {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return files.flatMap((file) => {
    if (file.endsWith('replies.tsv')) return repliesOf(readFileSync(join(folder, file), 'utf8'));
    if (!file.endsWith(EXPECTED)) return [];
    const stem = file.slice(0, -EXPECTED.length);
    const input = files.find((one) => one.startsWith(`${stem}.`) && one !== file);
    if (input === undefined) throw new Error(`${relative(folder, stem)} has no text`);
    const { findings = [] } = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    return [
      { name: input, kind: /** @type {const} */ ('file'), text: readFileSync(join(folder, input), 'utf8'), findings },
    ];
  });
}

/**
 * The rows of a table of replies: one finding each.
 *
 * @param {string} tsv
 * @returns {readonly Case[]}
 */
export function repliesOf(tsv) {
  const [head = [], ...rows] = tsv
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'));
  return rows.map((row) => {
    const cell = (/** @type {string} */ name) => row[head.indexOf(name)] ?? '';
    const list = (/** @type {string} */ name, /** @type {string} */ mark) =>
      cell(name) === '' ? {} : { [name]: cell(name).split(mark) };
    const finding = { ...list('sisimai', '|'), ...list('says', ' && '), ...list('saysNot', ' && '), failed: 'any' };
    return { name: cell('id'), kind: /** @type {const} */ ('reply'), text: cell('text'), findings: [finding] };
  });
}
