import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { joinChunks } from '../../scripts/build/joinChunks.mjs';

/** `client` and `web` begin with three modules, of which each is shared with others, too. */
const SOURCES: Readonly<Record<string, string>> = {
  'text.js': 'export const name = "text"; export const list = [name];',
  'words.js': 'import { name } from "./text.js"; export const said = `words of ${name}`; export default 7;',
  'form.js': 'import { said } from "./words.js"; export const name = `form with ${said}`;',
  'later.js':
    'import { name } from "./form.js"; import { list } from "./text.js"; export const told = [name, ...list];',
  'client.js':
    'import { name } from "./form.js"; import number, { said } from "./words.js"; export const all = async () => [name, said, number, (await import("./later.js")).told, (await import("./other.js")).list];',
  'web.js': 'import { name } from "./form.js"; import { said } from "./words.js"; export const all = [name, said];',
  'server.js': 'import { said } from "./words.js"; export { said };',
  'other.js': 'export { list } from "./text.js";',
};

describe('chunks that begin the same programs', () => {
  let folder: string;
  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'mail-triage-chunks-'));
    for (const [name, text] of Object.entries({ ...SOURCES, 'package.json': '{"type":"module"}' }))
      writeFileSync(join(folder, name), text);
  });
  after(() => rmSync(folder, { recursive: true }));

  const programs = { small: ['client.js', 'web.js'], later: ['later.js'], large: ['server.js'] };
  for (const minify of [false, true]) {
    const how = minify ? 'short' : 'long';
    const built = (plugins: readonly ReturnType<typeof joinChunks>[]) =>
      build({
        absWorkingDir: folder,
        outdir: join(folder, how),
        entryPoints: ['client', 'web', 'server', 'other'].map((name) => ({ in: `./${name}.js`, out: `dist/${name}` })),
        bundle: true,
        splitting: true,
        format: 'esm',
        chunkNames: 'dist/shared/[name]-[hash]',
        metafile: true,
        minify,
        plugins: [...plugins],
      });

    it(`are one file that does what they did, with ${how} names`, async () => {
      const { metafile } = await built([joinChunks(programs)]);
      const at = (name: string): string => pathToFileURL(join(folder, how, 'dist', name)).href;
      const told = ['form with words of text', 'text'];
      assert.deepEqual(await (await import(at('client.js'))).all(), [told[0], 'words of text', 7, told, ['text']]);
      assert.deepEqual((await import(at('web.js'))).all, [told[0], 'words of text']);
      assert.equal((await import(at('server.js'))).said, 'words of text');
      const plain = await built([]);
      const outputs = Object.values(metafile.outputs);
      assert.ok(outputs.length < Object.keys(plain.metafile.outputs).length);
      // Nothing is there twice, and nothing is lost.
      const inputs = outputs.flatMap((one) => Object.keys(one.inputs));
      assert.deepEqual(inputs.sort(), Object.keys(SOURCES).sort());
    });
  }
});
