import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './bootstrap.mjs';
import { exitCode, isInterrupted, run, start, temporaryFolder } from './processes.mjs';
import { hasDisplay } from './vscode/desktop.mjs';
import { findHost } from './vscode/host.mjs';
import { quietSettings, startServer } from './vscode/server.mjs';
import { copySamples, startLab } from './workspace.mjs';

/** The commands that open an address in the browser of the desktop. */
const openers = new Map([
  ['darwin', ['open']],
  ['win32', ['rundll32', 'url.dll,FileProtocolHandler']],
]);

/**
 * Builds, starts the lab and opens VS Code with the extension on a copy of the sample tickets. Lasts until the window
 * closes, or until it is interrupted.
 *
 * @param {readonly string[]} flags `--no-open` opens no browser (the environment variable MAIL_TRIAGE_NO_OPEN likewise)
 * @returns {Promise<number>} the exit code
 */
export async function openLab(flags) {
  if ((await run(process.execPath, [join(root, 'esbuild.mjs')])) !== 0) return 1;
  const lab = await startLab();
  try {
    const folder = copySamples(lab.settings);
    const host = await findHost();
    if (host.kind === 'desktop') return await openDesktop(host.program, folder);
    const quiet = flags.includes('--no-open') || Boolean(process.env.MAIL_TRIAGE_NO_OPEN);
    return await serve(folder, !quiet);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    await lab.close();
  }
}

/**
 * @param {string} program
 * @param {string} folder
 */
async function openDesktop(program, folder) {
  const profile = temporaryFolder();
  mkdirSync(join(profile, 'user', 'User'), { recursive: true });
  writeFileSync(join(profile, 'user', 'User', 'settings.json'), JSON.stringify(quietSettings, undefined, 2));
  console.log('VS Code opens in a window of its own. Close it, or press Ctrl+C here, to stop.');
  return run(
    program,
    [
      `--extensionDevelopmentPath=${root}`,
      `--user-data-dir=${join(profile, 'user')}`,
      `--extensions-dir=${join(profile, 'extensions')}`,
      ...['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes', '--disable-updates', '--new-window'],
      // Chromium's sandbox refuses to work for root.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      folder,
    ],
    { stdio: 'ignore' },
  );
}

/**
 * @param {string} folder
 * @param {boolean} open whether to open the browser of this desktop
 */
async function serve(folder, open) {
  const server = await startServer({ extension: root });
  const address = server.address({ folder });
  console.log(`\nVS Code is ready. Open this address in a browser on this machine; Ctrl+C stops it.\n\n  ${address}\n`);
  if (open && hasDisplay()) await openBrowser(address);
  const code = await server.ended;
  if (!isInterrupted()) console.error(`The VS Code server ended with code ${code}.`);
  return 1;
}

/** @param {string} address */
async function openBrowser(address) {
  const [command, ...args] = openers.get(process.platform) ?? ['xdg-open'];
  const code = await exitCode(start(command ?? '', [...args, address], { stdio: 'ignore' }));
  if (code !== 0) console.log('No browser opened by itself.');
}
