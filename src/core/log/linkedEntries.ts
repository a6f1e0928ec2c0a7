import type { Lines } from '../text/lines.ts';
import { ownString } from '../text/ownStrings.ts';
import { readEntry } from './entries.ts';
import { entrySpans } from './entrySpans.ts';
import { syslogWords } from './frame.ts';
import type { Log, LogEntry } from './log.ts';

/** The lines of a log that speak of one message, under all the ids that it had. */
export interface LoggedMessage {
  /** Queue ids and message ids, in the order in which they turn up; none for what was refused at the door. */
  readonly ids: readonly string[];
  /** Lines of the document, in order. */
  readonly lines: readonly number[];
  /** Bounces and notices about it, and what it reports on itself: places in the list of messages. */
  readonly related: readonly number[];
}

export interface LinkedEntries {
  /** In the order of their first lines. */
  readonly messages: readonly LoggedMessage[];
  /** The place in `messages` of the one that line `line` of the document speaks of. */
  messageAt(line: number): number | undefined;
  /** The place in `messages` of the one that had this id; the last one where an id was used again. */
  messageOf(id: string): number | undefined;
}

/** No more ids are kept, whatever the size of the log. */
const MOST_IDS = 1_000_000;

const known = new WeakMap<Log, LinkedEntries>();

/** Which lines of a log belong together. Read once a log, when it is first asked for. */
export function linkedEntries(lines: Lines, log: Log): LinkedEntries {
  let found = known.get(log);
  if (found === undefined) {
    const linker = new Linker(log, lines.lineOf(log.start), lines.lineOf(Math.max(log.start, log.end - 1)) + 1);
    linker.read(lines);
    found = linker.finish();
    known.set(log, found);
  }
  return found;
}

/** Whether it is known which lines of a log belong together. */
export const areLinked = (log: Log): boolean => known.has(log);

/**
 * Lets a log of which one line was changed have the links that it had: those behind line `line` moved by `moved` lines.
 * They are those of the text before until `linkAgain` has found them anew.
 */
export function inheritLinks(old: Log, now: Log, line: number, moved: number): void {
  const found = known.get(old);
  if (found === undefined) return;
  if (moved === 0) {
    known.set(now, found);
    return;
  }
  const { messages, messageAt, messageOf } = found;
  const place = (one: number): number => (one > line ? one + moved : one);
  known.set(now, {
    messages: messages.map((message) => ({ ...message, lines: message.lines.map(place) })),
    messageAt: (one) => messageAt(one > line + moved ? one - moved : Math.min(one, line)),
    messageOf,
  });
}

/** Finds the links of a log anew, some entries at a time: the caller may stop, and do something else between. */
export function* linkAgain(lines: Lines, log: Log): Generator<void> {
  const linker = new Linker(log, lines.lineOf(log.start), lines.lineOf(Math.max(log.start, log.end - 1)) + 1);
  yield* linker.readSome(lines);
  known.set(log, linker.finish());
}

/** An id as the index knows it: OpenSMTPD's envelopes carry the id of their message in their first half. */
const messageKey = (format: Log['format'], id: string): string =>
  format === 'opensmtpd' && id.length === 16 ? id.slice(0, 8) : id;

const NOBODY = -1;
/** Entries that are read at once. */
const AT_ONCE = 1000;

class Linker {
  readonly #log: Log;
  readonly #first: number;
  /** Which slot each line belongs to; slots of one message are joined under a common root. */
  readonly #slotOfLine: Int32Array;
  readonly #slotOfId = new Map<string, number>();
  readonly #parents: number[] = [];
  readonly #related: (readonly [number, number])[] = [];
  /** Ids whose message has left the queue: the next line that opens one is about another message. */
  readonly #closed = new Set<string>();

  /** Ids that a message was given elsewhere, and whose lines have not come yet. */
  readonly #handedOver = new Map<string, number>();

  constructor(log: Log, first: number, end: number) {
    this.#log = log;
    this.#first = first;
    this.#slotOfLine = new Int32Array(end - first).fill(NOBODY);
  }

  read(lines: Lines): void {
    for (const _some of this.readSome(lines));
  }

  *readSome(lines: Lines): Generator<void> {
    const { text } = lines;
    let above = NOBODY;
    let read = 0;
    for (const { start, end } of entrySpans(lines, this.#log)) {
      const plain = plainId(text, start, end);
      const slot = plain === undefined ? this.#link(readEntry(text, start, end, this.#log), above) : this.#own(plain);
      const last = lines.lineOf(end);
      for (let line = lines.lineOf(start); line <= last; line++) {
        const i = line - this.#first;
        if (this.#slotOfLine[i] === NOBODY) this.#slotOfLine[i] = slot;
      }
      above = slot;
      if (++read % AT_ONCE === 0) yield;
    }
  }

  #link(entry: LogEntry, above: number): number {
    const { format, nextQueueId, relatedId, messageId } = entry;
    // Exchange counts messages anew on each server, so that number links nothing.
    const exchange = format === 'exchange-tracking' || format === 'exchange-2003-tracking';
    const queueId = exchange ? undefined : entry.queueId;
    let slot = NOBODY;
    if (queueId !== undefined) slot = this.#own(messageKey(format, queueId.text));
    if (messageId !== undefined && messageId.text !== '') slot = this.#join(slot, this.#named(messageId.text));
    if (nextQueueId !== undefined) slot = this.#handOver(slot, nextQueueId.text);
    if (slot === NOBODY) {
      // MDaemon's routing log names a message once, and what follows is about it.
      if (format === 'mdaemon' && entry.eventId === undefined) return above;
      return entry.outcome === 'rejected' ? this.#slot() : NOBODY;
    }
    const reports = !exchange || entry.eventId?.text === 'DSN';
    if (relatedId !== undefined && reports && relatedId.text !== '') {
      this.#related.push([slot, this.#named(messageKey(format, relatedId.text))]);
    }
    if (entry.outcome === 'removed' && queueId !== undefined && format === 'postfix')
      this.#closed.add(ownString(queueId.text));
    return slot;
  }

  /** The slot of a line that starts with this id, or stands under it. */
  #own(id: string): number {
    if (this.#closed.delete(id)) this.#slotOfId.delete(id);
    const slot = this.#named(id);
    const giver = this.#handedOver.get(id);
    if (giver === undefined) return slot;
    this.#handedOver.delete(id);
    return this.#join(giver, slot);
  }

  /** Another queue's id links only where that queue's lines are in the log too: other hosts use the same ids again. */
  #handOver(slot: number, id: string): number {
    const taker = this.#slotOfId.get(id);
    if (taker !== undefined) return this.#join(slot, taker);
    if (slot !== NOBODY && this.#handedOver.size < MOST_IDS) this.#handedOver.set(ownString(id), slot);
    return slot;
  }

  #named(id: string): number {
    const slot = this.#slotOfId.get(id);
    if (slot !== undefined) return slot;
    if (this.#slotOfId.size >= MOST_IDS) return NOBODY;
    const fresh = this.#slot();
    // A part of the text would keep all of it alive, also when it was changed.
    this.#slotOfId.set(ownString(id), fresh);
    return fresh;
  }

  #slot(): number {
    return this.#parents.push(this.#parents.length) - 1;
  }

  #root(slot: number): number {
    let root = slot;
    while (this.#parents[root] !== root) {
      const up = this.#parents[root] as number;
      this.#parents[root] = this.#parents[up] as number;
      root = up;
    }
    return root;
  }

  #join(a: number, b: number): number {
    if (a === NOBODY || b === NOBODY) return Math.max(a, b);
    const root = this.#root(a);
    this.#parents[this.#root(b)] = root;
    return root;
  }

  finish(): LinkedEntries {
    const places = new Map<number, number>();
    const messages: { ids: string[]; lines: number[]; related: number[] }[] = [];
    this.#slotOfLine.forEach((slot, i) => {
      if (slot === NOBODY) return;
      const root = this.#root(slot);
      let place = places.get(root);
      if (place === undefined) {
        place = messages.push({ ids: [], lines: [], related: [] }) - 1;
        places.set(root, place);
      }
      messages[place]?.lines.push(this.#first + i);
    });
    const placeOf = (slot: number | undefined): number | undefined =>
      slot === undefined || slot === NOBODY ? undefined : places.get(this.#root(slot));
    for (const [id, slot] of this.#slotOfId) messages[placeOf(slot) ?? NOBODY]?.ids.push(id);
    for (const [one, other] of this.#related) relate(messages, placeOf(one), placeOf(other));
    const { format } = this.#log;
    return {
      messages,
      messageAt: (line) => placeOf(this.#slotOfLine[line - this.#first]),
      messageOf: (id) => placeOf(this.#slotOfId.get(id) ?? this.#slotOfId.get(messageKey(format, id))),
    };
  }
}

function relate(messages: readonly { related: number[] }[], a: number | undefined, b: number | undefined): void {
  if (a === undefined || b === undefined || a === b) return;
  if (messages[a]?.related.includes(b) === false && messages[a].related.length < 1000) messages[a].related.push(b);
  if (messages[b]?.related.includes(a) === false && messages[b].related.length < 1000) messages[b].related.push(a);
}

const PLAIN = /([0-9A-F]{6,16}|[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{10,26}|[0-9A-Za-z]{14}): /y;
/** Words without which a line names no other id than its own. */
const SIGNS = /queued|message-id|msgid|\bid=|notification|DSN|reject|[Mm]essage-ID|removed|accepted|qid: /;

/** The only id of a line of syslog that names no other; undefined where the whole line must be read. */
function plainId(text: string, start: number, end: number): string | undefined {
  const words = syslogWords(text, start);
  if (words < 0) return undefined;
  PLAIN.lastIndex = words;
  const id = PLAIN.exec(text)?.[1];
  return id === undefined || SIGNS.test(text.slice(words, end)) ? undefined : id;
}
