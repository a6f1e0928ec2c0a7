import type { Query } from '../dns/lookup.ts';
import { TYPES } from '../dns/recordTypes.ts';
import type { Basis } from '../knowledge/explanation.ts';
import { entriesIn } from '../log/entries.ts';
import type { Log, LogEntry, LogFormat } from '../log/log.ts';
import type { Message } from '../mail/message.ts';
import { readTicket } from '../ticket/readTicket.ts';
import type { Block, Ticket } from '../ticket/ticket.ts';
import { verdictsOf } from './readVerdicts.ts';

/** What a text is read for; `notice` for what people are told of mail that failed. */
export type NoticedKind = 'conversation' | 'message' | 'lookup' | 'log' | 'notice';

export interface Noticed {
  readonly kind: NoticedKind;
  /** Of its first character in the text. */
  readonly offset: number;
}

/** The first thing in a text that makes it a ticket beyond doubt. Undefined for source code, prose and data. */
export function noticedIn(text: string): Noticed | undefined {
  const ticket = readTicket(text);
  for (const block of ticket.blocks) {
    const kind = kindOf(ticket, block);
    if (kind !== undefined) return { kind, offset: block.start };
  }
  return undefined;
}

function kindOf(ticket: Ticket, block: Block): NoticedKind | undefined {
  switch (block.kind) {
    case 'conversation':
      return block.events.length > 1 ? 'conversation' : isFailure(ticket, block) ? 'notice' : undefined;
    case 'lookup':
      return block.findings !== undefined || block.queries.some(isAnswered) ? 'lookup' : undefined;
    case 'log':
      return isOfMail(ticket, block) ? 'log' : undefined;
    case 'message':
      return isWholeHeader(block) || isFailure(ticket, block) ? 'message' : undefined;
    default:
      return isFailure(ticket, block) ? 'notice' : undefined;
  }
}

/** Fields that servers write; an author of a text about mail quotes From, To and Subject alone. */
const OF_SERVERS =
  /^(?:received|return-path|delivered-to|message-id|mime-version|dkim-signature|authentication-results|received-spf|arc-\w{1,40}|x-\w{1,20}-(?:antispam|exchange|message|spam|smtp)[\w-]{0,60}|x-(?:forefront|spam|google|gm|ms|original|mailer|received)[\w-]{0,60})$/i;

function isWholeHeader({ fields, hops }: Message): boolean {
  if (hops.length > 0) return true;
  const names = new Set(fields.map(({ name }) => name.toLowerCase()));
  return [...names].some((name) => OF_SERVERS.test(name)) && (names.size > 2 || fields.length === 1);
}

/** A zone file is known by its records alone, of types that there are; a tool says that it was asked. */
const isAnswered = ({ answers, status, tool }: Query): boolean =>
  answers.some(({ type }) => type !== undefined && TYPES.has(type)) ||
  (tool !== 'zone' && (answers.length > 0 || (status !== '?' && status !== 'NOERROR')));

/** Entries of a log that are looked at. */
const MOST = 40;

function isOfMail({ lines }: Ticket, log: Log): boolean {
  let count = 0;
  for (const entry of entriesIn(lines, log)) {
    if (tellsOfMail(entry, log)) return true;
    if (++count === MOST) return false;
  }
  return false;
}

/** Forms that other data has, too: it takes a person and what became of the mail. */
const LOOSE: ReadonlySet<LogFormat> = new Set(['key-value', 'record', 'named-table', 'application', 'syslog']);

const tellsOfMail = ({ recipients, sender, outcome, reply, client, relay }: LogEntry, { format }: Log): boolean => {
  const isNamed = recipients.length > 0 || sender !== undefined;
  if (!LOOSE.has(format)) return true;
  return isNamed
    ? outcome !== undefined || reply !== undefined
    : reply !== undefined && (client ?? relay) !== undefined;
};

/** A failure that more than a number among words tells of. */
const isFailure = (ticket: Ticket, block: Block): boolean =>
  verdictsOf(ticket, block).some(
    ({ failed, basis, confidence, recipients, reply }) =>
      failed &&
      (recipients.length > 0 ||
        (confidence !== 'low' && TELLING.has(basis) && !OF_THE_WEB.test(reply ?? '') && isWorded(basis, reply))),
  );

/** Codes that HTTP has, too, with much the same words. */
const OF_THE_WEB = /^50\d$/;

/** An enhanced code without words and without the other code may be the number of a version. */
const isWorded = (basis: Basis, reply = ''): boolean => basis !== 'enhanced-code' || reply.includes(' ');

const TELLING: ReadonlySet<Basis> = new Set(['server-words', 'words', 'enhanced-code', 'facts']);
