/** What the clocks of the other hops say of one hop's clock. */
export interface ClockVerdict {
  /** The hop's time fits in with what the other hops agree on. */
  readonly sound: boolean;
  readonly problems: readonly ('clock-behind' | 'clock-ahead' | 'clock-disagrees')[];
  /** Milliseconds by which the clock is off at least: negative behind, positive ahead. */
  readonly off?: number;
}

/**
 * Finds the hops whose clocks are off. `times` are in the order of travel, undefined where a hop is not dated.
 *
 * Most mailers write whole seconds only, so times count by their second: less than that shows no clock to be off.
 * A message cannot arrive before it was sent, so true times never fall. The hops that belong to every longest run of
 * times that never fall are sound; those that belong to none are off, because the hops around them agree without them.
 * Where several runs are equally long, those count that end at the last hop, which is the reader's own server, and then
 * those that start at the first: a hop in the middle has neighbours on both sides to speak against it. What is still in
 * doubt is called so.
 * O(n log n).
 */
export function findSkew(times: readonly (number | undefined)[]): readonly ClockVerdict[] {
  const dated: number[] = [];
  const places: number[] = [];
  for (const [i, time] of times.entries()) {
    if (time === undefined) continue;
    dated.push(wholeSecond(time));
    places.push(i);
  }
  const standing = standingOf(dated);
  const verdicts: ClockVerdict[] = times.map(() => ({ sound: false, problems: [] }));
  const soundBefore = runningSound(dated, standing);
  const soundAfter = runningSound(dated.toReversed(), standing.toReversed()).toReversed();
  for (const [k, time] of dated.entries()) {
    verdicts[places[k] as number] = verdictOf(
      time,
      standing[k] as Standing,
      soundBefore[k],
      soundAfter[k],
      dated[k - 1],
    );
  }
  return verdicts;
}

/** The start of the second that a time in milliseconds lies in. */
export const wholeSecond = (time: number): number => Math.floor(time / 1000) * 1000;

type Standing = 'sound' | 'off' | 'doubt';

function standingOf(times: readonly number[]): readonly Standing[] {
  const standing: Standing[] = times.map(() => 'off');
  let kept = [...times.keys()];
  let runs = longestRuns(times);
  const keep = (allowed: (time: number) => boolean): void => {
    kept = kept.filter((k) => allowed(times[k] as number));
    runs = longestRuns(kept.map((k) => times[k] as number));
  };
  const last = times.at(-1) ?? 0;
  if (runs.length >= 2 && runs.ending.at(-1) === runs.length) keep((time) => time <= last);
  const first = times[0] ?? 0;
  if (runs.length >= 2 && kept[0] === 0 && runs.starting[0] === runs.length) keep((time) => time >= first);
  const judged = judge(runs, kept.length);
  for (const [j, k] of kept.entries()) standing[k] = judged[j] as Standing;
  return standing;
}

interface Runs {
  readonly length: number;
  /** Length of the longest run that ends here, and of the longest that starts here. */
  readonly ending: readonly number[];
  readonly starting: readonly number[];
}

function judge(runs: Runs, count: number): readonly Standing[] {
  const rank = (k: number): number => runs.ending[k] as number;
  const inSome = (k: number): boolean => rank(k) + (runs.starting[k] as number) - 1 === runs.length;
  const rivals = new Map<number, number>();
  for (let k = 0; k < count; k++) if (inSome(k)) rivals.set(rank(k), (rivals.get(rank(k)) ?? 0) + 1);
  // A run takes one hop of each rank, so a hop without a rival is in every longest run.
  return Array.from({ length: count }, (_, k) => (!inSome(k) ? 'off' : rivals.get(rank(k)) === 1 ? 'sound' : 'doubt'));
}

function longestRuns(times: readonly number[]): Runs {
  const ending = runLengths(times);
  const starting = runLengths(times.toReversed().map((time) => -time)).toReversed();
  return { length: ending.reduce((a, b) => Math.max(a, b), 0), ending, starting };
}

/** Length of the longest run that never falls and ends at each place (patience sorting). */
function runLengths(times: readonly number[]): number[] {
  const tails: number[] = [];
  return times.map((time) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((tails[middle] as number) <= time) low = middle + 1;
      else high = middle;
    }
    tails[low] = time;
    return low + 1;
  });
}

/** The time of the nearest sound hop before each place. */
function runningSound(times: readonly number[], standing: readonly Standing[]): (number | undefined)[] {
  let sound: number | undefined;
  return times.map((time, k) => {
    const before = sound;
    if (standing[k] === 'sound') sound = time;
    return before;
  });
}

function verdictOf(
  time: number,
  standing: Standing,
  before: number | undefined,
  after: number | undefined,
  previous: number | undefined,
): ClockVerdict {
  if (standing === 'sound') return { sound: true, problems: [] };
  if (standing === 'off' && before !== undefined && time < before) {
    return { sound: false, problems: ['clock-behind'], off: time - before };
  }
  if (standing === 'off' && after !== undefined && time > after) {
    return { sound: false, problems: ['clock-ahead'], off: time - after };
  }
  const falls = previous !== undefined && time < previous;
  return { sound: false, problems: falls ? ['clock-disagrees'] : [] };
}
