import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { openFile } from '../files/open.ts';

/** The lines of a file, or of standard input for `-`, as they come. */
export const linesOf = (file: string): AsyncIterable<string> =>
  createInterface({ input: Readable.from(openFile(file)), crlfDelay: Number.POSITIVE_INFINITY });
