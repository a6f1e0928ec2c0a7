import assert from 'node:assert/strict';
import { type BuildOptions, build, type Metafile } from 'esbuild';

/** Bundles without writing, and says which inputs went in and which packages. */
async function inputsOf(
  entry: string,
  options: BuildOptions = {},
): Promise<{ files: string[]; packages: Set<string>; imports: string[] }> {
  const { metafile } = (await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    metafile: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'silent',
    ...options,
  })) as { metafile: Metafile };
  const files = Object.keys(metafile.inputs);
  const packages = files
    .map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1])
    .filter((name) => name !== undefined);
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path));
  return { files, packages: new Set(packages), imports };
}

const later = /(?:probes\/node|message)\/main\.ts$/;

describe('what is loaded when', () => {
  it('the extension brings no probe, no DNS and no mail parser with it', async () => {
    const apart = {
      name: 'apart',
      setup: (b: import('esbuild').PluginBuild) =>
        b.onResolve({ filter: later }, ({ path }) => ({ path, external: true })),
    };
    const { files, packages } = await inputsOf('src/client/extension.ts', { external: ['vscode'], plugins: [apart] });
    assert.ok(files.includes('src/client/extension.ts'));
    assert.deepEqual(
      files.filter((file) => file.startsWith('src/probes/node/') || file.startsWith('src/message/')),
      [],
    );
    for (const name of ['dns-packet', 'mailparser', 'mailauth', 'sanitize-html']) assert.ok(!packages.has(name), name);
  });

  it('the server opens no socket and asks no resolver', async () => {
    const { files, packages } = await inputsOf('src/server/main.ts');
    assert.deepEqual(
      files.filter((file) => file.startsWith('src/probes/') || file.startsWith('src/client/')),
      [],
    );
    assert.ok(!packages.has('dns-packet') && !packages.has('mailparser'));
  });

  it('the webview holds no code of the editor or of Node', async () => {
    const { files, packages } = await inputsOf('src/webview/timeline.ts', { platform: 'browser', format: 'iife' });
    assert.equal(packages.size, 0);
    assert.deepEqual(
      files.filter((file) => !/^src\/(?:webview|core\/trace|core\/text|protocol)\//.test(file)),
      [],
    );
  });
});
