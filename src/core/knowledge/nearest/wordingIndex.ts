import type { ReasonName } from '../reasons.ts';
import { comparedWords, isKind } from './wording.ts';

/** Known wordings as data: for each row its place, and the words. */
export type PackedWordings = readonly (readonly [place: number, ...wordings: readonly string[]])[];

interface Known {
  readonly wording: string;
  readonly place: number;
  /** The place of its reason among all reasons that wordings have. */
  readonly reason: number;
  /** What makes near wordings of different length comparable. */
  readonly length: number;
}

/** What is known of a word, or of two words in a row. */
export interface Feature {
  /** What it tells before its rarity: kinds of things tell little. */
  readonly weight: number;
  readonly rarity: number;
  /** What it adds to the likeness of two texts that both have it. */
  readonly alike: number;
  /** The wordings in which it stands. */
  readonly wordings: readonly number[];
  /** How much it speaks for the reasons of these wordings. */
  readonly votes: readonly (readonly [reason: number, vote: number])[];
}

/** Words and pairs of words in the order in which they are first met. */
interface Vocabulary {
  readonly words: ReadonlyMap<string, number>;
  /** By the numbers of both words. */
  readonly pairs: ReadonlyMap<number, number>;
}

/** Known wordings, found by their words. */
export interface WordingIndex extends Vocabulary {
  readonly known: readonly Known[];
  /** Room for how near each is to one text: all zero between two searches. */
  readonly near: Float64Array;
  /** By the numbers of the vocabulary. */
  readonly features: readonly Feature[];
  /** How likely each reason is before a word was read. */
  readonly likely: readonly number[];
  /** How much a word that was never seen with a reason speaks against it. */
  readonly unseen: readonly number[];
  /** The rarity of a word that was never seen. */
  readonly rarest: number;
}

/** What a kind of thing tells, beside a word. */
const KIND = 0.2;
/** What two words in a row tell in likeness, beside one. */
const PAIR = 0.5;
/** How strongly words that were seen seldom are trusted: less the higher. */
const SMOOTHING = 1;
/** How far the reason that most wordings have is the likeliest one. */
const PRIOR = 0.7;

/** More than there are words, and small enough for two numbers in one. */
const MOST_WORDS = 1 << 15;

/** What of a vocabulary stands in words: each of them and each two in a row, once. */
export function featuresIn({ words, pairs }: Vocabulary, text: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  let last: number | undefined;
  for (const word of text) {
    const one = words.get(word);
    if (one !== undefined) {
      found.add(one);
      const both = last === undefined ? undefined : pairs.get(last * MOST_WORDS + one);
      if (both !== undefined) found.add(both);
    }
    last = one;
  }
  return found;
}

/** Rarity of what stands in so many of all wordings. */
const rarityOf = (all: number, uses: number): number => Math.log((all + 1) / (uses + 0.5));

export function openWordings(packed: PackedWordings, reasonAt: (place: number) => ReasonName): WordingIndex {
  const places = new Map<ReasonName, number>();
  const sizes: number[] = [];
  const raw: { wording: string; place: number; reason: number; text: readonly string[] }[] = [];
  for (const [place, ...wordings] of packed) {
    const name = reasonAt(place);
    const reason = places.get(name) ?? places.size;
    places.set(name, reason);
    sizes[reason] = (sizes[reason] ?? 0) + wordings.length;
    for (const wording of wordings) raw.push({ wording, place, reason, text: comparedWords(wording) });
  }
  const vocabulary = vocabularyOf(raw.map(({ text }) => text));
  const uses = vocabulary.weights.map((): number[] => []);
  const own = raw.map(({ text }, at) => {
    const found = featuresIn(vocabulary, text);
    for (const feature of found) uses[feature]?.push(at);
    return found;
  });
  const features = uses.map((wordings, at): Feature => {
    const { weight, likeness } = vocabulary.weights[at] as Weights;
    const rarity = rarityOf(raw.length, wordings.length);
    const chance = (SMOOTHING * wordings.length) / raw.length;
    const votes: [number, number][] = [];
    for (const one of wordings) {
      const { reason } = raw[one] as { reason: number };
      const vote = votes.find(([other]) => other === reason);
      if (vote === undefined) votes.push([reason, 1]);
      else vote[1]++;
    }
    for (const vote of votes) vote[1] = weight * Math.log(1 + vote[1] / chance);
    return { weight, rarity, alike: (likeness * rarity) ** 2, wordings, votes };
  });
  return {
    ...vocabulary,
    features,
    near: new Float64Array(raw.length),
    known: raw.map(({ wording, place, reason }, at) => {
      let sum = 0;
      for (const feature of own[at] as ReadonlySet<number>) sum += features[feature]?.alike ?? 0;
      return { wording, place, reason, length: Math.sqrt(sum) };
    }),
    likely: sizes.map((size) => PRIOR * Math.log((size + 1) / (raw.length + sizes.length))),
    unseen: sizes.map((size) => Math.log(SMOOTHING / (size + SMOOTHING))),
    rarest: rarityOf(raw.length, 0),
  };
}

interface Weights {
  readonly weight: number;
  readonly likeness: number;
}

function vocabularyOf(texts: readonly (readonly string[])[]): Vocabulary & { readonly weights: readonly Weights[] } {
  const words = new Map<string, number>();
  const pairs = new Map<number, number>();
  const weights: Weights[] = [];
  for (const text of texts) {
    let last: number | undefined;
    for (const word of text) {
      let one = words.get(word);
      if (one === undefined) {
        const weight = isKind(word) ? KIND : 1;
        one = weights.push({ weight, likeness: weight }) - 1;
        words.set(word, one);
      }
      if (last !== undefined && !pairs.has(last * MOST_WORDS + one)) {
        const weight = Math.min(weights[last]?.weight ?? 1, weights[one]?.weight ?? 1);
        pairs.set(last * MOST_WORDS + one, weights.push({ weight, likeness: weight * PAIR }) - 1);
      }
      last = one;
    }
  }
  return { words, pairs, weights };
}
