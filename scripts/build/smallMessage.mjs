import { root } from '../bootstrap.mjs';

/**
 * Keeps what reads messages small: one copy of what two dependencies bring in two patch versions, and no parser of CSS,
 * which sanitize-html asks for and never calls while `parseStyleAttributes` is off.
 *
 * @type {import('esbuild').Plugin}
 */
export const smallMessage = {
  name: 'small-message',
  setup(setup) {
    setup.onResolve({ filter: /^(?:tldts|libmime)$/ }, ({ path, kind, pluginData }) =>
      pluginData === smallMessage
        ? undefined
        : setup.resolve(path, { kind, resolveDir: root, pluginData: smallMessage }),
    );
    setup.onResolve({ filter: /^postcss$/ }, ({ path }) => ({ path, namespace: 'left-out' }));
    setup.onLoad({ filter: /^/, namespace: 'left-out' }, () => ({ contents: '' }));
  },
};
