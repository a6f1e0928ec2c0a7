import { registerHooks } from 'node:module';
import { isMainThread, Worker } from 'node:worker_threads';
import { withoutTypes } from './operators.mjs';

// Loaded before everything else in every process of a trial: the one module that MUTANT names is loaded changed,
// the file itself stays as it is.
const { url: changed, start, end, text, limit } = JSON.parse(process.env.MUTANT ?? '{}');

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    // A test that wants a module anew asks for it with a query.
    if (url.split('?', 1)[0] !== changed) return loaded;
    const written = String(loaded.source);
    const source = quietly(() => withoutTypes(written.slice(0, start) + text + written.slice(end)));
    return { format: 'module', source, shortCircuit: true };
  },
});

/**
 * Node warns of stripping types by hand: tests that look for warnings must see those of the code alone.
 *
 * @template T
 * @param {() => T} work
 */
function quietly(work) {
  const { emitWarning } = process;
  process.emitWarning = () => {};
  try {
    return work();
  } finally {
    process.emitWarning = emitWarning;
  }
}

// Who comes to no end is told by the time of the processor: a busy machine makes nobody slow by that clock.
if (isMainThread && limit !== undefined) {
  const watch = `
    setInterval(() => {
      const { user, system } = process.cpuUsage();
      if (user + system < ${limit * 1000}) return;
      require('node:fs').writeSync(2, 'Error: no end within ${Math.round(limit / 1000)} s of the processor\\n');
      process.kill(process.pid, 'SIGKILL');
    }, 500)`;
  new Worker(watch, { eval: true, execArgv: [], env: {} }).unref();
}
