import { readDate } from '../mail/header/date.ts';
import { commentText, tokens } from '../mail/header/headerTokens.ts';
import type { Field, Message } from '../mail/message.ts';
import type { Span } from '../text/span.ts';
import type { TraceHop, Waiting } from './hop.ts';
import { hostNameOf } from './organisations.ts';

/** The wait of each hop, undefined where nothing tells; hops are oldest first. */
export function waitsOf(message: Message, hops: readonly TraceHop[]): readonly (Waiting | undefined)[] {
  const waits: (Waiting | undefined)[] = hops.map((hop) => ownWords(hop));
  const put = (at: number, waiting: Waiting): void => {
    if (at >= 0) waits[at] ??= waiting;
  };
  const index = new HopIndex(hops);
  for (const field of message.fields) {
    const name = field.name.toLowerCase();
    if (GREYLIST_FIELD.test(name)) {
      const waiting = greylisted(field);
      if (waiting !== undefined) put(index.ofServer(waiting, field), waiting);
    }
    const kind = HELD_UNTIL.get(name);
    if (kind === undefined) continue;
    const { epoch } = readDate(field.value, 0, field.value.length);
    put(index.over(epoch), { kind, evidence: line(field), span: spanOf(field) });
  }
  return waits;
}

const GREYLIST_FIELD = /^x-gr[ea]ylist(?:ing|ed)?$/;

/** Fields that state a moment before which the message was held. RFC 2156 2.3.1.2 has the first, Mailman the second. */
const HELD_UNTIL: ReadonlyMap<string, Waiting['kind']> = new Map([
  ['deferred-delivery', 'deferral'],
  ['x-mailman-approved-at', 'moderation'],
]);

interface Greylisting extends Waiting {
  /** Who held it, where it is named. */
  readonly server: string | undefined;
}

/**
 * What milter-greylist (`Delayed for 00:05:12 by milter-greylist-4.6 (mx.example.org [192.0.2.1]); ...`), postgrey
 * (`delayed 312 seconds by postgrey-1.37 at mx.example.org; ...`) and SQLgrey write. Each also says when it did not delay.
 */
function greylisted(field: Field): Greylisting | undefined {
  const value = field.value.slice(0, 1000);
  const match = /^delayed (?:for )?(?:(\d{1,6}):(\d{2}):(\d{2})|(\d{1,9}) seconds) by (.{1,300})/i.exec(value);
  if (match === null) return undefined;
  const [, hours = 0, minutes = 0, rest = 0, seconds] = match;
  const length = seconds === undefined ? Number(hours) * 3600 + Number(minutes) * 60 + Number(rest) : Number(seconds);
  const server = /(?: at |\()([A-Za-z0-9_.-]{1,255})/.exec(match[5] ?? '')?.[1];
  return { kind: 'greylisting', length: length * 1000, evidence: line(field), span: spanOf(field), server };
}

/** The hops by the names of their servers, and those whose clocks agree, in the order of travel. */
class HopIndex {
  readonly hops: readonly TraceHop[];
  readonly #received: number[] = [];
  readonly #named = new Map<string, number[]>();
  readonly #receivedNamed = new Map<string, number[]>();
  readonly #sound: number[] = [];

  constructor(hops: readonly TraceHop[]) {
    this.hops = hops;
    for (const [i, { by, origin, sound, time }] of hops.entries()) {
      if (origin === 'received') this.#received.push(i);
      if (sound && time !== undefined) this.#sound.push(i);
      const name = by === undefined ? undefined : hostNameOf(by);
      if (name === undefined) continue;
      for (const key of new Set([name, name.split('.', 1)[0] ?? name])) {
        add(this.#named, key, i);
        if (origin === 'received') add(this.#receivedNamed, key, i);
      }
    }
  }

  /**
   * The hop that this server took in, which may be named without its domain: the one below the field, for servers write on
   * top, else its newest. Where no server is named, the next hop below, if it waited for so long.
   */
  ofServer({ server, length = 0 }: Greylisting, field: Field): number {
    if (server === undefined) {
      const next = this.#lastBelow(this.#received, field);
      return (this.hops[next]?.delay ?? 0) >= length ? next : -1;
    }
    const name = hostNameOf(server);
    const below = this.#lastBelow(this.#receivedNamed.get(name) ?? [], field);
    return below >= 0 ? below : (this.#named.get(name)?.at(-1) ?? -1);
  }

  /** The hop whose wait holds a moment: the hop before it is earlier, it is not. A date that cannot be read is in none. */
  over(moment = Number.NaN): number {
    const at = countWhile(this.#sound, (i) => (this.hops[i]?.time as number) < moment);
    return Number.isNaN(moment) || at === 0 ? -1 : (this.#sound[at] ?? -1);
  }

  /** Newer hops stand above older ones. */
  #lastBelow(places: readonly number[], { start }: Field): number {
    const below = countWhile(places, (i) => (this.hops[i] as TraceHop).span.start > start);
    return places[below - 1] ?? -1;
  }
}

const add = (index: Map<string, number[]>, key: string, place: number): void => {
  const known = index.get(key);
  if (known === undefined) index.set(key, [place]);
  else known.push(place);
};

/** How many of the first hold it, where behind the first that does not none does. */
function countWhile(places: readonly number[], holds: (place: number) => boolean): number {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(places[middle] as number)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A comment of the Received field itself: `(queued for 00:05:00)`, `(greylisted 300 seconds)`. */
function ownWords(hop: TraceHop): Waiting | undefined {
  const value = hop.received?.field.value.slice(0, 4000) ?? '';
  if (!/gr[ea]ylist|queued|deferred|delayed/i.test(value)) return undefined;
  let looked = 0;
  for (const token of tokens(value, 0, value.length)) {
    if (token.kind !== 'comment' || looked++ > 20) continue;
    const comment = commentText(value, token);
    const word =
      /^(gr[ea]ylisted|queued|deferred|delayed)(?=$|[\s,;:])(?: for)?(?: (\d{1,9}) ?(?:s|sec|seconds)\b)?/i.exec(
        comment,
      );
    const kind = WORDS.get(word?.[1]?.toLowerCase().replace('gra', 'gre') ?? '');
    if (kind === undefined) continue;
    return { kind, ...(word?.[2] !== undefined && { length: Number(word[2]) * 1000 }), evidence: comment };
  }
  return undefined;
}

const WORDS: ReadonlyMap<string, Waiting['kind']> = new Map([
  ['greylisted', 'greylisting'],
  ['queued', 'queueing'],
  ['deferred', 'deferral'],
  ['delayed', 'deferral'],
]);

const line = (field: Field): string => `${field.name}: ${field.value.replace(/\s+/g, ' ').slice(0, 200)}`;
const spanOf = ({ start, end }: Field): Span => ({ start, end });
