/** Runs the suite of test/host inside VS Code: a desktop one where it can be had, else a server with a browser. */
import { chmodSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runTests } from '@vscode/test-electron';
import { root } from './bootstrap.mjs';
import { temporaryFolder } from './processes.mjs';
import { findHost } from './vscode/host.mjs';
import { installServer } from './vscode/install.mjs';
import { copySamples, startLab } from './workspace.mjs';

try {
  await runHostTests();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
process.exit();

async function runHostTests() {
  const host = await findHost();
  if (host.kind === 'server') await installServer();
  const lab = await startLab();
  const profile = temporaryFolder();
  await runTests({
    vscodeExecutablePath: host.kind === 'desktop' ? host.program : writeLauncher(profile),
    extensionDevelopmentPath: root,
    extensionTestsPath: join(root, 'out', 'host', 'index.cjs'),
    launchArgs: [
      copySamples(lab.settings),
      `--user-data-dir=${join(profile, 'user')}`,
      `--extensions-dir=${join(profile, 'extensions')}`,
    ],
  }).finally(() => lab.close());
  const errors = loggedErrors(join(root, 'out', 'logs', 'host'));
  if (errors.length > 0) throw new Error(`The logs of the extension host hold errors:\n${errors.join('\n')}`);
}

/**
 * What our extension and its language server logged as errors.
 *
 * @param {string} folder
 */
function loggedErrors(folder) {
  return globSync('**/*.log', { cwd: folder }).flatMap((file) => {
    const ours = /mail-triage|Mail Triage/.test(file);
    return readFileSync(join(folder, file), 'utf8')
      .split('\n')
      .filter((line) => /\[error\]|unhandled|uncaught/i.test(line) && (ours || line.includes('mail-triage')))
      .map((line) => `${file}: ${line}`);
  });
}

/**
 * `runTests` starts a program, not a script.
 *
 * @param {string} folder
 */
function writeLauncher(folder) {
  const windows = process.platform === 'win32';
  const script = fileURLToPath(new URL('launcher.mjs', import.meta.url));
  const file = join(folder, windows ? 'launcher.cmd' : 'launcher.sh');
  const quote = (/** @type {string} */ path) => (windows ? `"${path}"` : `'${path.replaceAll("'", "'\\''")}'`);
  const line = `${quote(process.execPath)} ${quote(script)}`;
  writeFileSync(file, windows ? `@${line} %*\r\n` : `#!/bin/sh\nexec ${line} "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}
