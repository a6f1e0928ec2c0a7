/**
 * Takes the place of the VS Code program for `runTests` of @vscode/test-electron: the same arguments, the same exit
 * code, on a VS Code server and a browser without a window.
 */
import { randomUUID } from 'node:crypto';
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { format, parseArgs, stripVTControlCharacters } from 'node:util';
import { root } from './bootstrap.mjs';
import { launchBrowser } from './vscode/browser.mjs';
import { startServer } from './vscode/server.mjs';

/** How long (ms) a suite may take. */
const timeLimit = Number(process.env.MAIL_TRIAGE_TIME_LIMIT ?? 300_000);

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: { extensionDevelopmentPath: { type: 'string' }, extensionTestsPath: { type: 'string' } },
});
const extension = values.extensionDevelopmentPath;
const tests = values.extensionTestsPath;
const folder = positionals[0];
if (typeof extension !== 'string' || typeof tests !== 'string' || folder === undefined) {
  console.error('usage: launcher.mjs --extensionDevelopmentPath=FOLDER --extensionTestsPath=FILE WORKSPACE');
  process.exit(2);
}

// The input is a pipe from whoever started this and closes with it, however it ends.
process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM')).resume();

const logs = join(root, 'out', 'logs', 'host');
rmSync(logs, { recursive: true, force: true });
mkdirSync(logs, { recursive: true });
const browserLog = join(logs, 'browser.log');
writeFileSync(browserLog, '');

// The suite puts it before every line of its report; everything else on that console goes into the log.
const mark = randomUUID();
process.env.MAIL_TRIAGE_MARK = mark;

const server = await startServer({ automated: true });
const browser = await launchBrowser();
/** @type {PromiseWithResolvers<number>} */
const end = Promise.withResolvers();
end.promise.catch(() => {});
const timer = setTimeout(() => {
  console.error(`The suite did not end within ${timeLimit / 1000} s.`);
  end.resolve(1);
}, timeLimit);
server.ended.then(() => end.reject(new Error('The VS Code server ended before the suite did.')));
browser.on('disconnected', () => end.reject(new Error('The browser ended before the suite did.')));

let code = 1;
try {
  const page = await browser.newPage();
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
    const text = format(...args);
    if (text.startsWith(mark)) console.log(text.slice(mark.length));
    else appendFileSync(browserLog, `${type} ${stripVTControlCharacters(text)}\n`);
  });
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ exit) => end.resolve(exit));
  page.on('pageerror', (error) => appendFileSync(browserLog, `error ${error.stack}\n`));
  await page.goto(server.address({ folder: resolve(folder), extension: resolve(extension), tests: resolve(tests) }));
  code = await end.promise;
} catch (error) {
  console.error(error);
} finally {
  clearTimeout(timer);
  await browser.close();
  server.saveLogs(logs);
  if (code !== 0) console.error(`The logs of VS Code and of its extension host are in ${logs}`);
  await server.close();
}
process.exit(code);
