import { stopWords } from './lexicon/stopWords.ts';
import { type Concepts, conceptsInRun, conceptsOf, isJoined, type Phrase, phrasesFrom } from './lexicon.ts';

/** What words stand for, in their order, and how many say something and are not known. */
export interface Spoken {
  readonly spoken: readonly Concepts[];
  readonly unread: number;
}

export function spokenIn(words: readonly string[]): Spoken {
  const spoken: Concepts[] = [];
  let unread = 0;
  for (let at = 0; at < words.length; ) {
    const word = known(words[at] as string);
    const phrase = word.phrases === undefined ? undefined : phraseAt(word.phrases, words, at);
    if (phrase !== undefined) spoken.push(phrase.concepts);
    else {
      for (const concepts of word.spoken) spoken.push(concepts);
      if (word.isUnread) unread++;
    }
    at += phrase?.all.length ?? 1;
  }
  return { spoken, unread };
}

/** The longest of the phrases that begin at a word. */
function phraseAt(phrases: readonly Phrase[], words: readonly string[], at: number): Phrase | undefined {
  for (const phrase of phrases) {
    const { all } = phrase;
    let length = 1;
    while (length < all.length && words[at + length] === all[length]) length++;
    if (length === all.length) return phrase;
  }
  return undefined;
}

/** A word, whatever stands around it. */
interface Word {
  readonly phrases: readonly Phrase[] | undefined;
  readonly spoken: readonly Concepts[];
  readonly isUnread: boolean;
}

/** Replies have few different words: what was read of one is kept, of so many at most. */
const memory = new Map<string, Word>();
const MOST = 4096;
/** A longer one that was cut out of a text would hold the text. */
const LONGEST = 12;

function known(word: string): Word {
  const before = memory.get(word);
  if (before !== undefined) return before;
  const read = readWord(word);
  if (word.length <= LONGEST) {
    if (memory.size === MOST) memory.clear();
    memory.set(word, read);
  }
  return read;
}

/** What joins words that stand for something each, `allowed-senders`, and no name of a rule, `header_type_2`. */
const JOINT = /^(?!.{1,60}_\d{1,4}$).{0,60}[-_/]/;

/** Letters alone: no queue id, no number. */
const SAYS_SOMETHING = /^[\p{L}'-]{2,40}$/u;

function readWord(word: string): Word {
  const phrases = phrasesFrom(word);
  if (isJoined(word)) return { phrases, spoken: conceptsInRun(word), isUnread: false };
  const concepts = conceptsOf(word);
  const spoken =
    concepts.length === 0 && JOINT.test(word) ? word.split(/[-_/]/).map((part) => conceptsOf(part)) : [concepts];
  const isUnread = spoken.at(-1)?.length === 0 && SAYS_SOMETHING.test(word) && !stopWords.has(word);
  return { phrases, spoken, isUnread };
}
