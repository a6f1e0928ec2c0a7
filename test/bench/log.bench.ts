import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { bundles, common } from '../../scripts/build/bundles.mjs';
import { language } from '../../src/core/features/language.ts';
import { entriesIn } from '../../src/core/log/entries.ts';
import { linkedEntries } from '../../src/core/log/linkedEntries.ts';
import type { Log } from '../../src/core/log/log.ts';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../src/core/verdict/readVerdicts.ts';
import { Tickets } from '../../src/server/tickets.ts';
import { postfixLog } from './generate.ts';
import { figure, percentile } from './measure.ts';

/**
 * A log of 50 MB and all that is made of it, each against one pass of a regular expression over it with the reading of
 * its file, in one process; then the shell with a file of any size. Times are of the processor: what else runs on the
 * machine counts less.
 */

const MB = 1 << 20;
const outdir = join(common.absWorkingDir, 'out', 'bench');
mkdirSync(outdir, { recursive: true });
const file = join(outdir, 'mail.log');
writeFileSync(file, postfixLog(50 * MB));

/** Milliseconds of processor time; the least of some runs. */
function cost(run: () => unknown, runs = 2): number {
  let best = Number.POSITIVE_INFINITY;
  for (let i = 0; i < runs; i++) {
    const before = process.cpuUsage();
    run();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

const pass = cost(() => [...readFileSync(file, 'utf8').matchAll(/\b[245][0-5]\d[ -]/g)].length, 4);
figure('one pass of a regular expression over a log of 50 MB, with its file: ms', pass);

const text = readFileSync(file, 'utf8');
const logOf = (): readonly [ReturnType<typeof readTicket>, Log] => {
  const ticket = readTicket(text);
  return [ticket, ticket.blocks.find(({ kind }) => kind === 'log') as Log];
};

figure(
  'all entries / one pass',
  cost(() => {
    const [ticket, log] = logOf();
    let count = 0;
    for (const _entry of entriesIn(ticket.lines, log)) count++;
    return count;
  }) / pass,
  { most: 8 },
);
figure(
  'all links / one pass',
  cost(() => {
    const [ticket, log] = logOf();
    return linkedEntries(ticket.lines, log).messages.length;
  }) / pass,
  { most: 8 },
);
figure(
  'every verdict, with its file / one pass',
  cost(() => readVerdicts(readTicket(readFileSync(file, 'utf8')))) / pass,
  { most: 8 },
);

const uri = 'bench:log';
const document = TextDocument.create(uri, 'smtp-transcript', 1, text);
const ticket = readTicket(text);
figure(
  'colours of a screen of 100 lines at its end: ms',
  cost(
    () =>
      language.semanticTokens(document, ticket, {
        start: { line: 400_000, character: 0 },
        end: { line: 400_100, character: 0 },
      }),
    5,
  ),
  { most: 50 },
);
let symbols = 0;
const count = (list: readonly { readonly children?: readonly unknown[] }[] = []): number =>
  list.reduce((sum, { children }) => sum + 1 + count(children as never), 0);
figure(
  'outline / one pass',
  cost(() => {
    symbols = count(language.documentSymbols(document, ticket));
  }) / pass,
  { most: 8 },
);
figure('symbols of its outline', symbols, { most: 2000 });

/** Somebody types here and there: what the server does, with the problems and what stands beside the cursor. */
function edits(): readonly number[] {
  const tickets = new Tickets();
  let now = document;
  language.diagnostics(now, tickets.get(now));
  language.documentHighlights(now, tickets.get(now), now.positionAt(1000));
  const times: number[] = [];
  for (let i = 0; i < 40; i++) {
    const position = now.positionAt(20_000 + ((i * 1_299_709) % (text.length - 40_000)));
    const before = now;
    // The copy of the text that the document makes is no reading; it has a figure of its own.
    now = tickets.change(before, [{ range: { start: position, end: position }, text: 'x' }], i + 2);
    times.push(
      cost(() => {
        language.diagnostics(now, tickets.get(now));
        language.documentHighlights(now, tickets.get(now), position);
      }, 1),
    );
  }
  return times;
}
let copy = text;
figure(
  'the copy of its text that an edit makes: ms',
  cost(() => {
    copy = `${copy.slice(0, MB)}x${copy.slice(MB)}`;
    return copy.charCodeAt(0);
  }, 5),
);
const times = edits();
figure('an edit in it, beside that copy: median, ms', percentile(times, 0.5), { most: 100 });
figure('an edit in it, beside that copy: 95th percentile, ms', percentile(times, 0.95), { most: 100 });

await build({ ...common, ...bundles.cli, minify: true, logLevel: 'silent', outdir });
const main = join(outdir, 'dist', 'cli', 'main.js');
const WATCH = `data:text/javascript,${encodeURIComponent("process.on('exit',()=>{const u=process.resourceUsage();process.stderr.write(['',u.maxRSS+' '+(u.userCPUTime+u.systemCPUTime),''].join(String.fromCharCode(10)))})")}`;

/** Megabytes and milliseconds that the shell takes for so many times the log, piped. */
async function shell(times: number): Promise<readonly [memory: number, time: number]> {
  const child = spawn(process.execPath, ['--import', WATCH, main, 'read', '-'], { stdio: ['pipe', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.on('data', (words: Buffer) => {
    said += words.toString();
  });
  const ended = once(child, 'close');
  const bytes = readFileSync(file);
  for (let i = 0; i < times; i++) if (!child.stdin.write(bytes)) await once(child.stdin, 'drain');
  child.stdin.end();
  await ended;
  const [memory = Number.NaN, time = Number.NaN] = said.trim().split('\n').at(-1)?.split(' ').map(Number) ?? [];
  return [memory / 1024, time / 1000];
}

const [small, once50] = await shell(1);
figure('mail-triage read - of 50 MB / one pass', once50 / pass, { most: 8 });
const [large, once200] = await shell(4);
figure('mail-triage read - of 200 MB: time / that of 50 MB', once200 / once50, { most: 4.6 });
figure('mail-triage read - of 200 MB: memory, MB', large, { most: 200 });
figure('mail-triage read - of 200 MB: memory / that of 50 MB', large / small, { most: 1.2 });
rmSync(file);
