import { applyReplacements } from '../core/mask/edits.ts';
import { masking } from '../core/mask/maskTicket.ts';
import { unsoughtWords } from '../core/report/unsoughtWords.ts';
import { readTicket } from '../core/ticket/readTicket.ts';
import { readInput, startOf } from './input.ts';
import { note, sayDocument } from './output.ts';

type Kind = 'addresses' | 'names' | 'hosts' | 'ips' | 'ids' | 'all';

/** The masked text on standard output, and on standard error how much was masked. */
export async function mask(
  options: { readonly [Name in Kind]?: boolean },
  [file = '-']: readonly string[],
): Promise<number> {
  const input = await readInput(file);
  if (!input.ok) {
    note(input.problem);
    return 1;
  }
  const wants = (kind: Kind): boolean => options.all === true || options[kind] === true;
  const { replacements, unsought } = masking(readTicket(input.text, startOf(file)), {
    addresses: wants('addresses'),
    names: wants('names'),
    hosts: wants('hosts'),
    ips: wants('ips'),
    messageIds: wants('ids'),
  });
  sayDocument(applyReplacements(input.text, replacements));
  const places = replacements.length === 1 ? '1 place' : `${replacements.length} places`;
  note(replacements.length === 0 ? 'nothing to mask was found' : `masked ${places}`);
  if (unsought > 0) {
    note(unsoughtWords(unsought));
  }
  return 0;
}
