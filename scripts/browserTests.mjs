/** Runs the suite of test/browser in the worker extension host of a VS Code server, where there is no Node. */
import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, stripVTControlCharacters } from 'node:util';
import { root } from './bootstrap.mjs';
import { launchBrowser } from './vscode/browser.mjs';
import { startServer } from './vscode/server.mjs';
import { copySamples, startLab } from './workspace.mjs';

/** How long (ms) the suite may take. */
const timeLimit = Number(process.env.MAIL_TRIAGE_TIME_LIMIT ?? 300_000);

const logs = join(root, 'out', 'logs', 'browser');
rmSync(logs, { recursive: true, force: true });
mkdirSync(logs, { recursive: true });
const log = join(logs, 'browser.log');
writeFileSync(log, '');

/** @type {import('./suites.mjs').Counts & { failed: string[] }} */
const counts = { passes: 0, failures: 0, pending: 0, failed: [] };
const lab = await startLab();
const { startWebResolver } = await import(new URL('../test/browser/resolver.ts', import.meta.url).href);
const resolver = await startWebResolver(lab.dns);
const folder = copySamples({ ...lab.settings, 'mailTriage.dns.servers': [resolver.url] });
// What runs in the browser though there is a machine: `extensionDevelopmentKind` is not heard there.
const settings = { 'remote.extensionKind': { 'mail-triage.mail-triage': ['web'] } };
const server = await startServer({ automated: true, settings });
const browser = await launchBrowser();
/** @type {PromiseWithResolvers<number>} */
const end = Promise.withResolvers();
const timer = setTimeout(() => {
  console.error(`The suite did not end within ${timeLimit / 1000} s.`);
  end.resolve(1);
}, timeLimit);
let subject = '';

/** @param {string} text */
function report(text) {
  const told = /^mail-triage-test (\{.*\})/.exec(text)?.[1];
  if (told === undefined) return appendFileSync(log, `${stripVTControlCharacters(text)}\n`);
  const result = JSON.parse(told);
  if (result.subject !== subject) console.log(`\n  in a browser: ${result.subject}`);
  subject = result.subject;
  counts[result.problem === undefined ? 'passes' : 'failures']++;
  if (result.problem !== undefined) counts.failed.push(`${result.subject} ${result.name}`);
  console.log(result.problem === undefined ? `    ✔ ${result.name}` : `    ✘ ${result.name}\n${result.problem}`);
}

let code = 1;
try {
  // The resolver of the tests signed its certificate itself.
  const page = await browser.newPage({ ignoreHTTPSErrors: true });
  await page.exposeFunction('codeAutomationLog', (/** @type {string} */ _type, /** @type {unknown[]} */ args) =>
    report(format(...args)),
  );
  await page.exposeFunction('codeAutomationExit', (/** @type {number} */ exit) => end.resolve(exit));
  page.on('pageerror', (error) => appendFileSync(log, `error ${error.stack}\n`));
  const tests = join(root, 'out', 'browser', 'index.cjs');
  await page.goto(server.address({ folder, extension: root, tests }), { timeout: 120_000 });
  code = await end.promise;
} catch (error) {
  console.error(error);
} finally {
  clearTimeout(timer);
  await browser.close();
  server.saveLogs(logs);
  await server.close();
  resolver.close();
  await lab.close();
}
if (process.env.MAIL_TRIAGE_COUNTS) writeFileSync(process.env.MAIL_TRIAGE_COUNTS, JSON.stringify(counts));
if (code !== 0) console.error(`The logs of VS Code and of its extension host are in ${logs}`);
process.exit(code);
