import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { root } from '../bootstrap.mjs';

/** How long (ms) a download may take to start, and may stand still. */
const startLimit = 10_000;
const stallLimit = 15_000;

/** Says whether a window can be opened here at all. */
export function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * The program behind the `code` or `code-insiders` on the PATH, when it is a desktop VS Code new enough.
 * The program itself and not the command: the command returns before the window closes.
 *
 * @returns {string | undefined}
 */
export function findDesktop() {
  const windows = process.platform === 'win32';
  const commands = ['code', 'code-insiders'].flatMap((name) =>
    (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, windows ? `${name}.cmd` : name)),
  );
  if (process.platform === 'darwin') {
    commands.push('/Applications/Visual Studio Code.app/Contents/Resources/app/bin/code');
  }
  for (const command of commands.filter(existsSync)) {
    const program = programOf(realpathSync(command));
    if (program) return program;
  }
  return undefined;
}

/**
 * @param {string} command
 * @returns {string | undefined}
 */
function programOf(command) {
  const folder = dirname(dirname(command));
  if (process.platform === 'win32') {
    return [join(folder, 'Code.exe'), join(folder, 'Code - Insiders.exe')].find(existsSync);
  }
  const mac = process.platform === 'darwin';
  const resources = mac ? folder : join(folder, 'resources', 'app');
  if (!isNewEnough(join(resources, 'package.json'))) return undefined;
  if (!mac) return [join(folder, 'code'), join(folder, 'code-insiders')].find(existsSync);
  const programs = join(dirname(dirname(folder)), 'MacOS');
  const name = existsSync(programs) ? readdirSync(programs)[0] : undefined;
  return name && join(programs, name);
}

/** @param {string} manifest package.json of a VS Code */
function isNewEnough(manifest) {
  if (!existsSync(manifest)) return false;
  const { version = '0.0.0' } = JSON.parse(readFileSync(manifest, 'utf8'));
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const wanted = engines.vscode.replace(/^\D+/, '');
  if (version.localeCompare(wanted, 'en', { numeric: true }) >= 0) return true;
  console.log(`The VS Code installed here is ${version}; the extension needs ${wanted}. Looking for another one.`);
  return false;
}

/**
 * Downloads a desktop VS Code, or finds the one downloaded before.
 *
 * @returns {Promise<string | undefined>} its program; undefined, with a line that says so, when it cannot be had
 */
export async function downloadDesktop() {
  const { promise: stalled, reject } = Promise.withResolvers();
  let timer = setTimeout(() => reject(new Error('no answer')), startLimit);
  let announced = false;
  const reporter = {
    /** @param {{ bytesSoFar?: number, totalBytes?: number }} progress */
    report({ bytesSoFar = 0, totalBytes = 0 }) {
      if (bytesSoFar === 0) return;
      clearTimeout(timer);
      // What follows the last byte is unpacking, which reports nothing.
      if (bytesSoFar < totalBytes) timer = setTimeout(() => reject(new Error('the download stopped')), stallLimit);
      if (!announced) console.log('Downloading VS Code ...');
      announced = true;
    },
    error() {},
  };
  const download = downloadAndUnzipVSCode({
    cachePath: join(root, '.vscode-test'),
    reporter: /** @type {any} */ (reporter),
    timeout: startLimit,
  });
  try {
    return /** @type {string} */ (await Promise.race([download, stalled]));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.log(`A desktop VS Code cannot be downloaded here (${reason.split('\n')[0]}).`);
    return undefined;
  } finally {
    clearTimeout(timer);
    download.catch(() => {});
    stalled.catch(() => {});
  }
}
