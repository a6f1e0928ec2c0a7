import { bootstrap } from './bootstrap.mjs';

await bootstrap(import.meta.url);
const { release } = await import('./release/release.mjs');
process.exit(await release(process.argv.slice(2)));
