import { least } from '../text/lists.ts';
import { ownString } from '../text/ownStrings.ts';

/** What a tool puts in front of what is said, with its numbers and names left open. */

const TOKEN = /(\d+)(?!\d|[A-Za-z]+\d)|([A-Za-z]*\d[A-Za-z\d]*)|([A-Za-z]+)|([ ]+)|(\t+)|([^A-Za-z\d \t])/g;
const SPECIAL = /[.*+?^${}()|[\]\\/-]/;

/** The templates of what was met lately: a line is looked at from each of the lines in front of it. */
const known = new Map<string, string>();
const MOST = 200;

/** The template of `prefix`, taken apart once as long as it is met again and again. */
export function templateOf(prefix: string): string {
  let template = known.get(prefix);
  if (template === undefined) {
    template = takeApart(prefix);
    if (known.size >= MOST) known.clear();
    known.set(ownString(prefix), template);
  }
  return template;
}

/**
 * The source of a pattern that matches `prefix` and its like: digits stand for any digits, a word with digits in it for
 * any such word. Neighbours never match the same character, so that it cannot be matched in two ways.
 */
function takeApart(prefix: string): string {
  let source = '';
  for (const { 0: token, 1: digits, 2: mixed, 3: word, 4: blanks, 5: tabs, index } of prefix.matchAll(TOKEN)) {
    if (digits !== undefined || mixed !== undefined) source += isHexWord(token) ? '([A-Za-z\\d]+)' : '(\\d+)';
    else if (word !== undefined)
      source += STATE.test(prefix.slice(Math.max(0, index - 12), index)) ? '[A-Za-z]+' : word;
    else if (blanks !== undefined) source += ' +';
    else if (tabs !== undefined) source += '\\t+';
    else source += SPECIAL.test(token) ? `\\${token}` : token;
  }
  return source;
}

/** Fields whose value says how far a session is: another one on each line. */
const STATE = /\b(?:state|phase|stage|step|cmd|command|verb)=["']?$/i;

const isHexWord = (token: string): boolean => /[A-Za-z]/.test(token);

/**
 * Which of the numbers and names in front of lines is the connection's, as a function from a match to it. It must have
 * the same value on lines of both sides, and must not be a part of a time or a counter.
 */
export function variablesOf(
  found: readonly { readonly prefix: string; readonly template: string; readonly side: string }[],
): (match: readonly (string | undefined)[]) => string | undefined {
  const values = found.map(({ prefix, template, side }) => ({
    side,
    groups: new RegExp(template, 'y').exec(prefix) ?? [],
  }));
  const kinds = [...new Map(found.map((seen) => [seen.template, seen.prefix])).values()];
  const count = least(values.map(({ groups }) => groups.length));
  for (let slot = 1; slot < count; slot++) {
    if (values.some(({ groups }) => groups.length !== count)) return () => undefined;
    if (kinds.some((prefix) => isTimePart(prefix, slot))) continue;
    const sides = new Map<string, Set<string>>();
    for (const { side, groups } of values) {
      const value = groups[slot] ?? '';
      sides.set(value, (sides.get(value) ?? new Set()).add(side));
    }
    const shared = [...sides.values()].filter((set) => set.size === 2).length;
    const names = sides.size > 1 || kinds.every((prefix) => NAMES.test(textBefore(prefix, slot)));
    if (names && shared > 0 && shared * 2 >= sides.size) return (match) => match[slot];
  }
  return () => undefined;
}

const TIMES =
  /\d{1,4}[-/.:]\d{1,2}[-/.:]\d{1,4}(?:[T ,]{1,2}\d\d?:\d\d(?::\d\d)?)?(?:[.,]\d{1,9})?Z?|\d+[.:]\d+|[A-Z][a-z]{2} [ \d]\d /g;

/** What tools write in front of the name of a connection. */
const NAMES = /(?:id|conn[a-z]*|sess[a-z]*|socket|thread|fd|[[(#])["':=# ]{0,4}$/i;

/** The text in front of the variable number `slot` of a decoration. */
function textBefore(prefix: string, slot: number): string {
  let seen = 0;
  for (const match of prefix.matchAll(TOKEN)) {
    if ((match[1] !== undefined || match[2] !== undefined) && ++seen === slot) return prefix.slice(0, match.index);
  }
  return '';
}

/** Whether the variable number `slot` of a decoration stands in a date or a time. */
function isTimePart(prefix: string, slot: number): boolean {
  const at = textBefore(prefix, slot).length;
  for (const match of prefix.matchAll(TIMES)) {
    if (at >= match.index && at < match.index + match[0].length) return true;
  }
  return false;
}
