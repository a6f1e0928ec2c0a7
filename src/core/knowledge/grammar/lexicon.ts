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
/** By their first letters: how long the beginnings of words are, the longest first. */
const stemLengths = new Map<string, readonly number[]>();
const FIRST_LETTERS = 2;
interface Phrase {
  readonly all: readonly string[];
  readonly concepts: Concepts;
}
/** By its first word: the phrases that begin with it, the longest first. */
const phrases = new Map<string, readonly Phrase[]>();
/** Words of scripts that put no blanks between words. */
const joinedWords = new Map<string, Concepts>();
let longestJoined = 1;

const JOINED = /[\u3040-\u30ff\u3400-\u9fff]/;

const add = (map: Map<string, Concepts>, key: string, concept: Concept): void => {
  const before = map.get(key) ?? [];
  if (!before.includes(concept)) map.set(key, [...before, concept]);
};

function addPhrase(first: string, all: readonly string[]): void {
  const others = (phrases.get(first) ?? []).filter((other) => other.all.join(' ') !== all.join(' '));
  const phrase = { all, concepts: words.get(all.join(' ')) as Concepts };
  phrases.set(
    first,
    [...others, phrase].sort((one, other) => other.all.length - one.all.length),
  );
}

for (const lexicon of Object.values(lexicons)) {
  for (const [concept, list] of Object.entries(lexicon) as [Concept, string][]) {
    for (const word of list.split(/\s{1,20}/)) {
      if (JOINED.test(word)) {
        longestJoined = Math.max(longestJoined, word.length);
        add(joinedWords, word, concept);
      } else if (word.endsWith('*')) {
        const stem = word.slice(0, -1).replaceAll('_', ' ');
        const start = stem.slice(0, FIRST_LETTERS);
        const lengths = new Set([...(stemLengths.get(start) ?? []), stem.length]);
        stemLengths.set(
          start,
          [...lengths].sort((one, other) => other - one),
        );
        add(stems, stem, concept);
      } else {
        const parts = word.split('_');
        const first = parts[0] as string;
        add(words, parts.join(' '), concept);
        if (parts.length > 1) addPhrase(first, parts);
      }
    }
  }
}

const NONE: Concepts = [];

function byStem(word: string): Concepts {
  for (const length of stemLengths.get(word.slice(0, FIRST_LETTERS)) ?? NONE_KNOWN) {
    const found = length > word.length ? undefined : stems.get(word.slice(0, length));
    if (found !== undefined) return found;
  }
  return NONE;
}

const NONE_KNOWN: readonly number[] = [];

/** What a word stands for. */
export const conceptsOf = (word: string): Concepts => words.get(word) ?? byStem(word);

/** The longest phrase that begins at a word: how many words it has, and what it stands for. */
export function phraseAt(
  list: readonly string[],
  at: number,
): { readonly length: number; readonly concepts: Concepts } | undefined {
  for (const { all, concepts } of phrases.get(list[at] as string) ?? NO_PHRASES) {
    let length = 1;
    while (length < all.length && list[at + length] === all[length]) length++;
    if (length === all.length) return { length, concepts };
  }
  return undefined;
}

const NO_PHRASES: readonly Phrase[] = [];

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
