import type { Span } from '../../text/span.ts';
import { problem, type RecordProblem, type RecordTag } from './recordText.ts';

export interface TagList {
  readonly tags: readonly RecordTag[];
  readonly problems: readonly RecordProblem[];
}

const MOST_TAGS = 500;

/** `name=value; name=value` (RFC 6376 3.2), as DMARC, MTA-STS, TLS-RPT and BIMI write it, too. */
export function readTagList(text: string): TagList {
  const tags: RecordTag[] = [];
  const problems: RecordProblem[] = [];
  const seen = new Set<string>();
  let hasGap = false;
  for (let from = 0; from <= text.length && tags.length < MOST_TAGS; ) {
    const semicolon = text.indexOf(';', from);
    const stop = semicolon === -1 ? text.length : semicolon;
    const piece = trimmed(text, from, stop);
    const equals = text.slice(piece.start, piece.end).indexOf('=');
    if (equals > 0) {
      const tag = readTag(text, piece.start, piece.end, piece.start + equals);
      if (seen.has(tag.name)) problems.push(problem('record-tag-repeated', tag, { tag: tag.name }));
      seen.add(tag.name);
      const next = /[ \t]([a-z]{1,4}) ?=/.exec(tag.value.slice(0, 2000));
      if (next !== null && tag.name !== 'n') {
        const at = tag.valueSpan.start + next.index;
        problems.push(
          problem('record-semicolon-missing', { start: at, end: at + next[0].length }, { tag: next[1] as string }),
        );
      }
      tags.push(tag);
    } else if (piece.end > piece.start) {
      problems.push(problem('record-tag-malformed', piece, { text: text.slice(piece.start, piece.end).slice(0, 100) }));
    } else if (semicolon !== -1 && from > 0 && !hasGap) {
      hasGap = true;
      problems.push(
        problem('record-tag-malformed', { start: from - 1, end: stop + 1 }, { text: text.slice(from - 1, stop + 1) }),
      );
    }
    from = stop + 1;
  }
  return { tags, problems };
}

function readTag(text: string, start: number, end: number, equals: number): RecordTag {
  const nameSpan = trimmed(text, start, equals);
  const valueSpan = trimmed(text, equals + 1, end);
  const name = text.slice(nameSpan.start, nameSpan.end);
  return { start, end, name, nameSpan, value: text.slice(valueSpan.start, valueSpan.end), valueSpan };
}

function trimmed(text: string, from: number, to: number): { readonly start: number; readonly end: number } {
  let start = from;
  let end = to;
  while (start < end && isBlank(text.charCodeAt(start))) start++;
  while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 10 || code === 13;

/** What is asked of a tag's value. */
export interface TagRule {
  readonly allowed: RegExp;
  /** In words for the message. */
  readonly values: string;
}

/** What the tag lists share: the version stands first and is written as it must be, values and names are known. */
export function* checkTags(
  text: string,
  tags: readonly RecordTag[],
  version: string,
  rules: ReadonlyMap<string, TagRule>,
): Iterable<RecordProblem> {
  const at = tags.findIndex((tag) => tag.name.toLowerCase() === 'v');
  const tag = tags[at];
  if (tag !== undefined) {
    if (at > 0) yield problem('record-version-not-first', tag, { version });
    else if (!tag.value.startsWith(version) || /^\w/.test(tag.value.slice(version.length))) {
      yield problem('record-version', tag.valueSpan, { version, value: tag.value.slice(0, 100) });
    } else if (tag.name !== 'v') yield problem('record-version', tag.nameSpan, { version, value: tag.name });
  }
  for (const one of tags) {
    if (one === tag) continue;
    const rule = rules.get(one.name);
    if (rule === undefined) yield problem('record-tag-unknown', one, { tag: one.name.slice(0, 100) });
    else if (!rule.allowed.test(one.value)) {
      yield problem('record-value', one.value === '' ? one : one.valueSpan, {
        tag: one.name,
        value: one.value.slice(0, 100),
        values: rule.values,
      });
    }
  }
  yield* notAscii(text);
}

/** The first character that no DNS record of mail holds, such as a quotation mark of a word processor. */
export function* notAscii(text: string): Iterable<RecordProblem> {
  const foreign = /[^\x20-\x7e\t]/.exec(text);
  if (foreign === null) return;
  yield problem('record-not-ascii', { start: foreign.index, end: foreign.index + 1 }, { char: foreign[0] });
}

/** Names that the grammar leaves to extensions: a letter or digit, then up to 31 more with `_`, `-` and `.`. */
export function extensions(
  tags: readonly RecordTag[],
  known: readonly string[],
): readonly (readonly [string, TagRule])[] {
  return tags
    .filter((tag) => !known.includes(tag.name) && /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/.test(tag.name))
    .map((tag) => [tag.name, { allowed: /\S/, values: 'any text' }]);
}

/** Tags of `names` that are not there. */
export function* missingTags(
  text: string,
  tags: readonly RecordTag[],
  names: readonly string[],
): Iterable<RecordProblem> {
  for (const name of names) {
    if (tags.some((tag) => tag.name.toLowerCase() === name)) continue;
    yield problem('record-tag-missing', { start: 0, end: text.length }, { tag: name });
  }
}

/** One of the addresses of a tag that holds several, with commas between them. */
export interface TagAddress extends Span {
  readonly address: string;
}

/** An empty place between commas counts as an address, and the whole tag stands for it. */
export function* addressesOf(tag: RecordTag): Iterable<TagAddress> {
  let from = tag.valueSpan.start;
  for (const written of tag.value.split(',').slice(0, 100)) {
    const address = written.trim();
    const start = from + written.length - written.trimStart().length;
    const span = address === '' ? tag : { start, end: start + address.length };
    yield { address, start: span.start, end: span.end };
    from += written.length + 1;
  }
}
