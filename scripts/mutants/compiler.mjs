import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../bootstrap.mjs';
import { runQuietly } from '../processes.mjs';

/** Where a copy of the code is, into which one change after the other is written. */
const copies = join('out', 'mutants', 'compiled-by-tsc');
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

/**
 * Makes a copy of the code for the compiler. What is declared and not used is no error there: a change takes uses away,
 * and StrykerJS's checker leaves these two out for the same reason.
 *
 * @param {string} project the folder of its tsconfig.json
 * @returns {Promise<(change: { readonly file: string } & import('./operators.mjs').Change) => Promise<boolean>>} says whether the code compiles with a
 *   change; one question at a time
 * @throws {Error} where the code as it is does not compile
 */
export async function compiler(project = root) {
  const copy = join(project, copies);
  mkdirSync(copy, { recursive: true });
  for (const part of ['src', 'node_modules']) rmSync(join(copy, part), { recursive: true, force: true });
  cpSync(join(project, 'src'), join(copy, 'src'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const base = JSON.parse(readFileSync(join(project, 'tsconfig.base.json'), 'utf8'));
  Object.assign(base.compilerOptions, { noUnusedLocals: false, noUnusedParameters: false });
  writeFileSync(join(copy, 'tsconfig.base.json'), JSON.stringify(base));
  const { references } = JSON.parse(readFileSync(join(project, 'tsconfig.json'), 'utf8'));
  /** @type {readonly string[]} */
  const projects = references.map((/** @type {{ path: string }} */ { path }) => path);
  const compile = () =>
    runQuietly(process.execPath, [tsc, '-b', ...projects.filter((path) => path.startsWith('src/'))], { cwd: copy });
  const { code, output } = await compile();
  if (code !== 0) throw new Error(`The code does not compile:\n${output}`);
  return async ({ file, start, end, text }) => {
    const path = join(copy, file);
    const source = readFileSync(path, 'utf8');
    writeFileSync(path, source.slice(0, start) + text + source.slice(end));
    try {
      return (await compile()).code === 0;
    } finally {
      writeFileSync(path, source);
    }
  };
}
