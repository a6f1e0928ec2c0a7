import { decodeDomain } from './punycode.ts';

/** Letters of other scripts that look like a Latin one, by that one (Unicode UTS 39, those that domains can hold). */
const LIKE: Readonly<Record<string, string>> = {
  a: 'аαɑ',
  b: 'ЬƄ',
  c: 'сϲ',
  d: 'ԁ',
  e: 'еҽ',
  g: 'ɡ',
  h: 'һ',
  i: 'іιı',
  j: 'јϳ',
  k: 'кκ',
  l: 'ӏ',
  m: 'м',
  n: 'пո',
  o: 'оοօ',
  p: 'рρ',
  q: 'ԛ',
  r: 'г',
  s: 'ѕ',
  t: 'тτ',
  u: 'υս',
  v: 'ѵν',
  w: 'ԝшω',
  x: 'хχ',
  y: 'уγү',
  z: 'ᴢ',
};

const LATIN: ReadonlyMap<string, string> = new Map(
  Object.entries(LIKE).flatMap(([latin, others]) => [...others].map((other) => [other, latin] as const)),
);

export interface LookAlike {
  /** The name in letters, `xn--` decoded. */
  readonly shown: string;
  /** What it looks like in Latin letters; undefined where letters are left that look like none. */
  readonly like?: string;
  /** The scripts that one label mixes, by name; empty where none mixes any. */
  readonly mixed: readonly string[];
}

/**
 * Whether a domain may be taken for another: a label mixes scripts, or all its foreign letters look like Latin ones.
 * Undefined for names in plain ASCII and for names in one script that looks like itself.
 */
export function lookAlike(domain: string): LookAlike | undefined {
  const shown = decodeDomain(domain).normalize('NFC').toLowerCase();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
  if (/^[\x00-\x7f]*$/.test(shown)) return undefined;
  const labels = shown.split('.');
  const mixed = labels.map(scriptsOf).find((scripts) => scripts.length > 1 && !isUsual(scripts)) ?? [];
  const foreign = labels.filter((label) => scriptsOf(label).some((script) => script !== 'Latin'));
  const skeleton = [...shown].map((c) => LATIN.get(c) ?? c).join('');
  const all = foreign.length > 0 && /^[a-z0-9.-]+$/.test(skeleton);
  if (mixed.length === 0 && !all) return undefined;
  return { shown, mixed, ...(all ? { like: skeleton } : {}) };
}

const SCRIPTS = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Han', /\p{Script=Han}/u],
  ['Hiragana', /\p{Script=Hiragana}/u],
  ['Katakana', /\p{Script=Katakana}/u],
  ['Hangul', /\p{Script=Hangul}/u],
  ['Arabic', /\p{Script=Arabic}/u],
  ['Hebrew', /\p{Script=Hebrew}/u],
] as const;

/** The scripts of a text by name. */
const scriptsOf = (text: string): readonly string[] =>
  SCRIPTS.filter(([, script]) => script.test(text)).map(([name]) => name);

/** Japanese and Korean are written in several scripts, Latin among them (UTS 39 5.1). */
const isUsual = (scripts: readonly string[]): boolean =>
  scripts.every((script) => /^(?:Latin|Han|Hiragana|Katakana|Hangul)$/.test(script));
