import type { LineIds } from './readLines.ts';

/** A line that was found, where it stands, and what it says of its message. */
export interface FoundLine {
  readonly text: string;
  /** The place of its log among the sources. */
  readonly source: number;
  /** From 1 on; of a source whose lines have no numbers, the order in which they came. */
  readonly number: number;
  /** Milliseconds since 1970 UTC. */
  readonly time?: number;
  readonly ids: LineIds;
  /** Which needles stand in it, a bit each; only where it is of the time asked for. */
  readonly hits: number;
}

export interface StitchedMessage {
  /** In the order of time, as far as the lines tell it. */
  readonly lines: readonly FoundLine[];
  readonly ids: readonly string[];
}

export interface Stitched {
  readonly messages: readonly StitchedMessage[];
  /** Lines with every needle that belong to no message. */
  readonly loose: readonly FoundLine[];
}

/** A message at one host, under one of its ids: the same id is another message's once it was given up. */
interface Slot {
  readonly host: string;
  readonly times: number[];
}

interface HandOver {
  readonly slot: number;
  readonly host: string;
  readonly id: string;
  readonly inside: boolean;
  readonly time: number;
}

/**
 * Puts lines together that speak of one message: by the id in the queue of a host, by the id that the next queue gave,
 * by the Message-ID where a host has it once. `lines` stand in the order in which each host wrote them; `hostOf` names
 * the machine of a source whose lines do not. Messages lacking one of the needles in `all` are left out.
 */
export function stitch(lines: readonly FoundLine[], hostOf: (source: number) => string, all: number): Stitched {
  const weaver = new Weaver();
  const slots = lines.map((line) => weaver.add(line, line.ids.host ?? hostOf(line.source)));
  weaver.joinHandOvers();
  weaver.joinMessageIds();
  const groups = new Map<number, number[]>();
  const loose: FoundLine[] = [];
  slots.forEach((slot, i) => {
    if (slot === undefined) {
      const line = lines[i] as FoundLine;
      if ((line.hits & all) === all) loose.push(line);
      return;
    }
    const root = weaver.root(slot);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [i]);
    else group.push(i);
  });
  const messages = [...groups.values()]
    .map((group) => group.map((i) => lines[i] as FoundLine))
    .filter((group) => (group.reduce((hits, line) => hits | line.hits, 0) & all) === all)
    .map(messageOf);
  return { messages: messages.toSorted((a, b) => startOf(a) - startOf(b)), loose };
}

const startOf = ({ lines }: StitchedMessage): number => lines[0]?.time ?? 0;

function messageOf(lines: readonly FoundLine[]): StitchedMessage {
  const ids = new Set<string>();
  for (const { ids: one } of lines) if (one.own !== undefined) ids.add(one.own);
  if (ids.size === 0) for (const { ids: one } of lines) if (one.messageId !== undefined) ids.add(one.messageId);
  const timed = lines.every(({ time }) => time !== undefined);
  return { lines: timed ? lines.toSorted((a, b) => (a.time as number) - (b.time as number)) : lines, ids: [...ids] };
}

class Weaver {
  readonly #slots: Slot[] = [];
  readonly #parents: number[] = [];
  /** By host and id, the slots in the order in which the id was used. */
  readonly #byId = new Map<string, number[]>();
  readonly #hosts = new Map<string, Set<string>>();
  /** When ids were given up: lines of that second may stand behind, where a source gives them in no order. */
  readonly #closed = new Map<string, number>();
  readonly #handOvers: HandOver[] = [];
  readonly #byMessageId = new Map<string, Set<number>>();

  /** The slot of a line; undefined where it names none. */
  add({ ids, time = Number.NaN }: FoundLine, host: string): number | undefined {
    const { own, next, messageId, inside, removed, refused } = ids;
    let slot: number | undefined;
    if (own !== undefined) slot = this.#own(host, own, time);
    else if (messageId !== undefined || next.length > 0 || refused === true) slot = this.#slot('');
    if (slot === undefined) return undefined;
    (this.#slots[slot] as Slot).times.push(time);
    if (messageId !== undefined) {
      const sharing = this.#byMessageId.get(messageId);
      if (sharing === undefined) this.#byMessageId.set(messageId, new Set([slot]));
      else sharing.add(slot);
    }
    for (const id of next) this.#handOvers.push({ slot, host, id, inside: inside === true, time });
    if (removed === true && own !== undefined) this.#closed.set(`${host} ${own}`, time);
    return slot;
  }

  #slot(host: string): number {
    this.#slots.push({ host, times: [] });
    return this.#parents.push(this.#parents.length) - 1;
  }

  #own(host: string, id: string, time: number): number {
    const key = `${host} ${id}`;
    const used = this.#byId.get(key);
    const last = used?.at(-1);
    const closed = this.#closed.get(key);
    if (last !== undefined && (closed === undefined || time <= closed)) return last;
    this.#closed.delete(key);
    const slot = this.#slot(host);
    if (used === undefined) this.#byId.set(key, [slot]);
    else used.push(slot);
    const hosts = this.#hosts.get(id);
    if (hosts === undefined) this.#hosts.set(id, new Set([host]));
    else hosts.add(host);
    return slot;
  }

  /** Other hosts use the same ids for other messages: the one that took it has a line about it near that time. */
  joinHandOvers(): void {
    for (const { slot, host, id, inside, time } of this.#handOvers) {
      const hosts = [...(this.#hosts.get(id) ?? [])];
      const others = hosts.filter((one) => (inside ? one === host : one !== host));
      const takers = (others.length > 0 ? others : hosts).flatMap((one) => this.#byId.get(`${one} ${id}`) ?? []);
      let nearest: number | undefined;
      let least = Number.POSITIVE_INFINITY;
      for (const taker of takers) {
        if (taker === slot) continue;
        const distance = this.#distance(taker, time);
        if (nearest === undefined || distance < least) [nearest, least] = [taker, distance];
      }
      if (nearest !== undefined) this.#join(slot, nearest);
    }
  }

  #distance(slot: number, time: number): number {
    let least = Number.POSITIVE_INFINITY;
    for (const one of (this.#slots[slot] as Slot).times) least = Math.min(least, Math.abs(one - time) || 0);
    return least;
  }

  /** Copies for many recipients share a Message-ID: where one host has it in several queues, it links none of them. */
  joinMessageIds(): void {
    for (const sharing of this.#byMessageId.values()) {
      const [first, ...others] = sharing;
      if (first === undefined || others.length === 0) continue;
      const roots = new Map<string, Set<number>>();
      for (const slot of sharing) {
        const { host } = this.#slots[slot] as Slot;
        if (host === '') continue;
        const known = roots.get(host);
        if (known === undefined) roots.set(host, new Set([this.root(slot)]));
        else known.add(this.root(slot));
      }
      if ([...roots.values()].every(({ size }) => size === 1)) for (const slot of others) this.#join(first, slot);
    }
  }

  root(slot: number): number {
    let root = slot;
    while (this.#parents[root] !== root) {
      const up = this.#parents[root] as number;
      this.#parents[root] = this.#parents[up] as number;
      root = up;
    }
    return root;
  }

  #join(a: number, b: number): void {
    const [older, newer] = [this.root(a), this.root(b)].sort((x, y) => x - y) as [number, number];
    this.#parents[newer] = older;
  }
}
