import { build } from 'esbuild';

/**
 * Runs a module whose exports are data, and gives the same module with the data written out.
 *
 * @param {string} path
 * @returns {Promise<{ contents: string, files: readonly string[] }>} and the files that it was made of
 */
export async function written(path) {
  const { outputFiles, metafile } = await build({
    entryPoints: [path],
    bundle: true,
    write: false,
    metafile: true,
    format: 'esm',
    platform: 'neutral',
    logLevel: 'silent',
  });
  const source = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  /** @type {Record<string, unknown>} */
  const values = await import(`data:text/javascript;base64,${source}`);
  // V8 reads JSON faster than the same in JavaScript.
  const contents = Object.entries(values)
    .map(([name, value]) => `export const ${name} = JSON.parse(${JSON.stringify(JSON.stringify(value))});`)
    .join('\n');
  return { contents, files: Object.keys(metafile.inputs) };
}

/**
 * Puts the index and the order of the rows and the known wordings into the bundles, instead of the code that makes them and the time
 * that this takes.
 *
 * @type {import('esbuild').Plugin}
 */
export const indexAtBuildTime = {
  name: 'index-at-build-time',
  setup(setup) {
    setup.onLoad(
      { filter: /[/\\]core[/\\]knowledge[/\\](?:texts[/\\]packed(?:Index|Order)|nearest[/\\]packedWordings)\.ts$/ },
      async ({ path }) => {
        const { contents, files } = await written(path);
        return { contents, watchFiles: [...files] };
      },
    );
  },
};
