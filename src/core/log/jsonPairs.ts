import { unescaped } from './exports/jsonText.ts';
import type { LogWord } from './log.ts';
import { type Pair, part } from './logWords.ts';

const KEY = /"((?:[^"\\]|\\.){1,100})"\s{0,10}:\s{0,10}/y;
const TEXT = /"((?:[^"\\\r\n]|\\.){0,8000})"?/y;
const OTHER = /-?\d{1,20}(?:\.\d{1,20})?|true|false|null/y;

/**
 * The names and values in JSON, also where it is cut off: those of inner objects under their own names, those of a list
 * one by one under the name of the list. Names that are addresses are given as recipients.
 */
export function jsonPairs(word: LogWord): readonly Pair[] {
  const pairs: Pair[] = [];
  const { text } = word;
  const names: string[] = [];
  let name = '';
  for (let at = 0; at < text.length; ) {
    const c = text[at];
    if (c === '{' || c === '[') {
      names.push(name);
      at++;
    } else if (c === '}' || c === ']') {
      name = names.pop() ?? '';
      at++;
    } else if (c === '"') {
      KEY.lastIndex = at;
      const key = KEY.exec(text);
      if (key !== null) {
        name = key[1] as string;
        if (/^[^\s@]{1,200}@[^\s@]{1,250}$/.test(name))
          pairs.push({ name: 'rcpt', value: part(word, at + 1, at + 1 + name.length) });
        at = KEY.lastIndex;
        continue;
      }
      TEXT.lastIndex = at;
      TEXT.test(text);
      const end = Math.max(TEXT.lastIndex, at + 1);
      const closed = text[end - 1] === '"' && end - 1 > at;
      const raw = part(word, at + 1, closed ? end - 1 : end);
      pairs.push({ name, value: { ...raw, text: unescaped(raw.text) } });
      at = end;
    } else {
      OTHER.lastIndex = at;
      if (OTHER.test(text)) {
        pairs.push({ name, value: part(word, at, OTHER.lastIndex) });
        at = OTHER.lastIndex;
      } else at++;
    }
  }
  return pairs;
}
