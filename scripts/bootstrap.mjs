import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/**
 * Makes the rest of a script run with the dependencies in place and on the Node of the project.
 * Does not return when the script has to be run again on that Node: this process then ends with its exit code.
 *
 * @param {string} script the URL of the script that calls, its `import.meta.url`
 */
export async function bootstrap(script) {
  if (!dependenciesAreInstalled()) installDependencies();
  const node = projectNode();
  if (realpathSync(process.execPath) === node) return;
  const child = spawn(node, [fileURLToPath(script), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter) },
  });
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => child.kill(signal));
  }
  process.exit(
    await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
    }),
  );
}

/** Says whether node_modules holds what the lockfile asks for, by comparing it with the lockfile npm keeps inside. */
function dependenciesAreInstalled() {
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const installed = packagesOf(join(root, 'node_modules', '.package-lock.json'));
  if (!installed || !projectNode()) return false;
  if (!wanted) return true;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) => path === '' || optional || installed[path]?.version === version,
  );
}

/**
 * @param {string} lockfile
 * @returns {Record<string, { version?: string, optional?: boolean }> | undefined}
 */
function packagesOf(lockfile) {
  return existsSync(lockfile) ? JSON.parse(readFileSync(lockfile, 'utf8')).packages : undefined;
}

function installDependencies() {
  const command = existsSync(join(root, 'package-lock.json')) ? 'ci' : 'install';
  console.log(`Installing the dependencies (npm ${command}) ...`);
  const { status, error } = spawnSync('npm', [command, '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  console.error(`npm ${command} failed${error ? `: ${error.message}` : ''}. Its messages above say why.`);
  process.exit(1);
}

/** The path of the Node that the npm package `node` brought; empty when it is not there. */
function projectNode() {
  const folder = join(root, 'node_modules', 'node', 'bin');
  const found = [join(folder, 'node.exe'), join(folder, 'node')].find(existsSync);
  return found ? realpathSync(found) : '';
}
