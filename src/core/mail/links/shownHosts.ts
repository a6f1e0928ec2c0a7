import { hasPublicSuffix } from '../domains.ts';
import { lookAlike } from '../lookAlikes.ts';
import { encodeDomain } from '../punycode.ts';

/**
 * The hosts that a text names for whoever looks at it, in ASCII: of web and mail addresses, and bare. What shows nothing
 * is taken out first, and what looks like a dot, a slash or an @ is read as one, because readers do.
 */
export function* shownHosts(text: string): Iterable<string> {
  // Width and ligatures go by NFKC: the full-width dot, the half-width ideographic one, the small @.
  const words = inVisualOrder(text).replace(INVISIBLE, '').normalize('NFKC').trim().split(/\s+/);
  for (const word of words) {
    const seen = SEPARATORS.reduce((read, [like, separator]) => read.replace(like, separator), word);
    yield* hostsOf(seen, words.length === 1 && seen === word);
  }
}

const INVISIBLE = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;

/** UTS 46 4 step 2, UTS 39 (confusables): what stands for the separators of an address, or looks like them. */
const SEPARATORS: readonly (readonly [RegExp, string])[] = [
  [/[\u3002\u00b7\u0387\u05c4\u0660\u06d4\u06f0\u0701\u0702\u2022\u2027\u2219\u22c5\u30fb\ua4f8\ua60e]/g, '.'],
  [/[\u2044\u2215\u29f8\u2571\u1735\u3033\u30ce\u4e3f]/g, '/'],
];

/** UAX 9 3.3: what stands behind a right-to-left override is drawn backwards, up to its end or that of the paragraph. */
const inVisualOrder = (text: string): string =>
  text.replace(/\u202e([^\u202c\n]*)/g, (_, overridden: string) => [...overridden].reverse().join(''));

/** Letters, marks and digits as hosts have them. */
const NAME = /[\p{L}\p{M}\p{N}._-]+/gu;
const SCHEME = /^\P{L}{0,20}[a-z][a-z0-9+.-]{0,15}:\/{1,3}/iu;

/** `alone`: the word is all that is shown, and nothing in it had to be read as something else. */
function* hostsOf(word: string, alone: boolean): Iterable<string> {
  const scheme = SCHEME.exec(word)?.[0] ?? '';
  const address = word.slice(scheme.length);
  const known = new Set<string>();
  let path = -1;
  let end = address.length;
  for (const { 0: name, index } of address.matchAll(NAME)) {
    if (index >= end) return;
    const behind = index + name.length;
    // In front of an @ stands a person's name, except in an address of the web, which hides behind a host there.
    const isPerson = address[behind] === '@';
    if ((isPerson && scheme === '') || known.has(name)) continue;
    known.add(name);
    const host = hostOf(name, scheme !== '' || alone || address[index - 1] === '@' || /^www\./i.test(name));
    if (host === undefined) continue;
    if (path < behind) path = pathStart(address, behind);
    // What follows on a host is its path.
    if (!isPerson) end = path;
    yield host;
  }
}

function pathStart(address: string, from: number): number {
  PATH.lastIndex = from;
  return PATH.exec(address)?.index ?? address.length;
}

const PATH = /[/\\?#]/g;

/** RFC 1035 2.3.4; what is longer can still end with a name. */
const LONGEST = 253;

/** What a name looks like, in ASCII. One that is not surely meant as a host, or ends in no ASCII, needs a known suffix. */
function hostOf(written: string, sure: boolean): string | undefined {
  const name = written
    .slice(-LONGEST)
    .replace(/^[.-]+/, '')
    .replace(/[.-]+$/, '');
  const last = name.slice(name.lastIndexOf('.') + 1);
  if (last === name || !/\p{L}/u.test(last) || last.length < 2) return undefined;
  const seen = lookAlike(name)?.like ?? name;
  const host = encodeDomain(seen);
  if (!/^[\w.-]{1,253}$/.test(host)) return undefined;
  return (sure && /^[\w-]+$/.test(last)) || hasPublicSuffix(host) ? host : undefined;
}
