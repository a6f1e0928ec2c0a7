import { ticketFields } from '../core/report/ticketJson.ts';
import { ticketLines } from '../core/report/ticketText.ts';
import { readInput, startOf } from './input.ts';
import { readOpened } from './openedTicket.ts';
import { note, sayJsonFields, sayLines } from './output.ts';

interface ReadOptions {
  readonly json?: boolean;
  readonly message?: boolean;
}

/** What happened in each file, or an object a file; a file that cannot be read is named, and the others are read. */
export async function read({ json, message }: ReadOptions, files: readonly string[]): Promise<number> {
  let status = 0;
  for (const file of files) {
    const input = await readInput(file);
    if (!input.ok) {
      note(input.problem);
      status = 1;
      continue;
    }
    const ticket = await readOpened(input.text, message === true ? 'message' : startOf(file));
    if (json === true) await sayJsonFields(ticketFields(file, ticket));
    else await sayLines(ticketLines(files.length > 1 ? file : undefined, ticket));
  }
  return status;
}
