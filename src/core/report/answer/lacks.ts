import type { ReasonName } from '../../knowledge/reasons.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { ownPart } from '../../trace/border.ts';
import type { Told } from '../answer.ts';
import { isBounce } from './quotedNotice.ts';
import type { RequestNames } from './requestNames.ts';

/**
 * What a ticket lacks that the sender's admin may have: the `bounce`, lines of the `log`, the `tries` to hand on a
 * message that came late or twice, a `session` by hand, a `lookup` of the recipient's domain, the `address` from which
 * mail is sent, its `time`, which `services` send in its name.
 */
export type Lack = 'bounce' | 'log' | 'tries' | 'session' | 'lookup' | 'address' | 'time' | 'services';

/** Where nothing that a session shows is in question: what was refused is known, and is mended elsewhere. */
const SETTLED: ReadonlySet<ReasonName> = new Set([
  'mailbox-full',
  'too-large-for-mailbox',
  'message-too-large',
  'content-refused',
  'content-unsupported',
  'message-malformed',
  'virus-found',
  'sender-not-allowed',
  'suppressed',
  'mail-not-accepted',
  'domain-not-found',
  'mail-loop',
]);

/** Checks of the origin of a message. */
const ORIGIN: ReadonlySet<ReasonName> = new Set([
  'spf-failed',
  'dkim-failed',
  'dmarc-failed',
  'sender-unauthenticated',
]);

/** What is to be asked for: what is not there yet and fits to what happened. */
export function lacksOf(ticket: Ticket, told: Told | undefined, { domain }: RequestNames): readonly Lack[] {
  const kinds = new Set<string>(ticket.blocks.map(({ kind }) => kind));
  const origin = told !== undefined && ORIGIN.has(told.matter.first.code);
  if (hasArrived(ticket, told)) {
    const tries: readonly Lack[] = areTriesThere(told) ? [] : ['tries'];
    return origin ? ['services', ...tries] : tries;
  }
  if (told !== undefined && isHere(told)) return [];
  const first = told?.matter.first;
  const settled = first !== undefined && (SETTLED.has(first.code) || first.tells?.outbound === true);
  const asked: readonly (Lack | false)[] = [
    !isBounceThere(ticket, told) && 'bounce',
    !kinds.has('log') && 'log',
    !kinds.has('conversation') && !settled && 'session',
    !isLookedUp(ticket, domain) && !settled && 'lookup',
    origin && 'services',
    !isAddressKnown(ticket, told) && 'address',
    !hasZone(told?.circumstances.time) && 'time',
  ];
  return asked.filter((one) => one !== false);
}

/** Kept back on this side, or complained of: the sender's admin has nothing that is missing. */
const isHere = ({ fate, matter: { first } }: Told): boolean =>
  fate.kind === 'kept' || fate.kind === 'held' || first.code === 'complaint';

/** Whether the mail came, so that there is no bounce and nothing to test: late, twice, into junk, or well. */
function hasArrived({ blocks }: Ticket, told: Told | undefined): boolean {
  if (told === undefined)
    return blocks.some((block) => block.kind === 'message' && block.report === undefined && block.hops.length > 0);
  return told.fate.kind === 'arrived' || told.fate.kind === 'taken' || told.matter.first.code === 'automatic-reply';
}

/** Whether the log of whoever handed the message on stands there. */
const areTriesThere = (told: Told | undefined): boolean =>
  told?.circumstances.history.some(({ outcome }) => outcome === 'deferred' || outcome === 'sent') === true;

/** A bounce stands there, or there is none yet: the mail still waits, or none was sent. */
function isBounceThere(ticket: Ticket, told: Told | undefined): boolean {
  if (ticket.blocks.some((block) => block.kind === 'message' && block.report !== undefined)) return true;
  if (told === undefined) return false;
  const { kind } = told.fate;
  if (kind === 'waiting' || kind === 'put-off' || kind === 'unsent' || kind === 'kept' || kind === 'held') return true;
  return kind === 'returned' && isBounce(ticket, told.matter.first);
}

const isLookedUp = ({ blocks }: Ticket, domain: string): boolean =>
  blocks.some((block) => block.kind === 'lookup' && block.queries.some(({ name }) => name.toLowerCase() === domain));

/** Whether it is known from which address the mail was sent: a header, a log of the receiver or the reply says so. */
function isAddressKnown(ticket: Ticket, told: Told | undefined): boolean {
  const message = ticket.blocks.find((block) => block.kind === 'message' && block.report === undefined);
  if (message?.kind === 'message' && ownPart(message)?.border.ip !== undefined) return true;
  return (
    told?.circumstances.history.some(({ outcome, client }) => outcome === 'rejected' && client?.ip !== undefined) ===
    true
  );
}

/** A time that says in which zone it is. */
const hasZone = (time: string | undefined): boolean =>
  time !== undefined && /:\d\d(?:[.,]\d{1,9})?(?: [AP]M)? ?\(?(?:[+-]\d\d:?\d\d\b|Z\b|(?:UTC|GMT)\b)/.test(time);

const NOTHING = 'whether your side sees the same, and what differs where it does not';

/** What to ask for, a line each. */
export function missingWords(lacks: ReadonlySet<Lack>, told: Told | undefined): readonly string[] {
  const { messageId, sender, time } = told?.circumstances ?? {};
  const message = messageId === undefined ? 'the message' : `the message ${messageId}`;
  const rows: Readonly<Record<Lack, string>> = {
    bounce: 'the bounce, complete, saved as a file (.eml or .msg) and not as a picture',
    log: "the lines of your mail server's log for the message: who sent it, to whom, when (with time zone), and every reply to it",
    tries: `the lines of your mail server's log for ${message}: when your server took it, and every try to hand it on with the reply to it (with time zone)`,
    session: 'a session by hand with our server, as below',
    lookup: 'what your DNS resolver answers for our domain, as below',
    services: `which servers and services send mail as ${sender === undefined || sender === '' ? 'your domain' : (sender.split('@').at(-1) as string)}, with their addresses, and which of them sign with DKIM`,
    address: 'the public IP address from which your server sends',
    time:
      time === undefined
        ? 'the time of the last try with its time zone'
        : `the time of the last try with its time zone (we have ${time}, without one)`,
  };
  return lacks.size === 0 ? [NOTHING] : [...lacks].map((lack) => rows[lack]);
}
