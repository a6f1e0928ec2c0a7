import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap.mjs';

/** The name of the file. */
export const noticesFile = 'THIRD-PARTY-NOTICES.txt';

/** @typedef {{ name: string, version: string, licence: string, texts: readonly string[] }} Package */

/** Licences that ask for no more than their notice. Another one fails the build, until somebody has read it. */
const accepted = new Set([
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'Apache-2.0',
  '0BSD',
]);

/** Where a package may be had under one of several, the one it is taken under. */
const chosen = new Map([['(MIT OR EUPL-1.1+)', { licence: 'MIT', file: 'LICENSE.MIT' }]]);

/** What is packed inside a package under a licence of its own. */
const inside = new Map([
  ['tldts', 'The public suffix list in it is under the Mozilla Public License 2.0: https://publicsuffix.org/list/'],
]);

const line = '-'.repeat(80);

/**
 * The folders of the packages of which the bundler put something into an output, from the folder of the project.
 *
 * @param {import('esbuild').Metafile['outputs']} outputs
 * @returns {readonly string[]}
 */
export function packageFolders(outputs) {
  const folders = Object.values(outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).flatMap((input) => /\bnode_modules\/.*/.exec(input)?.[0] ?? []),
  );
  const found = folders.map((path) => /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? path);
  return [...new Set(found)].sort();
}

/**
 * What the notice of a package is made of. Throws an Error that names the package where that cannot be said.
 *
 * @param {string} folder
 * @returns {Package}
 */
export function readPackage(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
  const { licence, file } = chosen.get(license) ?? { licence: license, file: undefined };
  if (!accepted.has(licence))
    throw new Error(`${name} ${version} is under ${JSON.stringify(license)}: may it be bundled?`);
  const files = readdirSync(join(root, folder)).filter((entry) =>
    file ? entry === file : /^(?:licen[cs]e|copying|notice)(?:[-.](?:mit|md|txt))*$/i.test(entry),
  );
  const texts = files.map((entry) =>
    readFileSync(join(root, folder, entry), 'utf8')
      .replaceAll('\r\n', '\n')
      .trim(),
  );
  if (texts.length === 0) texts.push(standardText(licence, author, `${name} ${version}`));
  return { name, version, licence, texts };
}

/**
 * The text of a licence that the manifest of a package names and no file of it holds.
 *
 * @param {string} licence
 * @param {string | { name: string } | undefined} author
 * @param {string} title of the package
 */
function standardText(licence, author, title) {
  const holder = typeof author === 'object' ? author.name : author;
  if (licence !== 'MIT' || !holder) throw new Error(`${title} holds no text of its licence, ${licence}.`);
  const own = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
  return own.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`);
}

/**
 * The notices of all packages that went into some bundles; packages with the same text share it.
 *
 * @param {import('esbuild').Metafile['outputs']} outputs
 */
export function notices(outputs) {
  const byText = /** @type {Map<string, Package[]>} */ (new Map());
  for (const found of packageFolders(outputs).map(readPackage)) {
    const text = found.texts.join(`\n\n${line}\n\n`);
    byText.set(text, [...(byText.get(text) ?? []), found]);
  }
  const entries = [...byText].map(([text, packages]) => {
    const titles = packages.map(({ name, version, licence }) => title(name, version, licence));
    const more = packages.flatMap(({ name }) => inside.get(name) ?? []);
    return [line, ...new Set(titles), ...new Set(more), '', text, ''].join('\n');
  });
  return `Mail Triage holds code of the packages below, each under the licence that follows its name.\n\n${entries.join('\n')}`;
}

/** @param {string} name @param {string} version @param {string} licence */
const title = (name, version, licence) => `* ${name} ${version} (${licence})`;

/**
 * The packages of some bundles that have no entry in a text of notices.
 *
 * @param {import('esbuild').Metafile['outputs']} outputs
 * @param {string} text
 */
export function withoutNotice(outputs, text) {
  const entries = text.split(new RegExp(`^${line}\\n(?=\\* )`, 'm'));
  return packageFolders(outputs)
    .map(readPackage)
    .filter(({ name, version, licence, texts }) => {
      const wanted = [`${title(name, version, licence)}\n`, ...texts];
      return !entries.some((entry) => wanted.every((part) => entry.includes(part)));
    })
    .map(({ name, version }) => `${name} ${version}`);
}
