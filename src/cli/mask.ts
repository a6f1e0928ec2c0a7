import { applyReplacements } from '../core/mask/edits.ts';
import { maskTicket } from '../core/mask/maskTicket.ts';
import { readTicket } from '../core/ticket/readTicket.ts';
import type { Start } from '../core/ticket/ticket.ts';
import { readInput } from './input.ts';
import { readOptions } from './options.ts';

const shape = {
  addresses: { type: 'boolean' },
  names: { type: 'boolean' },
  hosts: { type: 'boolean' },
  ips: { type: 'boolean' },
  ids: { type: 'boolean' },
  all: { type: 'boolean' },
} as const;

/** `mask … FILE`: the masked text on standard output; 0 when it was written, 1 when FILE cannot be read. */
export async function mask(args: readonly string[]): Promise<number> {
  const form = 'mask [--addresses] [--names] [--hosts] [--ips] [--ids] [--all] FILE';
  const options = readOptions(args, shape, form);
  if (!options.ok) return 2;
  const [file] = options.words;
  if (file === undefined || options.words.length > 1) {
    process.stderr.write(`mail-triage: name one file, or - for standard input.\nUsage: mail-triage ${form}\n`);
    return 2;
  }
  const input = await readInput(file);
  if (!input.ok) {
    process.stderr.write(`mail-triage: ${input.problem}\n`);
    return 1;
  }
  const { values } = options;
  const wants = (name: keyof typeof shape): boolean => values.all === true || values[name] === true;
  const replacements = maskTicket(readTicket(input.text, startOf(file)), {
    addresses: wants('addresses'),
    names: wants('names'),
    hosts: wants('hosts'),
    ips: wants('ips'),
    messageIds: wants('ids'),
  });
  process.stdout.write(applyReplacements(input.text, replacements));
  const places = replacements.length === 1 ? '1 place' : `${replacements.length} places`;
  process.stderr.write(
    replacements.length === 0 ? 'mail-triage: nothing to mask was found\n' : `mail-triage: masked ${places}\n`,
  );
  return 0;
}

/** Files that are messages by their name are read as such from their first line. */
const startOf = (file: string): Start => (/\.(?:eml|mbox|mbx|emlx)$/i.test(file) ? 'message' : 'anywhere');
