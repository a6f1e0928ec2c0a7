/** What stands in place of `{0}`, `{1}` and so on. */
type Value = string | number;

/** Words of the interface by the English ones, in the language of the editor; none where that is English. */
let known: ReadonlyMap<string, string> = new Map();

/**
 * Tells in which language the interface speaks. Each program says it once, before it words anything: the client when it
 * is loaded, the server when it is initialised, a page when it loads. What is worded for reports and answers goes to
 * other people and stays English.
 */
export function speak(words: unknown): void {
  const isTable = typeof words === 'object' && words !== null;
  known = new Map(isTable ? Object.entries(words).filter(([, one]) => typeof one === 'string') : []);
}

/** Words of the interface in its language, with the values in their places; as they are where they are not known. */
export const t = (english: string, ...values: readonly Value[]): string =>
  filled(known.get(english) ?? known.get(shortKey(english)) ?? english, values);

const filled = (words: string, values: readonly Value[]): string =>
  words.replace(/\{(\d)\}/g, (place, index) => String(values[Number(index)] ?? place));

/**
 * By what words are found in the table of a language as it is packed, where the English ones, which stand in the code
 * already, would weigh as much as the others: 20 bits of them (FNV-1a) with base 36.
 */
export function shortKey(english: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < english.length; at++) hash = Math.imul(hash ^ english.charCodeAt(at), 0x01000193);
  return (hash >>> 12).toString(36);
}

/** Marks words of the interface that `t` is given later. */
export const word = <Text extends string>(english: Text): Text => english;

/**
 * Words with their values, put together where it is known for whom: in the language of the interface, or in English for
 * others. Survives JSON.
 */
export interface Phrase {
  readonly english: string;
  readonly values: readonly (Value | Phrase)[];
}

export const phrase = (english: string, ...values: Phrase['values']): Phrase => ({ english, values });

/** Up to ten phrases or names, with commas between. */
export const listed = (all: Phrase['values']): Phrase => phrase(all.map((_, at) => `{${at}}`).join(', '), ...all);

/** A phrase in the language of the interface. */
export const inOurs = ({ english, values }: Phrase): string => t(english, ...values.map((one) => worded(one, inOurs)));

/** A phrase for others. */
export const inEnglish = ({ english, values }: Phrase): string =>
  filled(
    english,
    values.map((one) => worded(one, inEnglish)),
  );

const worded = (value: Value | Phrase, say: (phrase: Phrase) => string): Value =>
  typeof value === 'object' ? say(value) : value;
