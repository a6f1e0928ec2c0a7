import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { bootstrap, root } from './scripts/bootstrap.mjs';

await bootstrap(import.meta.url);
const { build, context } = await import('esbuild');
const { bundles, common } = await import('./scripts/build/bundles.mjs');

const { values: flags } = parseArgs({
  options: { watch: { type: 'boolean' }, production: { type: 'boolean' } },
});

const options = Object.values(bundles).map((bundle) => ({
  ...common,
  minify: flags.production ?? false,
  sourcemap: flags.watch ? /** @type {const} */ ('linked') : false,
  logLevel: flags.watch ? /** @type {const} */ ('info') : /** @type {const} */ ('warning'),
  ...bundle,
}));

rmSync(join(root, 'dist'), { recursive: true, force: true });

if (flags.watch) {
  // The words between which the task of .vscode/tasks.json looks for problems.
  console.log('[watch] build started');
  await Promise.all(options.map(async (bundle) => (await context(bundle)).watch()));
} else {
  const results = await Promise.allSettled(options.map((bundle) => build(bundle)));
  const failed = results.some(({ status }) => status === 'rejected');
  if (!failed) {
    chmodSync(join(root, 'dist', 'cli', 'main.js'), 0o755);
    console.log(`Built ${Object.keys(bundles).join(', ')}`);
  }
  process.exitCode = failed ? 1 : 0;
}
