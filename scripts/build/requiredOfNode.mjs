import { isBuiltin } from 'node:module';

/**
 * Dependencies written in CommonJS ask for the modules of Node, and one of them for `vscode`, through `require`, which
 * modules do not have: in the bundles they import them. So a chunk that needs nothing of Node names nothing of it, and
 * loads in a browser as well.
 *
 * @type {import('esbuild').Plugin}
 */
export const requiredOfNode = {
  name: 'required-of-node',
  setup(setup) {
    setup.onResolve({ filter: /^(?:node:)?[a-z_]+(?:\/[a-z]+)?$/ }, ({ path, kind }) =>
      kind === 'require-call' && (path === 'vscode' || isBuiltin(path))
        ? { path: path.replace(/^node:/, ''), namespace: 'required-of-node' }
        : undefined,
    );
    setup.onLoad({ filter: /^/, namespace: 'required-of-node' }, ({ path }) => ({
      // What the editor gives has no default export.
      contents: `import ${path === 'vscode' ? "* as all from 'vscode'" : `all from 'node:${path}'`}; module.exports = all;`,
    }));
  },
};
