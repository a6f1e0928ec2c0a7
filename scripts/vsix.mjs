import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { createVSIX } from '@vscode/vsce';
import { strFromU8, unzipSync } from 'fflate';
import { importsIn, resolved } from '../src/web/linker.ts';
import { root } from './bootstrap.mjs';
import { extensionPage } from './build/extensionPage.mjs';
import { noticesFile, withoutNotice } from './build/notices.mjs';
import { withShortNames } from './build/shortNames.mjs';
import { smallZip } from './build/smallZip.mjs';
import { run } from './processes.mjs';

/** The most the package may weigh, in bytes: readers, knowledge, checks, probes and pages together. */
const sizeLimit = 1_350_000;

/** The page of the extension as it is packed. */
const page = 'out/extension.md';

/** What must never be in the package, as parts of a path. */
const forbidden = ['node_modules', 'src', 'test', 'out', 'scripts', '.vscode-test'];

/**
 * Builds the extension for production, packages it and prints what is inside.
 *
 * @returns {Promise<number>} the exit code
 */
export async function packageExtension() {
  const built = await run(process.execPath, [join(root, 'esbuild.mjs'), '--production']);
  if (built !== 0) return built;
  const { name, version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const file = `${name}-${version}.vsix`;
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(join(root, page), extensionPage(join(root, 'docs', 'extension.md')));
  // Lists the files as it goes.
  await createVSIX({
    cwd: root,
    packagePath: join(root, file),
    dependencies: false,
    readmePath: page,
    rewriteRelativeLinks: false,
    allowMissingRepository: true,
  });
  const content = await smallZip(readFileSync(join(root, file)), withShortNames);
  writeFileSync(join(root, file), content);
  const packed = unzipSync(content);
  console.log(`${file}: ${Object.keys(packed).length} files, ${(content.length / 1000).toFixed(1)} kB`);
  console.log(inBrowsers(packed));
  const problems = [
    ...intruders(Object.keys(packed)),
    ...missingNotices(packed),
    ...(content.length > sizeLimit ? [`The package is larger than ${sizeLimit / 1000} kB.`] : []),
  ];
  for (const problem of problems) console.error(problem);
  return problems.length > 0 ? 1 : 0;
}

/**
 * What a browser loads of the package, in a line: before the first ticket, and in all.
 *
 * @param {Record<string, Uint8Array>} packed
 */
function inBrowsers(packed) {
  const folder = 'extension/';
  const size = (/** @type {Iterable<string>} */ paths) => {
    const bytes = [...paths].reduce((sum, path) => sum + deflateRawSync(packed[path] ?? new Uint8Array()).length, 0);
    return `${[...paths].length} files, ${(bytes / 1000).toFixed(1)} kB deflated`;
  };
  const main = `${folder}dist/web/main.cjs`;
  const linked = (/** @type {readonly string[]} */ entries) => {
    const seen = new Set([main]);
    const visit = (/** @type {string} */ path) => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const { before, name } of importsIn(strFromU8(packed[path] ?? new Uint8Array()))) {
        if (name.startsWith('.') && !before.endsWith('(')) visit(resolved(path, name));
      }
    };
    for (const entry of entries) visit(`${folder}dist/${entry}`);
    return seen;
  };
  const later = Object.keys(packed)
    .filter((path) => /\/dist\/shared\/later-[^/]*$/.test(path))
    .map((path) => path.slice(`${folder}dist/`.length));
  const first = linked(['web/node.js', 'web/client.js']);
  const all = linked(['web/node.js', 'web/client.js', 'web/server.js', ...later]);
  return `In a browser: ${size(first)} until something is read, ${size(all)} in all`;
}

/** @param {readonly string[]} paths */
function intruders(paths) {
  return paths
    .filter((path) => path.split('/').some((part) => forbidden.includes(part)))
    .map((path) => `${path} must not be in the package.`);
}

/**
 * Every bundle that is packed is one that the bundler told of, and every package in it has its notice in the package.
 *
 * @param {Record<string, Uint8Array>} packed
 */
function missingNotices(packed) {
  const text = strFromU8(packed[`extension/${noticesFile}`] ?? new Uint8Array());
  /** @type {import('esbuild').Metafile['outputs']} */
  const outputs = JSON.parse(readFileSync(join(root, 'out', 'outputs.json'), 'utf8'));
  return Object.keys(packed)
    .filter((path) => path.startsWith('extension/dist/'))
    .map((path) => path.slice('extension/'.length))
    .flatMap((path) => {
      const output = outputs[path];
      if (output === undefined) return [`${path} is not what was built.`];
      return withoutNotice({ [path]: output }, text).map((name) => `${noticesFile} says nothing of ${name} (${path}).`);
    });
}
