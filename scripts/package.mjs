import { bootstrap } from './bootstrap.mjs';

await bootstrap(import.meta.url);
const { packageExtension } = await import('./vsix.mjs');
process.exit(await packageExtension());
