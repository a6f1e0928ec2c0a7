import { filterTexts } from './replyTexts/filters.ts';
import { microsoftTexts } from './replyTexts/microsoft.ts';
import { policyTexts } from './replyTexts/policy.ts';
import { providerTexts } from './replyTexts/providers.ts';
import { recipientTexts } from './replyTexts/recipients.ts';
import type { ReplyText } from './replyTexts/replyText.ts';
import { transportTexts } from './replyTexts/transport.ts';

/** Words known by the product alone that sends them: providers, block lists and filters. */
export const productTexts: readonly ReplyText[] = [...microsoftTexts, ...providerTexts, ...filterTexts];

/** Words that many servers use. They come after the products', whose words often contain them. */
export const generalTexts: readonly ReplyText[] = [...policyTexts, ...recipientTexts, ...transportTexts];

/** All rows in the order in which they are tried: the first that matches wins. */
export const replyTexts: readonly ReplyText[] = [...productTexts, ...generalTexts];

/** Characters of a text that are looked at: with it the time for one text is bounded, whatever it holds. */
export const textLimit = 2000;

/** The first row that fits a reply, or undefined. `words` is the text behind the codes. */
export function findText(
  rows: readonly ReplyText[],
  reply: { readonly code?: number; readonly enhanced?: string; readonly words: string },
): ReplyText | undefined {
  const { code, enhanced = '' } = reply;
  const text = `${code ?? ''} ${enhanced} ${reply.words.slice(0, textLimit)}`;
  // The enhanced code stands in for a missing reply code: `5.1.1` alone is a failure, too.
  const digit = code === undefined ? enhanced.charCodeAt(0) - 48 : Math.floor(code / 100);
  return rows.find((row) => holds(row, code, digit) && row.pattern.test(text) && (row.also?.test(text) ?? true));
}

function holds(row: ReplyText, code: number | undefined, digit: number): boolean {
  if (row.codes !== undefined && (code === undefined || !row.codes.includes(code))) return false;
  switch (row.holds) {
    case 'success':
      return !(digit === 4 || digit === 5);
    case 'refusal':
      return !(digit === 2 || digit === 3);
    case 'coded':
      return digit === 4 || digit === 5;
  }
}
