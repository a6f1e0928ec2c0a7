import type { LogEntry, LogFormat } from '../../log/log.ts';
import { defined } from '../../text/defined.ts';
import { ownString } from '../../text/ownStrings.ts';
import type { Delivery } from './delivery.ts';

/** The envelope of a message, as far as lines of a log have named it. */
interface Envelope {
  queueId: string | undefined;
  sender: string | undefined;
  recipients: readonly string[];
}

/** Recipients of one message that are kept. */
const MOST = 1000;
/** Messages whose envelopes are kept: a delivery follows soon on the lines that name them. */
const ENVELOPES = 20_000;
/** Formats whose sessions are about one message at a time. */
const SESSIONS: ReadonlySet<LogFormat> = new Set(['tmail']);
/** Formats whose failure without a recipient concerns all that the message has. */
const WHOLE: ReadonlySet<LogFormat> = new Set(['tmail', 'maddy', 'stalwart', 'hmailserver', 'haraka']);

const NONE: readonly string[] = [];

/** What the lines of a log say of the envelopes of messages, for the lines that only say what became of them. */
export class Envelopes {
  readonly #known = new Map<string, Envelope>();

  /** An entry that tells of no delivery may name the envelope of the ones to come; returns how many recipients are not kept. */
  note({ queueId, session, sender, recipients, format }: LogEntry): number {
    // qmail numbers deliveries, and the numbers come again.
    const ofDelivery = session !== undefined && format === 'qmail';
    const ofSession = session !== undefined && SESSIONS.has(format);
    if (queueId === undefined && !ofDelivery && !ofSession) return 0;
    const own = (): Envelope => ({
      queueId: queueId && ownString(queueId.text),
      sender: sender && ownString(sender.text),
      recipients: recipients.length === 0 ? NONE : recipients.slice(0, MOST).map(({ text }) => ownString(text)),
    });
    let left = Math.max(0, recipients.length - MOST);
    if (queueId !== undefined) left += this.#learn(queueId.text, own());
    if (ofDelivery) this.#keep(`delivery ${session.text}`, own());
    else if (ofSession) left += this.#learn(`session ${session.text}`, own());
    return left;
  }

  #learn(key: string, own: Envelope): number {
    const { queueId, sender, recipients } = own;
    const before = this.#known.get(key);
    if (before === undefined) {
      this.#keep(ownString(key), own);
      return 0;
    }
    before.queueId ??= queueId;
    before.sender ??= sender;
    const known = new Set(before.recipients);
    const fresh = recipients.filter((one) => !known.has(one));
    if (fresh.length === 0) return 0;
    const all = [...before.recipients, ...fresh];
    before.recipients = all.slice(0, MOST);
    return Math.max(0, all.length - MOST);
  }

  #keep(key: string, own: Envelope): void {
    this.#known.set(key, own);
    makeRoom(this.#known, ENVELOPES);
  }

  /** What other lines say of the message that an entry is about, where it does not say so itself. */
  complete(entry: LogEntry, said: Delivery): Delivery {
    const { session, format } = entry;
    const bySession =
      session === undefined
        ? undefined
        : this.#known.get(format === 'qmail' ? `delivery ${session.text}` : `session ${session.text}`);
    const queueId = said.queueId ?? bySession?.queueId;
    const byMessage = queueId === undefined ? undefined : this.#known.get(queueId);
    const sender = said.sender ?? bySession?.sender ?? byMessage?.sender;
    const whole = WHOLE.has(format) || format === 'qmail';
    const whom = said.recipients.length > 0 || !whole ? NONE : (bySession?.recipients ?? byMessage?.recipients ?? NONE);
    if (queueId === said.queueId && sender === said.sender && whom.length === 0) return said;
    return { ...said, ...defined({ queueId, sender }), ...(whom.length > 0 && { recipients: whom }) };
  }
}

/** The share of a full map that makes room at once. */
const SHARE = 8;

/** Takes the oldest part out of a map that is full. */
export function makeRoom<T>(map: Map<string, T>, most: number, taken?: (one: T) => void): void {
  if (map.size <= most) return;
  let left = Math.ceil(most / SHARE);
  for (const [key, one] of map) {
    map.delete(key);
    taken?.(one);
    if (--left === 0) return;
  }
}
