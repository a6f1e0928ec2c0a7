import type { LogEntry, LogFormat } from '../log/log.ts';
import { defined } from '../text/defined.ts';
import { givenUp } from './entryFate.ts';
import type { Verdict } from './verdict.ts';

/** The envelope of a message, as far as lines of a log have named it. */
interface Envelope {
  queueId: string | undefined;
  sender: string | undefined;
  readonly recipients: string[];
}

/** Recipients of one message that are kept. */
const MOST = 1000;
/** Formats whose sessions are about one message at a time. */
const SESSIONS: ReadonlySet<LogFormat> = new Set(['tmail']);
/** Formats whose failure without a recipient concerns all that the message has. */
const WHOLE: ReadonlySet<LogFormat> = new Set(['tmail', 'maddy', 'stalwart', 'hmailserver', 'haraka']);

/** What became of each delivery in a log, while its entries are gone through in order. */
export class Deliveries {
  readonly #last = new Map<string, Verdict>();
  /** What was said of a message or a server without saying for whom. */
  readonly #loose = new Map<string, Verdict>();
  /** Verdicts on a message by its queue id, of those that name recipients. */
  readonly #named = new Map<string, Set<string>>();
  readonly #known = new Map<string, Envelope>();
  readonly #follows: Verdict[] = [];

  /** An entry that tells of no delivery may name the envelope of the ones to come. */
  note({ queueId, session, sender, recipients, format }: LogEntry): void {
    const own = (): Envelope => ({
      queueId: queueId?.text,
      sender: sender?.text,
      recipients: recipients.slice(0, MOST).map(({ text }) => text),
    });
    if (queueId !== undefined) this.#learn(queueId.text, own());
    // qmail numbers deliveries, and the numbers come again.
    if (session !== undefined && format === 'qmail') this.#known.set(`delivery ${session.text}`, own());
    else if (session !== undefined && SESSIONS.has(format)) this.#learn(`session ${session.text}`, own());
  }

  #learn(key: string, own: Envelope): void {
    const { queueId, sender, recipients } = own;
    const before = this.#known.get(key);
    if (before === undefined) {
      this.#known.set(key, own);
      return;
    }
    before.queueId ??= queueId;
    before.sender ??= sender;
    for (const one of recipients) {
      if (before.recipients.length < MOST && !before.recipients.includes(one)) before.recipients.push(one);
    }
  }

  /** What other lines say of the message that an entry is about, where it does not say so itself. */
  #completed(entry: LogEntry, said: Verdict): Verdict {
    const { session, format } = entry;
    const bySession =
      session === undefined
        ? undefined
        : this.#known.get(format === 'qmail' ? `delivery ${session.text}` : `session ${session.text}`);
    const queueId = said.queueId ?? bySession?.queueId;
    const byMessage = queueId === undefined ? undefined : this.#known.get(queueId);
    const sender = said.sender ?? bySession?.sender ?? byMessage?.sender;
    const whole = WHOLE.has(format) || format === 'qmail';
    const whom = said.recipients.length > 0 || !whole ? [] : (bySession?.recipients ?? byMessage?.recipients ?? []);
    return { ...said, ...defined({ queueId, sender }), ...(whom.length > 0 && { recipients: [...whom] }) };
  }

  add(entry: LogEntry, said: Verdict): void {
    const all = this.#completed(entry, said);
    if (entry.format !== 'qmail') this.note(entry);
    const message = all.queueId ?? entry.messageId?.text;
    if (all.role === 'consequence') {
      this.#follow(message, all);
      return;
    }
    if (all.recipients.length === 0 && entry.outcome === undefined) {
      const key = [message ?? all.server ?? entry.client?.text, all.reply, all.code].join(' ');
      const before = this.#loose.get(key);
      this.#loose.set(key, before === undefined ? all : { ...all, times: before.times + 1 });
      return;
    }
    const each = all.recipients.length === 0 ? [[]] : all.recipients.map((recipient) => [recipient]);
    for (const recipients of each) {
      const verdict = { ...all, recipients };
      const key = keyOf(entry, message, recipients[0], verdict);
      const before = this.#last.get(key);
      this.#last.set(key, before === undefined ? verdict : followed(before, verdict));
      if (message !== undefined && recipients.length > 0) this.#name(message, key);
    }
  }

  #name(message: string, key: string): void {
    const keys = this.#named.get(message);
    if (keys === undefined) this.#named.set(message, new Set([key]));
    else keys.add(key);
  }

  /** The queue gave up what it had put off: that, and not the end of the time, is the cause. */
  #follow(message: string | undefined, said: Verdict): void {
    let cause = false;
    for (const key of (message === undefined ? undefined : this.#named.get(message)) ?? []) {
      const before = this.#last.get(key);
      if (before === undefined || !before.failed) continue;
      if (said.recipients.length > 0 && !said.recipients.some((one) => before.recipients.includes(one))) continue;
      cause = true;
      this.#last.set(key, { ...givenUp(before), role: 'cause' });
    }
    const alone = !cause && said.code === 'expired';
    if (said.code === 'expired' ? cause || alone : !cause)
      this.#follows.push(cause ? said : { ...said, role: 'cause' });
  }

  verdicts(): readonly Verdict[] {
    const named = [...this.#last.values()];
    // What only waits for the next try follows from the refusal that is told of the same message.
    const refused = new Set([...this.#loose.values()].map(({ queueId }) => queueId));
    const told = new Set(named.map(sayingOf));
    const loose = [...this.#loose.values()].filter((one) => !this.#isToldOf(one, told));
    return [
      ...named.map((one) => (waitsOnly(one) && refused.has(one.queueId) ? follower(one) : one)),
      ...loose,
      ...this.#follows,
    ];
  }

  /** Whether a delivery of the same message, or by the same server, tells the same or got over it. */
  #isToldOf(verdict: Verdict, told: ReadonlySet<string>): boolean {
    const { queueId, server, code } = verdict;
    if (queueId !== undefined) {
      const keys = this.#named.get(queueId);
      if (keys === undefined) return false;
      return [...keys].every((key) => {
        const one = this.#last.get(key);
        return one?.failed === false || one?.code === code;
      });
    }
    return server !== undefined && told.has(sayingOf(verdict));
  }
}

const waitsOnly = ({ role, actor, retry, code, queueId }: Verdict): boolean =>
  role === 'waiting' && code === 'connection-failed' && actor === 'nobody' && retry === 'yes' && queueId !== undefined;

const follower = (verdict: Verdict): Verdict => ({ ...verdict, role: 'consequence' });

const sayingOf = ({ server, code, reply }: Verdict): string => `${server} ${code} ${reply}`;

/** The same delivery, or the same refusal of the same at the door. */
const keyOf = (
  entry: LogEntry,
  message: string | undefined,
  recipient: string | undefined,
  verdict: Verdict,
): string =>
  entry.outcome === 'rejected' || message === undefined
    ? `${entry.sender?.text ?? entry.client?.text ?? ''} ${recipient ?? ''} ${verdict.reply ?? ''} ${verdict.code}`
    : `${message} ${recipient ?? ''}`;

/** What a later line makes of an earlier verdict on the same delivery. */
function followed(before: Verdict, now: Verdict): Verdict {
  if (now.role === 'success' && (before.role === 'waiting' || before.role === 'recovered')) {
    return { ...before, role: 'recovered', failed: false, times: before.times };
  }
  // A line that only says what became of it takes nothing away from the one that says why.
  if (before.failed && now.failed && now.code === 'unknown') {
    return { ...before, role: now.role === 'cause' ? now.role : before.role };
  }
  if (before.role === 'recovered' || before.role === 'success') return before.role === now.role ? before : now;
  return { ...now, times: before.times + 1 };
}
