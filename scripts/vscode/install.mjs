import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, sep } from 'node:path';
import { installPackages } from '../apt.mjs';
import { root } from '../bootstrap.mjs';
import { runQuietly } from '../processes.mjs';

const version = '4.139.1';
const cache = join(root, '.vscode-test');
const folder = join(cache, `server-${version}`);
const marker = 'complete';
const vscode = join('node_modules', 'code-server', 'lib', 'vscode');
const windows = process.platform === 'win32';

/** What compiles the two native parts: the command, and the Debian package that brings it. */
const compilers = new Map(
  windows
    ? []
    : [
        ['make', 'make'],
        ['g++', 'g++'],
        ['python3', 'python3'],
      ],
);

/**
 * Installs the VS Code server of the npm package `code-server`, once; about 600 MB.
 * Throws an Error that says which step failed and what it wrote.
 *
 * @returns {Promise<string>} the script that starts the server
 */
export async function installServer() {
  const main = join(folder, vscode, 'out', 'server-main.js');
  if (existsSync(join(folder, marker))) return main;
  console.log(`Installing the VS Code server (code-server ${version} from npm, 600 MB, once) ...`);
  const started = Date.now();
  const work = `${folder}.${process.pid}.partial`;
  try {
    await installInto(work);
    writeFileSync(join(work, marker), '');
    rmSync(folder, { recursive: true, force: true });
    renameSync(work, folder);
  } finally {
    rmSync(work, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  }
  console.log(`Installed the VS Code server in ${Math.round((Date.now() - started) / 1000)} s.`);
  return main;
}

/** @param {string} work */
async function installInto(work) {
  mkdirSync(work, { recursive: true });
  // npm installs into the nearest folder above that has a manifest: without this one, into the project.
  writeFileSync(join(work, 'package.json'), JSON.stringify({ private: true }));
  // The package's own install scripts build more than the server needs, and fail without Kerberos headers.
  await npm('1/4 downloading the server', work, ['install', `code-server@${version}`, '--ignore-scripts']);
  await npm('2/4 downloading its packages', join(work, vscode), ['install', '--omit=dev', '--ignore-scripts']);
  await npm('3/4 downloading packages of its extensions', join(work, vscode, 'extensions'), [
    'install',
    '--omit=dev',
    '--ignore-scripts',
  ]);
  await requireCompilers();
  // Without these two the server does not start its extension host.
  await npm('4/4 compiling two native modules', join(work, vscode), [
    'rebuild',
    '@vscode/spdlog',
    '@vscode/native-watchdog',
  ]);
}

/**
 * @param {string} step
 * @param {string} cwd
 * @param {readonly string[]} args
 */
async function npm(step, cwd, args) {
  console.log(`  ${step}`);
  const line = [...args, '--no-audit', '--no-fund', '--loglevel=error'];
  let result = await runQuietly('npm', line, { cwd, shell: windows });
  const nodedir = headersFolder();
  if (result.code !== 0 && args[0] === 'rebuild' && nodedir) {
    // Where nodejs.org cannot be reached for headers, those of the machine's Node serve: both modules use Node-API only.
    const env = { ...process.env, npm_config_nodedir: nodedir };
    result = await runQuietly('npm', line, { cwd, shell: windows, env });
  }
  if (result.code !== 0) throw new Error(`npm ${args.join(' ')} failed in ${cwd}:\n${result.output.trimEnd()}`);
}

/** The folder of the headers that a Node of this machine brought. */
function headersFolder() {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter((path) => !path.includes(`node_modules${sep}`))
    .map((path) => join(path, 'node'))
    .filter(existsSync)
    .map((node) => dirname(dirname(realpathSync(node))))
    .find((prefix) => existsSync(join(prefix, 'include', 'node', 'node_api.h')));
}

async function requireCompilers() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const missing = [...compilers].filter(([command]) => !folders.some((path) => existsSync(join(path, command))));
  if (
    missing.length === 0 ||
    (await installPackages(
      missing.map(([, name]) => name),
      'the VS Code server',
    ))
  )
    return;
  throw new Error(
    `The VS Code server needs ${missing.map(([command]) => command).join(', ')}. Install what is missing, or set MAIL_TRIAGE_BROWSER=install.`,
  );
}
