import { rows } from '../../src/core/knowledge/texts/rows.ts';
import { digest } from './held.ts';
import { replySamples } from './replySamples.ts';

export const rowFitsFile = 'test/core/knowledge/texts/fits.tsv';

/** Words of a sample that are changed. */
const MOST = 40;

/** A text with one thing in it changed at a time: its ends, its blanks, its case, and each word in some ways. */
export function* nearby(text: string): Iterable<string> {
  yield* [`x${text}`, `9${text}`, `x ${text}`, `${text}x`, `${text}9`, `${text} x`, `${text}.`];
  yield* [text.toUpperCase(), text.toLowerCase(), text.replaceAll(' ', '  '), text.replace(/ (?=\S+$)/, '\n')];
  const words = text.split(' ');
  for (const [at, word] of words.slice(0, MOST).entries()) {
    const bare = word.replace(/^\W+|\W+$/g, '');
    for (const other of [`x${word}`, `${word}x`, `${word} x`, `x${bare}`, `${bare}x`, bare, word.slice(1), `${word}s`])
      if (other !== word) yield words.with(at, other).join(' ');
    yield words.toSpliced(at, 1).join(' ');
    for (const [digits] of word.matchAll(/\d+/g))
      for (const other of [`${digits}1`, digits.slice(1), `${digits}`.replace(/^./, (d) => `${(Number(d) + 1) % 10}`)])
        yield words.with(at, word.replace(digits, other)).join(' ');
  }
}

/** What each row fits of texts that are nearly its samples: a pattern that was widened or narrowed shows here. */
export function rowFitsTable(): string {
  const samples = Map.groupBy(replySamples, ({ expected }) => expected);
  const lines = rows.map(({ name, pattern }) => {
    const texts = (samples.get(name) ?? []).flatMap(({ text }) => [text, ...nearby(text)]);
    const fits = texts.map((text) => pattern.test(text));
    return [name, `${fits.filter(Boolean).length} of ${fits.length}`, digest(fits)].join('\t');
  });
  return `${['row\tfits\tdigest', ...lines.sort()].join('\n')}\n`;
}
