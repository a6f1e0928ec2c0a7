import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { bundles, common } from '../../scripts/build/bundles.mjs';

/** What the bundler says of one build as it is packed, without writing it. */
export async function metafileOf(name: keyof typeof bundles): Promise<Metafile> {
  const options = { ...common, ...bundles[name], minify: true, metafile: true as const, logLevel: 'silent' as const };
  return (await build({ ...options, write: false })).metafile;
}

let message: Promise<typeof import('../../src/message/main.ts')> | undefined;

/** What reads messages to their bytes, as it is packed; built once. */
export function builtMessage(): Promise<typeof import('../../src/message/main.ts')> {
  message ??= (async () => {
    const outdir = join(common.absWorkingDir, 'out', 'unit');
    await build({ ...common, ...bundles.extension, minify: true, logLevel: 'silent', outdir });
    return import(pathToFileURL(join(outdir, 'dist', 'message', 'main.js')).href);
  })();
  return message;
}

export interface Loaded {
  readonly files: readonly string[];
  readonly packages: ReadonlySet<string>;
  /** Bytes of code. */
  readonly bytes: number;
}

/** What is loaded with an output: its own inputs and those of the chunks that it imports, but for later imports. */
export function loadedWith({ outputs }: Metafile, output: string): Loaded {
  const seen = new Set<string>();
  const visit = (path: string): void => {
    if (seen.has(path)) return;
    seen.add(path);
    for (const { path: next, kind, external } of outputs[path]?.imports ?? []) {
      if (kind !== 'dynamic-import' && external !== true) visit(next);
    }
  };
  visit(output);
  const loaded = [...seen].map((path) => {
    const found = outputs[path];
    if (found === undefined) throw new Error(`${path} is not built`);
    return found;
  });
  const files = loaded.flatMap(({ inputs }) => Object.keys(inputs));
  const packages = files
    .map((file) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1])
    .filter((name) => name !== undefined);
  return { files, packages: new Set(packages), bytes: loaded.reduce((sum, { bytes }) => sum + bytes, 0) };
}
