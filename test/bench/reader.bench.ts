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
    figure(`${name}: cost of 4 MB / cost of 2 MB`, ratio, 'about 2');
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
await hostilePatterns();
await keystroke();
