import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, root } from './bootstrap.mjs';
import { run } from './processes.mjs';

await bootstrap(import.meta.url);
const folder = join(root, 'test', 'bench');
const names = readdirSync(folder).filter((name) => name.endsWith('.bench.ts'));
const wanted = process.argv.slice(2);
let failed = names.length === 0;
if (failed) console.error('test/bench holds no *.bench.ts.');
for (const name of names.sort()) {
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
  console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`);
  failed = (await run(process.execPath, ['--expose-gc', join(folder, name)], { cwd: root })) !== 0 || failed;
}
process.exit(failed ? 1 : 0);
