import { globSync, readFileSync } from 'node:fs';
import { ticketPage } from '../../src/core/features/page/ticketPage.ts';
import { plainData } from '../../src/core/text/plain.ts';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import type { Ticket } from '../../src/core/ticket/ticket.ts';
import { updateTicket } from '../../src/core/ticket/update.ts';
import { readVerdicts } from '../../src/core/verdict/readVerdicts.ts';
import { openBrowser } from '../webview/dom.ts';
import { figure, percentile } from './measure.ts';

/**
 * The page of a ticket: how long until its first words, and how long until it shows what was typed. Both are measured
 * from the text to the drawn page, in a browser without a window, which draws more slowly than one with, and in the time
 * of the processor, so that what else a machine does changes little.
 */

const nothing = { probes: [], verified: [] };
const browser = openBrowser();
document.body.innerHTML = '<main id="ticket"></main>';
await import('../../src/webview/ticket/ticket.ts');

/** As the server answers and the page gets it. */
function show(file: string, ticket: Ticket): void {
  const page = JSON.parse(JSON.stringify(plainData(ticketPage(ticket, nothing))));
  browser.tell({ type: 'show', file, page });
}

const log = (lines: number): string =>
  Array.from({ length: lines }, (_, i) => {
    const end =
      i % 10 === 0
        ? 'dsn=5.1.1, status=bounced (host mx.northwind.test[192.0.2.30] said: 550 5.1.1 User unknown (in reply to RCPT TO command))'
        : 'dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4C1D52)';
    return `Nov 20 09:14:10 mx1 postfix/smtp[51]: ${(0x4c1d5228000 + i).toString(16).toUpperCase()}: to=<u${i}@northwind.test>, relay=mx.northwind.test[192.0.2.30]:25, delay=1, delays=0/0/0/1, ${end}\n`;
  }).join('');

const samples = globSync('samples/*').map((file) => [file, readFileSync(file, 'utf8')] as const);
const mixed = samples.map(([, text]) => `Somebody writes:\n\n${text}\n`).join('');
const documents: readonly (readonly [name: string, text: string])[] = [
  ...samples,
  ['a mixed ticket of 100 KB', mixed.repeat(Math.ceil(100_000 / mixed.length))],
  ['a log of 61 lines', log(61)],
  ['a log of 1 MB', log(5000)],
];

/** Milliseconds of the processor that something takes. */
function spent(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** The least of several runs. */
const least = (run: () => void, runs = 5): number =>
  Array.from({ length: runs }, () => spent(run)).reduce((a, b) => Math.min(a, b));

let slowest = 0;
for (const [name, text] of samples) {
  const start = name.endsWith('.eml') ? 'message' : 'anywhere';
  slowest = Math.max(
    slowest,
    least(() => show(`${Math.random()}`, readTicket(text, start))),
  );
}
figure('first words of the slowest sample: ms', slowest, { most: 100 });

const large = log(50_000);
const beginning = large.slice(0, 40_000);
const first = least(() => show(`${Math.random()}`, readTicket(beginning)));
const whole = least(() => show(`${Math.random()}`, readTicket(large)), 2);
figure('first words of a log of 10 MB, of its beginning: ms', first, { most: 100 });
figure('the same, of all of it: ms', whole);
figure('first words of its beginning / of all of it', first / whole, { most: 0.2 });

/** Characters that are typed. */
const TYPED = 60;

for (const [name, text] of documents) {
  let ticket = readTicket(text, name.endsWith('.eml') ? 'message' : 'anywhere');
  show(name, ticket);
  const times: number[] = [];
  let [reading, drawing] = [0, 0];
  for (let i = 0; i < TYPED; i++) {
    // Behind the last line, where people write.
    const at = ticket.text.length;
    const next = `${ticket.text}${i % 10 === 9 ? '\n' : 'x'}`;
    const read = spent(() => {
      ticket = updateTicket(ticket, next, { start: at, removed: 0, added: 1 });
      readVerdicts(ticket);
    });
    const drawn = spent(() => show(name, ticket));
    reading += read;
    drawing += drawn;
    times.push(drawn);
  }
  figure(`typing in ${name}: ms of its page, p95`, percentile(times, 0.95), { most: 50 });
  figure(`  the page of it / reading what was typed`, drawing / reading);
}
// What rests in the page would find its browser gone.
process.exit();
