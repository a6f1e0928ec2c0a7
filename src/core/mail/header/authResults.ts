import { defined } from '../../text/defined.ts';
import type { Span } from '../../text/span.ts';
import type { AuthProperty, AuthResult, AuthResults, Field } from '../message.ts';
import { type Token, tokens } from './headerTokens.ts';
import { unquote } from './parameters.ts';

/**
 * Reads Authentication-Results (RFC 8601 2.2) and ARC-Authentication-Results (RFC 8617 4.1.1, an `i=` tag in front).
 * Exchange Online leaves the authserv-id out and starts with the first result: the server is then unknown.
 */
export function readAuthResults(text: string, field: Field): AuthResults {
  const segments = cutSegments(text, tokens(text, field.valueSpan.start, field.valueSpan.end));
  const instance = field.name.toLowerCase().startsWith('arc-') ? instanceOf(segments[0]) : undefined;
  if (instance !== undefined) segments.shift();
  const server = serverOf(segments[0]);
  if (server !== undefined) segments.shift();
  return {
    field,
    header: field.name,
    ...defined({ instance }),
    ...(server !== undefined && { server: server.text, serverSpan: server.span }),
    results: segments.map(resultOf).filter((result) => result !== undefined),
  };
}

interface Word extends Span {
  readonly text: string;
}

/** What stands between semicolons. */
interface Segment {
  readonly words: Word[];
  readonly comments: Span[];
}

function cutSegments(text: string, all: Iterable<Token>): Segment[] {
  const segments: Segment[] = [{ words: [], comments: [] }];
  for (const { kind, start, end } of all) {
    const last = segments.at(-1) as Segment;
    if (kind === 'semicolon') segments.push({ words: [], comments: [] });
    else if (kind === 'comment') last.comments.push({ start, end });
    else last.words.push({ start, end, text: text.slice(start, end) });
  }
  return segments;
}

const textOf = (words: readonly Word[]): string => words.map((word) => word.text).join(' ');

function instanceOf(segment: Segment | undefined): number | undefined {
  const number = Number(/^i ?= ?(\d{1,2})$/.exec(textOf(segment?.words ?? []))?.[1] ?? 0);
  return number >= 1 && number <= 50 ? number : undefined;
}

/** `authserv-id [version]`: one word, quoted or not, and no result. */
function serverOf(segment: Segment | undefined): { text: string; span: Span } | undefined {
  const [first, second] = segment?.words ?? [];
  if (first === undefined || second?.text.startsWith('=')) return undefined;
  const span = { start: first.start, end: first.end };
  const quoted = /^"((?:[^"\\]|\\.){0,500})"$/s.exec(first.text)?.[1];
  if (quoted !== undefined) return { text: quoted, span };
  return first.text.includes('=') || first.text.toLowerCase() === 'none' ? undefined : { text: first.text, span };
}

/** `method [/version] = result`, blanks allowed around every mark; `none` alone means that nothing was checked. */
function resultOf({ words, comments }: Segment): AuthResult | undefined {
  const head = textOf(words.slice(0, 5));
  const match = /^([\w-]{1,60}) ?(?:\/ ?(\d{1,10}) ?)?= ?([\w-]{1,60})/.exec(head);
  if (match === null) return undefined;
  const used = wordsUpTo(words, match[0].length);
  const properties = propertiesOf(words.slice(used));
  const reason = properties.find(({ ptype, property }) => ptype === undefined && property === 'reason');
  const { start } = words[0] as Word;
  const end = Math.max(words.at(-1)?.end ?? start, comments.at(-1)?.end ?? start);
  return {
    start,
    end,
    method: (match[1] as string).toLowerCase(),
    result: meant((match[3] as string).toLowerCase()),
    ...defined({ version: match[2], reason: reason?.value }),
    properties,
    comments,
  };
}

/** The word of RFC 8601 2.7 for one that Yahoo has for it: `dkim=dkim_pass`, `dmarc=success`. */
const meant = (result: string): string => OWN_WORDS.get(result) ?? result.replace(/^(?:dkim|spf|dmarc)_/, '');

const OWN_WORDS: ReadonlyMap<string, string> = new Map([
  ['success', 'pass'],
  ['failure', 'fail'],
  ['dkim_nosig', 'none'],
  ['no_sig', 'none'],
  ['nosig', 'none'],
  ['perm_fail', 'fail'],
  ['dkim_perm_fail', 'fail'],
]);

/** How many words the first `length` characters of them touch, joined by blanks. */
function wordsUpTo(words: readonly Word[], length: number): number {
  let joined = -1;
  for (const [i, word] of words.entries()) {
    joined += word.text.length + 1;
    if (joined >= length) return i + 1;
  }
  return words.length;
}

const MOST_PROPERTIES = 100;

/** `ptype.property=value` and `reason=value`, blanks allowed around every mark (RFC 8601 2.2). */
function propertiesOf(words: readonly Word[]): readonly AuthProperty[] {
  const properties: AuthProperty[] = [];
  for (let i = 0; i < words.length && properties.length < MOST_PROPERTIES; ) {
    const first = words[i] as Word;
    let last = i;
    // A name whose mark or value stands apart takes the next words.
    while (last - i < 4 && last + 1 < words.length) {
      const next = words[last + 1] as Word;
      if (!/[=.]$/.test((words[last] as Word).text) && !/^[=.]/.test(next.text)) break;
      if (/^[\w-]{1,40}\.?[\w-]{1,60}=/.test(next.text)) break;
      last++;
    }
    const written = words
      .slice(i, last + 1)
      .map((word) => word.text)
      .join('');
    const match = /^(?:([A-Za-z][\w-]{0,40})\.)?([\w-]{1,60})=/.exec(written);
    if (match !== null) {
      properties.push({
        start: first.start,
        end: (words[last] as Word).end,
        ...defined({ ptype: match[1]?.toLowerCase() }),
        property: (match[2] as string).toLowerCase(),
        value: unquote(written.slice(match[0].length)),
      });
    }
    i = last + 1;
  }
  return properties;
}
