import { type ReasonName, reasons } from '../../knowledge/reasons.ts';
import type { Conversation, Session } from '../../smtp/conversation.ts';
import { connectedTo } from '../../smtp/whereTo.ts';
import { spanText } from '../../text/span.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Verdict, VerdictStage } from '../verdict.ts';

/** A session in which a message, or a recipient of one, was taken. */
interface Taken {
  readonly start: number;
  readonly sender: string;
  /** The name that the client gave itself, empty where it is not shown. */
  readonly client: string;
  readonly isQuoted: boolean;
  readonly isLoggedIn: boolean;
  /** The message, too. */
  readonly isSent: boolean;
}

/**
 * What sessions failed with and a later one got over, with the same server and for the same sender: the recipient was
 * taken in the end, or any was, where nobody had been named. What is quoted of an earlier mail was before all else.
 */
export function withLaterSessions(
  ticket: Ticket,
  said: readonly Verdict[],
  blocks: ReadonlyMap<Verdict, Conversation>,
): readonly Verdict[] {
  if (!said.some((one) => one.failed && blocks.has(one))) return said;
  const last = lastTaken(ticket);
  const hosts = new Map<Conversation, string>();
  const open = new Set<Conversation>();
  const gotOverBy = (one: Verdict, block: Conversation): readonly Taken[] => {
    const { recipients, stage, code, role, sender, reply, span } = one;
    const known = hosts.get(block) ?? hostIn(ticket, block);
    hosts.set(block, known);
    const host = one.server?.toLowerCase() ?? known;
    const isLog = isLogOfMany(block);
    const isQuoted = isQuotedMail(ticket, span.start);
    const isNamed = recipients.length > 0;
    return (isNamed ? recipients : ['']).flatMap((whom) => {
      const key = ` ${whom.toLowerCase()}`;
      const taken = last.get(host + key) ?? (host === '' ? undefined : last.get(UNKNOWN + key));
      if (taken === undefined || (isQuoted === taken.isQuoted ? taken.start < span.start : taken.isQuoted)) return [];
      if (sender === undefined ? isLog : sender !== taken.sender) return [];
      // Another client may be let in all the same.
      const client = isLog || OF_RECIPIENT.has(code) ? '' : clientIn(ticket, block);
      if (client !== '' && taken.client !== '' && client !== taken.client) return [];
      if (isNamed)
        return role === 'waiting' || stage === 'RCPT' || (stage === '?' && OF_RECIPIENT.has(code)) ? taken : [];
      // The log of a server shows other clients.
      if (isLog || (/auth/i.test(stage) && !taken.isLoggedIn)) return [];
      return (stage === '?' ? reply === undefined : BEFORE.has(stage)) ? taken : [];
    });
  };
  return said.map((one) => {
    const block = blocks.get(one);
    if (block === undefined || !one.failed) return one;
    const by = one.role === 'consequence' ? [] : gotOverBy(one, block);
    const isOver = one.role === 'consequence' ? !open.has(block) : by.length >= Math.max(1, one.recipients.length);
    if (!isOver) {
      open.add(block);
      return one;
    }
    const past = { ...one, failed: false, next: [] };
    if (by.every(({ isSent }) => isSent)) return { ...past, role: 'recovered' };
    const summary = `At first: ${reasons[one.code].what}. A later session got past that, and no message was sent in it.`;
    return { ...past, role: 'notice', code: 'in-progress', actor: 'nobody', retry: 'no', summary };
  });
}

/** Who was taken last, under the name of the server, or for any server, and the recipient, or for any recipient. */
function lastTaken(ticket: Ticket): ReadonlyMap<string, Taken> {
  const last = new Map<string, Taken>();
  for (const block of ticket.blocks) {
    if (block.kind !== 'conversation') continue;
    for (const session of block.sessions)
      for (const { outcome, recipients, sender } of session.transactions) {
        const whom = recipients.filter(({ reply }) => codeOf(block, reply) < 300);
        const start = block.events[whom.at(-1)?.reply ?? -1]?.start;
        if (outcome === 'refused' || start === undefined) continue;
        const taken = {
          start,
          sender,
          client: clientIn(ticket, block),
          isQuoted: isQuotedMail(ticket, start),
          isLoggedIn: hasLogin(block, session),
          isSent: outcome === 'accepted',
        };
        for (const host of [session.server?.toLowerCase() || hostIn(ticket, block) || UNKNOWN, ''])
          for (const address of ['', ...whom.map((one) => one.address)])
            last.set(`${host} ${address.toLowerCase()}`, taken);
      }
  }
  return last;
}

/** What stands in an earlier mail that somebody quotes comes behind what does not. */
export const quotedLast = (ticket: Ticket, verdicts: readonly Verdict[]): readonly Verdict[] => {
  const isQuoted = ({ span }: Verdict): boolean => isQuotedMail(ticket, span.start);
  return verdicts.every(isQuoted)
    ? verdicts
    : [...verdicts.filter((one) => !isQuoted(one)), ...verdicts.filter(isQuoted)];
};

/** Whether a place stands in a line of an earlier mail that somebody quotes. */
const isQuotedMail = ({ lines }: Ticket, at: number): boolean =>
  /^[ \t]{0,4}>/.test(lines.at(lines.lineOf(at)).slice(0, 8));

const codeOf = ({ events }: Conversation, at: number | undefined): number => {
  const event = events[at ?? -1];
  return event?.kind === 'reply' ? event.code : 500;
};

/** In the place of the name of a server that no session shows; no host has it. */
const UNKNOWN = '?';

const hostIn = ({ text }: Ticket, block: Conversation): string => connectedTo(text, block)?.host.toLowerCase() ?? '';

/** Of a conversation of one connection, and of the first of several. */
function clientIn({ text }: Ticket, { events }: Conversation): string {
  const hello = events.find((one) => one.kind === 'command' && (one.verb === 'EHLO' || one.verb === 'HELO'));
  return hello?.kind === 'command' ? spanText(text, hello.argument).trim().toLowerCase().slice(0, 255) : '';
}

/** Whether connections have names, as in the log of a server. */
const isLogOfMany = ({ events: [first] }: Conversation): boolean => first?.connection !== undefined;

const hasLogin = (block: Conversation, { events }: Session): boolean => events.some((at) => codeOf(block, at) === 235);

/** What a refusal without its session says of the recipient alone. */
const OF_RECIPIENT: ReadonlySet<ReasonName> = new Set(['recipient-unknown', 'recipient-inactive', 'mailbox-full']);

/** Where a session fails before a recipient is named. */
const BEFORE: ReadonlySet<VerdictStage> = new Set(['connect', 'EHLO', 'HELO', 'STARTTLS', 'AUTH', '(auth)', 'MAIL']);
