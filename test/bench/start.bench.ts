import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundles, common } from '../../scripts/build/bundles.mjs';
import { figure } from './measure.ts';

/** Starting the shell: `mail-triage explain`, and `smtp` at a port that refuses, as they are packed, beside a Node that does nothing. */

const outdir = join(common.absWorkingDir, 'out', 'bench');
await build({ ...common, ...bundles.cli, minify: true, logLevel: 'silent', outdir });
const main = join(outdir, 'dist', 'cli', 'main.js');
const explain = [main, 'explain', '550', '5.7.1'];
const smtp = [main, 'smtp', `127.0.0.1:${await closedPort()}`];
/** The exit status of a connection that is refused. */
const REFUSED = 12;

function start(args: readonly string[], due = 0): number {
  const from = performance.now();
  const { status } = spawnSync(process.execPath, args, {
    stdio: 'ignore',
    env: { ...process.env, XDG_CACHE_HOME: join(outdir, 'cache') },
  });
  if (status !== due) throw new Error(`node ${args.join(' ')} ended with ${status}`);
  return performance.now() - from;
}

// By turns, and the shortest of each: what else runs on the machine is then in neither.
let [nothing, explained, probed] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
start(explain);
start(smtp, REFUSED);
for (let i = 0; i < 30; i++) {
  nothing = Math.min(nothing, start(['-e', '0']));
  explained = Math.min(explained, start(explain));
  probed = Math.min(probed, start(smtp, REFUSED));
}
figure('node -e 0: ms', nothing);
figure('mail-triage explain: ms', explained);
figure('mail-triage explain / node -e 0', explained / nothing, { most: 3 });
figure('mail-triage smtp: ms', probed);
figure('mail-triage smtp / node -e 0', probed / nothing, { most: 3 });

/** A port that nobody listens on. */
async function closedPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
