import { plainJson, plainLines } from '../core/text/plain.ts';

/** Lines for a person on standard output. What a document says does nothing to the terminal but be read. */
export const say = (text: string): unknown => process.stdout.write(plainLines(text));

/** One object as a line of JSON on standard output. */
export const sayJson = (value: unknown): unknown => process.stdout.write(`${plainJson(value)}\n`);

/** What went wrong, or what was done, on standard error. */
export const note = (text: string): unknown => process.stderr.write(plainLines(`mail-triage: ${text}\n`));

/** A document of the user's on standard output, byte for byte; a terminal is shown it as plain lines. */
export const sayDocument = (text: string): unknown =>
  process.stdout.write(process.stdout.isTTY ? plainLines(text) : text);
