import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { figure } from './measure.ts';

/**
 * What the extension costs an editor that has just started: its code loaded and `activate` called, as it is packed, with
 * an editor that does nothing; and the look at a text without a ticket. In time of the processor, in processes of their
 * own, so that nothing is warm and what else a machine does changes little; beside an extension that is empty, for Node
 * itself does something in its other threads meanwhile.
 */

const RUNS = 15;
/** Text without a sign of a ticket: nothing ends the look early. */
const PROSE = 'The printer on the second floor is back, and Anna has the key to the archive until Monday.\n';

if (process.argv[2] === 'child') await child(process.argv[3] as string);
else await parent();

async function parent(): Promise<void> {
  const { build } = await import('esbuild');
  const { bundles, common } = await import('../../scripts/build/bundles.mjs');
  const outdir = join(common.absWorkingDir, 'out', 'bench');
  await build({ ...common, ...bundles.extension, minify: true, logLevel: 'silent', outdir });
  const main = join(outdir, 'dist', 'client', 'extension.js');
  const empty = join(outdir, 'empty.mjs');
  writeFileSync(empty, 'import { window } from "vscode"; export const activate = () => void window;');
  const names = namesOfEditor(main).join(',');
  const run = (extension: string): Record<string, number> => {
    const args = [import.meta.filename, 'child', extension, names];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Record<string, number>;
  };
  // By turns, and the shortest of each: what else runs on the machine is then in neither.
  const pairs = Array.from({ length: RUNS }, () => [run(main), run(empty)] as const);
  const runs = pairs.map(([ours]) => ours);
  const both = ({ load = 0, activate = 0 }: Record<string, number>): number => load + activate;
  const least = (name: string): number => Math.min(...runs.map((one) => one[name] ?? Number.NaN));
  const [ours, nothing] = [0, 1].map((at) => Math.min(...pairs.map((pair) => both(pair[at] ?? {})))) as [
    number,
    number,
  ];
  figure('loading the code of the extension: ms', least('load'));
  figure('activate: ms', least('activate'));
  figure('both: ms', ours);
  figure('an empty extension: ms', nothing);
  figure('our own code: ms', ours - nothing, { most: 20 });
  figure('looking at a text without a ticket, 32,768 characters, cold: ms', least('look'), { most: 10 });
}

/** What the code of the extension imports of the editor. Read in the parent: reading it all leaves work for the collector. */
function namesOfEditor(main: string): readonly string[] {
  const shared = join(dirname(dirname(main)), 'shared');
  const files = [main, ...readdirSync(shared).map((file) => join(shared, file))];
  const code = files.map((file) => readFileSync(file, 'utf8')).join('\n');
  const imports = code.matchAll(/import\s*\{([^}]{0,5000})\}\s*from\s*["']vscode["']/g);
  const names = [...imports].flatMap(([, all = '']) =>
    all.split(',').map((name) => name.trim().split(/\s+as\s+/)[0] as string),
  );
  return [...new Set(names)];
}

/** Loads and activates the extension once, and looks once. */
async function child(main: string): Promise<void> {
  const names = new Set((process.argv[4] as string).split(','));
  registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'vscode' ? { url: 'vscode:fake', shortCircuit: true } : next(specifier, context),
    load: (url, context, next) =>
      url === 'vscode:fake' ? { format: 'module', source: fakeOf(names), shortCircuit: true } : next(url, context),
  });
  // What an editor has loaded long before.
  for (const name of [
    'vscode',
    'node:worker_threads',
    'node:crypto',
    'node:os',
    'node:path',
    'node:url',
    'node:module',
  ])
    await import(name);
  const { signAt } = await import('../../src/core/ticket/glance.ts');
  const spent = async (run: () => unknown): Promise<number> => {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  };
  let extension: { activate(context: unknown): unknown } | undefined;
  const load = await spent(async () => {
    extension = await import(pathToFileURL(main).href);
  });
  const nothing = { get: () => undefined, update: () => undefined };
  const context = {
    subscriptions: [],
    workspaceState: nothing,
    globalState: nothing,
    secrets: nothing,
    extensionUri: {},
  };
  const activate = await spent(() => extension?.activate(context));
  const text = PROSE.repeat(400).slice(0, 32_768);
  const look = await spent(() => signAt(text));
  process.stdout.write(JSON.stringify({ load, activate, look }));
  process.exit();
}

/** An editor in which everything is there and does nothing, with no document open. */
function fakeOf(names: ReadonlySet<string>): string {
  const fixed: Readonly<Record<string, string>> = {
    window: 'with_({ activeTextEditor: undefined, visibleTextEditors: [] })',
    workspace: 'with_({ textDocuments: [], workspaceFolders: [], isTrusted: true })',
    l10n: '{ bundle: undefined, t: (text) => text }',
  };
  return `const nothing = () => any;
const any = new Proxy(function () {}, {
  get: (_, name) => (name === 'then' || typeof name === 'symbol' ? undefined : any),
  set: () => true,
  apply: nothing,
  construct: nothing,
});
const with_ = (known) => new Proxy(known, { get: (_, name) => (name in known ? known[name] : any) });
${[...names].map((name) => `export const ${name} = ${fixed[name] ?? 'any'};`).join('\n')}
`;
}
