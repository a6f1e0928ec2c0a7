import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compiler } from '../../scripts/mutants/compiler.mjs';
import { temporaryFolder } from '../../scripts/processes.mjs';

const CODE = "export const f = (a: string | undefined): string => {\n  const b = 'c';\n  return a ?? b;\n};\n";
const OPTIONS = { strict: true, noUnusedLocals: true, composite: true, types: [], target: 'ES2023', module: 'ESNext' };

/** A project of one file. */
function projectOf(code: string): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'src', 'core'), { recursive: true });
  writeFileSync(join(folder, 'src', 'core', 'f.ts'), code);
  const write = (name: string, value: unknown): void => writeFileSync(join(folder, name), JSON.stringify(value));
  write('tsconfig.base.json', { compilerOptions: OPTIONS });
  write('tsconfig.json', { files: [], references: [{ path: 'src/core' }] });
  write('src/core/tsconfig.json', { extends: '../../tsconfig.base.json', include: ['*.ts'] });
  return folder;
}

describe('what the compiler says of a mutant', () => {
  const changed = (was: string, text: string) => ({
    file: 'src/core/f.ts',
    start: CODE.indexOf(was),
    end: CODE.indexOf(was) + was.length,
    text,
  });

  it('is that it compiles, or that it is no code', async function () {
    this.timeout(60_000);
    const project = projectOf(CODE);
    const compiles = await compiler(project);
    assert.equal(await compiles(changed('a ?? b', 'a')), false);
    assert.equal(await compiles(changed("'c'", "''")), true);
    assert.equal(await compiles(changed('a ?? b', "'d'")), true, 'what is not used any more is no error');
    assert.equal(await compiles(changed('a ?? b', '3')), false);
    assert.equal(readFileSync(join(project, 'src', 'core', 'f.ts'), 'utf8'), CODE);
  });

  it('is nothing where the code as it is does not compile', async function () {
    this.timeout(60_000);
    await assert.rejects(compiler(projectOf('export const f: string = 3;\n')), /does not compile[\s\S]*f\.ts/);
  });
});
