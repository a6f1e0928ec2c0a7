import { entryAt } from '../../log/entries.ts';
import { type Span, touches } from '../../text/span.ts';
import type { Block, Ticket } from '../../ticket/ticket.ts';

/** Characters of a name on either side of the cursor. */
const LONGEST = 250;
const ADDRESS = /[\w.+=~!#$%&'*/?^{|}-]{1,200}@[\w.-]{1,200}/g;
/** Ids that replies give; a line of a log has them by itself. */
const GIVEN = /\b(?:queued as|OK id=|id=) ?([\w.-]{5,60})/gi;

/** What stands under the cursor by which a message can be looked for in logs: an address, a Message-ID, the id of a queue. */
export function searchableAt({ text, lines }: Ticket, block: Block | undefined, offset: number): string | undefined {
  const entry = block?.kind === 'log' ? entryAt(lines, block, offset) : undefined;
  const id = [entry?.queueId, entry?.nextQueueId].find((word) => word !== undefined && touches(word, offset));
  if (id !== undefined && id.text.length >= 5) return id.text;
  const start = Math.max(text.lastIndexOf('\n', offset - 1) + 1, offset - LONGEST);
  const lf = text.indexOf('\n', offset);
  const near = text.slice(start, Math.min(lf < 0 ? text.length : lf, offset + LONGEST));
  const under = (span: Span): boolean => touches({ start: start + span.start, end: start + span.end }, offset);
  for (const match of near.matchAll(ADDRESS))
    if (under({ start: match.index, end: match.index + match[0].length })) return match[0].replace(/[.-]{1,9}$/, '');
  for (const match of near.matchAll(GIVEN)) {
    const end = match.index + match[0].length;
    if (under({ start: end - (match[1]?.length ?? 0), end })) return match[1]?.replace(/[.-]{1,9}$/, '');
  }
  return undefined;
}
