import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { language } from '../../src/core/features/language.ts';
import { readTicket } from '../../src/core/ticket/readTicket.ts';
import { Tickets } from '../../src/server/tickets.ts';
import { messageWithAttachment, postfixLog, transcript } from './generate.ts';
import { figure, memoryOf, milliseconds, percentile } from './measure.ts';

/** The reader against a plain scan and against mail parsers, all over the same text in one process. */

const MB = 1 << 20;

async function log(): Promise<void> {
  const text = postfixLog(50 * MB);
  const regex = await milliseconds(() => [...text.matchAll(/\b[245][0-5]\d[ -]/g)].length);
  const split = await milliseconds(() => text.split('\n').length);
  const read = await milliseconds(() => readTicket(text).blocks.length);
  figure('50 MB Postfix log: reader / reply-code regex', read / regex, { most: 15 });
  figure("50 MB Postfix log: reader / split('\\n')", read / split);
  figure('50 MB Postfix log: memory of the ticket / text', memoryOf(() => readTicket(text)) / text.length, { most: 3 });
}

async function message(): Promise<void> {
  const text = messageWithAttachment(27 * MB);
  const read = await milliseconds(() => readTicket(text, 'message').blocks.length);
  const simple = await milliseconds(() => simpleParser(text), 1);
  const postal = await milliseconds(() => PostalMime.parse(text), 1);
  figure('27 MB message: mailparser simpleParser / reader', simple / read, { least: 20 });
  figure('27 MB message: postal-mime / reader', postal / read);
  figure('27 MB message: memory of the ticket / text', memoryOf(() => readTicket(text, 'message')) / text.length, {
    most: 3,
  });
}

async function growth(): Promise<void> {
  let before = 0;
  for (let size = 1; size <= 64; size *= 2) {
    const text = transcript(size * MB);
    const read = await milliseconds(() => readTicket(text).blocks.length, 3);
    figure(`transcript of ${size} MB: cost / cost of half of it`, before === 0 ? 0 : read / before, { most: 3.5 });
    before = read;
  }
}

/** Patterns made to hurt: the cost must rise with the length alone. */
const hostile: Readonly<Record<string, (size: number) => string>> = {
  'nested quotes': (size) => `${'> '.repeat(40)}550 no\n`.repeat(size / 88),
  'an endless multiline reply': (size) => `220 a.test ESMTP\nEHLO b\n${'250-more\n'.repeat(size / 9)}`,
  'one line': (size) => `220 a.test ESMTP ${'x'.repeat(size)}`,
  '354 again and again': (size) => '354 go\n'.repeat(size / 7),
  'STARTTLS unanswered': (size) => 'STARTTLS\n'.repeat(size / 9),
  'boundaries that never close': (size) =>
    'From: a@b\nTo: c@d\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\n'.repeat(size / 70),
  'half a lookup': (size) => 'Server:  x\nAddress:  1.2.3.4\n\n'.repeat(size / 30),
  'brackets and colons': (size) => 'Received: (((((;;;;;:::::\n'.repeat(size / 26),
};

async function hostilePatterns(): Promise<void> {
  for (const [name, make] of Object.entries(hostile)) {
    const small = make(2 * MB);
    const large = make(4 * MB);
    const ratio = (await milliseconds(() => readTicket(large), 2)) / (await milliseconds(() => readTicket(small), 2));
    figure(`${name}: cost of 4 MB / cost of 2 MB`, ratio, { most: 3.5 });
  }
}

/** What the server does after a keystroke in a large transcript: read what changed, find the problems. */
async function keystroke(): Promise<void> {
  const tickets = new Tickets();
  let document = TextDocument.create('bench:', 'smtp-transcript', 1, transcript(10 * MB));
  language.diagnostics(document, tickets.get(document));
  const times: number[] = [];
  for (let i = 0; i < 60; i++) {
    const position = document.positionAt((i * 1_299_709) % document.getText().length);
    const before = document;
    times.push(
      await milliseconds(() => {
        document = tickets.change(before, [{ range: { start: position, end: position }, text: 'x' }], i + 2);
        return language.diagnostics(document, tickets.get(document)).length;
      }, 1),
    );
  }
  figure('keystroke in a transcript of 10 MB: median, ms', percentile(times, 0.5));
  figure('keystroke in a transcript of 10 MB: 95th percentile, ms', percentile(times, 0.95), { most: 50 });
}

/** Everything that was said in a transcript, looked at once. */
function lookedAt(text: string): unknown {
  const ticket = readTicket(text);
  let events = 0;
  for (const block of ticket.blocks) if (block.kind === 'conversation') events += block.events.length;
  return { ticket, events };
}

async function memoryOfTranscripts(): Promise<void> {
  const text = transcript(10 * MB);
  const name = 'transcript of 10 MB: memory of the ticket / text';
  figure(name, memoryOf(() => readTicket(text)) / text.length, { most: 3 });
  figure(`${name}, all of it looked at`, memoryOf(() => lookedAt(text)) / text.length, { most: 3 });
}

/** Bytes of the heap that are in use. */
function heap(): number {
  for (let i = 0; i < 4; i++) globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** An editor in which somebody types here and there: nothing of the versions that are gone may stay. */
function heapAfterEdits(): void {
  const tickets = new Tickets();
  let document = TextDocument.create('bench:', 'smtp-transcript', 1, transcript(10 * MB));
  const type = (count: number): void => {
    for (let i = 0; i < count; i++) {
      const position = document.positionAt(((i + 1) * 1_299_709) % document.getText().length);
      document = tickets.change(
        document,
        [{ range: { start: position, end: position }, text: 'x' }],
        document.version + 1,
      );
      language.diagnostics(document, tickets.get(document));
      language.hover(document, tickets.get(document), position, { commandLinks: true });
    }
  };
  type(20);
  const before = heap();
  type(500);
  figure('transcript of 10 MB, 500 edits: heap after / before', heap() / before, { most: 1.2 });
}

/** Many large tickets open at once, typed in and hovered. */
function manyDocuments(): void {
  const tickets = new Tickets();
  const text = transcript(5 * MB);
  let documents = Array.from({ length: 30 }, (_, i) => {
    const document = TextDocument.create(`bench:${i}`, 'smtp-transcript', 1, `${text}note ${i}\n`);
    language.diagnostics(document, tickets.get(document));
    return document;
  });
  const times: number[] = [];
  for (let round = 0; round < 10; round++) {
    documents = documents.map((old, i) => {
      const position = old.positionAt(((round + 1) * (i + 1) * 1_299_709) % old.getText().length);
      const document = tickets.change(old, [{ range: { start: position, end: position }, text: 'x' }], old.version + 1);
      const start = performance.now();
      language.hover(document, tickets.get(document), position, { commandLinks: true });
      times.push(performance.now() - start);
      return document;
    });
  }
  figure('30 transcripts of 5 MB, typed in: hover, 99th percentile, ms', percentile(times, 0.99), { most: 250 });
}

await memoryOfTranscripts();
heapAfterEdits();
manyDocuments();
await log();
await message();
await growth();
await hostilePatterns();
await keystroke();
