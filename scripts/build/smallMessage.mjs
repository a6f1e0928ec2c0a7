import { root } from '../bootstrap.mjs';

/**
 * Keeps what reads messages small: one copy of what two dependencies bring in two patch versions.
 *
 * @type {import('esbuild').Plugin}
 */
export const smallMessage = {
  name: 'small-message',
  setup(setup) {
    setup.onResolve({ filter: /^(?:tldts|libmime|nodemailer\/lib\/addressparser)$/ }, ({ path, kind, pluginData }) =>
      pluginData === smallMessage
        ? undefined
        : setup.resolve(path, { kind, resolveDir: root, pluginData: smallMessage }),
    );
  },
};
