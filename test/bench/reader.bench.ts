import { simpleParser } from 'mailparser';
import PostalMime from 'postal-mime';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { language } from '../../src/core/features/language.ts';
import { readTicket } from '../../src/core/ticket/read.ts';
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
  figure('50 MB Postfix log: reader / reply-code regex', read / regex, 'at most 15');
  figure("50 MB Postfix log: reader / split('\\n')", read / split);
  figure('50 MB Postfix log: memory of the ticket / text', memoryOf(() => readTicket(text)) / text.length, 'at most 3');
}

async function message(): Promise<void> {
  const text = messageWithAttachment(27 * MB);
  const read = await milliseconds(() => readTicket(text, 'message').blocks.length);
  const simple = await milliseconds(() => simpleParser(text), 1);
  const postal = await milliseconds(() => PostalMime.parse(text), 1);
  figure('27 MB message: mailparser simpleParser / reader', simple / read, 'at least 20');
  figure('27 MB message: postal-mime / reader', postal / read);
  figure(
    '27 MB message: memory of the ticket / text',
    memoryOf(() => readTicket(text, 'message')) / text.length,
    'at most 3',
  );
}

async function growth(): Promise<void> {
  let before = 0;
  for (let size = 1; size <= 64; size *= 2) {
    const text = transcript(size * MB);
    const read = await milliseconds(() => readTicket(text).blocks.length, 3);
    figure(`transcript of ${size} MB: cost / cost of half of it`, before === 0 ? Number.NaN : read / before, 'about 2');
    before = read;
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
  figure('keystroke in a transcript of 10 MB: 95th percentile, ms', percentile(times, 0.95), 'at most 50');
}

await log();
await message();
await growth();
await keystroke();
