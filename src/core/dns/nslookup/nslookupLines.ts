import type { ToolLines } from '../toolLines.ts';
import { readFailure } from './nslookupFailure.ts';
import { readNslookupRecord } from './nslookupRecord.ts';
import { NAME_WORDS, NON_AUTHORITATIVE_WORDS, SERVER_WORDS } from './nslookupWords.ts';

/** The lines of nslookup's output by their forms. */
export const PROMPT = /^\s{0,5}> ?(.{0,400})$/;
export const HEAD = new RegExp(`^\\s{0,5}(?:${SERVER_WORDS}) ?:\\s{0,40}(\\S{0,300})$`, 'i');
/** busybox counts the addresses and puts the host name behind each. */
export const ADDRESS = /^\s{0,5}Address(?:es)?(?: \d{1,3})?:\s{0,40}([0-9a-fA-F.:#]{2,60})(?: \S{1,300})?$/i;
export const MORE = /^\s{1,60}([0-9a-fA-F:.]{3,45})$/;
export const NAMED = new RegExp(`^\\s{0,5}(?:${NAME_WORDS}) ?:\\s{1,40}(\\S{1,300})$`);
export const NON_AUTHORITATIVE = new RegExp(`^\\s{0,5}(?:${NON_AUTHORITATIVE_WORDS}) ?:$`, 'i');
/** A word with a name behind it, in whatever language; `Address:` below it stands in English in all of them. */
export const LABELLED = /^\s{0,5}(?!Address|Aliases|https?)\p{L}[\p{L}.'\u2019 -]{1,40}? ?:\s{1,40}(\S{1,300})$/iu;
/** What stands above an answer out of a cache, in whatever language. */
export const ABOVE = /^\s{0,5}\p{L}[\p{L}.'\u2019 -]{5,60}:$/u;
export const ALIASES = /^\s{0,5}Aliases:\s{1,40}(\S{1,300})$/;
export const SET_TYPE = /^set\s{1,5}(?:q|qu|que|query|querytype|t|ty|typ|type)\s{0,3}=\s{0,3}(\w{1,15})$/i;

/** Whether the server that was asked is named on a line, whatever the language: its address below, then an answer or a failure. */
export function isHead(lines: ToolLines, line: number): boolean {
  if (!ADDRESS.test(lines.at(line + 1)) || lines.at(line + 2) !== '') return false;
  const answer = lines.at(line + 3);
  if (ABOVE.test(answer) || readFailure(answer)?.kind === 'answer') return true;
  if (LABELLED.test(answer)) return ADDRESS.test(lines.at(line + 4));
  return readNslookupRecord(lines, line + 3, line + 11) !== undefined;
}
