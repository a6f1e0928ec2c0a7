import type { Span } from '../text/span.ts';
import { readTicket } from '../ticket/readTicket.ts';
import type { Block, Ticket } from '../ticket/ticket.ts';
import { hexDumpOf, placeOf } from './hexDumps.ts';
import { privateKeys } from './privateKeys.ts';
import { type FindRecurrences, recurrencesOf } from './recurrences.ts';
import { saslSecrets } from './saslSecrets.ts';
import type { FoundSecret, Secret } from './secret.ts';
import { askedSecrets, encodedSecrets, writtenSecrets } from './writtenSecrets.ts';

/**
 * What must not be shared of a ticket, in order, without overlap: what logins show, passwords and tokens as programs and
 * people write them, private keys, and every other place of a password that the ticket shows (at most 200 of them).
 * User names are none, nor are a server's challenges.
 */
export const findSecrets = (ticket: Ticket): readonly Secret[] => collectSecrets(ticket).secrets;

/** The secrets, and what finds their passwords in other texts. */
export function collectSecrets(ticket: Ticket): {
  readonly secrets: readonly Secret[];
  readonly again: FindRecurrences;
} {
  const { text } = ticket;
  const found: FoundSecret[] = [...written(text, { start: 0, end: text.length })];
  for (const block of ticket.blocks) found.push(...ofBlock(ticket, block));
  const again = recurrencesOf(new Set(found.flatMap((secret) => secret.passwords)));
  return { secrets: apart([...found, ...again(text)]), again };
}

/** The secrets of a text that was decoded, given the passwords that the ticket shows. */
export const secretsOfText = (text: string, again: FindRecurrences): readonly Secret[] =>
  apart([...written(text, { start: 0, end: text.length }), ...again(text)]);

/** The secrets that a block shows by itself; of a very long one, those at its start. */
export const secretsOfBlock = (ticket: Ticket, block: Block): readonly Secret[] => {
  const end = Math.min(block.end, block.start + START);
  return apart([...written(ticket.text, { start: block.start, end }), ...ofBlock(ticket, block)]);
};

/** Characters; attachments and logs are longer. */
const START = 500_000;

function* written(text: string, { start, end }: Span): Iterable<FoundSecret> {
  const part = start === 0 && end === text.length ? text : text.slice(start, end);
  for (const find of [privateKeys, writtenSecrets, encodedSecrets]) yield* moved(find(part), start);
}

function* moved(found: Iterable<FoundSecret>, by: number): Iterable<FoundSecret> {
  for (const secret of found) yield { ...secret, start: secret.start + by, end: secret.end + by };
}

function* ofBlock(ticket: Ticket, block: Block): Iterable<FoundSecret> {
  const { text } = ticket;
  if (block.kind !== 'conversation') {
    yield* moved(askedSecrets(text.slice(block.start, block.end)), block.start);
    return;
  }
  const dump = hexDumpOf(ticket, block);
  if (dump === undefined) {
    yield* saslSecrets(text, block);
    return;
  }
  const inner = readTicket(dump.text);
  for (const part of inner.blocks) {
    const found = [...written(dump.text, part), ...(part.kind === 'conversation' ? saslSecrets(dump.text, part) : [])];
    for (const secret of found) yield { ...secret, ...placeOf(dump, secret) };
  }
}

/** In order; of two that overlap the longer one, which says more of what it is, or the first. */
function apart(found: readonly FoundSecret[]): readonly Secret[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Secret[] = [];
  for (const { start, end, kind, encoded } of sorted) {
    const last = kept.at(-1);
    if (last === undefined || start >= last.end) kept.push({ start, end, kind, encoded });
    else if (end > last.end) kept[kept.length - 1] = { ...last, end };
  }
  return kept;
}
