import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, root } from './bootstrap.mjs';

await bootstrap(import.meta.url);
process.chdir(root);
/** @type {{ generatedFiles(): ReadonlyMap<string, string> }} */
const { generatedFiles } = await import(new URL('../test/support/generatedFiles.ts', import.meta.url).href);
/** @type {{ readingsFile: string, readingsTable(): string }} */
const { readingsFile, readingsTable } = await import(new URL('../test/support/readings.ts', import.meta.url).href);
for (const [file, text] of [...generatedFiles(), /** @type {const} */ ([readingsFile, readingsTable()])]) {
  writeFileSync(join(root, file), text);
  console.log(`Wrote ${file}`);
}
