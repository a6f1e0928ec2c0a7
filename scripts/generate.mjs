import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, root } from './bootstrap.mjs';
import { run } from './processes.mjs';

await bootstrap(import.meta.url);
process.chdir(root);
/** @type {{ generatedFiles(): ReadonlyMap<string, string> }} */
const { generatedFiles } = await import(new URL('../test/support/generatedFiles.ts', import.meta.url).href);
/** @type {{ writtenDigests(): Promise<ReadonlyMap<string, string>> }} */
const { writtenDigests } = await import(new URL('../test/support/writtenDigests.ts', import.meta.url).href);
for (const [file, text] of [...generatedFiles(), ...(await writtenDigests())]) {
  writeFileSync(join(root, file), text);
  console.log(`Wrote ${file}`);
}

// What tests come by on their way and hold whole: the tests themselves write it (test/support/held.ts).
const holding = ['test/{checks,message,report,probes/smtp}/**/*.test.ts', 'test/cli/usage.test.ts'];
const mocha = join(root, 'node_modules', 'mocha', 'bin', 'mocha.js');
const options = ['--no-config', '--extension', 'ts', '--timeout', '60000', '--reporter', 'dot'];
process.exitCode = await run(process.execPath, [mocha, ...options, ...holding], {
  env: { ...process.env, MAIL_TRIAGE_HELD: 'write' },
});
