import { greatest } from '../../text/lists.ts';
import { once } from '../../text/once.ts';
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

export type Concepts = readonly Concept[];

export interface Phrase {
  readonly all: readonly string[];
  readonly concepts: Concepts;
}

/** The words of all languages. */
interface Vocabulary {
  /** Whole words; a phrase under its words with single blanks. */
  readonly words: ReadonlyMap<string, Concepts>;
  /** Beginnings of words. */
  readonly stems: ReadonlyMap<string, Concepts>;
  /** By their first letters: how long the beginnings of words are, the longest first. */
  readonly stemLengths: ReadonlyMap<string, readonly number[]>;
  /** By its first word: the phrases that begin with it, the longest first. */
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
  /** Words of scripts that put no blanks between words. */
  readonly joined: ReadonlyMap<string, Concepts>;
  readonly longestJoined: number;
}

const FIRST_LETTERS = 2;
const JOINED = /[\u3040-\u30ff\u3400-\u9fff]/;

function vocabularyOf(all: readonly Lexicon[]): Vocabulary {
  const words = new Map<string, Concept[]>();
  const stems = new Map<string, Concept[]>();
  const stemLengths = new Map<string, number[]>();
  const phrases = new Map<string, Phrase[]>();
  const joined = new Map<string, Concept[]>();
  for (const lexicon of all) {
    for (const [concept, list] of Object.entries(lexicon) as [Concept, string][]) {
      for (const word of list.split(/\s{1,20}/)) {
        if (JOINED.test(word)) add(joined, word, concept);
        else if (word.endsWith('*')) {
          const stem = word.slice(0, -1);
          add(stemLengths, stem.slice(0, FIRST_LETTERS), stem.length);
          add(stems, stem, concept);
        } else if (!word.includes('_')) add(words, word, concept);
        else {
          const parts = word.split('_');
          const whole = parts.join(' ');
          const isNew = !words.has(whole);
          const concepts = add(words, whole, concept);
          if (isNew) add(phrases, parts[0] as string, { all: parts, concepts });
        }
      }
    }
  }
  for (const lengths of stemLengths.values()) lengths.sort((one, other) => other - one);
  for (const some of phrases.values()) some.sort((one, other) => other.all.length - one.all.length);
  return { words, stems, stemLengths, phrases, joined, longestJoined: greatest([...joined.keys()].map(lengthOf), 1) };
}

const lengthOf = ({ length }: string): number => length;

/** Puts a value into the list of a key, once, and gives that list. */
function add<T>(map: Map<string, T[]>, key: string, value: T): readonly T[] {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else if (!list.includes(value)) list.push(value);
  return list ?? (map.get(key) as T[]);
}

/** Made when the first words are read. */
const vocabulary = once(() => vocabularyOf(Object.values(lexicons)));

const NONE: Concepts = [];

function byStem(word: string): Concepts {
  const { stemLengths, stems } = vocabulary();
  for (const length of stemLengths.get(word.slice(0, FIRST_LETTERS)) ?? NO_LENGTHS) {
    const found = length > word.length ? undefined : stems.get(word.slice(0, length));
    if (found !== undefined) return found;
  }
  return NONE;
}

const NO_LENGTHS: readonly number[] = [];

/** What a word stands for. */
export const conceptsOf = (word: string): Concepts => vocabulary().words.get(word) ?? byStem(word);

/** The phrases that begin with a word, the longest first. */
export const phrasesFrom = (word: string): readonly Phrase[] | undefined => vocabulary().phrases.get(word);

/** A word of Latin letters in such a run: `发件人域名的spf检查失败`. */
const LATIN = /[a-z]{2,20}/y;

/** What the words of a run of characters without blanks stand for, in their order. */
export function conceptsInRun(run: string): readonly Concepts[] {
  const { joined, longestJoined } = vocabulary();
  const found: Concepts[] = [];
  for (let at = 0; at < run.length; ) {
    LATIN.lastIndex = at;
    const latin = LATIN.exec(run)?.[0];
    if (latin !== undefined) {
      const concepts = conceptsOf(latin);
      if (concepts.length > 0) found.push(concepts);
      at += latin.length;
      continue;
    }
    let length = Math.min(longestJoined, run.length - at);
    while (length > 0 && !joined.has(run.slice(at, at + length))) length--;
    if (length > 0) found.push(joined.get(run.slice(at, at + length)) as Concepts);
    at += Math.max(length, 1);
  }
  return found;
}

/** Whether a run of characters is written without blanks between its words. */
export const isJoined = (run: string): boolean => JOINED.test(run);
