import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { installPackages } from '../apt.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const bundles = [
  'Google Chrome.app/Contents/MacOS/Google Chrome',
  'Chromium.app/Contents/MacOS/Chromium',
  'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

const programs = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Chromium\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
];

const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * Starts a browser without a window; it ends with this process.
 *
 * @returns {Promise<import('playwright-core').Browser>}
 */
export async function launchBrowser() {
  return chromium.launch({
    executablePath: await requireBrowser(),
    args: switches,
    // The signals belong to whoever started the server beside it.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
}

/** The path of a browser, installed first where that is possible and allowed. Throws an Error that says what to install. */
export async function requireBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (await installPackages(['chromium', 'fonts-dejavu-core'], 'the tests inside VS Code')) {
    const installed = findBrowser();
    if (installed) return installed;
  }
  throw new Error(
    'No browser found. Install Chromium, Chrome or Edge (Debian: apt-get install chromium, which MAIL_TRIAGE_BROWSER=install lets the tests do), or set CHROME_PATH to one.',
  );
}

/** @returns {string | undefined} */
function findBrowser() {
  return candidates().find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** @returns {string[]} */
function candidates() {
  const { env, platform } = process;
  const chosen = env.CHROME_PATH ? [env.CHROME_PATH] : [];
  if (platform === 'darwin') {
    const folders = ['/Applications', ...(env.HOME ? [join(env.HOME, 'Applications')] : [])];
    return [...chosen, ...folders.flatMap((folder) => bundles.map((bundle) => join(folder, bundle)))];
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(
      (folder) => folder !== undefined,
    );
    return [...chosen, ...folders.flatMap((folder) => programs.map((program) => join(folder, program)))];
  }
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter(Boolean);
  return [...chosen, ...names.flatMap((name) => folders.map((folder) => join(folder, name)))];
}
