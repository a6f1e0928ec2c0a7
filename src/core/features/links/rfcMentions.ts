import type { Span } from '../../text/span.ts';

/** A document of the RFC series named in a text. */
export interface RfcMention extends Span {
  readonly number: number;
  /** `4.2.1`, where a section is named behind the number. */
  readonly section?: string;
}

// Behind a slash it is a path or a media type (message/rfc822), before a semicolon the type of an address (rfc822;).
const MENTION =
  /(?<![\w/.@-])RFC[ \t-]{0,2}0{0,3}([1-9]\d{0,4})(?![\w;@/-]|\.\d|\.[A-Za-z])(?:,?[ \t]{1,2}(?:(?:sections?|sec\.|§)[ \t]{0,2})?(\d{1,2}(?:\.\d{1,2}){1,4})(?![\w.]?\w))?/gi;

/** The documents that `text` names from `start` to `end`, in order. */
export function* rfcMentions(text: string, start: number, end: number): Iterable<RfcMention> {
  for (const match of text.slice(start, end).matchAll(MENTION)) {
    const at = start + match.index;
    yield { start: at, end: at + match[0].length, number: Number(match[1]), ...(match[2] && { section: match[2] }) };
  }
}

/** The mention that touches `offset`; undefined where none does. */
export function rfcMentionAt(text: string, offset: number): RfcMention | undefined {
  const from = Math.max(0, offset - REACH);
  const near = text.slice(from, offset + REACH);
  for (const { start, end, ...rest } of rfcMentions(near, 0, near.length)) {
    const mention = { start: start + from, end: end + from, ...rest };
    if (mention.start <= offset && offset <= mention.end) return mention;
  }
  return undefined;
}

/** A mention is shorter than this. */
const REACH = 60;
