import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bootstrap, root } from './bootstrap.mjs';

await bootstrap(import.meta.url);
const { reasonsPage } = await import('./reasonsPage.mjs');
writeFileSync(join(root, 'docs', 'reasons.md'), reasonsPage());
