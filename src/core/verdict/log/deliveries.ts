import { givenUp } from '../../knowledge/found/givenUp.ts';
import type { LogEntry } from '../../log/log.ts';
import { defined } from '../../text/defined.ts';
import { ownString } from '../../text/ownStrings.ts';
import type { Cut } from '../cut.ts';
import { asNotice, causeOf, type Delivery, isFailed, isOwnFault, keyOf } from './delivery.ts';
import { Envelopes, makeRoom } from './envelopes.ts';
import { followed, waitsOnly } from './followed.ts';
import { type Held, isConnection, Unnamed } from './unnamed.ts';

/** Deliveries that worked, and of which a later line is waited for. */
const DONE = 10_000;
/** Failures that may be got over, or said again. */
const OPEN = 50_000;
const NONE: readonly string[] = [];

/**
 * What became of each delivery in a log, while its entries are gone through in order. What no later line is looked for
 * any more goes to `settled`, so that a log of any size takes up no more than so much memory.
 */
export class Deliveries {
  readonly #settled: (delivery: Delivery) => void;
  /** What failed or waits, by its delivery. */
  readonly #open = new Map<string, Delivery>();
  /** What worked, or was got over. */
  readonly #done = new Map<string, Delivery>();
  /** What was said of a message or a server without saying for whom. */
  readonly #loose = new Map<string, Delivery>();
  readonly #unnamed = new Unnamed((one) => this.#loosen(one));
  /** The failures of a message by its queue id: mostly the one. */
  readonly #named = new Map<string, string | Set<string>>();
  /** Messages of which a delivery worked. */
  readonly #arrived = new Map<string, true>();
  readonly #envelopes = new Envelopes();
  readonly #follows: Delivery[] = [];
  readonly #most: number;
  #early: Cut | undefined;

  /** `most` failures are kept open until a later line gets over them. */
  constructor(settled: (delivery: Delivery) => void, most = OPEN) {
    this.#settled = settled;
    this.#most = most;
  }

  /** Failures that were told before the log ended, to make room for others. */
  get early(): Cut | undefined {
    return this.#early;
  }

  readonly #settleEarly = (one: Delivery): void => {
    this.#early = { what: 'retries', span: this.#early?.span ?? one.span, left: (this.#early?.left ?? 0) + 1 };
    this.#settled(one);
  };

  /** An entry that tells of no delivery may name the envelope of the ones to come; returns how many recipients are not kept. */
  note(entry: LogEntry): number {
    return this.#envelopes.note(entry);
  }

  add(entry: LogEntry, said: Delivery): void {
    const told = asNotice(this.#envelopes.complete(entry, said));
    const all = entry.outcome === undefined ? told : this.#unnamed.why(told);
    if (entry.format !== 'qmail') this.note(entry);
    const message = all.queueId ?? (entry.messageId && ownString(entry.messageId.text));
    if (all.role === 'consequence') {
      this.#follow(message, all);
      return;
    }
    if (all.recipients.length === 0 && entry.outcome === undefined) {
      const about = message ?? all.server ?? (entry.client && ownString(entry.client.text));
      const held = { about, isConnection: isConnection(entry), delivery: all };
      if (message === undefined && all.process !== undefined) this.#unnamed.hold(all.process, held);
      else this.#loosen(held);
      return;
    }
    if (all.process !== undefined && all.recipients.length > 0) this.#unnamed.see(all.process, all);
    const one: Delivery = entry.outcome === undefined && all.recipients.length > 0 ? { ...all, remark: true } : all;
    if (all.recipients.length < 2) this.#put(entry, message, one);
    else for (const recipient of all.recipients) this.#put(entry, message, { ...one, recipients: [recipient] });
  }

  /** Whose delivery it was is not told. */
  #loosen({ about, delivery }: Held): void {
    const { reason, meaning } = delivery.explanation;
    // A server may have trouble with several services.
    const key = [about, delivery.reply, reason === 'service-failed' ? meaning : reason].join(' ');
    const before = this.#loose.get(key);
    const first = before !== undefined && before.span.start < delivery.span.start ? before : delivery;
    this.#loose.set(key, { ...first, loose: true, times: (before?.times ?? 0) + delivery.times });
    makeRoom(this.#loose, OPEN, this.#settled);
  }

  #put(entry: LogEntry, message: string | undefined, said: Delivery): void {
    const [recipient] = said.recipients;
    if (said.role === 'success' && this.#isKept(entry.nextQueueId?.text, recipient, said)) return;
    const key = keyOf(entry, message, recipient, said);
    const before = this.#open.get(key) ?? this.#done.get(key);
    const now = before === undefined ? said : followed(before, said);
    const failed = isFailed(now);
    if (before !== undefined && isFailed(before) !== failed) (failed ? this.#done : this.#open).delete(key);
    (failed ? this.#open : this.#done).set(key, now);
    if (message !== undefined && recipient !== undefined) this.#name(message, failed ? key : undefined);
    if (failed) makeRoom(this.#open, this.#most, this.#settleEarly);
    else makeRoom(this.#done, DONE, this.#settled);
  }

  /** What a filter took of another queue and keeps has gone no further; the queue that handed it over knows its sender. */
  #isKept(message: string | undefined, recipient: string | undefined, { sender }: Delivery): boolean {
    let kept = false;
    for (const key of this.#failuresOf(message)) {
      const before = this.#open.get(key);
      if (before === undefined || recipient === undefined || !before.recipients.includes(recipient)) continue;
      this.#open.set(key, { ...before, ...defined({ sender: before.sender ?? sender }) });
      kept = true;
    }
    return kept;
  }

  #name(message: string, failure: string | undefined): void {
    if (failure === undefined) {
      this.#arrived.set(message, true);
      makeRoom(this.#arrived, DONE);
      return;
    }
    const keys = this.#named.get(message);
    if (keys === failure) return;
    if (keys === undefined) this.#named.set(message, failure);
    else if (typeof keys === 'string') this.#named.set(message, new Set([keys, failure]));
    else keys.add(failure);
    makeRoom(this.#named, OPEN);
  }

  /** The failures of a message. */
  #failuresOf(message: string | undefined): Iterable<string> {
    const keys = message === undefined ? undefined : this.#named.get(message);
    return typeof keys === 'string' ? [keys] : (keys ?? NONE);
  }

  /** The queue gave up what it had put off: that, and not the end of the time, is the cause. */
  #follow(message: string | undefined, said: Delivery): void {
    let cause = false;
    for (const key of this.#failuresOf(message)) {
      const before = this.#open.get(key);
      if (before === undefined) continue;
      if (said.recipients.length > 0 && !said.recipients.some((one) => before.recipients.includes(one))) continue;
      cause = true;
      this.#open.set(key, { ...before, explanation: givenUp(before.explanation), role: 'cause' });
    }
    const expired = said.explanation.reason === 'expired';
    if (!expired && cause) return;
    if (this.#follows.length < OPEN) this.#follows.push(cause ? said : { ...said, role: 'cause' });
    else this.#settled(said);
  }

  /** The log has ended. */
  finish(): void {
    this.#unnamed.finish();
    // What only waits for the next try follows from the refusal that is told of the same message.
    const refused = new Set([...this.#loose.values()].map(({ queueId }) => queueId));
    const told = new Set([...this.#open.values()].map(sayingOf));
    const named = placesOf(this.#open.values());
    const loose = [...this.#loose.values()].filter((one) => !this.#isToldOf(one, told) && !isToldNear(one, named));
    const faults = new Set(loose.filter(isOwnFault).map(({ queueId }) => queueId));
    const ended = new Map<string | undefined, Delivery>();
    for (const one of this.#open.values()) {
      if (isToldNear(one, named)) continue;
      const follows = one.explanation.reason === 'system-error' && faults.has(one.queueId);
      if (follows) ended.set(one.queueId, one);
      this.#settled(follows || (waitsOnly(one) && refused.has(one.queueId)) ? follower(one) : one);
    }
    for (const one of this.#done.values()) this.#settled(one);
    // What was said of a message before it was given up is why.
    const whys = new Set(loose.filter(({ role }) => role === 'waiting').map(({ queueId }) => queueId));
    for (const one of this.#follows) {
      const isWhy = one.role === 'cause' && one.queueId !== undefined && whys.has(one.queueId);
      if (isWhy) ended.set(one.queueId, one);
      this.#settled(isWhy ? follower(one) : one);
    }
    for (const one of loose) {
      const end = one.role === 'waiting' || isOwnFault(one) ? ended.get(one.queueId) : undefined;
      this.#settled(end === undefined ? one : causeOf(one, end));
    }
  }

  /** Whether a delivery of the same message, or by the same server, tells the same or got over it. */
  #isToldOf(one: Delivery, told: ReadonlySet<string>): boolean {
    const { queueId, server, explanation } = one;
    if (queueId !== undefined) {
      const keys = [...this.#failuresOf(queueId)];
      if (keys.length === 0) return this.#arrived.has(queueId);
      return keys.every((key) => {
        const other = this.#open.get(key);
        return other === undefined || other.explanation.reason === explanation.reason;
      });
    }
    return server !== undefined && told.has(sayingOf(one));
  }
}

/** Characters between two lines of one program that tell one refusal. */
const BESIDE = 1500;

/** Where each refusal of a message that is named stands, by what it says: of anybody, and of its recipient. */
function placesOf(all: Iterable<Delivery>): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>();
  for (const one of all) {
    const isNamed = one.queueId !== undefined || (one.sender !== undefined && one.recipients.length > 0);
    if (!isNamed || one.reply === undefined || !isFailed(one)) continue;
    const whose = ['', ...one.recipients].map((recipient) => `${refusalOf(one)} ${recipient}`);
    for (const key of [...whose, ...one.recipients.map((recipient) => `${one.explanation.reason} ${recipient}`)]) {
      const known = places.get(key);
      if (known === undefined) places.set(key, [one.span.start]);
      else known.push(one.span.start);
    }
  }
  for (const starts of places.values()) starts.sort((a, b) => a - b);
  return places;
}

const refusalOf = ({ reply, explanation }: Delivery): string => `${reply} ${explanation.reason}`;

/** Whether a line that names neither message nor sender stands beside one that does, and tells the same refusal. */
function isToldNear(one: Delivery, named: ReadonlyMap<string, readonly number[]>): boolean {
  const { queueId, sender, reply, recipients, span } = one;
  if (queueId !== undefined || sender !== undefined || recipients.length > 1) return false;
  // What a program says without a code of its recipient is what the server in front of it was answered.
  if (reply === undefined && one.remark === undefined) return false;
  const said = reply === undefined ? one.explanation.reason : refusalOf(one);
  const places = named.get(`${said} ${recipients[0] ?? ''}`) ?? [];
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) < span.start - BESIDE) low = middle + 1;
    else high = middle;
  }
  return (places[low] ?? Number.POSITIVE_INFINITY) < span.start + BESIDE;
}

const follower = (one: Delivery): Delivery => ({ ...one, role: 'consequence' });

const sayingOf = ({ server, explanation, reply }: Delivery): string => `${server} ${explanation.reason} ${reply}`;
