import { readFileSync } from 'node:fs';

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

export const englishStrings = read('package.nls.json') as Readonly<Record<string, string>>;
export const germanStrings = read('package.nls.de.json') as Readonly<Record<string, string>>;

/** package.json as it is written, with keys in the place of strings. */
// biome-ignore lint/suspicious/noExplicitAny: a manifest has any shape, and a test that asks for what is not there fails
export const rawManifest = (): any => read('package.json');

/** package.json as the editor shows it in English. */
// biome-ignore lint/suspicious/noExplicitAny: the same
export const manifest = (): any => inWords(rawManifest());

const inWords = (value: unknown): unknown => {
  if (typeof value === 'string') {
    const key = /^%(.+)%$/.exec(value)?.[1];
    return key === undefined ? value : (englishStrings[key] ?? value);
  }
  if (Array.isArray(value)) return value.map(inWords);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inWords(inner)]));
};
