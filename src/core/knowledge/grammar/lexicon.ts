import type { Concept, Lexicon } from './concepts.ts';
import { conditionWords } from './lexicon/conditions.ts';
import { chinese, japanese } from './lexicon/eastAsian.ts';
import { english } from './lexicon/english.ts';
import { german } from './lexicon/german.ts';
import { particularWords } from './lexicon/particulars.ts';
import { refusalWords } from './lexicon/refusals.ts';
import { french, italian, portuguese, spanish } from './lexicon/romance.ts';
import { dutch, polish, russian } from './lexicon/slavicAndDutch.ts';
import { transportWords } from './lexicon/transport.ts';

/** The languages that mail servers speak. */
export const lexicons: Readonly<Record<string, Lexicon>> = {
  english,
  german,
  french,
  spanish,
  portuguese,
  italian,
  dutch,
  polish,
  russian,
  chinese,
  japanese,
  'particulars, in all languages': particularWords,
  'refusals, in all languages': refusalWords,
  'transport, in all languages': transportWords,
  'conditions, in all languages': conditionWords,
};

type Concepts = readonly Concept[];

/** Whole words; a phrase under its words with single blanks. */
const words = new Map<string, Concepts>();
/** Beginnings of words. */
const stems = new Map<string, Concepts>();
/** By the first word of a phrase: how many words the longest one has. */
const phraseStarts = new Map<string, number>();
/** Words of scripts that put no blanks between words. */
const joinedWords = new Map<string, Concepts>();
let longestJoined = 1;
let shortestStem = 99;
let longestStem = 1;

const JOINED = /[\u3040-\u30ff\u3400-\u9fff]/;

const add = (map: Map<string, Concepts>, key: string, concept: Concept): void => {
  const before = map.get(key) ?? [];
  if (!before.includes(concept)) map.set(key, [...before, concept]);
};

for (const lexicon of Object.values(lexicons)) {
  for (const [concept, list] of Object.entries(lexicon) as [Concept, string][]) {
    for (const word of list.split(/\s{1,20}/)) {
      if (JOINED.test(word)) {
        longestJoined = Math.max(longestJoined, word.length);
        add(joinedWords, word, concept);
      } else if (word.endsWith('*')) {
        const stem = word.slice(0, -1).replaceAll('_', ' ');
        shortestStem = Math.min(shortestStem, stem.length);
        longestStem = Math.max(longestStem, stem.length);
        add(stems, stem, concept);
      } else {
        const parts = word.split('_');
        const first = parts[0] as string;
        if (parts.length > 1) phraseStarts.set(first, Math.max(phraseStarts.get(first) ?? 0, parts.length));
        add(words, parts.join(' '), concept);
      }
    }
  }
}

const NONE: Concepts = [];

function byStem(word: string): Concepts {
  for (let length = Math.min(word.length, longestStem); length >= shortestStem; length--) {
    const found = stems.get(word.slice(0, length));
    if (found !== undefined) return found;
  }
  return NONE;
}

/** What a word stands for. */
export const conceptsOf = (word: string): Concepts => words.get(word) ?? byStem(word);

/** The longest phrase that begins at a word: how many words it has, and what it stands for. */
export function phraseAt(
  list: readonly string[],
  at: number,
): { readonly length: number; readonly concepts: Concepts } | undefined {
  const most = phraseStarts.get(list[at] as string);
  if (most === undefined) return undefined;
  for (let length = Math.min(most, list.length - at); length > 1; length--) {
    const concepts = words.get(list.slice(at, at + length).join(' '));
    if (concepts !== undefined) return { length, concepts };
  }
  return undefined;
}

/** What the words of a run of characters without blanks stand for, in their order. */
export function conceptsInRun(run: string): readonly Concepts[] {
  const found: Concepts[] = [];
  for (let at = 0; at < run.length; ) {
    let length = Math.min(longestJoined, run.length - at);
    while (length > 0 && !joinedWords.has(run.slice(at, at + length))) length--;
    if (length > 0) found.push(joinedWords.get(run.slice(at, at + length)) as Concepts);
    at += Math.max(length, 1);
  }
  return found;
}

/** Whether a run of characters is written without blanks between its words. */
export const isJoined = (run: string): boolean => JOINED.test(run);
