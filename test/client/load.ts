import { registerHooks } from 'node:module';

const fake = new URL('vscode.ts', import.meta.url).href;

// The editor gives extensions this module; anywhere else it does not exist.
registerHooks({
  resolve: (specifier, context, nextResolve) =>
    specifier === 'vscode' ? { url: fake, shortCircuit: true } : nextResolve(specifier, context),
});
