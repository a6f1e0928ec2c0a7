import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../bootstrap.mjs';

/**
 * Modules of `src/message/standIns` that take the place of a library, or of a part of one, in the bundle. `calls` is all
 * that may be asked of it, as a pattern of what stands behind its name in the code that requires it: where a new version
 * of that code asks for more, the build fails. `test/message/standIns.test.ts` holds them to what the libraries answer.
 *
 * @type {readonly { name: string, file: string, calls: RegExp }[]}
 */
const standIns = [
  {
    name: 'encoding-japanese',
    file: 'encodingJapanese.ts',
    calls: /^\.convert\(\w+, \{\s*to: 'UNICODE',[^\n]*\s*from: [\w.]+,[^\n]*\s*type: 'string'\s*\}\)/,
  },
  {
    name: 'he',
    file: 'he.ts',
    calls: /^\s*\.encode\((?:[\w.]+|\w+\.slice\([\w., ]*\))(?:, \{\s*useNamedReferences: true\s*\})?\)/,
  },
  {
    name: 'joi',
    file: 'joi.ts',
    calls:
      /^\.string\(\)\.(?:base64\(\{ paddingRequired: false \}\)|domain\(\{ allowUnicode: false, tlds: false \}\));/,
  },
];

/**
 * The sets of iconv-lite that TextDecoder reads as well, with its labels. The Encoding Standard decodes GBK as GB 18030,
 * which Node does under the second name only: under the first it has no euro sign where GB 18030 has it. Not among them:
 * cp949 and Big5, of which the TextDecoder of Node lacks the syllables of Windows and the characters of Hong Kong (that
 * of a browser has them); their tables are made of what it has. EUC-TW, which is in neither, is as unknown as it was.
 */
export const decoded = {
  shiftjis: 'shift_jis',
  eucjp: 'euc-jp',
  cp936: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
};

/**
 * What becomes of the tables of iconv-lite; `made`: a function of asianTables.ts makes it when it is first asked for. A
 * table that is not listed fails the build.
 */
const tables = {
  'shiftjis.json': 'left out',
  'eucjp.json': 'left out',
  'cp936.json': 'left out',
  'gbk-added.json': 'left out',
  'gb18030-ranges.json': 'left out',
  'cp949.json': 'made',
  'cp950.json': 'made',
  'big5-added.json': 'kept',
};

const folder = join(root, 'src', 'message', 'standIns');

/**
 * Puts the stand-ins in their places, and fails the build when something that it expects of a library is no longer so.
 *
 * @type {import('esbuild').Plugin}
 */
export const placeStandIns = {
  name: 'stand-ins',
  setup(setup) {
    const used = /** @type {Set<string>} */ (new Set());

    for (const { name, file, calls } of standIns) {
      setup.onResolve({ filter: new RegExp(`^${name}$`) }, ({ importer }) => {
        used.add(name);
        const errors = unknownCalls(name, readFileSync(importer, 'utf8'), calls).map((call) => ({
          text: `${relative(root, importer)} asks ${name} for ${call}, which ${file} does not answer.`,
        }));
        return errors.length > 0 ? { errors } : { path: join(folder, file) };
      });
    }

    setup.onResolve({ filter: /^\.\/dbcs-data$/ }, ({ importer, resolveDir }) => {
      if (!/iconv-lite[/\\]encodings[/\\]index\.js$/.test(importer)) return undefined;
      used.add('dbcs-data');
      return { path: join(resolveDir, 'dbcs-data.js'), namespace: 'stand-in', pluginData: resolveDir };
    });
    setup.onLoad({ filter: /dbcs-data\.js$/, namespace: 'stand-in' }, ({ path, pluginData }) => {
      const sets = Object.entries(decoded).map(([name, label]) => [name, { type: '_textDecoder', label }]);
      return {
        resolveDir: pluginData,
        contents: `
          module.exports = {
            ...require(${JSON.stringify(path)}),
            _textDecoder: require(${JSON.stringify(join(folder, 'textDecoderCodec.ts'))}).TextDecoderCodec,
            ...${JSON.stringify(Object.fromEntries(sets))},
          };`,
      };
    });
    setup.onResolve({ filter: /^\.\/tables\/.*\.json$/ }, ({ path, importer }) => {
      if (!/iconv-lite[/\\]encodings[/\\]/.test(importer)) return undefined;
      const name = path.slice('./tables/'.length);
      used.add(name);
      const fate = /** @type {Record<string, string>} */ (tables)[name];
      if (fate === undefined) return { errors: [{ text: `iconv-lite has a table ${name} that nobody decided on.` }] };
      if (fate === 'kept') return undefined;
      return { path: name, namespace: fate === 'made' ? 'made-table' : 'left-out-table' };
    });
    setup.onLoad({ filter: /^/, namespace: 'made-table' }, ({ path }) => ({
      resolveDir: folder,
      contents: `module.exports = require('./asianTables.ts').${path.replace('.json', '')}();`,
    }));
    setup.onLoad({ filter: /^/, namespace: 'left-out-table' }, ({ path }) => ({
      contents: `throw new Error(${JSON.stringify(`${path} is not in this bundle`)});`,
    }));

    setup.onEnd(({ errors }) => {
      if (errors.length > 0) return undefined;
      const wanted = [...standIns.map(({ name }) => name), 'dbcs-data', ...Object.keys(tables)];
      const unused = wanted.filter((name) => !used.has(name));
      return { errors: unused.map((name) => ({ text: `Nothing asks for ${name} any more: its stand-in can go.` })) };
    });
  },
};

/**
 * What a source asks of a module that it requires, other than the known calls.
 *
 * @param {string} name
 * @param {string} source
 * @param {RegExp} calls
 */
export function unknownCalls(name, source, calls) {
  const variable = new RegExp(`\\bconst (\\w+) = require\\('${name}'\\);`).exec(source)?.[1];
  if (variable === undefined) return ['something, in a way that is not understood'];
  const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n'"`]*$/gm, '');
  const uses = [...code.matchAll(new RegExp(`(?<!['"])\\b${variable}\\b(?! = require)`, 'g'))].map(({ index }) =>
    code.slice(index + variable.length, index + variable.length + 200),
  );
  if (uses.length === 0) return ['nothing that can be seen'];
  return uses.filter((use) => !calls.test(use)).map((use) => use.split('\n')[0]?.trim() ?? '');
}
