import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, type Metafile } from 'esbuild';
import { root } from '../../scripts/bootstrap.mjs';
import { bundles, common } from '../../scripts/build/bundles.mjs';

type Name = keyof typeof bundles;

const folder = join(root, 'out', 'unit');
const built = new Map<Name, Promise<Metafile>>();

/** What the bundler says of one build as it is packed; it is built once, into a folder of the tests. */
export function metafileOf(name: Name): Promise<Metafile> {
  const known = built.get(name) ?? buildOnce(name);
  built.set(name, known);
  return known;
}

async function buildOnce(name: Name): Promise<Metafile> {
  const options = { ...common, ...bundles[name], minify: true, metafile: true as const, logLevel: 'silent' as const };
  const { metafile, outputFiles } = await build({ ...options, write: false });
  for (const { path, contents } of outputFiles) {
    const file = join(folder, relative(root, path));
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, contents);
  }
  return metafile;
}

/** What reads messages to their bytes, as it is packed. */
export async function builtMessage(): Promise<typeof import('../../src/message/main.ts')> {
  await metafileOf('extension');
  return import(pathToFileURL(join(folder, 'dist', 'message', 'main.js')).href);
}

export interface Loaded {
  readonly outputs: readonly string[];
  readonly files: readonly string[];
  readonly packages: ReadonlySet<string>;
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
  return { outputs: [...seen], files, packages: new Set(packages) };
}
