import type { Confidence, Explanation } from '../explanation.ts';
import { because, type Meaning } from '../meaning.ts';
import { alike, type ReasonName, reasons } from '../reasons.ts';
import type { ReplyText } from '../texts/replyText.ts';
import { allTexts } from '../texts.ts';
import { nearestWording } from './nearestWording.ts';
import { packedWordings } from './packedWordings.ts';
import { openWordings, type WordingIndex } from './wordingIndex.ts';

/** What the nearest known wording tells of a reply. */
export interface ByNearest extends Pick<Explanation, 'confidence'> {
  readonly meaning: Meaning;
  readonly nearest: string;
  readonly basis: 'nearest';
}

const rowAt = (place: number): ReplyText => allTexts[place] as ReplyText;

/** Opened when the first reply is not known, as most are. */
let index: WordingIndex | undefined;

/**
 * Explains words that no row fits by the nearest known wording, as far as that is close enough. `expected` is the reason
 * that the enhanced code names: where both say the same less closeness is asked for, where they differ nothing is told.
 */
export function explainNearest(words: string, expected: ReasonName | undefined): ByNearest | undefined {
  index ??= openWordings(packedWordings, (place) => rowAt(place).reason);
  const found = nearestWording(index, words, expected === undefined ? LEAD_ALONE : LEAD_BESIDE_CODE);
  if (found === undefined) return undefined;
  const { reason, source } = rowAt(found.place);
  const confidence = sureness(found, expected === undefined ? undefined : alike(reason, expected));
  if (confidence === undefined) return undefined;
  const meaning = because(reason, reasons[reason].meaning, source);
  return { meaning, nearest: found.wording, basis: 'nearest', confidence };
}

/** How far the words must speak for a reason: alone, and where the enhanced code says the same. */
const LEAD_ALONE = 10;
const LEAD_BESIDE_CODE = 3;

/** How sure it is, by lead and cover, and whether the enhanced code says the same; undefined where it is a guess. */
function sureness(
  { lead, cover }: { readonly lead: number; readonly cover: number },
  agrees: boolean | undefined,
): Confidence | undefined {
  if (agrees === false || cover < 0.25) return undefined;
  if (agrees === true) return lead >= LEAD_BESIDE_CODE ? 'medium' : undefined;
  if (lead < LEAD_ALONE) return undefined;
  return cover >= 0.5 ? 'medium' : 'low';
}
