import { bootstrap } from './bootstrap.mjs';

await bootstrap(import.meta.url);
const { runMutants } = await import('./mutants/main.mjs');
process.exit(await runMutants(process.argv.slice(2)));
