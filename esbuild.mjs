import { chmodSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { bootstrap } from './scripts/bootstrap.mjs';

await bootstrap(import.meta.url);
const { build, context } = await import('esbuild');

const { values: flags } = parseArgs({
  options: { watch: { type: 'boolean' }, production: { type: 'boolean' } },
});

const root = dirname(fileURLToPath(import.meta.url));

/**
 * Keeps a bundle from being bundled into others: they load it from where it is.
 *
 * @param {RegExp} filter of its entry
 * @param {string} path to it, from a folder beside its own
 * @param {readonly import('esbuild').ImportKind[]} kinds of imports that are left as they are
 * @returns {import('esbuild').Plugin}
 */
const apart = (filter, path, kinds) => ({
  name: `${path} apart`,
  setup(setup) {
    setup.onResolve({ filter }, ({ kind }) => (kinds.includes(kind) ? { path, external: true } : undefined));
  },
});

/** What the extension loads when a command first needs it: the probes, and what reads a message to its bytes. */
const loadedLater = [
  apart(/\/probes\/node\/main\.ts$/, '../probes/main.cjs', ['dynamic-import']),
  apart(/\/message\/main\.ts$/, '../message/main.cjs', ['dynamic-import']),
];

/**
 * Keeps what reads messages small: one copy of what two dependencies bring in two patch versions, and no parser of CSS,
 * which sanitize-html asks for and never calls while `parseStyleAttributes` is off.
 *
 * @type {import('esbuild').Plugin}
 */
const smallMessage = {
  name: 'small-message',
  setup(setup) {
    setup.onResolve({ filter: /^(?:tldts|libmime)$/ }, ({ path, kind, pluginData }) =>
      pluginData === smallMessage
        ? undefined
        : setup.resolve(path, { kind, resolveDir: root, pluginData: smallMessage }),
    );
    setup.onResolve({ filter: /^postcss$/ }, ({ path }) => ({ path, namespace: 'left-out' }));
    setup.onLoad({ filter: /^/, namespace: 'left-out' }, () => ({ contents: '' }));
  },
};

/** Prefers the sources of packages written as modules: their UMD builds hide `require` from the bundler. */
const mainFields = ['module', 'main'];

/** @type {import('esbuild').BuildOptions} */
const node = { platform: 'node', target: ['node20', 'es2022'], mainFields };

/** @type {import('esbuild').BuildOptions} */
const commonJs = { ...node, format: 'cjs', outExtension: { '.js': '.cjs' } };

/** @type {import('esbuild').BuildOptions} */
const browser = { platform: 'browser', target: 'es2022', format: 'iife' };

/** @type {readonly (import('esbuild').BuildOptions & { entryPoints: [{ in: string, out: string }] })[]} */
const bundles = [
  {
    ...commonJs,
    entryPoints: [{ in: 'src/client/extension.ts', out: 'dist/client/extension' }],
    external: ['vscode'],
    plugins: loadedLater,
  },
  { ...commonJs, entryPoints: [{ in: 'src/server/main.ts', out: 'dist/server/main' }] },
  { ...commonJs, entryPoints: [{ in: 'src/probes/node/main.ts', out: 'dist/probes/main' }] },
  { ...commonJs, entryPoints: [{ in: 'src/message/main.ts', out: 'dist/message/main' }], plugins: [smallMessage] },
  {
    ...node,
    entryPoints: [{ in: 'src/cli/main.ts', out: 'dist/cli/main' }],
    format: 'esm',
    splitting: true,
    chunkNames: 'dist/cli/[name]-[hash]',
    // Its commands are loaded one by one already.
    plugins: [apart(/\/message\/main\.ts$/, '../message/main.cjs', ['dynamic-import', 'import-statement'])],
    banner: {
      // Dependencies written in CommonJS ask for the modules of Node through `require`.
      js: [
        '#!/usr/bin/env node',
        "import { createRequire as createRequireOfNode } from 'node:module';",
        'const require = createRequireOfNode(import.meta.url);',
      ].join('\n'),
    },
  },
  { ...browser, entryPoints: [{ in: 'src/webview/timeline.ts', out: 'dist/webview/timeline' }] },
  { ...browser, entryPoints: [{ in: 'src/webview/preview.ts', out: 'dist/webview/preview' }] },
  {
    ...commonJs,
    entryPoints: [{ in: 'test/host/index.ts', out: 'out/host/index' }],
    external: ['vscode', 'mocha'],
    define: {
      SUITES: JSON.stringify(suitesIn('test/host')),
    },
    // Never part of the package: readable stacks matter more than size.
    minify: false,
    sourcemap: 'inline',
  },
];

/** @param {string} folder */
function suitesIn(folder) {
  const ending = '.test.ts';
  return readdirSync(join(root, folder)).flatMap((file) => (file.endsWith(ending) ? [basename(file, ending)] : []));
}

const present = bundles.filter(({ entryPoints: [entry] }) => existsSync(join(root, entry.in)));
const missing = bundles.filter((bundle) => !present.includes(bundle)).map(({ entryPoints: [entry] }) => entry.in);

/** @type {import('esbuild').BuildOptions} */
const common = {
  absWorkingDir: root,
  outdir: root,
  bundle: true,
  minify: flags.production ?? false,
  sourcemap: flags.watch ? 'linked' : false,
  legalComments: 'none',
  logLevel: flags.watch ? 'info' : 'warning',
};

if (!flags.watch) rmSync(join(root, 'dist'), { recursive: true, force: true });
for (const entry of missing) console.error(`esbuild: ${entry} does not exist`);

if (flags.watch) {
  // The words between which the task of .vscode/tasks.json looks for problems.
  console.log('[watch] build started');
  await Promise.all(present.map(async (bundle) => (await context({ ...common, ...bundle })).watch()));
} else {
  const results = await Promise.allSettled(present.map((bundle) => build({ ...common, ...bundle })));
  const cli = join(root, 'dist', 'cli', 'main.js');
  if (existsSync(cli)) chmodSync(cli, 0o755);
  const failed = results.some(({ status }) => status === 'rejected');
  if (!failed)
    console.log(`Built ${present.map(({ entryPoints: [{ out }] }) => `${dirname(out)}/${basename(out)}`).join(', ')}`);
  process.exitCode = failed || missing.length > 0 ? 1 : 0;
}
