import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bootstrap, root } from './scripts/bootstrap.mjs';

await bootstrap(import.meta.url);
const { build, context } = await import('esbuild');
const { bundles, common } = await import('./scripts/build/bundles.mjs');
const { notices, noticesFile } = await import('./scripts/build/notices.mjs');

const { values: flags } = parseArgs({
  options: { watch: { type: 'boolean' }, production: { type: 'boolean' } },
});

rmSync(join(root, 'dist'), { recursive: true, force: true });
if (flags.watch) await watchAll();
else
  await buildAll().catch((error) => {
    // esbuild has said itself what it found wrong.
    if (!('errors' in error)) console.error(error.message);
    process.exitCode = 1;
  });

async function watchAll() {
  // The words between which the task of .vscode/tasks.json looks for problems.
  console.log('[watch] build started');
  const options = /** @type {const} */ ({ ...common, sourcemap: 'linked', logLevel: 'info' });
  await Promise.all(Object.values(bundles).map(async (bundle) => (await context({ ...options, ...bundle })).watch()));
}

async function buildAll() {
  const options = { ...common, minify: flags.production ?? false };
  const results = await Promise.all(
    Object.values(bundles).map((bundle) => build({ ...options, ...bundle, metafile: true })),
  );
  const shipped = results
    .map(({ metafile }) => metafile.outputs)
    .filter((outputs) => !Object.keys(outputs).some((path) => path.startsWith('out/')));
  const outputs = Object.assign({}, ...shipped);
  // The shell is shipped without what is packed beside it for VS Code.
  for (const folder of [root, join(root, 'dist', 'cli')]) writeFileSync(join(folder, noticesFile), notices(outputs));
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(join(root, 'out', 'outputs.json'), JSON.stringify(outputs));
  chmodSync(join(root, 'dist', 'cli', 'main.js'), 0o755);
  console.log(`Built ${Object.keys(bundles).join(', ')}`);
}
