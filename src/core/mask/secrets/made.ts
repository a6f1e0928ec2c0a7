import { type Value, valueAt } from './value.ts';
import { ALGORITHM } from './words.ts';

/** In a sentence only what nobody writes as a word is taken for a password. */
export function looksMade(text: string, { start, end }: Value): boolean {
  const word = text.slice(start, end);
  if (end - start < 4 || ALGORITHM.test(word)) return false;
  if (/^(?:\d{1,5}|[\w.+-]+@[\w.-]+|\w+(?:[-/]\w+)*\(\d\)|https?:.*|\/.*)$/i.test(word)) return false;
  if (/[\\/]|^[\w.-]+\.(?:[a-z]{2,5}|example)$/i.test(word)) return /[!#$%^&*]/.test(word);
  return (
    (/\d/.test(word) && /\p{L}/u.test(word)) ||
    /[!#$%^&*+=?~](?!$)|[#$%^&*+=~]$/.test(word) ||
    /\p{Ll}\p{Lu}/u.test(word)
  );
}

/** On a line of its own what looks made; in a sentence what is as long as keys are and has letters and digits. */
export function tokenAt(text: string, at: number, rest: Value | undefined): Value | undefined {
  if (rest !== undefined) return looksMade(text, rest) ? rest : undefined;
  const word = valueAt(text, at);
  if (word === undefined) return undefined;
  const isKey = /^(?=[^\s]{0,300}\d)(?=[^\s]{0,300}[A-Za-z])[A-Za-z0-9+][A-Za-z0-9+/_=~-]{19,400}$/;
  return isKey.test(text.slice(word.start, word.end)) ? word : undefined;
}
