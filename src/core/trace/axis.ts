import { formatDelay } from './delay.ts';
import type { TraceHop } from './hop.ts';

/** One value for each scale: `linear` in proportion to time, `log` with each wait as long as its logarithm. */
export interface ByScale<T> {
  readonly linear: T;
  readonly log: T;
}

export type Scale = keyof ByScale<unknown>;

/** Where a wait stands on the time axis: fractions of its length, 0..1. */
export interface Bar {
  readonly start: number;
  readonly width: number;
}

/** Where a clock that does not fit puts its hop, 0..1; `outside` where that is off the axis. */
export interface Mark {
  readonly at: number;
  readonly outside?: 'before' | 'behind';
}

export interface Tick {
  readonly at: number;
  /** The time since the start of the axis. */
  readonly label: string;
}

export interface Axis {
  readonly bars: readonly (ByScale<Bar> | undefined)[];
  readonly marks: readonly (ByScale<Mark> | undefined)[];
  readonly ticks: ByScale<readonly Tick[]>;
}

/** Lays the waits of sound hops along an axis, one behind the other, and the hops in doubt where their clocks put them. */
export function layOutAxis(hops: readonly TraceHop[]): Axis {
  const waits = hops.map((hop) => hop.correctedDelay ?? 0);
  const positive = waits.filter((wait) => wait > 0);
  const smallest = positive.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  const linear = new Ruler(waits, (wait) => wait);
  const log = new Ruler(waits, (wait) => Math.log10(1 + wait / smallest));
  const start = hops.find(({ sound }) => sound)?.time;
  return {
    bars: hops.map((hop, i) =>
      hop.correctedDelay === undefined ? undefined : { linear: linear.bar(i), log: log.bar(i) },
    ),
    marks: hops.map(({ sound, time }) => {
      if (sound || time === undefined || start === undefined || positive.length === 0) return undefined;
      return { linear: linear.mark(time - start), log: log.mark(time - start) };
    }),
    ticks: { linear: linear.evenTicks(), log: log.waitTicks() },
  };
}

/** Where elapsed time stands on an axis, by the lengths that the waits have on it. */
class Ruler {
  /** Elapsed milliseconds and places behind each wait. */
  readonly #elapsed: readonly number[];
  readonly #places: readonly number[];
  readonly #total: number;

  constructor(waits: readonly number[], lengthOf: (wait: number) => number) {
    const lengths = waits.map((wait) => (wait > 0 ? lengthOf(wait) : 0));
    const axis = sumsOf(lengths).at(-1) ?? 0;
    this.#elapsed = sumsOf(waits);
    this.#places = sumsOf(lengths).map((length) => (axis === 0 ? 0 : length / axis));
    this.#total = this.#elapsed.at(-1) ?? 0;
  }

  bar(i: number): Bar {
    const start = this.#places[i - 1] ?? 0;
    return { start, width: (this.#places[i] as number) - start };
  }

  mark(elapsed: number): Mark {
    if (elapsed < 0) return { at: 0, outside: 'before' };
    if (elapsed > this.#total) return { at: 1, outside: 'behind' };
    return { at: this.#at(elapsed) };
  }

  /** At most six steps of a round length. */
  evenTicks(): readonly Tick[] {
    if (this.#total <= 0) return [];
    const step = STEPS.find((one) => this.#total / one <= 6) ?? Math.ceil(this.#total / 6 / DAY) * DAY;
    const ticks: Tick[] = [];
    for (let elapsed = 0; elapsed <= this.#total; elapsed += step) {
      ticks.push({ at: elapsed / this.#total, label: formatDelay(elapsed) });
    }
    return ticks;
  }

  /** Round times do not fall evenly on a logarithmic axis: ticks stand behind waits, where there is room. */
  waitTicks(): readonly Tick[] {
    if (this.#total <= 0) return [];
    const ticks: Tick[] = [{ at: 0, label: formatDelay(0) }];
    for (const [i, at] of this.#places.entries()) {
      if (at - (ticks.at(-1) as Tick).at >= 0.16) ticks.push({ at, label: formatDelay(this.#elapsed[i] as number) });
    }
    return ticks;
  }

  #at(elapsed: number): number {
    let [low, high] = [0, this.#elapsed.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#elapsed[middle] as number) >= elapsed) high = middle;
      else low = middle + 1;
    }
    const [before, after] = [this.#elapsed[low - 1] ?? 0, this.#elapsed[low] ?? 0];
    const { start, width } = this.bar(low);
    return after === before ? start : start + (width * (elapsed - before)) / (after - before);
  }
}

/** The ticks whose labels stand clear of each other on an axis of `width` pixels with labels of about 11 pixels. */
export function ticksWithRoom(ticks: readonly Tick[], width: number): readonly Tick[] {
  let free = Number.NEGATIVE_INFINITY;
  return ticks.filter(({ at, label }) => {
    const length = label.length * LETTER;
    const start = at * width - (isAtStart(at) ? 0 : isAtEnd(at) ? length : length / 2);
    if (start < free) return false;
    free = start + length + GAP;
    return true;
  });
}

/** Labels at the ends of the axis stand within it. */
export const isAtStart = (at: number): boolean => at < 0.04;
export const isAtEnd = (at: number): boolean => at > 0.92;

/** Pixels of a letter, and between two labels. */
const LETTER = 6.5;
const GAP = 8;

/** The sum up to and with each place. */
function sumsOf(values: readonly number[]): readonly number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

const DAY = 86_400_000;
const STEPS: readonly number[] = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500],
  ...[1, 2, 5, 10, 15, 30].map((seconds) => seconds * 1000),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * 60_000),
  ...[1, 2, 3, 6, 12].map((hours) => hours * 3_600_000),
  ...[1, 2, 3, 7, 14, 30].map((days) => days * DAY),
];
