import { bootstrap } from './bootstrap.mjs';

await bootstrap(import.meta.url);
const { runSuites } = await import('./suites.mjs');
process.exit(await runSuites(process.argv.slice(2)));
