import { join, posix } from 'node:path';
import { root } from '../bootstrap.mjs';

/**
 * The sides of the protocol's libraries that browsers have: the build is for Node, to which their packages do not give
 * them.
 *
 * @type {import('esbuild').Plugin}
 */
export const browserSides = {
  name: 'browser-sides',
  setup(setup) {
    setup.onResolve(
      { filter: /^vscode-(?:jsonrpc|languageclient|languageserver|languageserver-protocol)\/browser$/ },
      ({ path }) => ({ path: join(root, 'node_modules', posix.dirname(path), 'lib', 'browser', 'main.js') }),
    );
    // The same but for threads, which nothing here has it use.
    setup.onResolve({ filter: /^fflate$/ }, () => ({ path: join(root, 'node_modules/fflate/esm/browser.js') }));
  },
};
