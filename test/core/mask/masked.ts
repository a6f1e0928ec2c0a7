import { applyReplacements } from '../../../src/core/mask/edits.ts';
import { findSecrets } from '../../../src/core/mask/findSecrets.ts';
import type { MaskChoice } from '../../../src/core/mask/maskChoice.ts';
import { maskTicket } from '../../../src/core/mask/maskTicket.ts';
import { readingJson } from '../../../src/core/report/ticketJson.ts';
import { verbs } from '../../../src/core/smtp/verbs.ts';
import { readTicket } from '../../../src/core/ticket/readTicket.ts';
import type { Start, Ticket } from '../../../src/core/ticket/ticket.ts';

export const secretsOnly: MaskChoice = { addresses: false, names: false, hosts: false, ips: false, messageIds: false };
export const everything: MaskChoice = { addresses: true, names: true, hosts: true, ips: true, messageIds: true };

/** The text of a ticket with what was chosen masked. */
export const maskedText = (ticket: Ticket, choice: MaskChoice): string =>
  applyReplacements(ticket.text, maskTicket(ticket, choice));

/** A text with what was chosen masked. */
export const masked = (text: string, choice: MaskChoice = secretsOnly, start: Start = 'anywhere'): string =>
  maskedText(readTicket(text, start), choice);

/** Kind and text of each secret. */
export const secretsIn = (text: string, start: Start = 'anywhere'): (readonly [string, string])[] =>
  findSecrets(readTicket(text, start)).map((secret) => [secret.kind, text.slice(secret.start, secret.end)] as const);

export const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');

/** What must not change: blocks, events with their lines, sessions, messages, answers. A word that SMTP does not know may be masked. */
export const shape = (text: string, start: Start): string => shapeOf(readTicket(text, start));

export function shapeOf(ticket: Ticket): string {
  const read = readingJson(ticket) as unknown as Record<string, Record<string, unknown>[]>;
  const events: Record<string, unknown>[] = (read.events ?? []).map((event) => ({
    ...event,
    verb: knownVerb(event.verb),
  }));
  const only = (list: string, ...names: readonly string[]): unknown =>
    (read[list] ?? []).map((item) => names.map((name) => item[name] ?? null));
  return JSON.stringify([
    only('blocks', 'kind'),
    read.sessions,
    events.map(({ line, lastLine, dir, code, verb, enhanced, session }) => [
      line,
      lastLine,
      dir,
      code,
      verb,
      enhanced,
      session,
    ]),
    only('embeddedReplies', 'line', 'code', 'enhanced'),
    only('messages', 'headerCount', 'hopDelaysSeconds', 'contentTypes', 'clockSkew'),
    (read.messages ?? []).map(({ hops }) => (hops as unknown[] | undefined)?.length),
    only('queries', 'type', 'status'),
  ]);
}

const knownVerb = (verb: unknown): unknown =>
  typeof verb !== 'string' || /^\(|^\?$/.test(verb) || verbs.has(verb) ? verb : 'unknown';
