import type { Reply, Session, SmtpEvent, Transaction } from '../smtp/conversation.ts';
import type { Stage } from '../smtp/verbs.ts';
import type { Role, VerdictStage } from './verdict.ts';

/** What is remembered of a session while its replies are read in order. */
interface Progress {
  /** Index of the transaction that the last reply belongs to. */
  transaction: number;
  failed: boolean;
  /** A message was refused: its lines may come as commands behind it. */
  loose: boolean;
  /** What was refused to others than recipients, by code and words. */
  readonly said: Set<string>;
}

interface Envelope {
  /** Recipients by the index of the reply to their RCPT. */
  readonly byReply: ReadonlyMap<number, string>;
  readonly accepted: readonly string[];
}

/** Commands whose refusal keeps no mail from being sent: another way is open, or nobody needs the answer. */
export const ASIDE: ReadonlySet<VerdictStage> = new Set([
  'HELP',
  'VRFY',
  'EXPN',
  'NOOP',
  'ETRN',
  'RSET',
  'QUIT',
  'XCLIENT',
]);

/** Tells refusals that caused something from those that only followed, and from those that did no harm. */
export class ReplyRoles {
  readonly #events: readonly SmtpEvent[];
  readonly #sessions: readonly Session[];
  readonly #envelopes = new Map<Transaction, Envelope>();
  readonly #progress = new Map<number, Progress>();
  readonly #lastSuccess: ReadonlyMap<string, number>;

  constructor(events: readonly SmtpEvent[], sessions: readonly Session[]) {
    this.#events = events;
    this.#sessions = sessions;
    this.#lastSuccess = successes(events);
  }

  /** The transaction that a reply belongs to. Replies are to be asked for in the order of the text. */
  next(reply: Reply): Transaction | undefined {
    const progress = this.#of(reply.session);
    const transactions = this.#sessions[reply.session]?.transactions ?? [];
    let at = progress.transaction;
    while (at < transactions.length && (transactions[at] as Transaction).end < reply.start) at++;
    progress.transaction = at;
    const transaction = transactions[at];
    return transaction !== undefined && transaction.start <= reply.start ? transaction : undefined;
  }

  /** The recipient whose RCPT a reply answers. */
  recipientOf(reply: Reply, transaction: Transaction | undefined): string | undefined {
    return transaction && this.#envelope(transaction).byReply.get(indexOfEvent(this.#events, reply));
  }

  /** The recipients of a transaction that the server took. */
  accepted(transaction: Transaction): readonly string[] {
    return this.#envelope(transaction).accepted;
  }

  roleOf(reply: Reply, transaction: Transaction | undefined): Role {
    const progress = this.#of(reply.session);
    const role = this.#decide(reply, transaction, progress);
    progress.failed = true;
    if (reply.answers !== 'RCPT') progress.said.add(saying(reply));
    progress.loose ||= reply.answers === 'DATA' || reply.answers === '(data)' || reply.answers === 'BDAT';
    return role;
  }

  #decide(reply: Reply, transaction: Transaction | undefined, progress: Progress): Role {
    const { code, answers } = reply;
    if (progress.failed) {
      // The client tried on, and heard the same again.
      if (reply.answers !== 'RCPT' && progress.said.has(saying(reply))) return 'consequence';
      // Out of sequence behind a refusal only says that the client went on regardless (RFC 5321 4.1.4).
      if (code === 503) return 'consequence';
      // The server ends a session in which too much was refused.
      if (code === 421 && /\btoo many (?:\w+ )?(?:errors|failures|commands|attempts)/i.test(reply.text))
        return 'consequence';
      // The message of a refused DATA, sent all the same, is taken line by line for commands.
      if (progress.loose && (code === 500 || code === 502)) return 'consequence';
      // No recipient is left (RFC 5321 3.3).
      const left = transaction !== undefined && this.accepted(transaction).length > 0;
      if ((answers === 'DATA' || answers === '(data)' || answers === 'BDAT') && !left) return 'consequence';
    }
    if (this.#recovers(reply) || this.#isMended(reply, transaction)) return 'recovered';
    return code < 500 ? 'waiting' : 'cause';
  }

  /** Trouble that the session got over: EHLO by HELO (RFC 5321 3.2), a login by another one, what nobody needs. */
  #recovers({ answers, session, start }: Reply): boolean {
    const later = (key: Stage): boolean => (this.#lastSuccess.get(`${session} ${key}`) ?? -1) > start;
    switch (answers) {
      case 'EHLO':
      case 'HELO':
        return later('HELO') || later('EHLO');
      case 'AUTH':
      case '(auth)':
        return later('AUTH') || later('(auth)');
      case 'MAIL':
        return later('MAIL');
      case 'STARTTLS':
        return later('STARTTLS') || later('(data)');
      default:
        return (ASIDE.has(answers) || answers === '?') && later('(data)');
    }
  }

  /** A slip of the pen: the same recipient was named again and taken, or a word that is no command gave way to one. */
  #isMended(reply: Reply, transaction: Transaction | undefined): boolean {
    const { code, answers, session, start } = reply;
    if (!((code >= 500 && code <= 504) || code === 555)) return false;
    const later = (key: Stage): boolean => (this.#lastSuccess.get(`${session} ${key}`) ?? -1) > start;
    if (answers === '(other)' || answers === '?') return (['MAIL', 'RCPT', 'DATA', '(data)'] as const).some(later);
    // What came too early was sent again in its turn (RFC 5321 4.1.4).
    if (code === 503 && later(answers === 'DATA' ? '(data)' : answers)) return true;
    if (answers !== 'RCPT' || transaction === undefined) return false;
    const who = this.recipientOf(reply, transaction);
    return who !== undefined && this.accepted(transaction).some((address) => bare(address) === bare(who));
  }

  #envelope(transaction: Transaction): Envelope {
    let envelope = this.#envelopes.get(transaction);
    if (envelope === undefined) {
      const taken = transaction.recipients.filter((one) => this.#codeOf(one.reply) < 400);
      envelope = {
        byReply: new Map(transaction.recipients.map(({ reply = -1, address }) => [reply, address])),
        accepted: taken.map(({ address }) => address),
      };
      this.#envelopes.set(transaction, envelope);
    }
    return envelope;
  }

  /** The code that a recipient was answered with; 250 where no reply is seen. */
  #codeOf(index: number | undefined): number {
    const reply = index === undefined ? undefined : this.#events[index];
    return reply?.kind === 'reply' ? reply.code : 250;
  }

  #of(session: number): Progress {
    let progress = this.#progress.get(session);
    if (progress === undefined) {
      progress = { transaction: 0, failed: false, loose: false, said: new Set() };
      this.#progress.set(session, progress);
    }
    return progress;
  }
}

const saying = ({ code, text }: Reply): string => `${code} ${text.slice(0, LONGEST_SAYING)}`;

const LONGEST_SAYING = 500;

/** An address as a person means it, whatever brackets are missing. */
const bare = (address: string): string => address.replace(/[<>\s]/g, '').toLowerCase();

/** Where each command of each session was last answered with success, under `session verb`. */
function successes(events: readonly SmtpEvent[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const event of events) {
    if (event.kind === 'reply' && event.code >= 200 && event.code < 300) {
      found.set(`${event.session} ${event.answers}`, event.start);
    }
  }
  return found;
}

/** Events stand in the order of the text, so halving finds one. */
export function indexOfEvent(events: readonly SmtpEvent[], event: SmtpEvent): number {
  let low = 0;
  let high = events.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((events[middle] as SmtpEvent).start < event.start) low = middle + 1;
    else high = middle;
  }
  return low;
}
