import { packedIndex } from './texts/packedIndex.ts';
import type { ReplyText } from './texts/replyText.ts';
import { openIndex, placesThatMayFit } from './texts/textIndex.ts';
import { allTexts, findText, patternText, type ReplyWords } from './texts.ts';

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
  const products: ReplyText[] = [];
  const generals: ReplyText[] = [];
  const errors: ReplyText[] = [];
  for (const place of placesThatMayFit(index, text)) {
    const row = allTexts[place] as ReplyText;
    if (row.rank === 'product') products.push(row);
    else if (row.rank === 'tool' || row.rank === 'system') errors.push(row);
    else generals.push(row);
  }
  const product = findText(products, reply, text);
  if (product !== undefined && !product.belowWords) return { product };
  const general = findText(generals, reply, text);
  if (product !== undefined) return general === undefined || general.vague ? { product } : { general };
  if (general !== undefined && reply.code !== undefined) return { general };
  const spoke = reply.code !== undefined && (reply.code >= 500 || REFUSES_WHOM.test(reply.words));
  const ofSockets = !spoke || NAMES_A_SOCKET.test(reply.words);
  const error = findText(ofSockets ? errors : errors.filter(({ rank }) => rank === 'tool'), reply, text);
  if (general === undefined || error === undefined) return { general: error ?? general };
  // Without a reply code no server spoke, and the words of the tool tell more.
  return { general: general.belowTools || general.reason === error.reason ? error : general };
}

/** The row that fits the last line of a reply alone, if it tells a cause. */
export function statusOf(last: ReplyWords): ReplyText | undefined {
  const { general } = knownWords(last);
  return general?.vague || general?.rank === 'tool' || general?.rank === 'system' ? undefined : general;
}
