import type { Span } from '../../text/span.ts';
import { type MtaStsProblem, readMtaStsPolicy } from '../records/mtaStsPolicy.ts';

/** Lines of one policy that are looked at, above and below its version. */
const MOST_LINES = 100;
const LINE = /^[ \t]{0,20}(?:version|mode|nmx|mx|max[_-]?age|[a-z][\w-]{1,30}):[ \t]{0,20}\S{1,300}[ \t\r]{0,20}$/i;

/** Below the version also what was meant as such a line. */
const MEANT = /^[ \t]{0,20}[^\s:]{1,32}[ \t]{0,3}:?[ \t]{1,20}\S{1,300}[ \t\r]{0,20}$/;

/** A key of a policy with more than one word behind it. */
const KEYED = /^[ \t]{0,20}(?:mode|n?mx|max[_-]?age)[ \t]{0,3}:[^\r\n]{1,380}\r?$/i;

/** The policies of MTA-STS (RFC 8461 3.2) that stand in a text between `start` and `end`. */
export function loosePolicies(text: string, start: number, end: number): readonly Span[] {
  const found: Span[] = [];
  const versions = /^[ \t]{0,20}version[ \t]{0,5}:[ \t]{0,20}STSv\S{0,20}[ \t\r]{0,20}$/gim;
  // What stands behind the end is not searched: a text of many blocks would be read to its end for each.
  for (const match of text.slice(start, end).matchAll(versions)) {
    const at = start + match.index;
    if (at < (found.at(-1)?.end ?? 0)) continue;
    const span = around(text, at, at + match[0].length, start, end);
    const policy = text.slice(span.start, span.end);
    // With one line more it is a policy; alone it is what somebody says of one.
    if (/^[ \t]{0,20}(?:mode|n?mx|max[_-]?age):/im.test(policy)) found.push(span);
  }
  return found;
}

function around(text: string, at: number, behind: number, start: number, end: number): Span {
  let first = at;
  for (let count = 0; count < MOST_LINES && first > start; count++) {
    const above = text.lastIndexOf('\n', first - 2) + 1;
    if (above < start || !LINE.test(text.slice(above, Math.min(first - 1, above + 400)))) break;
    first = above;
  }
  let last = behind;
  for (let count = 0; count < MOST_LINES && text[last] === '\n'; count++) {
    const feed = text.indexOf('\n', last + 1);
    const stop = Math.min(feed === -1 ? text.length : feed, end);
    const line = text.slice(last + 1, stop);
    if (stop <= last + 1 || stop - last > 400 || !(LINE.test(line) || MEANT.test(line) || KEYED.test(line))) break;
    last = stop;
  }
  return { start: first, end: last };
}

/** What is wrong with a policy, with the places in the text. */
export const policyProblems = (text: string, { start, end }: Span): readonly MtaStsProblem[] =>
  readMtaStsPolicy(text.slice(start, end)).problems.map((one) => ({
    ...one,
    start: start + one.start,
    end: start + one.end,
  }));
