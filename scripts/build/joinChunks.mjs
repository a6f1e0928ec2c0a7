import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { build } from 'esbuild';

/**
 * @typedef {import('esbuild').Metafile['outputs']} Outputs
 * @typedef {Outputs[string]} Output
 * @typedef {import('esbuild').BuildOptions} BuildOptions
 *
 * @typedef {object} Programs entries by the paths of their sources
 * @property {readonly string[]} small of little code, in the editor or at a shell: what it begins with may be loaded as a whole
 * @property {readonly string[]} later what these load later, to which the same holds
 * @property {readonly string[]} large elsewhere, each of which is given nothing that it did not ask for, but of a small one
 */

/**
 * The bundler makes a chunk for each set of entries that share a module, and what is imported later is an entry too: a
 * program would begin with many small files, each of which it looks for, reads and compiles by itself, a millisecond or
 * more each. Chunks that begin the same programs are joined to one.
 *
 * @param {Programs} programs
 * @returns {import('esbuild').Plugin}
 */
export const joinChunks = (programs) => ({
  name: 'join-chunks',
  setup(setup) {
    const { initialOptions: options } = setup;
    // Maps of sources would be those of the pieces.
    if (options.sourcemap !== undefined) return;
    const writes = options.write ?? true;
    Object.assign(options, { write: false, metafile: true });
    const root = options.absWorkingDir ?? process.cwd();
    const place = (/** @type {string} */ path) => relative(root, path).replaceAll('\\', '/');
    setup.onEnd(async (result) => {
      if (result.metafile === undefined || result.outputFiles === undefined) return;
      const { outputs } = result.metafile;
      const texts = new Map(result.outputFiles.map(({ path, text }) => [place(path), text]));
      for (const chunks of groupsOf(outputs, programs)) await joinTo(chunks, outputs, texts, options);
      result.outputFiles = [...texts].map(([path, text]) => {
        const contents = new TextEncoder().encode(text);
        Object.assign(outputs[path] ?? {}, { bytes: contents.length });
        return { path: join(root, path), contents, text, hash: '' };
      });
      if (!writes) return;
      for (const { path, contents } of result.outputFiles) {
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, contents);
      }
    });
  },
});

/**
 * The chunks that begin the same programs, where there are several of them.
 *
 * @param {Outputs} outputs
 * @param {Programs} programs
 * @returns {readonly (readonly string[])[]}
 */
function groupsOf(outputs, { small, later, large }) {
  const begun = (/** @type {readonly string[]} */ entries) => entries.map((entry) => begunBy(outputs, entry));
  const [first, elsewhere, all] = [begun(small), begun(large), begun([...large, ...later])];
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const [path, { entryPoint }] of Object.entries(outputs)) {
    const bits = (/** @type {readonly ReadonlySet<string>[]} */ by) => by.map((chunks) => +chunks.has(path)).join('');
    const bySmall = bits(first);
    const by = bySmall.includes('1') ? `${bySmall} ${bits(elsewhere).includes('1')}` : bits(all);
    if (entryPoint === undefined && by.includes('1')) groups.set(by, [...(groups.get(by) ?? []), path]);
  }
  return [...groups.values()].filter((chunks) => chunks.length > 1);
}

/**
 * What is loaded before the first line of an entry runs.
 *
 * @param {Outputs} outputs
 * @param {string} entry
 * @returns {ReadonlySet<string>}
 */
function begunBy(outputs, entry) {
  const seen = new Set(Object.keys(outputs).filter((path) => outputs[path]?.entryPoint === entry));
  if (seen.size === 0) throw new Error(`${entry} is no entry`);
  for (const path of seen) {
    for (const { path: next, kind, external } of outputs[path]?.imports ?? []) {
      if (kind !== 'dynamic-import' && external !== true) seen.add(next);
    }
  }
  return seen;
}

/**
 * Joins chunks under the name of the first, which whoever asks for one of them then asks for.
 *
 * @param {readonly string[]} chunks
 * @param {Outputs} outputs
 * @param {Map<string, string>} texts
 * @param {BuildOptions} options
 */
async function joinTo(chunks, outputs, texts, options) {
  const [whole = ''] = chunks;
  // Two chunks may give different things under one name.
  const exported = chunks.flatMap((path) => (outputs[path]?.exports ?? []).map((name) => `${path} ${name}`));
  const names = new Map(exported.map((one, at) => [one, nameOf(at)]));
  const text = await joinedText(chunks, names, texts, options);
  const parts = chunks.map((path) => /** @type {Output} */ (outputs[path]));
  for (const path of chunks) {
    texts.delete(path);
    delete outputs[path];
  }
  for (const [path, from] of texts) texts.set(path, asking(from, path, chunks, names));
  const isInside = (/** @type {string} */ path) => chunks.includes(path);
  for (const output of Object.values(outputs)) {
    const others = output.imports.filter(({ path }) => !isInside(path));
    if (others.length < output.imports.length) output.imports = [{ path: whole, kind: 'import-statement' }, ...others];
  }
  texts.set(whole, text);
  outputs[whole] = {
    bytes: 0,
    inputs: Object.assign({}, ...parts.map(({ inputs }) => inputs)),
    imports: parts.flatMap(({ imports }) => imports.filter(({ path }) => !isInside(path))),
    exports: [...names.values()],
  };
}

/**
 * @param {readonly string[]} chunks
 * @param {ReadonlyMap<string, string>} names
 * @param {ReadonlyMap<string, string>} texts
 * @param {BuildOptions} options
 */
async function joinedText(chunks, names, texts, { minify = false, target = [], charset = 'utf8' }) {
  const contents = chunks
    .map((path) => {
      const given = [...names].filter(([one]) => one.startsWith(`${path} `));
      const list = given.map(([one, name]) => `${one.slice(path.length + 1)} as ${name}`);
      return `export{${list}}from${JSON.stringify(path)};`;
    })
    .join('');
  /** @type {import('esbuild').Plugin} */
  const fromTexts = {
    name: 'from-texts',
    setup(setup) {
      setup.onResolve({ filter: /^/ }, ({ path, importer, kind }) => {
        const found = importer === '<stdin>' ? path : pathOf(importer, path);
        return chunks.includes(found) && kind === 'import-statement'
          ? { path: found, namespace: 'chunk' }
          : { path, external: true };
      });
      setup.onLoad({ filter: /^/, namespace: 'chunk' }, ({ path }) => ({ contents: texts.get(path) ?? '' }));
    },
  };
  const { outputFiles } = await build({
    stdin: { contents },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    legalComments: 'none',
    minify,
    target,
    charset,
    plugins: [fromTexts],
  });
  return outputFiles[0]?.text ?? '';
}

/** What the bundler writes at the beginning of a module. */
const IMPORT = /\bimport\s*(?:\{([^{}]*)\}\s*from\s*)?"(\.{1,2}\/[^"]{1,200})";?/g;

/**
 * The text of a module that asks the first of some chunks for what it asked all of them for.
 *
 * @param {string} text
 * @param {string} path
 * @param {readonly string[]} chunks
 * @param {ReadonlyMap<string, string>} names
 */
function asking(text, path, chunks, names) {
  const [whole = ''] = chunks;
  /** @type {string[]} */
  const asked = [];
  let isAsked = false;
  const rest = text.replace(IMPORT, (all, list = '', name) => {
    const chunk = pathOf(path, name);
    if (!chunks.includes(chunk)) return all;
    isAsked = true;
    for (const one of list.split(',')) {
      const [given = '', here = given] = one.trim().split(/\s+as\s+/);
      if (given !== '') asked.push(`${names.get(`${chunk} ${given}`)} as ${here}`);
    }
    return '';
  });
  if (!isAsked) return text;
  const from = posix.relative(posix.dirname(path), whole);
  const line = `import{${asked}}from"${from.startsWith('.') ? from : `./${from}`}";`;
  return rest.startsWith('#!') ? rest.replace('\n', () => `\n${line}`) : `${line}${rest}`;
}

const pathOf = (/** @type {string} */ from, /** @type {string} */ name) => posix.join(posix.dirname(from), name);

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** @type {(at: number) => string} */
const nameOf = (at) =>
  at < LETTERS.length
    ? LETTERS.charAt(at)
    : nameOf(Math.floor(at / LETTERS.length) - 1) + LETTERS.charAt(at % LETTERS.length);
