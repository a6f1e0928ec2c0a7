import type { HeaderValue } from '../../../knowledge/headerValues/headerValue.ts';
import { documentSpan, type FieldText } from '../../../mail/header/fieldText.ts';
import type { Field, Message } from '../../../mail/message.ts';
import { cutTo } from '../../../text/few.ts';
import { codeSpan, escapeMarkdown } from '../../../text/markdown.ts';
import { type Span, touches } from '../../../text/span.ts';
import { sourceMarkdown } from '../explanationMarkdown.ts';
import type { HoverText } from '../hoverText.ts';

/** A field and the place in its value where the cursor stands. */
export interface FieldPlace {
  readonly message: Message;
  readonly field: Field;
  readonly text: FieldText;
  /** The value in one line. */
  readonly value: string;
  /** Offset of the cursor in the value. */
  readonly at: number;
}

/** Explains the values of some fields: the piece under the cursor, and the whole for a cursor on the name. */
export interface Explainer {
  readonly piece?: (place: FieldPlace) => HoverText | undefined;
  readonly whole?: (place: FieldPlace) => readonly Paragraph[];
}

/** Where what is said stands. */
export interface Cited {
  readonly source: string;
}

/** A paragraph of a hover, as Markdown. */
export type Paragraph = string | Cited;

export const paragraphs = (all: readonly (Paragraph | undefined)[]): string =>
  all
    .map((part) => (typeof part === 'object' ? `Source: ${sourceMarkdown(part.source)}` : part))
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n');

/** The field as if its value, in one line, were the whole document: what readers find then counts from its start. */
export function alone({ field, value }: FieldPlace): Field {
  const span = { start: 0, end: value.length };
  const { dressed: _, ...plain } = field;
  return { ...plain, ...span, nameSpan: { start: 0, end: 0 }, valueSpan: span };
}

export const under = (span: Span | undefined, at: number): span is Span => span !== undefined && touches(span, at);

/** A hover over a piece of the value. */
export const said = (place: FieldPlace, piece: Span, ...parts: readonly (Paragraph | undefined)[]): HoverText => ({
  span: documentSpan(place.text, piece),
  markdown: paragraphs(parts),
});

/** `**word**: meaning`, the word from the document. */
export const term = (word: string, meaning: string): string =>
  `**${escapeMarkdown(cutTo(word, LONGEST))}**: ${escapeMarkdown(meaning)}`;

/** A word with its row of a table: what it means, and behind it the source. */
export const explained = (word: string, row: HeaderValue | undefined, otherwise: string): readonly Paragraph[] =>
  row === undefined ? [term(word, otherwise)] : [term(word, row.meaning), sourceOf(row.source)];

export const sourceOf = (source: string): Cited => ({ source });

/** `- name: value` for each row that has one, and behind the first `most` how many more there are. */
export const listOf = (
  rows: readonly (readonly [name: string, value: string | undefined])[],
  most = Number.POSITIVE_INFINITY,
): string =>
  firstLines(
    rows
      .filter(([, value]) => value !== undefined && value !== '')
      .map(([name, value]) => `${escapeMarkdown(name)}: ${escapeMarkdown(cutTo(value as string, LONGEST))}`),
    most,
  );

/** A list, and behind its first `most` lines how many more there are. */
export const bullets = (lines: readonly string[], most = Number.POSITIVE_INFINITY): string =>
  firstLines(lines.map(escapeMarkdown), most);

const firstLines = (lines: readonly string[], most: number): string =>
  [...lines.slice(0, most), ...(lines.length > most ? [`… and ${lines.length - most} more`] : [])]
    .map((line) => `- ${line}`)
    .join('\n');

/** The document's own words beside the explanation. */
export const raw = (text: string): string => codeSpan(cutTo(text, LONGEST));

/** Characters of a word of the document that a hover shows. */
const LONGEST = 300;

/** A `key=value` or `key:value` between separators. */
export interface Pair extends Span {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: string;
  readonly valueSpan: Span;
}

/** Pairs between semicolons, or other separators; what has no mark has an empty key. Quotes keep a separator from cutting. */
export function pairsOf(value: string, mark: ':' | '=', separator = ';'): readonly Pair[] {
  const pairs: Pair[] = [];
  let start = 0;
  let quoted = false;
  let depth = 0;
  for (let i = 0; i <= value.length; i++) {
    const c = value[i];
    if (c === '"') quoted = !quoted && value.includes('"', i + 1);
    else if (!quoted && c === '(') depth++;
    else if (!quoted && c === ')') depth = Math.max(0, depth - 1);
    const ends =
      i === value.length || (!quoted && depth === 0 && (c === separator || (separator === ' ' && c === '\t')));
    if (!ends) continue;
    const pair = pairAt(value, start, i, mark);
    if (pair !== undefined) pairs.push(pair);
    start = i + 1;
  }
  return pairs;
}

function pairAt(value: string, from: number, to: number, mark: string): Pair | undefined {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(value[start] as string)) start++;
  while (end > start && /\s/.test(value[end - 1] as string)) end--;
  if (start === end) return undefined;
  const found = value.slice(start, Math.min(end, start + 200)).indexOf(mark);
  if (found < 0) {
    return {
      start,
      end,
      key: '',
      keySpan: { start, end: start },
      value: value.slice(start, end),
      valueSpan: { start, end },
    };
  }
  const at = start + found;
  return {
    start,
    end,
    key: value.slice(start, at).trim(),
    keySpan: { start, end: at },
    value: value.slice(at + 1, end).trim(),
    valueSpan: { start: at + 1, end },
  };
}
