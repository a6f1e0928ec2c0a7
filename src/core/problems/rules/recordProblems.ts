import { loosePolicies, policyProblems } from '../../dns/loose/loosePolicies.ts';
import { looseRecords } from '../../dns/loose/looseRecords.ts';
import { recordsOfLookup } from '../../dns/records/answerRecords.ts';
import { type ProblemOfSet, problemsOfSet } from '../../dns/records/recordSet.ts';
import type { Span } from '../../text/span.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';

/** Mistakes in the records that a ticket shows: those of mail, and what they do to each other. */
export function* recordProblems(ticket: Ticket): Iterable<Finding> {
  for (const block of ticket.blocks) {
    if (block.kind !== 'lookup' && block.kind !== 'prose') continue;
    if (block.kind === 'prose') yield* policiesIn(ticket.text, block);
    const records =
      block.kind === 'lookup' ? recordsOfLookup(ticket.text, block) : looseRecords(ticket.text, block.start, block.end);
    for (const found of problemsOfSet(records)) {
      const { code, data, kind } = found;
      const { start, end } = kind === undefined ? placeOf(ticket.text, found) : found;
      const record = `${found.record.name} ${found.record.type}`.trim();
      // The data of a problem is that of its own code; a spread loses that they belong together.
      yield { code, span: { start, end }, data: kind === undefined ? data : { kind, ...data }, record } as Finding;
    }
  }
}

function* policiesIn(text: string, { start, end }: Span): Iterable<Finding> {
  for (const policy of loosePolicies(text, start, end)) {
    for (const { code, data, ...span } of policyProblems(text, policy)) yield { code, span, data } as Finding;
  }
}

/** The last word of the data, which is the name that is wrong, where the tool prints it as it is. */
function placeOf(text: string, { record, start, end }: ProblemOfSet): Span {
  const word = record.data.trim().split(/\s+/).at(-1) ?? '';
  const shown = text.slice(start, Math.min(end, start + 2000));
  const at =
    word.length < 2 ? -1 : shown.lastIndexOf(word.endsWith('.') && !shown.includes(word) ? word.slice(0, -1) : word);
  return at === -1 ? { start, end } : { start: start + at, end: start + at + word.length };
}
