import { ticketJson } from '../core/report/ticketJson.ts';
import { renderTicket } from '../core/report/ticketText.ts';
import { readTicket } from '../core/ticket/readTicket.ts';
import type { Start } from '../core/ticket/ticket.ts';
import { readInput } from './input.ts';
import { readOptions } from './options.ts';

/** `read [--json] [--message] FILE…`: 0 when every file was read, 1 when one could not be, 2 for wrong usage. */
export async function read(args: readonly string[]): Promise<number> {
  const form = 'read [--json] [--message] FILE…';
  const options = readOptions(args, { json: { type: 'boolean' }, message: { type: 'boolean' } }, form);
  if (!options.ok) return 2;
  if (options.words.length === 0) {
    process.stderr.write(`mail-triage: name a file, or - for standard input.\nUsage: mail-triage ${form}\n`);
    return 2;
  }
  let status = 0;
  for (const file of options.words) {
    const input = await readInput(file);
    if (!input.ok) {
      process.stderr.write(`mail-triage: ${input.problem}\n`);
      status = 1;
      continue;
    }
    const ticket = readTicket(input.text, options.values.message === true ? 'message' : startOf(file));
    const many = options.words.length > 1;
    process.stdout.write(
      options.values.json === true
        ? `${JSON.stringify(ticketJson(file, ticket))}\n`
        : renderTicket(many ? file : undefined, ticket),
    );
  }
  return status;
}

/** Files that are messages by their name are read as such from their first line. */
const startOf = (file: string): Start => (/\.(?:eml|mbox|mbx|emlx)$/i.test(file) ? 'message' : 'anywhere');
