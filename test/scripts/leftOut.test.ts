import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Metafile } from 'esbuild';
import { addresses, typesOfExtensions } from '../../scripts/build/leftOut.mjs';
import { metafileOf } from '../support/builds.ts';

const require = createRequire(import.meta.url);

describe('what is left out of the bundles', () => {
  let extension: Metafile;
  before(async () => {
    extension = await metafileOf('extension');
  });

  it('is in none of them', () => {
    const found = Object.keys(extension.inputs).filter((file) =>
      /node_modules\/(?:postcss|domutils|domhandler|dom-serializer|is-unsafe|html-to-text|linkify-it|tlds|semver|minimatch|ip-address)\//.test(
        file,
      ),
    );
    assert.deepEqual(found, []);
  });

  it('makes no difference to what socks writes of addresses', () => {
    type Addresses = {
      readonly Address4: new (text: string) => { toArray(): readonly number[] };
      readonly Address6: (new (
        text: string,
      ) => { canonicalForm(): string }) & {
        fromByteArray(bytes: readonly number[]): { canonicalForm(): string };
      };
    };
    const own = {} as Addresses;
    new Function('exports', 'require', addresses)(own, require);
    const library: Addresses = createRequire(require.resolve('socks'))('ip-address');
    for (const text of ['192.0.2.1', '0.0.0.0', '255.255.255.255'])
      assert.deepEqual(new own.Address4(text).toArray(), new library.Address4(text).toArray());
    for (const text of ['2001:db8::1', '::', '::ffff:192.0.2.1', 'fe80::1:2:3']) {
      assert.equal(new own.Address6(text).canonicalForm(), new library.Address6(text).canonicalForm());
    }
    const bytes = [0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0, 0, 9];
    assert.equal(
      own.Address6.fromByteArray(bytes).canonicalForm(),
      library.Address6.fromByteArray(bytes).canonicalForm(),
    );
  });

  it('is in the client of the protocol only what the server does not offer', () => {
    const server = ['server', 'capabilities'].map((one) => readFileSync(`src/server/${one}.ts`, 'utf8')).join('');
    for (const name of ['colorProvider', 'declarationProvider', 'documentFormattingProvider', 'renameProvider'])
      assert.ok(!server.includes(name), name);
    for (const name of [
      'diagnosticProvider',
      'workspaceSymbolProvider',
      'callHierarchyProvider',
      'inlineValueProvider',
      'executeCommandProvider',
      'workspaceFolders',
      'createWorkDoneProgress',
      'DidChangeWatchedFiles',
    ])
      assert.ok(!server.includes(name), name);
    const client = Object.keys(extension.inputs).filter((file) => /vscode-languageclient\/lib\/common/.test(file));
    assert.ok(client.some((file) => file.endsWith('hover.js')));
    assert.ok(
      !client.some((file) =>
        /\/(?:notebook|diagnostic|executeCommand|fileSystemWatcher|progress|rename|workspaceFolder)\.js$/.test(file),
      ),
    );
    assert.ok(!readFileSync('src/client/platform/clientOptions.ts', 'utf8').includes('fileEvents'));
    const added = Object.keys(extension.inputs).filter((file) => /vscode-languageserver\/lib\/common/.test(file));
    assert.ok(added.some((file) => file.endsWith('inlayHint.js')));
    assert.ok(!added.some((file) => /\/(?:notebook|moniker|callHierarchy)\.js$/.test(file)));
    const messages = Object.keys(extension.inputs).filter((file) => /protocol\/lib\/common\/protocol\./.test(file));
    assert.ok(messages.some((file) => file.endsWith('protocol.inlayHint.js')));
    assert.ok(!messages.some((file) => /\.(?:notebook|fileOperations|moniker|typeHierarchy)\.js$/.test(file)));
    for (const name of [
      '.showDocument',
      '.notebooks.',
      '.onPrepare',
      '.moniker.',
      '.onDidCreateFiles',
      '.diagnostics.on',
    ])
      assert.ok(!server.includes(name), name);
  });

  it('makes no difference to the type of an extension that decides what is done with a part', () => {
    const module = { exports: {} as { extensions?: Record<string, string>; list?: unknown } };
    new Function('module', typesOfExtensions())(module);
    const libmime: { detectMimeType(name: string): string } = require('libmime');
    const { extensions = {} } = module.exports;
    assert.ok(Object.keys(extensions).length > 100);
    for (const [extension, type] of Object.entries(extensions)) assert.equal(type, libmime.detectMimeType(extension));
    for (const one of ['txt', 'htm', 'html', 'png', 'jpg', 'gif', 'webp', 'bmp', 'eml', 'csv', 'ics'])
      assert.equal(extensions[one], libmime.detectMimeType(one), one);
    assert.throws(() => module.exports.list, /not in this bundle/);
  });
});
