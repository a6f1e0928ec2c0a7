import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { exitCode, removeFolder, start, stop, temporaryFolder } from '../processes.mjs';
import { installServer } from './install.mjs';

/** How long (ms) the server may take to listen. */
const startLimit = 60_000;

/** Settings that keep what has nothing to do with the extension off the screen, and off the network. */
export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.layoutControl.enabled': false,
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'git.enabled': false,
  'extensions.ignoreRecommendations': true,
  'extensions.autoCheckUpdates': false,
  'remote.autoForwardPorts': false,
  'update.mode': 'none',
  'telemetry.telemetryLevel': 'off',
};

/**
 * @typedef {object} Server
 * @property {string} origin `http://127.0.0.1:PORT`
 * @property {Promise<number>} ended the exit code of the server
 * @property {(options: PageOptions) => string} address what to open in a browser
 * @property {(target: string) => void} saveLogs copies the logs of server and extension host into a folder
 * @property {() => Promise<void>} close
 *
 * @typedef {object} ServerOptions
 * @property {Record<string, unknown>} [settings] the user settings
 * @property {string} [extension] the folder of an extension to have installed
 * @property {readonly string[]} [beside] folders of further ones
 * @property {boolean} [restricted] opens every workspace in Restricted Mode
 * @property {boolean} [automated] takes an extension and its tests from the address; shows no notifications then
 *
 * @typedef {object} PageOptions
 * @property {string} folder the workspace
 * @property {string} [extension] the folder of an extension in development
 * @property {string} [tests] the module whose `run()` is its test suite
 */

/**
 * Starts a VS Code server with nothing of the user's in it, on a free port of the loopback interface.
 * Its extension host inherits the environment.
 *
 * @param {ServerOptions} [options]
 * @returns {Promise<Server>}
 */
export async function startServer({
  settings = {},
  extension,
  beside = [],
  restricted = false,
  automated = false,
} = {}) {
  const main = await installServer();
  const data = temporaryFolder();
  mkdirSync(join(data, 'data', 'User'), { recursive: true });
  writeFileSync(
    join(data, 'data', 'User', 'settings.json'),
    JSON.stringify({ ...quietSettings, ...settings }, undefined, 2),
  );
  if (extension) {
    mkdirSync(join(data, 'extensions'));
    // The server takes every folder it finds at its first start for an installed extension.
    for (const [i, folder] of [extension, ...beside].entries())
      symlinkSync(folder, join(data, 'extensions', `in-development-${i}`), 'junction');
  }
  // Other users of this machine reach the port too, and a workbench is a shell.
  const token = randomBytes(16).toString('hex');
  const args = [
    ['--host', '127.0.0.1', '--port', '0', '--connection-token', token, '--server-data-dir', data],
    ['--accept-server-license-terms', '--disable-telemetry'],
    restricted ? [] : ['--disable-workspace-trust'],
    automated ? ['--enable-smoke-test-driver'] : [],
  ].flat();
  const child = start(process.execPath, [main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = exitCode(child);
  const port = await listening(child, ended).catch(async (error) => {
    await stop(child);
    throw error;
  });
  const origin = `http://127.0.0.1:${port}`;
  return {
    origin,
    ended,
    address: (options) => address(origin, token, options),
    saveLogs(target) {
      const logs = join(data, 'data', 'logs');
      if (existsSync(logs)) cpSync(logs, target, { recursive: true });
    },
    async close() {
      await stop(child);
      removeFolder(data);
    },
  };
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {Promise<number>} ended
 * @returns {Promise<string>} the port
 */
function listening(child, ended) {
  return new Promise((resolve, reject) => {
    const { stdout, stderr } = child;
    if (!stdout || !stderr) throw new TypeError('the outputs of the server are not piped');
    let output = '';
    const timer = setTimeout(() => reject(new Error(`The VS Code server does not listen:\n${output}`)), startLimit);
    ended.then((code) => reject(new Error(`The VS Code server ended with code ${code}:\n${output}`)));
    for (const stream of [stdout, stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        const port = /^Extension host agent listening on (\d+)/.exec(line)?.[1];
        if (port) {
          clearTimeout(timer);
          resolve(port);
        }
        // Read to the end of its life, kept only to say why it did not start.
        if (output.length < 10_000) output += `${line}\n`;
      });
    }
  });
}

/**
 * @param {string} origin
 * @param {string} token
 * @param {PageOptions} options
 */
function address(origin, token, { folder, extension, tests }) {
  const remote = (/** @type {string} */ path) =>
    origin.replace('http:', 'vscode-remote:') + pathToFileURL(path).pathname;
  const query = new URLSearchParams({ tkn: token, folder: decodeURIComponent(pathToFileURL(folder).pathname) });
  const payload = [];
  if (extension) payload.push(['extensionDevelopmentPath', remote(extension)]);
  if (tests) payload.push(['extensionTestsPath', remote(tests)], ['skipWelcome', 'true']);
  if (payload.length > 0) query.set('payload', JSON.stringify(payload));
  // A path is easier to read with its slashes.
  return `${origin}/?${query.toString().replaceAll('%2F', '/')}`;
}
