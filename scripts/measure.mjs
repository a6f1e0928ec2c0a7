import { bootstrap } from './bootstrap.mjs';

await bootstrap(import.meta.url);
const { measure } = await import('./measure/main.mjs');
process.exit(await measure(process.argv.slice(2)));
