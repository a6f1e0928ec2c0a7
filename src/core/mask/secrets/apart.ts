import { looksMade } from './made.ts';
import type { Find } from './members.ts';
import { valueAt, wholeValue } from './value.ts';

const BRACKET = /[ \t]{1,2}\[(?=\S{4,100}\][ \t]{0,4}[:?]?[ \t]{0,4}(?:[\r\n]|$))/y;
/** `Password [ … ]:`, what a program asks for with what it has. */
export const bracketed: Find = (text, { kind, end }) => {
  BRACKET.lastIndex = end;
  if (kind !== 'password' || !BRACKET.test(text)) return undefined;
  const start = BRACKET.lastIndex;
  const value = wholeValue(start, text.indexOf(']', start));
  return looksMade(text, value) ? value : undefined;
};

const ROUND = /(?:[ \t]{1,2}[\p{L}'’]{1,15}){0,5}[ \t]{1,2}\((?=[^\s()=]{4,60}\)|[a-z]{4}(?: [a-z]{4}){3}\))/uy;
/** `the password that I made (…)`, `app password (abcd efgh ijkl mnop)`. */
export const inRound: Find = (text, { kind, end }) => {
  ROUND.lastIndex = end;
  if (kind !== 'password' || !ROUND.test(text)) return undefined;
  const value = wholeValue(ROUND.lastIndex, text.indexOf(')', ROUND.lastIndex));
  return text.slice(value.start, value.end).includes(' ') || looksMade(text, value) ? value : undefined;
};

/** A remark in brackets, in those of Chinese and Japanese too. */
const BRACKETED =
  /(?:[ \t]{1,2}\([^()\r\n]{1,60}\)[ \t]{1,12}|[ \t\u3000]{0,2}（[^（）\r\n]{1,60}）[ \t\u3000]{0,12})(?=\S{4})/y;
/** `Password (new) …` */
export const remarked: Find = (text, { kind, end }) => {
  BRACKETED.lastIndex = end;
  const value = kind === 'password' && BRACKETED.test(text) ? valueAt(text, BRACKETED.lastIndex) : undefined;
  return value !== undefined && (value.quoted || looksMade(text, value)) ? value : undefined;
};

const DASH = /["'`*_)]{0,3}[ \t]{1,4}[-–—]{1,2}[ \t]{1,4}(?=\S{4})/y;
/** `password - …` */
export const dashed: Find = (text, { kind, end }) => {
  DASH.lastIndex = end;
  const value = kind === 'password' && DASH.test(text) ? valueAt(text, DASH.lastIndex) : undefined;
  return value !== undefined && (value.quoted || looksMade(text, value)) ? value : undefined;
};
