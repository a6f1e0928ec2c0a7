import { once } from 'node:events';
import { plainJson, plainJsonPieces, plainLines } from '../core/text/plain.ts';

/** Lines for a person on standard output. What a document says does nothing to the terminal but be read. */
export const say = (text: string): unknown => process.stdout.write(plainLines(text));

/** The same of very many lines, written as fast as they are taken. */
export const sayLines = (lines: Iterable<string> | AsyncIterable<string>): Promise<void> =>
  write(lines, '\n', plainLines);

/** One object as a line of JSON on standard output. */
export const sayJson = (value: unknown): unknown => process.stdout.write(`${plainJson(value)}\n`);

/** The same of an object that may be too large to be held, given field by field. */
export const sayJsonFields = (fields: Iterable<readonly [name: string, value: unknown]>): Promise<void> =>
  sayJsonPieces(plainJsonPieces(fields));

/** The same of pieces of JSON that are made already. */
export async function sayJsonPieces(pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
  await write(pieces, '', (text) => text);
  process.stdout.write('\n');
}

/** Characters that are written together. */
const CHUNK = 1 << 16;

async function write(
  pieces: Iterable<string> | AsyncIterable<string>,
  behindEach: string,
  plain: (text: string) => string,
): Promise<void> {
  let chunk = '';
  for await (const piece of pieces) {
    chunk += piece + behindEach;
    if (chunk.length < CHUNK) continue;
    if (!process.stdout.write(plain(chunk))) await once(process.stdout, 'drain');
    chunk = '';
  }
  process.stdout.write(plain(chunk));
}

/** What went wrong, or what was done, on standard error. */
export const note = (text: string): unknown => process.stderr.write(plainLines(`mail-triage: ${text}\n`));

/** A question at the terminal, which stays in front of what is typed. */
export const ask = (text: string): unknown => process.stderr.write(plainLines(text));

/** A document of the user's on standard output, byte for byte; a terminal is shown it as plain lines. */
export const sayDocument = (text: string): unknown =>
  process.stdout.write(process.stdout.isTTY ? plainLines(text) : text);

/** One line on a terminal that is written over by the next; nothing where standard error is none. */
export const showProgress = (text: string): unknown =>
  process.stderr.isTTY && process.stderr.write(`\r\u001b[K${plainLines(text).slice(0, 100)}`);
