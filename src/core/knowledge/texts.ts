import { filterTexts } from './texts/filters.ts';
import { generalTexts as aboutSubjects } from './texts/general.ts';
import { microsoftTexts } from './texts/microsoft.ts';
import { providerTexts } from './texts/providers.ts';
import { type Rank, type ReplyText, showsSpeaker } from './texts/replyText.ts';
import { serverTexts } from './texts/servers.ts';
import { serviceTexts } from './texts/services.ts';
import { inOrder } from './texts/textOrder.ts';
import { toolTexts as ofTools } from './texts/tools.ts';

const all: readonly ReplyText[] = [
  ...providerTexts,
  ...microsoftTexts,
  ...filterTexts,
  ...serviceTexts,
  ...serverTexts,
  ...aboutSubjects,
  ...ofTools,
];

const table = (...ranks: readonly Rank[]): readonly ReplyText[] =>
  inOrder(all.filter(({ rank }) => ranks.includes(rank)));

/** Words known by the product alone that sends them: providers, block lists and filters. */
export const productTexts = table('product');

/** Words that many servers use, and what the programs say that many run. */
export const generalTexts = table('phrase', 'policy', 'recipient', 'transport');

/** What systems, libraries and tools print when no server spoke. */
export const toolTexts = table('tool', 'system');

/** Every row; within each of the three tables in the order in which they are tried: the first that fits wins. */
export const allTexts: readonly ReplyText[] = [...productTexts, ...generalTexts, ...toolTexts];

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

/** The first row that fits a reply, or undefined. `text` is what its patterns are held against. */
export function findText(
  rows: readonly ReplyText[],
  reply: ReplyWords,
  text = patternText(reply),
): ReplyText | undefined {
  const { code, enhanced = '' } = reply;
  // The enhanced code stands in for a missing reply code: `5.1.1` alone is a failure, too.
  const digit = code === undefined ? enhanced.charCodeAt(0) - 48 : Math.floor(code / 100);
  return rows.find(
    (row) =>
      holds(row, code, digit) && row.pattern.test(text) && (row.also?.test(text) ?? true) && showsSpeaker(row, text),
  );
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
