import { closeSync, mkdirSync, openSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import { readVerdicts } from '../../src/core/verdict/readVerdicts.ts';
import { documentOf } from '../../src/search/document.ts';
import { readNeedle } from '../../src/search/needle.ts';
import { filesOf } from '../../src/search/node/files.ts';
import { search } from '../../src/search/node/search.ts';
import { EXCHANGE_HEADER, LOGS, MARKED, madeLogs } from '../search/mailLogs.ts';
import { figure } from './measure.ts';

/**
 * Logs of Postfix with amavis, Exim and Exchange, of which it is known what belongs to which message: how many of 1,000
 * messages are found with exactly their lines and with their end. 200,000 lines unless `MAIL_TRIAGE_LINES` says how many:
 * MAIL_TRIAGE_LINES=10000000 npm run bench truth
 */

const LINES = Number(process.env.MAIL_TRIAGE_LINES ?? 200_000);
/** Lines that one message makes in all logs. */
const A_MESSAGE = 17.6;
const DAYS = 20;
const count = Math.round(LINES / A_MESSAGE);
const apart = (DAYS * 86_400_000) / count;
const marked = Math.max(1, Math.floor(count / 1000));
const made = madeLogs(count, new Date(2026, 10, 1), apart, { ids: 4 * Math.ceil(86_400_000 / apart), marked });

/** Rotations of each log. */
const ENDS = { mx1: 4, exim: 4, exchange: 4 } as const;
const A_PIECE = 1 << 22;
const folder = join(import.meta.dirname, '../../out/bench/truth');
rmSync(folder, { recursive: true, force: true });
const truth = new Map<number, string[]>();
const end = new Date(2026, 10, 1).getTime() + (DAYS + 2) * 86_400_000;

/** Files of one log, from the oldest on; all but the last two are compressed. */
class Rotated {
  readonly #log: keyof typeof LOGS;
  #text = '';
  #lines = 0;
  #file = -1;
  #fd = 0;
  octets = 0;

  constructor(log: keyof typeof LOGS) {
    this.#log = log;
  }

  add(line: string, each: number): void {
    if (this.#file < Math.min(ENDS[this.#log] - 1, Math.floor(this.#lines / each))) this.#open();
    this.#lines++;
    this.#text += `${line}\n`;
    if (this.#text.length > A_PIECE) this.#write();
  }

  get #age(): number {
    return ENDS[this.#log] - 1 - this.#file;
  }

  #open(): void {
    this.close();
    this.#file++;
    const name = `${LOGS[this.#log]}${this.#age === 0 ? '' : `.${this.#age}`}${this.#age > 1 ? '.gz' : ''}`;
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    this.#fd = openSync(join(folder, name), 'w');
    if (this.#log === 'exchange') this.#text = `${EXCHANGE_HEADER}\n`;
  }

  #write(): void {
    this.octets += this.#text.length;
    writeSync(this.#fd, this.#age > 1 ? gzipSync(this.#text, { level: 4 }) : Buffer.from(this.#text));
    this.#text = '';
  }

  close(): void {
    if (this.#file < 0) return;
    this.#write();
    closeSync(this.#fd);
  }
}

const logs = { mx1: new Rotated('mx1'), exim: new Rotated('exim'), exchange: new Rotated('exchange') };
const share = { mx1: 13, exim: 3, exchange: 1.6 };
let lines = 0;
for (const { log, message, line } of made.lines()) {
  lines++;
  logs[log].add(line, (count * share[log]) / ENDS[log]);
  if (message === 0 || message % marked !== 0) continue;
  const own = truth.get(message);
  if (own === undefined) truth.set(message, [line]);
  else own.push(line);
}
for (const log of Object.values(logs)) log.close();
const files = await filesOf([`${folder}/*/*`]);
for (const { name } of files) utimesSync(name, end / 1000, end / 1000);
const octets = Object.values(logs).reduce((sum, log) => sum + log.octets, 0);
figure('lines', lines);
figure('files', files.length);
figure('MB, of which on the disk', octets / 2 ** 20);
figure('', files.reduce((sum, { name }) => sum + statSync(name).size, 0) / 2 ** 20);

const before = performance.now();
const usage = process.cpuUsage();
const result = await search([readNeedle(MARKED)], await filesOf([`${folder}/*/*`]), {
  signal: new AbortController().signal,
  now: end,
});
const { user, system } = process.cpuUsage(usage);
figure('seconds', (performance.now() - before) / 1000);
figure('seconds of the processor', (user + system) / 1e6);
for (const problem of result.problems) console.log(problem);

const keyOf = (own: readonly string[]): string => own.toSorted().join('\n');
const found = new Map(result.messages.map((message) => [keyOf(message.lines.map(({ text }) => text)), message]));
let exact = 0;
let ended = 0;
for (const [message, own] of truth) {
  const one = found.get(keyOf(own));
  if (one === undefined) continue;
  exact++;
  const verdicts = readVerdicts(readTicket([...documentOf({ ...result, messages: [one], loose: [] })].join('')));
  const bounced = verdicts.some(({ failed, code }) => failed && code === 'recipient-unknown');
  if (bounced === made.messages[message - 1]?.bounced && (bounced || !verdicts.some(({ failed }) => failed))) ended++;
}
figure('messages that are looked for', truth.size);
figure('messages that were found', result.messages.length, { most: truth.size });
figure('with exactly their lines', exact, { least: truth.size });
figure('with the right end', ended, { least: truth.size });
figure('lines of no message', result.loose.length, { most: 0 });
rmSync(folder, { recursive: true });
