import { appleTexts } from './replyTexts/apple.ts';
import { asianProviderTexts } from './replyTexts/asianProviders.ts';
import { cableProviderTexts } from './replyTexts/cableProviders.ts';
import { europeanProviderTexts } from './replyTexts/europeanProviders.ts';
import { eximTexts } from './replyTexts/exim.ts';
import { filterTexts } from './replyTexts/filters.ts';
import { googleTexts } from './replyTexts/google.ts';
import { greylistingTexts } from './replyTexts/greylisting.ts';
import { microsoftTexts } from './replyTexts/microsoft.ts';
import { noticeTexts } from './replyTexts/notices.ts';
import { otherServerTexts } from './replyTexts/otherServers.ts';
import { consequenceTexts, policyTexts } from './replyTexts/policy.ts';
import { postfixTexts } from './replyTexts/postfix.ts';
import { qmailTexts } from './replyTexts/qmail.ts';
import { recipientTexts } from './replyTexts/recipients.ts';
import { type ReplyText, ranked } from './replyTexts/replyText.ts';
import { sendingServiceTexts } from './replyTexts/sendingServices.ts';
import { sendmailTexts } from './replyTexts/sendmail.ts';
import { inOrder } from './replyTexts/textOrder.ts';
import { transportTexts } from './replyTexts/transport.ts';
import { yahooTexts } from './replyTexts/yahoo.ts';

/** Words known by the product alone that sends them: providers, block lists and filters. */
export const productTexts: readonly ReplyText[] = inOrder(
  ranked('product', [
    ...microsoftTexts,
    ...googleTexts,
    ...yahooTexts,
    ...appleTexts,
    ...cableProviderTexts,
    ...europeanProviderTexts,
    ...asianProviderTexts,
    ...sendingServiceTexts,
    ...filterTexts,
  ]),
);

/** Words that many servers use, and what the programs say that many run. */
export const generalTexts: readonly ReplyText[] = inOrder([
  ...ranked('phrase', [
    ...noticeTexts,
    ...consequenceTexts,
    ...greylistingTexts,
    ...postfixTexts,
    ...eximTexts,
    ...sendmailTexts,
    ...qmailTexts,
    ...otherServerTexts,
  ]),
  ...ranked('policy', policyTexts),
  ...ranked('recipient', recipientTexts),
  ...ranked('transport', transportTexts),
]);

/** All rows in the order in which they are tried: the first that fits wins. */
export const replyTexts: readonly ReplyText[] = [...productTexts, ...generalTexts];

/** Characters of a text that are looked at: with it the time for one text is bounded, whatever it holds. */
export const textLimit = 2000;

/** Codes and the text behind them. */
export interface ReplyWords {
  readonly code?: number;
  readonly enhanced?: string;
  readonly words: string;
}

/** What the patterns are held against. */
export const patternText = ({ code, enhanced = '', words }: ReplyWords): string =>
  `${code ?? ''} ${enhanced} ${words.slice(0, textLimit)}`;

/** The first row that fits a reply, or undefined. */
export function findText(rows: readonly ReplyText[], reply: ReplyWords): ReplyText | undefined {
  const { code, enhanced = '' } = reply;
  const text = patternText(reply);
  // The enhanced code stands in for a missing reply code: `5.1.1` alone is a failure, too.
  const digit = code === undefined ? enhanced.charCodeAt(0) - 48 : Math.floor(code / 100);
  return rows.find((row) => holds(row, code, digit) && row.pattern.test(text) && (row.also?.test(text) ?? true));
}

function holds(row: ReplyText, code: number | undefined, digit: number): boolean {
  if (row.codes !== undefined && (code === undefined || !row.codes.includes(code))) return false;
  switch (row.holds) {
    case 'success':
      return !(digit === 4 || digit === 5);
    case 'coded':
      return digit === 4 || digit === 5;
    default:
      return !(digit === 2 || digit === 3);
  }
}
