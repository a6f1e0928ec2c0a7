import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { written } from '../scripts/build/packedIndex.mjs';
import { packedWordings } from '../src/core/knowledge/nearest/packedWordings.ts';
import { packedIndex } from '../src/core/knowledge/texts/packedIndex.ts';
import { importsIn, resolved } from '../src/web/linker.ts';
import * as standIn from '../src/web/node/main.ts';
import { type Loaded, loadedWith, metafileOf } from './support/builds.ts';

/** What is loaded on a machine alone: in a browser something else is in its place. */
const ON_A_MACHINE: ReadonlySet<string> = new Set([
  'src/client/platform/languageClient.ts',
  'src/message/main.ts',
  'src/probes/node/main.ts',
]);

const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

/** Neither a file of these folders nor one of these packages is loaded. */
function lacks({ files, packages }: Loaded, folders: readonly string[], names: readonly string[] = []): void {
  // A folder that was renamed would be found nowhere.
  for (const folder of folders) assert.ok(existsSync(folder), folder);
  assert.deepEqual(
    files.filter((file) => folders.some((folder) => file.startsWith(folder))),
    [],
  );
  assert.deepEqual(
    names.filter((name) => packages.has(name)),
    [],
  );
}

const heavy = ['mailparser', 'mailauth', 'sanitize-html', 'fast-xml-parser', 'fflate'];

describe('what is loaded when', () => {
  let extension: Metafile;
  let browser: Metafile;
  let cli: Metafile;
  let webviews: Metafile;
  before(async () => {
    [extension, browser, cli, webviews] = await Promise.all([
      metafileOf('extension'),
      metafileOf('browser'),
      metafileOf('cli'),
      metafileOf('webviews'),
    ]);
  });

  /** What the code of a command begins with. */
  const outputOf = (command: string): string =>
    Object.keys(cli.outputs).find((output) => cli.outputs[output]?.entryPoint === `src/cli/${command}.ts`) ?? command;

  it('the manifest names what is built', () => {
    assert.ok(manifest.main.slice(2) in extension.outputs, manifest.main);
    assert.ok(manifest.browser.slice(2) in browser.outputs, manifest.browser);
    assert.ok(manifest.bin['mail-triage'] in cli.outputs, manifest.bin['mail-triage']);
  });

  it('the extension brings no reader, no probe, no DNS and no mail parser with it', () => {
    const loaded = loadedWith(extension, 'dist/client/extension.js');
    assert.ok(loaded.files.includes('src/client/extension.ts'));
    lacks(
      loaded,
      ['src/probes/node/', 'src/message/', 'src/server/', 'src/core/knowledge/', 'src/core/features/'],
      heavy,
    );
    lacks(loaded, ['src/core/smtp/', 'src/core/dns/readLookup.ts', 'src/core/log/', 'src/core/ticket/readTicket.ts']);
    lacks(loaded, ['src/core/mask/maskTicket.ts', 'src/report/check/'], ['postal-mime', 'tldts', 'jsonc-parser']);
  });

  it('an editor begins with few files, for each takes its time', () => {
    for (const entry of ['dist/client/extension.js', 'dist/web/client.js'])
      assert.ok(loadedWith(extension, entry).outputs.length <= 4, entry);
    assert.ok(loadedWith(extension, 'dist/server/main.js').outputs.length <= 16);
  });

  it('a browser loads nothing of Node, and only what its stand-in has of it', () => {
    const seen = new Set<string>();
    const visit = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const { path: next, kind, external } of extension.outputs[path]?.imports ?? []) {
        if (
          external !== true &&
          !(kind === 'dynamic-import' && ON_A_MACHINE.has(extension.outputs[next]?.entryPoint ?? ''))
        )
          visit(next);
      }
    };
    for (const name of ['node', 'client', 'server']) visit(`dist/web/${name}.js`);
    const asked = new Set<string>();
    for (const path of seen) {
      const text = readFileSync(join('out', 'unit', path), 'utf8');
      const { imports } = extension.outputs[path] as Metafile['outputs'][string];
      // What is linked by its text is what the bundler says.
      assert.deepEqual(
        importsIn(text)
          .filter(({ name }) => name.startsWith('.'))
          .map(({ name }) => resolved(path, name))
          .sort(),
        imports
          .filter(({ external }) => external !== true)
          .map((one) => one.path)
          .sort(),
        path,
      );
      for (const [, names = '', module = ''] of text.matchAll(
        /import(\{[^}]{0,2000}\}|[^{}"]{0,200}?from)(?: ?from ?)?"(node:[\w/]+|[^"]{1,200})"/g,
      )) {
        if (!module.startsWith('node:')) continue;
        if (!names.startsWith('{')) asked.add('default');
        for (const one of names.slice(1, -1).split(','))
          if (names.startsWith('{')) asked.add(one.split(' as ')[0]?.trim() ?? '');
      }
    }
    assert.deepEqual(
      [...asked].filter((name) => !(name in standIn)),
      [],
    );
    assert.ok(asked.has('createHash') && asked.has('isIP'));
    assert.ok(
      ![...seen].some((path) =>
        Object.keys(extension.outputs[path]?.inputs ?? {}).some((file) => /mailparser|mailauth|socks/.test(file)),
      ),
    );
  });

  it('samples of replies and what else only tests read is in no bundle', () => {
    for (const { inputs } of [extension, cli, webviews]) {
      assert.deepEqual(
        Object.keys(inputs).filter((file) => file.startsWith('test/')),
        [],
      );
    }
  });

  it('the server opens no socket and asks no resolver', () => {
    const loaded = loadedWith(extension, 'dist/server/main.js');
    assert.ok(loaded.files.includes('src/server/server.ts'));
    lacks(loaded, ['src/probes/node/', 'src/message/', 'src/client/'], [...heavy, 'vscode-languageclient']);
  });

  it('the first probe brings no mail parser, the first look into a message no editor', () => {
    const probes = loadedWith(extension, 'dist/probes/main.js');
    assert.ok(probes.files.includes('src/probes/node/dns/readMessage.ts'));
    lacks(probes, ['src/message/', 'src/client/', 'src/server/'], heavy);
    const message = loadedWith(extension, 'dist/message/main.js');
    assert.ok(heavy.every((name) => message.packages.has(name)));
    lacks(message, ['src/client/', 'src/server/'], ['vscode-languageclient', 'vscode-languageserver']);
  });

  it('what several of them need is there once', () => {
    const places = new Map<string, string[]>();
    for (const [output, { inputs }] of Object.entries(extension.outputs)) {
      for (const input of Object.keys(inputs)) places.set(input, [...(places.get(input) ?? []), output]);
    }
    assert.ok(places.size > 300);
    assert.deepEqual(
      [...places].filter(([, outputs]) => outputs.length > 1),
      [],
    );
  });

  it('the shell loads what a command needs, and no other', () => {
    assert.deepEqual(
      loadedWith(cli, 'dist/cli/main.js').files.filter((file) => !/^src\/(?:cli|core\/text)\//.test(file)),
      // The names that `check --only` takes.
      ['src/checks/areas.ts'],
    );
    const loaded = loadedWith(cli, outputOf('explain'));
    assert.equal(loaded.packages.size, 0);
    lacks(loaded, ['src/core/ticket/', 'src/core/features/', 'src/server/', 'src/probes/', 'src/files/']);
  });

  it('the shell begins with few files, for each takes its time', () => {
    assert.ok(loadedWith(cli, 'dist/cli/main.js').outputs.length <= 3);
    assert.ok(loadedWith(cli, outputOf('explain')).outputs.length <= 14);
    assert.ok(loadedWith(cli, outputOf('smtp')).outputs.length <= 22);
  });

  it('what is made of the rows is made when the bundles are, and is what a program without bundles makes', async () => {
    const made = { 'texts/packedIndex.ts': { packedIndex }, 'nearest/packedWordings.ts': { packedWordings } };
    for (const [file, values] of Object.entries(made)) {
      const { contents, files } = await written(`src/core/knowledge/${file}`);
      assert.deepEqual({ ...(await import(`data:text/javascript,${encodeURIComponent(contents)}`)) }, values);
      assert.ok(files.some((one) => one.startsWith('src/core/knowledge/texts/')));
    }
    for (const { outputs } of [extension, cli]) {
      const parts = Object.values(outputs).flatMap(({ inputs }) => Object.entries(inputs));
      const bytes = (name: string): number => parts.find(([file]) => file.endsWith(`/${name}`))?.[1].bytesInOutput ?? 0;
      for (const file of Object.keys(made)) assert.ok(bytes(file) > 10_000, file);
      assert.ok(bytes('nearest/packedWordings.ts') < 60_000);
      for (const file of ['texts/requiredLiterals.ts', 'nearest/knownWordings.ts']) assert.ok(bytes(file) < 100, file);
    }
  });

  it('the webviews hold no code of the editor or of Node', () => {
    const { files, packages } = loadedWith(webviews, 'dist/webview/timeline.js');
    assert.equal(packages.size, 0);
    assert.deepEqual(
      files.filter((file) => !/^src\/(?:webview|core\/trace|core\/text|protocol)\//.test(file)),
      [],
    );
    assert.equal(loadedWith(webviews, 'dist/webview/preview.js').packages.size, 0);
  });
});
