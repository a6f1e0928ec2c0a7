import type { ExplainedText } from '../knowledge/explain.ts';
import { toldMeaning } from '../knowledge/explanation.ts';
import { sourceWords } from '../knowledge/sources.ts';
import { textLimit } from '../knowledge/texts.ts';
import { unwrapped } from '../knowledge/unwrapped.ts';
import { cutTo } from '../text/few.ts';
import { append } from '../text/lists.ts';
import { plainText } from '../text/plain.ts';
import { actorWords, retryWords, stepsInWords, sureWords } from './words.ts';

/** An explanation as lines for the output channel. */
export function renderExplanation(text: string, { code, enhanced, explanation }: ExplainedText): readonly string[] {
  const { actor, retry, source } = explanation;
  const meaning = toldMeaning(explanation);
  const codes = [code, enhanced].filter((part) => part !== undefined).join(' ');
  const asked = cutTo(text.trim().replace(/\s+/g, ' '), 200);
  const lines = [`# Explanation of "${asked}"`, `* ${codes === '' ? '' : `${codes}: `}${meaning}`];
  if (actor !== 'nobody')
    lines.push(`* Who acts: ${actorWords(actor)}. Retry: ${retryWords(retry)}. How sure: ${sureWords(explanation)}.`);
  append(lines, [...stepsInWords(explanation).map((step) => `* Next: ${step}`), `* Source: ${sourceWords(source)}`]);
  const unread = unreadWords(text);
  if (unread !== undefined) lines.push(`* ${unread}`);
  return lines.map((line) => plainText(line));
}

/** That a text is longer than what is explained of it, which is less than what it has where lines are joined; else nothing. */
export const unreadWords = (text: string): string | undefined =>
  unwrapped(text).length > textLimit
    ? `Of ${text.length} characters some ${textLimit} from the start on were read.`
    : undefined;
