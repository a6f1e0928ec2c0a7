import { bootstrap } from './bootstrap.mjs';

await bootstrap(import.meta.url);
const { openLab } = await import('./open.mjs');
process.exit(await openLab(process.argv.slice(2)));
