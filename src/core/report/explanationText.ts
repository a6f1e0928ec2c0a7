import type { ExplainedText } from '../knowledge/explain.ts';
import { toldMeaning } from '../knowledge/explanation.ts';
import { sourceWords } from '../knowledge/sources.ts';
import { append } from '../text/lists.ts';
import { plainText } from '../text/plain.ts';
import { actorWords, retryWords, stepsInWords, sureWords } from './words.ts';

/** An explanation as lines for the output channel. */
export function renderExplanation(text: string, { code, enhanced, explanation }: ExplainedText): readonly string[] {
  const { actor, retry, source } = explanation;
  const meaning = toldMeaning(explanation);
  const codes = [code, enhanced].filter((part) => part !== undefined).join(' ');
  const asked = text.trim().replace(/\s+/g, ' ').slice(0, 200);
  const lines = [`# Explanation of "${asked}"`, `* ${codes === '' ? '' : `${codes}: `}${meaning}`];
  if (actor !== 'nobody')
    lines.push(`* Who acts: ${actorWords(actor)}. Retry: ${retryWords(retry)}. How sure: ${sureWords(explanation)}.`);
  append(lines, [...stepsInWords(explanation).map((step) => `* Next: ${step}`), `* Source: ${sourceWords(source)}`]);
  return lines.map((line) => plainText(line));
}
