import { entryAt } from '../../log/entries.ts';
import { linkedEntries } from '../../log/linkedEntries.ts';
import type { Log } from '../../log/log.ts';
import { append } from '../../text/lists.ts';
import type { Span } from '../../text/span.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { blockAt } from '../positions.ts';

/** No more places are listed than a person would go through. */
const MOST = 5000;
const MOST_IDS = 40;
/** The longest id that is looked for, to either side of the cursor. */
const REACH = 400;

const OUTSIDE = /[\s<>"'(),;=[\]{}|]/;

/** The word under the cursor that may be a queue id or a message id. */
function idAt(text: string, offset: number): Span & { readonly text: string } {
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start < REACH && !OUTSIDE.test(text[start - 1] as string)) start--;
  while (end < text.length && end - offset < REACH && !OUTSIDE.test(text[end] as string)) end++;
  while (end > start && /[:.]/.test(text[end - 1] as string)) end--;
  return { start, end, text: text.slice(start, end) };
}

/**
 * Every place where the message with the id at `offset` is named, under any of its ids, in the order of the text.
 * `same` are the places that have the very id. Empty where no log knows the word as an id.
 */
export function placesOf(
  ticket: Ticket,
  offset: number,
): { readonly all: readonly Span[]; readonly same: readonly Span[] } {
  const logs = ticket.blocks.filter((block) => block.kind === 'log');
  const word = idAt(ticket.text, offset);
  if (logs.length === 0 || word.text.length < 5) return NOWHERE;
  const ids = idsWith(ticket, logs, word.text);
  if (ids === undefined && !isSession(ticket, offset, word.text)) return NOWHERE;
  const all: Span[] = [];
  for (const id of ids ?? [word.text]) append(all, occurrences(ticket.text, id).slice(0, MOST - all.length));
  return { all: inOrder(all), same: occurrences(ticket.text, word.text) };
}

const NOWHERE = { all: [], same: [] };

/** All ids of the messages that have this one; undefined where it is none. Logs of several hosts are gone through twice. */
function idsWith(ticket: Ticket, logs: readonly Log[], id: string): ReadonlySet<string> | undefined {
  const ids = new Set([id]);
  let known = false;
  for (let round = 0; round < 2; round++) {
    for (const log of logs) {
      const linked = linkedEntries(ticket.lines, log);
      for (const one of [...ids]) {
        const place = linked.messageOf(one);
        if (place === undefined) continue;
        known = true;
        for (const other of linked.messages[place]?.ids ?? []) if (ids.size < MOST_IDS) ids.add(other);
      }
    }
  }
  return known ? ids : undefined;
}

/** Ids of connections link nothing, but the lines that have them belong together. */
function isSession(ticket: Ticket, offset: number, id: string): boolean {
  const block = blockAt(ticket, offset);
  return block?.kind === 'log' && entryAt(ticket.lines, block, offset).session?.text === id;
}

const WORD = /[\w-]/;

/** Where an id stands as a word of its own; the half of an envelope id that names the message counts too. */
function occurrences(text: string, id: string): Span[] {
  const found: Span[] = [];
  const half = /^[0-9a-f]{8}$/.test(id);
  for (let at = text.indexOf(id); at >= 0 && found.length < MOST; at = text.indexOf(id, at + id.length)) {
    if (at > 0 && WORD.test(text[at - 1] as string)) continue;
    let end = at + id.length;
    if (half && /^[0-9a-f]{8}(?![\w-])/.test(text.slice(end, end + 9))) end += 8;
    if (WORD.test(text[end] ?? '')) continue;
    found.push({ start: at, end });
  }
  return found;
}

/** In the order of the text, each place once. */
const inOrder = (spans: readonly Span[]): readonly Span[] =>
  [...spans].sort((a, b) => a.start - b.start).filter((span, i, list) => i === 0 || list[i - 1]?.start !== span.start);
