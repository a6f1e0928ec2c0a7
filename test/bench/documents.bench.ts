import { startClient } from '../server/client.ts';
import { messageWithAttachment, postfixLog, transcript } from './generate.ts';
import { figure, percentile } from './measure.ts';

/**
 * Thirty documents of 5 MB each, open in one server and typed in, by an editor that asks what VS Code asks: it must stay
 * answerable while it looks for the problems of all. Times are of the processor: what else runs on the machine counts less.
 */

const DOCUMENTS = 30;
const SIZE = 5_000_000;
/** Edits, each followed by a question. */
const ROUNDS = 60;
/** Milliseconds of the processor that a hover may take behind an edit, in 99 of 100. */
const ANSWER = 250;
/** MB that the server holds for each MB of text. */
const MEMORY = 3;
/** Seconds of the processor for all of it. */
const ALL = 180;

const makers: readonly (readonly [make: (bytes: number) => string, language: string])[] = [
  [transcript, 'smtp-transcript'],
  [messageWithAttachment, 'eml'],
  [postfixLog, 'smtp-transcript'],
];

/** The same places at every run (the numbers of Park and Miller). */
function places(): () => number {
  let state = 9;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** MB in use. */
function used(): number {
  for (let i = 0; i < 3; i++) globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / 1e6;
}

const client = await startClient({ commandLinks: true });
const random = places();
const documents = Array.from({ length: DOCUMENTS }, (_, i) => {
  const [make, language] = makers[i % makers.length] as (typeof makers)[number];
  const text = make(SIZE).slice(0, SIZE);
  return { uri: `test:document-${i}`, language, text, lines: text.split('\n').length };
});

const hover = (uri: string, line: number): Promise<unknown> =>
  client.ask('textDocument/hover', { textDocument: { uri }, position: { line, character: 2 } });

const before = used();
const opened = process.cpuUsage();
for (const { uri, language, text } of documents) {
  client.open(uri, text, language);
  await hover(uri, 3);
}
const seconds = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};
figure(
  `opening ${DOCUMENTS} documents of 5 MB, until each has answered: ms a document`,
  (1000 * seconds(opened)) / DOCUMENTS,
);

const waited: number[] = [];
const worked: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const { uri, lines } = documents[round % DOCUMENTS] as (typeof documents)[number];
  const line = Math.floor(random() * (lines - 2));
  const start = performance.now();
  const since = process.cpuUsage();
  client.edit(uri, line, 0, 0, 'x');
  await hover(uri, line);
  worked.push(1000 * seconds(since));
  waited.push(performance.now() - start);
}
figure('hover behind an edit, half of them: ms of the processor', percentile(worked, 0.5));
figure('hover behind an edit, 99 of 100: ms of the processor', percentile(worked, 0.99), { most: ANSWER });
figure('hover behind an edit, 99 of 100: ms by the clock of this machine', percentile(waited, 0.99));

const text = documents.reduce((sum, one) => sum + one.text.length, 0) / 1e6;
figure('heap of the server / text', (used() - before) / text, { most: MEMORY });
figure('all of it: seconds of the processor', seconds(), { most: ALL });
await client.end();
process.exit();
