import assert from 'node:assert/strict';
import { importsIn, Linker, resolved } from '../../src/web/linker.ts';

const FILES: Readonly<Record<string, string>> = {
  'dist/web/node.js': 'export const isIP=1;',
  'dist/web/client.js':
    'import{a}from"../shared/chunk-A.js";import"../shared/chunk-B.js";import*as v from"vscode";const f=()=>import("../shared/later-C.js").then(x=>x);export{a};const s="../shared/other.js";',
  'dist/shared/chunk-A.js': 'import { b } from "./chunk-B.js";export{b as a};',
  'dist/shared/chunk-B.js': 'import{isIP}from"node:net";export const b=isIP;',
};

/** Addresses are numbers in the order of publishing. */
function linker(later?: string) {
  const published: string[] = [];
  const read: string[] = [];
  const made = new Linker({
    read: async (path) => {
      read.push(path);
      const text = FILES[path];
      if (text === undefined) throw new Error(`no ${path}`);
      return text;
    },
    publish: (text) => `blob:${published.push(text) - 1}`,
    editor: 'blob:editor',
    node: 'dist/web/node.js',
    ...(later !== undefined && { later }),
  });
  return { made, published, read };
}

describe('the linker of modules in a browser', () => {
  it('names what a module imports by the address that was made of it', async () => {
    const { made, published } = linker('load');
    const address = await made.address('dist/web/client.js');
    const [text = ''] = published.slice(-1);
    assert.equal(address, `blob:${published.length - 1}`);
    const a = published.findIndex((one) => one.includes('export{b as a}'));
    const b = published.findIndex((one) => one.includes('export const b'));
    assert.equal(
      text,
      `import{a}from"blob:${a}";import"blob:${b}";import*as v from"blob:editor";const f=()=>load("dist/shared/later-C.js").then(x=>x);export{a};const s="../shared/other.js";`,
    );
    assert.equal(published[a], `import { b } from "blob:${b}";export{b as a};`);
    assert.equal(
      published[b],
      `import{isIP}from"blob:${published.indexOf('export const isIP=1;')}";export const b=isIP;`,
    );
  });

  it('reads each module once, and nothing that is loaded later', async () => {
    const { made, read } = linker('load');
    await Promise.all([made.address('dist/web/client.js'), made.address('dist/shared/chunk-A.js')]);
    assert.deepEqual([...read].sort(), Object.keys(FILES).sort());
  });

  it('leaves what is loaded later alone where nothing loads it', async () => {
    const { made, published } = linker();
    await made.address('dist/web/client.js');
    assert.match(published.at(-1) ?? '', /import\("\.\.\/shared\/later-C\.js"\)/);
  });

  it('rejects where a module cannot be read, and tries again when it is asked again', async () => {
    const { made, read } = linker('load');
    for (const times of [1, 2]) {
      await assert.rejects(made.address('dist/web/gone.js'), /no dist\/web\/gone\.js/);
      assert.equal(read.length, times);
    }
  });

  it('knows paths as modules do', () => {
    assert.equal(resolved('dist/shared/a.js', './b.js'), 'dist/shared/b.js');
    assert.equal(resolved('dist/web/a.js', '../shared/b-C1.js'), 'dist/shared/b-C1.js');
    assert.deepEqual(
      importsIn('export{x}from"./a.js";import("./b.js");y("./c.js")').map(({ name }) => name),
      ['./a.js', './b.js'],
    );
  });
});
