import type { Reply } from '../smtp/conversation.ts';
import { append } from '../text/lists.ts';
import type { Span } from '../text/span.ts';

/** One line of the answer to EHLO: a keyword and what stands behind it (RFC 5321 4.1.1.1, ehlo-line). */
export interface OfferedKeyword extends Span {
  /** In capitals. */
  readonly keyword: string;
  /** In capitals. */
  readonly words: readonly string[];
}

/** What a server offered, by keyword; empty behind HELO, or where it refused EHLO. */
export type Offer = ReadonlyMap<string, OfferedKeyword>;

/** More lines no server sends. */
const LIMIT = 200;

/** The extensions in an answer to EHLO, HELO or LHLO. */
export function readOffer(text: string, reply: Reply): Offer {
  const offer = new Map<string, OfferedKeyword>();
  if (reply.code !== 250 || reply.answers === 'HELO') return offer;
  let last: { keyword: string; words: string[]; start: number; end: number } | undefined;
  for (const part of reply.parts.slice(1, LIMIT)) {
    const words = text
      .slice(part.start, Math.min(part.end, part.start + 1000))
      .toUpperCase()
      .split(/[ \t]/)
      .filter((word) => word !== '');
    if (codeBefore(text, part) === undefined) {
      // A console wrapped the line: its words go on with the line above.
      if (last !== undefined) append(last.words, words);
      continue;
    }
    // Old servers wrote "AUTH=LOGIN" beside "AUTH LOGIN" for old clients; both are one offer.
    const [keyword = '', joined] = (words[0] ?? '').split('=', 2);
    const rest = joined ? [joined, ...words.slice(1)] : words.slice(1);
    const seen = offer.get(keyword) as typeof last;
    if (seen !== undefined) append(seen.words, rest);
    else if (keyword !== '') {
      last = { keyword, words: rest, start: part.start, end: part.end };
      offer.set(keyword, last);
    }
  }
  return offer;
}

const CODE = /(\d{3})([ \t-]?)[ \t]*(?:[245]\.\d{1,3}\.\d{1,3}[ \t]*)?$/;

/** The reply code in front of one line of a reply, and whether it says that more lines follow (RFC 5321 4.2.1). */
export function codeBefore(text: string, part: Span): { code: string; more: boolean; start: number } | undefined {
  const from = Math.max(0, part.start - 24);
  const match = CODE.exec(text.slice(from, part.start));
  if (match === null) return undefined;
  return { code: match[1] as string, more: match[2] === '-', start: from + match.index };
}
