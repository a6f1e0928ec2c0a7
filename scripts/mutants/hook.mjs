import { registerHooks } from 'node:module';
import { withoutTypes } from './operators.mjs';

// Loaded before everything else in every process of a trial: the one module that MUTANT names is loaded changed,
// the file itself stays as it is.
const { url: changed, start, end, text } = JSON.parse(process.env.MUTANT ?? '{}');

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (url !== changed) return loaded;
    const code = withoutTypes(String(loaded.source));
    return { format: 'module', source: code.slice(0, start) + text + code.slice(end), shortCircuit: true };
  },
});
