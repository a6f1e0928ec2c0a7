import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundles, common } from '../../scripts/build/bundles.mjs';
import { figure } from './measure.ts';

/** Starting the shell: `mail-triage explain` as it is packed, beside a Node that does nothing. */

const outdir = join(common.absWorkingDir, 'out', 'bench');
await build({ ...common, ...bundles.cli, minify: true, logLevel: 'silent', outdir });
const explain = [join(outdir, 'dist', 'cli', 'main.js'), 'explain', '550', '5.7.1'];

function start(args: readonly string[]): number {
  const from = performance.now();
  const { status } = spawnSync(process.execPath, args, {
    stdio: 'ignore',
    env: { ...process.env, XDG_CACHE_HOME: join(outdir, 'cache') },
  });
  if (status !== 0) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return performance.now() - from;
}

// By turns, and the shortest of each: what else runs on the machine is then in neither.
let [nothing, explained] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
start(explain);
for (let i = 0; i < 30; i++) {
  nothing = Math.min(nothing, start(['-e', '0']));
  explained = Math.min(explained, start(explain));
}
figure('node -e 0: ms', nothing);
figure('mail-triage explain: ms', explained);
figure('mail-triage explain / node -e 0', explained / nothing, { most: 3 });
