import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { root } from '../bootstrap.mjs';
import { browserSides } from './browserSides.mjs';
import { fewerRules } from './fewerRules.mjs';
import { joinChunks } from './joinChunks.mjs';
import { leaveOut } from './leftOut.mjs';
import { oneProtocol } from './oneProtocol.mjs';
import { indexAtBuildTime } from './packedIndex.mjs';
import { requiredOfNode } from './requiredOfNode.mjs';
import { shortRows } from './shortRows.mjs';
import { smallMessage } from './smallMessage.mjs';
import { placeStandIns } from './standIns.mjs';

/** @typedef {import('esbuild').BuildOptions} BuildOptions */

/**
 * Modules, so that what several of them need stands in one chunk that they share. Prefers the sources of packages
 * written as modules: their UMD builds hide `require` from the bundler.
 *
 * @type {BuildOptions}
 */
const node = {
  platform: 'node',
  target: ['node20', 'es2022'],
  mainFields: ['module', 'main'],
  format: 'esm',
  splitting: true,
};

/** The commands of the shell that begin with the most code. */
const commands = [
  'explain',
  'read',
  'find',
  'answer',
  'report',
  'mask',
  'check',
  'smtp',
  'session',
  'verify',
  'indicators',
];

/** What is built: the options by the name of the build. */
export const bundles = /** @satisfies {Readonly<Record<string, BuildOptions>>} */ ({
  // The extension, the server beside it, and what the extension loads when a command first needs it.
  extension: {
    ...node,
    entryPoints: [
      { in: 'src/client/extension.ts', out: 'dist/client/extension' },
      { in: 'src/server/main.ts', out: 'dist/server/main' },
      { in: 'src/probes/node/main.ts', out: 'dist/probes/main' },
      { in: 'src/message/main.ts', out: 'dist/message/main' },
      { in: 'src/search/node/worker.ts', out: 'dist/search/main' },
      { in: 'src/search/node/scan.ts', out: 'dist/search/scan' },
      // What a browser loads instead, of the same chunks.
      { in: 'src/web/node/main.ts', out: 'dist/web/node' },
      { in: 'src/web/client.ts', out: 'dist/web/client' },
      { in: 'src/web/server.ts', out: 'dist/web/server' },
    ],
    chunkNames: 'dist/shared/[name]-[hash]',
    external: ['vscode'],
    plugins: [
      browserSides,
      leaveOut,
      smallMessage,
      placeStandIns,
      indexAtBuildTime,
      shortRows,
      fewerRules,
      oneProtocol,
      requiredOfNode,
      joinChunks({
        small: ['src/client/extension.ts', 'src/web/client.ts'],
        later: ['src/web/later.ts'],
        large: [
          'src/server/main.ts',
          'src/web/server.ts',
          'src/probes/node/main.ts',
          'src/message/main.ts',
          'src/search/node/worker.ts',
          'src/search/node/scan.ts',
          'src/web/node/main.ts',
        ],
      }),
    ],
  },
  // What a browser begins with, which links the others.
  browser: {
    platform: 'browser',
    target: 'es2022',
    format: 'cjs',
    entryPoints: [{ in: 'src/web/main.ts', out: 'dist/web/main' }],
    outExtension: { '.js': '.cjs' },
    external: ['vscode'],
  },
  cli: {
    ...node,
    entryPoints: [{ in: 'src/cli/main.ts', out: 'dist/cli/main' }],
    chunkNames: 'dist/cli/[name]-[hash]',
    plugins: [
      indexAtBuildTime,
      shortRows,
      fewerRules,
      oneProtocol,
      requiredOfNode,
      apart(/\/message\/main\.ts$/, '../message/main.js'),
      joinChunks({
        small: ['src/cli/main.ts'],
        later: [],
        large: [...commands.map((name) => `src/cli/${name}.ts`), 'src/probes/node/way.ts'],
      }),
    ],
    banner: { js: '#!/usr/bin/env node' },
  },
  webviews: {
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    entryPoints: [
      { in: 'src/webview/timeline.ts', out: 'dist/webview/timeline' },
      { in: 'src/webview/preview.ts', out: 'dist/webview/preview' },
      { in: 'src/webview/ticket/ticket.ts', out: 'dist/webview/ticket' },
    ],
  },
  // Never part of the package: readable stacks matter more than size.
  hostTests: {
    ...node,
    format: 'cjs',
    splitting: false,
    outExtension: { '.js': '.cjs' },
    entryPoints: [{ in: 'test/host/index.ts', out: 'out/host/index' }],
    external: ['vscode', 'mocha'],
    define: { SUITES: JSON.stringify(suitesIn('test/host')) },
    minify: false,
    sourcemap: 'inline',
  },
  // Nor is this one, which runs where there is no Node.
  browserTests: {
    platform: 'browser',
    target: 'es2022',
    format: 'cjs',
    outExtension: { '.js': '.cjs' },
    entryPoints: [{ in: 'test/browser/index.ts', out: 'out/browser/index' }],
    external: ['vscode'],
    minify: false,
    sourcemap: 'inline',
  },
});

/** What all builds have in common. */
export const common = /** @satisfies {BuildOptions} */ ({
  absWorkingDir: root,
  outdir: root,
  bundle: true,
  charset: 'utf8',
  legalComments: 'none',
});

/**
 * Keeps what another build makes out of a bundle, which loads it from where it is.
 *
 * @param {RegExp} filter of its entry
 * @param {string} path to it, from a folder beside its own
 * @returns {import('esbuild').Plugin}
 */
function apart(filter, path) {
  return {
    name: `${path} apart`,
    setup(setup) {
      setup.onResolve({ filter }, () => ({ path, external: true }));
    },
  };
}

/** @param {string} folder */
function suitesIn(folder) {
  const ending = '.test.ts';
  return readdirSync(join(root, folder)).flatMap((file) => (file.endsWith(ending) ? [basename(file, ending)] : []));
}
