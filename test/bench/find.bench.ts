import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { bundles, common } from '../../scripts/build/bundles.mjs';
import { logOfMessages } from './generate.ts';
import { figure } from './measure.ts';

/**
 * One message in three compressed logs of 300 MB each: `find`, held against what somebody does by hand, once for the
 * recipient and once more for the ids in what was found, with zgrep, with ripgrep and, where it is installed, lnav.
 * All in one run, on the same files, for a machine has better and worse minutes.
 */

const MB = 1 << 20;
const EACH = 300 * MB;
const outdir = join(common.absWorkingDir, 'out', 'bench', 'find');
rmSync(outdir, { recursive: true, force: true });
mkdirSync(outdir, { recursive: true });
// What is packed apart is a part of a log all the same (RFC 1952 2.2), and takes less memory here.
const files = [0, 1, 2].map((file) => {
  const path = join(outdir, `mail.log.${3 - file}.gz`);
  const fd = openSync(path, 'w');
  for (let part = 0; part < EACH / (4 * MB); part++)
    writeSync(fd, gzipSync(logOfMessages(file * 10_000_000 + part * 100_000, 4 * MB)));
  closeSync(fd);
  return path;
});
const wanted = 10_000_000 + 40 * 100_000 + 700;
const needle = `user${wanted}@fabrikam.test`;
await build({ ...common, ...bundles.cli, minify: true, logLevel: 'silent', outdir });
await build({ ...common, ...bundles.extension, minify: true, logLevel: 'silent', outdir });
const main = join(outdir, 'dist', 'cli', 'main.js');
const WATCH = `data:text/javascript,${encodeURIComponent("process.on('exit',()=>process.stderr.write('MEMORY '+process.resourceUsage().maxRSS+String.fromCharCode(10)))")}`;

interface Took {
  readonly processor: number;
  readonly wall: number;
  readonly out: string;
  readonly said: string;
}

/** Seconds that a program takes, with those that it starts. */
function took(...words: readonly string[]): Took {
  const script = 'TIMEFORMAT="TIMES %U %S %R"; time "$@"';
  const { stdout, stderr } = spawnSync('bash', ['-c', script, 'bash', ...words], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  const [, user = '', system = '', wall = ''] = /TIMES (\S+) (\S+) (\S+)/.exec(stderr) ?? [];
  return { processor: Number(user) + Number(system), wall: Number(wall), out: stdout, said: stderr };
}

const found = took(process.execPath, '--import', WATCH, main, 'find', needle, ...files);
const ids = [
  ...new Set(
    [...found.out.matchAll(/: ([0-9A-F]{10,12}): |message-id=<([^<>]{1,100})>/g)].map((m) => m[1] ?? m[2] ?? ''),
  ),
];
const pattern = ids.map((id) => id.replaceAll('.', '\\.')).join('|');
const memory = Number(/MEMORY (\d+)/.exec(found.said)?.[1]) / 1024;
figure('three files, compressed: MB', files.reduce((sum, file) => sum + statSync(file).size, 0) / MB);
figure('lines that find gives', found.out.split('\n').filter((line) => line.includes('postfix/')).length, { least: 5 });
figure('find: seconds of the processor', found.processor);
figure('find: seconds', found.wall);
figure('find: memory, MB', memory, { most: 150 });

/** What takes two runs by hand, as a share of which `find` is done. */
function against(name: string, ...commands: readonly (readonly string[])[]): void {
  const runs = commands.map((command) => took(...command));
  const processor = runs.reduce((sum, run) => sum + run.processor, 0);
  figure(`${name}: seconds of the processor`, processor);
  figure(
    `${name}: seconds`,
    runs.reduce((sum, run) => sum + run.wall, 0),
  );
  const asked = name === 'zgrep twice' ? { most: 0.4 } : undefined;
  figure(`find / ${name}, processor`, found.processor / processor, asked);
}

const installed = (program: string): boolean => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;
against('zgrep twice', ['zgrep', '-hF', needle, ...files], ['zgrep', '-hE', pattern, ...files]);
if (installed('rg')) against('ripgrep twice', ['rg', '-zF', needle, ...files], ['rg', '-z', pattern, ...files]);
else console.log('ripgrep is not installed');
if (installed('lnav'))
  against(
    'lnav twice',
    ['lnav', '-n', '-c', `:filter-in ${needle}`, ...files],
    ['lnav', '-n', '-c', `:filter-in ${pattern}`, ...files],
  );
else console.log('lnav is not installed');
execFileSync('rm', ['-r', outdir]);
