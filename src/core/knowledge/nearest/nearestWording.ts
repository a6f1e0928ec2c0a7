import { comparedWords, isTelling } from './wording.ts';
import { type Feature, featuresIn, type WordingIndex } from './wordingIndex.ts';

/** What the known wordings make of a text that no row fits. */
export interface Nearest {
  readonly wording: string;
  /** The place of the row that explains it. */
  readonly place: number;
  /** How much more all wordings together speak for its reason than for any other. */
  readonly lead: number;
  /** The share of the text's words that it has, rare ones counting most. */
  readonly cover: number;
}

/** Words of its own that a text must have in common with a wording: one alone is said of too many things. */
const FEWEST = 2;

/**
 * The known wording that is closest to a text, if it has the reason for which all known wordings together speak most, and
 * by `least` more than for any other: each word and each two in a row speak for the reasons that they were seen with, the
 * more the rarer they are elsewhere.
 */
export function nearestWording(index: WordingIndex, text: string, least = 0): Nearest | undefined {
  const { known, features, near } = index;
  const words = comparedWords(text);
  const telling = [...new Set(words.filter(isTelling))];
  if (telling.length < FEWEST) return undefined;
  const found = featuresIn(index, words);
  const { reason, lead } = spokenFor(index, found);
  if (lead <= 0 || lead < least) return undefined;
  const met: number[] = [];
  for (const at of found) {
    const { alike, wordings } = features[at] as Feature;
    for (const one of wordings) {
      const before = near[one] as number;
      if (before === 0) met.push(one);
      near[one] = before + alike;
    }
  }
  let nearest = -1;
  let most = 0;
  for (const at of met) {
    const closeness = (near[at] as number) / (known[at] as (typeof known)[number]).length;
    near[at] = 0;
    if (closeness > most || (closeness === most && at < nearest)) {
      nearest = at;
      most = closeness;
    }
  }
  const closest = known[nearest];
  if (closest?.reason !== reason) return undefined;
  const { wording, place } = closest;
  const own = new Set(comparedWords(wording));
  const shared = telling.filter((word) => own.has(word));
  if (shared.length < FEWEST) return undefined;
  const rare = (some: readonly string[]): number => some.reduce((sum, word) => sum + rarityOf(index, word), 0);
  return { wording, place, lead, cover: rare(shared) / rare(telling) };
}

/** The reason for which what stands in a text speaks most, and how much more than for the next one. */
function spokenFor(
  { features, likely, unseen }: WordingIndex,
  found: ReadonlySet<number>,
): { readonly reason: number; readonly lead: number } {
  const votes = [...likely];
  let read = 0;
  for (const at of found) {
    const { weight, votes: own } = features[at] as Feature;
    read += weight;
    for (const row of own) votes[row[0]] = (votes[row[0]] as number) + row[1];
  }
  const all = votes.map((vote, at) => vote + read * (unseen[at] as number));
  const [most = 0, next = 0] = all.toSorted((a, b) => b - a);
  return { reason: all.indexOf(most), lead: most - next };
}

const rarityOf = ({ words, features, rarest }: WordingIndex, word: string): number =>
  features[words.get(word) ?? -1]?.rarity ?? rarest;
