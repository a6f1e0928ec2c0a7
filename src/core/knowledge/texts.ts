import { packedOrder } from './texts/packedOrder.ts';
import { matches, type ReplyText } from './texts/replyText.ts';
import { rows } from './texts/rows.ts';

const inOrder = (places: readonly number[]): readonly ReplyText[] => places.map((place) => rows[place] as ReplyText);

/** Words known by the product alone that sends them: providers, block lists and filters. */
export const productTexts = inOrder(packedOrder.product);

/** Words that many servers use, and what the programs say that many run. */
export const generalTexts = inOrder(packedOrder.general);

/** What systems, libraries and tools print when no server spoke. */
export const toolTexts = inOrder(packedOrder.tool);

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

/** The first row that fits a reply, or undefined. */
export function findText(rows: readonly ReplyText[], reply: ReplyWords): ReplyText | undefined {
  const text = patternText(reply);
  return rows.find((row) => fits(row, reply, text));
}

/** Whether a row fits a reply. `text` is what its patterns are held against. */
export function fits(row: ReplyText, { code, enhanced = '' }: ReplyWords, text: string): boolean {
  // The enhanced code stands in for a missing reply code: `5.1.1` alone is a failure, too.
  const digit = code === undefined ? enhanced.charCodeAt(0) - 48 : Math.floor(code / 100);
  return holds(row, code, digit) && matches(row, text);
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
