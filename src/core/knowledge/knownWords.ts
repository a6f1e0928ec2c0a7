import { packedIndex } from './texts/packedIndex.ts';
import type { ReplyText } from './texts/replyText.ts';
import { openIndex, placesThatMayFit } from './texts/textIndex.ts';
import { allTexts, fits, patternText, type ReplyWords } from './texts.ts';

/** The words of one product; those of many servers, or those that a tool prints when no server spoke. */
export interface KnownWords {
  readonly product?: ReplyText | undefined;
  readonly general?: ReplyText | undefined;
}

const index = openIndex(packedIndex);

/** With a 5yz reply a server spoke: its `Connection refused` is a rule of its own unless it speaks of a socket. */
const NAMES_A_SOCKET =
  /\bconnect(?:ing|ion)? to |\bE(?:CONN|TIMEDOUT|HOST|NET|PIPE)|\berrno\b|socket|\b(?:WSA|100\d\d\b)/i;

/** A server that says whom it refuses is the one that was reached: `421 connection refused from [192.0.2.1]`. */
const REFUSES_WHOM = /\bconnections? (?:refused|rejected|denied) (?:from|for|to) [[(]?\d|\bby (?:local )?polic/i;

/** The rows that fit a reply. */
export function knownWords(reply: ReplyWords): KnownWords {
  const text = patternText(reply);
  const rows = placesThatMayFit(index, text).map((place) => allTexts[place] as ReplyText);
  const tools = rows.findIndex(isOfTool);
  let product: ReplyText | undefined;
  let general: ReplyText | undefined;
  for (const row of tools < 0 ? rows : rows.slice(0, tools)) {
    if (row.rank === 'product') {
      product ??= fits(row, reply, text) ? row : undefined;
      if (product !== undefined && !product.belowWords) return { product };
    } else general ??= fits(row, reply, text) ? row : undefined;
  }
  if (product !== undefined) return general === undefined || general.vague ? { product } : { general };
  if (tools < 0 || (general !== undefined && reply.code !== undefined)) return { general };
  const spoke = reply.code !== undefined && (reply.code >= 500 || REFUSES_WHOM.test(reply.words));
  const ofSockets = !spoke || NAMES_A_SOCKET.test(reply.words);
  const error = rows.slice(tools).find((row) => (ofSockets || row.rank === 'tool') && fits(row, reply, text));
  if (general === undefined || error === undefined) return { general: error ?? general };
  // Without a reply code no server spoke, and the words of the tool tell more.
  return { general: general.belowTools || general.reason === error.reason ? error : general };
}

const isOfTool = ({ rank }: ReplyText): boolean => rank === 'tool' || rank === 'system';

/** The row that fits the last line of a reply alone, if it tells a cause. */
export function statusOf(last: ReplyWords): ReplyText | undefined {
  const { general } = knownWords(last);
  return general === undefined || general.vague || isOfTool(general) ? undefined : general;
}
