import { append } from '../text/lists.ts';
import type { Span } from '../text/span.ts';
import { readTicket } from '../ticket/readTicket.ts';
import type { Block, Ticket } from '../ticket/ticket.ts';
import { hexDumpOf, placeOf } from './hexDumps.ts';
import { privateKeys } from './privateKeys.ts';
import { type Reading, readingsOf } from './readings.ts';
import { type FindRecurrences, recurrencesOf } from './recurrences.ts';
import { saslSecrets } from './saslSecrets.ts';
import type { FoundSecret, Secret } from './secret.ts';
import { callSecrets } from './secrets/calls.ts';
import { commandLineSecrets } from './secrets/commandLines.ts';
import { configurationSecrets } from './secrets/configurations.ts';
import { keysAndHashes } from './secrets/keysAndHashes.ts';
import { loginSecrets } from './secrets/logins.ts';
import { mailFileSecrets } from './secrets/mailFiles.ts';
import { manifestSecrets } from './secrets/manifests.ts';
import { namedSecrets } from './secrets/named.ts';
import { pairSecrets } from './secrets/pairs.ts';
import { pipedSecrets } from './secrets/piped.ts';
import { Searched } from './secrets/searched.ts';
import { serviceTokens } from './secrets/serviceTokens.ts';
import { statementSecrets } from './secrets/statements.ts';
import { encodedLogins, tracedLogins } from './secrets/tracedLogins.ts';
import { webSecrets } from './secrets/web.ts';

const finders: readonly ((searched: Searched) => Iterable<FoundSecret>)[] = [
  // Of two that find the same, the first one says what it is.
  privateKeys,
  keysAndHashes,
  serviceTokens,
  encodedLogins,
  tracedLogins,
  namedSecrets,
  commandLineSecrets,
  pipedSecrets,
  callSecrets,
  statementSecrets,
  mailFileSecrets,
  manifestSecrets,
  configurationSecrets,
  loginSecrets,
  pairSecrets,
  webSecrets,
];

/**
 * What must not be shared of a ticket, in order, without overlap: what logins show, passwords and tokens as programs and
 * people write them, also where they are encoded, private keys, and every other place of a password that the ticket shows
 * (at most 20,000 of them). User names are none, nor are a server's challenges.
 */
export const findSecrets = (ticket: Ticket): readonly Secret[] => collectSecrets(ticket).secrets;

interface Collected {
  readonly secrets: readonly Secret[];
  /** What finds their passwords in other texts. */
  readonly again: FindRecurrences;
  /** Passwords for which that does not look, because there are too many. */
  readonly unsought: number;
}

/** A ticket is asked for its secrets by each choice that it is masked with, and wherever the cursor goes in it. */
const collected = new WeakMap<Ticket, Collected>();

export function collectSecrets(ticket: Ticket): Collected {
  const known = collected.get(ticket);
  if (known !== undefined) return known;
  const readings = [...readingsOf(ticket.text)];
  const found: FoundSecret[] = [...written(readings)];
  for (const block of ticket.blocks) append(found, ofBlock(ticket, block));
  const { again, unsought } = recurrencesOf(new Set(found.flatMap((secret) => secret.passwords)), ticket.text);
  const all = { secrets: apart([...found, ...recurring(readings, again)]), again, unsought };
  collected.set(ticket, all);
  return all;
}

/** The secrets of a text that was decoded, given the passwords that the ticket shows. */
export function secretsOfText(text: string, again: FindRecurrences): readonly Secret[] {
  const readings = [...readingsOf(text)];
  return apart([...written(readings), ...recurring(readings, again)]);
}

/** The secrets that a block shows by itself; of a very long one, those in front of what is unsearched. */
export const secretsOfBlock = (ticket: Ticket, block: Block): readonly Secret[] =>
  [...secretsInSteps(ticket, block)].filter((one) => one !== undefined);

/** The same; undefined stands for a step of the search, behind which its caller may do something else. */
export function* secretsInSteps(ticket: Ticket, block: Block): Iterable<Secret | undefined> {
  const part = ticket.text.slice(block.start, unsearchedOf(block)?.start ?? block.end);
  const found: FoundSecret[] = [];
  for (const reading of readingsOf(part)) {
    const searched = new Searched(reading.text);
    for (const find of finders) {
      for (const secret of find(searched)) found.push(placed(secret, reading));
      yield undefined;
    }
  }
  yield* apart([...moved(found, block.start), ...ofBlock(ticket, block)]);
}

/** Characters; attachments and logs are longer. */
const START = 500_000;

/** The end of a very long block, in which `secretsOfBlock` does not look. */
export const unsearchedOf = ({ start, end }: Span): Span | undefined =>
  end - start > START ? { start: start + START, end } : undefined;

function* written(readings: Iterable<Reading>): Iterable<FoundSecret> {
  for (const reading of readings) {
    const searched = new Searched(reading.text);
    for (const find of finders) for (const secret of find(searched)) yield placed(secret, reading);
  }
}

function* recurring(readings: Iterable<Reading>, again: FindRecurrences): Iterable<FoundSecret> {
  for (const reading of readings) for (const secret of again(reading.text)) yield placed(secret, reading);
}

const placed = (secret: FoundSecret, reading: Reading): FoundSecret => ({
  ...secret,
  ...reading.placeOf(secret),
  encoded: secret.encoded || reading.encoded,
});

function* moved(found: Iterable<FoundSecret>, by: number): Iterable<FoundSecret> {
  for (const secret of found) yield { ...secret, start: secret.start + by, end: secret.end + by };
}

/** Without one of these a conversation has no login, and what was said in it need not be read. */
const LOGIN = /AUTH|334/i;

function* ofBlock(ticket: Ticket, block: Block): Iterable<FoundSecret> {
  if (block.kind !== 'conversation') return;
  const { text } = ticket;
  const dump = hexDumpOf(ticket, block);
  if (dump === undefined) {
    if (LOGIN.test(text.slice(block.start, block.end))) yield* saslSecrets(text, block);
    return;
  }
  const inner = readTicket(dump.text);
  for (const part of inner.blocks) {
    const found = [...inPart(dump.text, part), ...(part.kind === 'conversation' ? saslSecrets(dump.text, part) : [])];
    for (const secret of found) yield { ...secret, ...placeOf(dump, secret) };
  }
}

const inPart = (text: string, { start, end }: Span): Iterable<FoundSecret> =>
  moved(written(readingsOf(text.slice(start, end))), start);

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
