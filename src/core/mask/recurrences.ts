import { verbs } from '../smtp/verbs.ts';
import { alignedBase64 } from '../text/base64.ts';
import { literalPattern } from '../text/pattern.ts';
import { octetsOfText } from '../text/utf8.ts';
import { decodeBase64 } from './base64.ts';
import type { FoundSecret } from './secret.ts';

/** Different passwords that are searched for, and characters of all together; a ticket with more is no ticket. */
const MOST = 20_000;
const MOST_CHARACTERS = 500_000;
/** Shorter ones stand in too many words to be told from them. */
const SHORTEST = 4;
const LONGEST = 400;

export type FindRecurrences = (text: string) => Iterable<FoundSecret>;

export interface Recurrences {
  readonly again: FindRecurrences;
  /** Passwords that are not searched for, because there are too many. */
  readonly unsought: number;
}

/** Searches for the other places where passwords stand that the ticket shows, as they are or in base64. */
export function recurrencesOf(passwords: ReadonlySet<string>, text: string): Recurrences {
  const words = [...passwords].filter(
    (word) =>
      word.length >= SHORTEST &&
      word.length <= LONGEST &&
      !verbs.has(word.toUpperCase()) &&
      !LOGGED.has(word.toLowerCase()) &&
      !STATUS.test(word),
  );
  const candidates = fitting(words);
  let find: FindRecurrences | undefined;
  const again: FindRecurrences = (part) => {
    find ??= finderOf(candidates, text);
    return find(part);
  };
  return { again, unsought: words.length - candidates.length };
}

function finderOf(candidates: readonly string[], text: string): FindRecurrences {
  if (candidates.length === 0) return () => [];
  const others = new Set([...domainsIn(text, candidates), ...decorationsIn(text, candidates)]);
  const known = candidates.filter((word) => !others.has(word));
  if (known.length === 0) return () => [];
  const plain = new RegExp(wordPattern(known), 'g');
  const octets = known.map(octetsOfText);
  const cores = new Set(octets.flatMap(alignedBase64).filter((core) => core.length >= SHORTEST));
  const encoded = new RegExp([...cores].map(literalPattern).join('|'), 'g');
  return function* (text) {
    for (const match of text.matchAll(plain)) {
      yield { start: match.index, end: match.index + match[0].length, kind: 'again', encoded: false, passwords: [] };
    }
    yield* encodedRecurrences(text, encoded, octets);
  };
}

/** The first words of all, as many as are searched for. */
function fitting(words: readonly string[]): readonly string[] {
  let characters = 0;
  const end = words.findIndex((word, i) => {
    characters += word.length;
    return i === MOST || characters > MOST_CHARACTERS;
  });
  return end < 0 ? words : words.slice(0, end);
}

/** An enhanced status code (RFC 3463 2) and an address stand in too many places to be a password. */
const STATUS = /^(?:[245]\.\d{1,3}\.\d{1,3}|\d{1,3}(?:\.\d{1,3}){3})$/;

/** Words that logs write behind names of all kinds: `P=local`, `proto=ESMTP`, `relay=virtual`. */
const LOGGED: ReadonlySet<string> = new Set(
  `local localhost smtp esmtp esmtps esmtpa esmtpsa lmtp relay virtual pipe error bounce unknown none sent deferred mail
  inet inet6 static client server daemon root postfix exim sendmail dovecot test user plain login`.split(/\s+/),
);

/** Lines that begin alike because a tool puts something in front of each. */
const DECORATED = 5;

/** Words that stand behind an @: the domain of an address is in too many places to be a password. */
function* domainsIn(text: string, words: readonly string[]): Iterable<string> {
  const dotted = words.filter((word) => word.includes('.'));
  if (dotted.length === 0) return;
  for (const [found] of text.matchAll(new RegExp(`@(?:${anyOf(dotted)})`, 'g'))) yield found.slice(1);
}

/** What begins many lines was put there by a tool; it is no password, whatever stands in front of it once. */
function* decorationsIn(text: string, words: readonly string[]): Iterable<string> {
  const counts = new Map<string, number>();
  for (const [, word = ''] of text.matchAll(
    new RegExp(`^[> \\t]{0,40}(?:[^\\s()]{1,60}\\()?(${anyOf(words)})`, 'gm'),
  )) {
    const count = (counts.get(word) ?? 0) + 1;
    counts.set(word, count);
    if (count === DECORATED) yield word;
  }
}

/** Longer ones first: of two that start alike the longer one is taken. */
const anyOf = (words: readonly string[]): string =>
  [...words]
    .sort((a, b) => b.length - a.length)
    .map(literalPattern)
    .join('|');

/** A plain word or number is part of names, addresses and times; anything else is not. */
const PLAIN = /^(?:[A-Za-z]+|[\d:-]+)$/;

function wordPattern(words: readonly string[]): string {
  const plain = words.filter((word) => PLAIN.test(word));
  const others = words.filter((word) => !PLAIN.test(word));
  return [
    others.length === 0
      ? []
      : `(?<![A-Za-z0-9])(?:${anyOf([...new Set(others.flatMap((word) => [word, percentEncoded(word)]))])})(?![A-Za-z0-9])`,
    plain.length === 0 ? [] : `(?<![\\w.@:/-])(?<!\\w\\[)(?:${anyOf(plain)})(?![\\w@:/-]|\\.\\w)`,
  ]
    .flat()
    .join('|');
}

const percentEncoded = (word: string): string => encodeURIComponent(word.replace(/\p{Surrogate}/gu, '\ufffd'));

const isDigit = (c: number): boolean =>
  (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === 43 || c === 47;

function* encodedRecurrences(text: string, search: RegExp, octets: readonly string[]): Iterable<FoundSecret> {
  search.lastIndex = 0;
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    let start = match.index;
    let end = start + match[0].length;
    while (start > 0 && isDigit(text.charCodeAt(start - 1))) start--;
    // The n of a line break that is spelt out.
    if (text[start - 1] === '\\' && /[nrt]/.test(text.charAt(start)) && start < match.index) start++;
    while (end < text.length && isDigit(text.charCodeAt(end))) end++;
    while (end < text.length && text.charCodeAt(end) === 0x3d) end++;
    search.lastIndex = end;
    if (holdsAny(text.slice(start, end), octets)) yield { start, end, kind: 'again', encoded: true, passwords: [] };
  }
}

/** A line of a longer base64 text may start anywhere in it, so every way to fall on groups of four is tried. */
function holdsAny(token: string, octets: readonly string[]): boolean {
  for (let skip = 0; skip < 4; skip++) {
    const rest = token.slice(skip).replace(/=+$/, '');
    const decoded = decodeBase64(rest.length % 4 === 1 ? rest.slice(0, -1) : rest);
    if (decoded !== undefined && octets.some((word) => decoded.includes(word))) return true;
  }
  return false;
}
