/** The time that a hop states, and by whose clock. */
export interface Stamp {
  /** Milliseconds since 1970; undefined where the hop is not dated. */
  readonly time?: number;
  /** The host that wrote it, the same word for the same host; undefined stands for a host of its own. */
  readonly host?: string;
}

/** What the clocks of the other hops say of one hop's clock. */
export interface ClockVerdict {
  /** The hop's time fits in with what the other hops agree on. */
  readonly sound: boolean;
  readonly problems: readonly ('clock-behind' | 'clock-ahead' | 'clock-disagrees')[];
  /** Milliseconds by which the clock is off at least: negative behind, positive ahead. */
  readonly off?: number;
}

/** Stamps of one host that follow each other and do not fall: one clock, so one voice. Times are whole seconds. */
interface Voice {
  readonly host: string | undefined;
  readonly low: number;
  high: number;
  /** What it weighs against others; a host that speaks several times has one voice in all. */
  weight: number;
  readonly places: number[];
}

/** What one host weighs; it can be shared by up to ten voices of it. */
const HOST = 5040;

/**
 * Finds the hops whose clocks are off. Stamps are in the order of travel. `written` is the moment of the Date field,
 * by the clock of whoever wrote the message: it weighs half as much as a server.
 *
 * Most mailers write whole seconds only, so times count by their second: less than that shows no clock to be off.
 * A message cannot arrive before it was sent, so true times never fall. The voices that belong to every heaviest run of
 * times that never fall are sound; those that belong to none are off, because the hops around them agree without them.
 * Where several runs weigh the same, those count that end at the last hop, which is the reader's own server, and then
 * those that start at the first: a hop in the middle has neighbours on both sides to speak against it. What is still in
 * doubt is called so.
 * O(n log n).
 */
export function findSkew(stamps: readonly Stamp[], written?: number): readonly ClockVerdict[] {
  const voices = voicesOf(stamps, written);
  const standing = standingOf(voices);
  const verdicts: ClockVerdict[] = stamps.map(() => ({ sound: false, problems: [] }));
  const soundAfter: (number | undefined)[] = [];
  let after: number | undefined;
  for (let k = voices.length - 1; k >= 0; k--) {
    soundAfter[k] = after;
    if (standing[k] === 'sound') after = (voices[k] as Voice).low;
  }
  let before: number | undefined;
  let previous: number | undefined;
  for (const [k, voice] of voices.entries()) {
    for (const place of voice.places) {
      const time = wholeSecond(stamps[place]?.time as number);
      verdicts[place] = verdictOf(time, standing[k] as Standing, before, soundAfter[k], previous);
      previous = time;
    }
    if (standing[k] === 'sound') before = voice.high;
  }
  return verdicts;
}

/** The start of the second that a time in milliseconds lies in. */
export const wholeSecond = (time: number): number => Math.floor(time / 1000) * 1000;

function voicesOf(stamps: readonly Stamp[], written: number | undefined): readonly Voice[] {
  const voices: Voice[] = [];
  const spoken = new Map<string, number>();
  for (const [place, { time, host }] of stamps.entries()) {
    if (time === undefined) continue;
    const second = wholeSecond(time);
    const last = voices.at(-1);
    if (last !== undefined && host !== undefined && last.host === host && second >= last.high) {
      last.high = second;
      last.places.push(place);
      continue;
    }
    voices.push({ host, low: second, high: second, weight: HOST, places: [place] });
    if (host !== undefined) spoken.set(host, (spoken.get(host) ?? 0) + 1);
  }
  for (const voice of voices) {
    voice.weight = Math.floor(HOST / Math.min(10, spoken.get(voice.host ?? '') ?? 1));
  }
  if (written === undefined) return voices;
  const second = wholeSecond(written);
  return [{ host: undefined, low: second, high: second, weight: HOST / 2, places: [] }, ...voices];
}

type Standing = 'sound' | 'off' | 'doubt';

function standingOf(voices: readonly Voice[]): readonly Standing[] {
  const standing: Standing[] = voices.map(() => 'off');
  let kept = [...voices.keys()];
  let runs = heaviestRuns(voices);
  const keep = (allowed: (voice: Voice) => boolean): void => {
    kept = kept.filter((k) => allowed(voices[k] as Voice));
    runs = heaviestRuns(kept.map((k) => voices[k] as Voice));
  };
  const [first, last] = [voices[0], voices.at(-1)];
  if (runs.weight >= 2 * HOST && last !== undefined && runs.ending.at(-1) === runs.weight)
    keep((voice) => voice === last || voice.high <= last.low);
  if (runs.weight >= 2 * HOST && first !== undefined && kept[0] === 0 && runs.starting[0] === runs.weight)
    keep((voice) => voice === first || voice.low >= first.high);
  const judged = judge(
    runs,
    kept.map((k) => voices[k] as Voice),
  );
  for (const [j, k] of kept.entries()) standing[k] = judged[j] as Standing;
  return standing;
}

interface Runs {
  /** Of the heaviest run. */
  readonly weight: number;
  /** Of the heaviest run that ends here, and of the heaviest that starts here. */
  readonly ending: readonly number[];
  readonly starting: readonly number[];
}

/**
 * Every heaviest run fills the weights from nothing up to its own with its voices, each from where the voices before it
 * end. A voice that shares its stretch with no other is in every one of them.
 */
function judge(runs: Runs, voices: readonly Voice[]): readonly Standing[] {
  const end = (k: number): number => runs.ending[k] as number;
  const start = (k: number): number => end(k) - (voices[k] as Voice).weight;
  const standing: Standing[] = voices.map(() => 'off');
  const inSome = [...voices.keys()]
    .filter((k) => end(k) + (runs.starting[k] as number) - (voices[k] as Voice).weight === runs.weight)
    .sort((a, b) => start(a) - start(b));
  let reached = Number.NEGATIVE_INFINITY;
  for (const [i, k] of inSome.entries()) {
    const next = inSome[i + 1];
    const shared = start(k) < reached || (next !== undefined && start(next) < end(k));
    standing[k] = shared ? 'doubt' : 'sound';
    reached = Math.max(reached, end(k));
  }
  return standing;
}

function heaviestRuns(voices: readonly Voice[]): Runs {
  const ending = runWeights(voices);
  const starting = runWeights(
    voices.toReversed().map(({ low, high, weight }) => ({ low: -high, high: -low, weight })),
  ).toReversed();
  return { weight: ending.reduce((a, b) => Math.max(a, b), 0), ending, starting };
}

/** Weight of the heaviest run that never falls and ends at each place, by a tree of the heaviest up to each time. */
function runWeights(voices: readonly Pick<Voice, 'low' | 'high' | 'weight'>[]): number[] {
  const times = [...new Set(voices.flatMap(({ low, high }) => [low, high]))].sort((a, b) => a - b);
  const rank = new Map(times.map((time, i) => [time, i + 1] as const));
  const tree = new Array<number>(times.length + 1).fill(0);
  return voices.map(({ low, high, weight }) => {
    let before = 0;
    for (let i = rank.get(low) as number; i > 0; i -= i & -i) before = Math.max(before, tree[i] as number);
    const own = before + weight;
    for (let i = rank.get(high) as number; i < tree.length; i += i & -i) tree[i] = Math.max(tree[i] as number, own);
    return own;
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
