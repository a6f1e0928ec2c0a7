import { findReplies } from './findReplies.ts';
import type { FoundReply } from './foundReply.ts';
import { measured } from './otherNumbers.ts';

/**
 * The reply that a text is about: one that nothing else can be before others, a refusal before what was taken, a reply
 * before a status alone.
 */
export function foremostReply(text: string): FoundReply | undefined {
  let best: FoundReply | undefined;
  for (const reply of findReplies(text, 0, text.length, false))
    if (best === undefined || rank(reply) < rank(best)) best = reply;
  return best;
}

const RANKS = { sure: 0, likely: 4, doubtful: 8 } as const;

const rank = (reply: FoundReply): number =>
  RANKS[reply.sureness] + (isRefusal(reply) ? 0 : 2) + (reply.code === undefined ? 1 : 0);

/** A refusal for good or for now (RFC 5321 4.2.1). */
export const isRefusal = ({ code, enhanced }: Pick<FoundReply, 'code' | 'enhanced'>): boolean =>
  code === undefined ? enhanced !== undefined && enhanced[0] !== '2' : code >= 400 && code < 600;

/** The number that a text starts with, or is, whatever it means. */
export function leadingNumber(text: string): { readonly code: number; readonly words: string } | undefined {
  const match = LEADING.exec(text);
  if (match === null) return undefined;
  const words = text.slice(match[0].length);
  return words.trim() !== '' && measured.test(words.slice(0, 14)) ? undefined : { code: Number(match[1]), words };
}

const LEADING = /^[^\p{L}\p{N}]{0,40}(\d{3})(?=[ -]\S|[ ,;:)"'\]>]|\.?(?:\s|$))/u;
