import { root } from '../bootstrap.mjs';

/**
 * One copy of the Language Server Protocol, which client and server libraries bring in two patch versions: the newer one,
 * which the client pins, and in which a connection that fails to send does not stop.
 *
 * @type {import('esbuild').Plugin}
 */
export const oneProtocol = {
  name: 'one-protocol',
  setup(setup) {
    setup.onResolve(
      { filter: /^vscode-(?:jsonrpc|languageserver-protocol|languageserver-types)(?:\/|$)/ },
      ({ path, kind, pluginData }) =>
        pluginData === oneProtocol
          ? undefined
          : setup.resolve(path, { kind, resolveDir: root, pluginData: oneProtocol }),
    );
  },
};
