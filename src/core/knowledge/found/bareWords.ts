import type { Explanation } from '../explanation.ts';
import { byRow } from '../grammar/confidence.ts';
import { isErrorAlone } from '../grammar/printedError.ts';
import { readWords } from '../grammar/readWords.ts';
import { knownWords } from '../knownWords.ts';
import { meaningOf } from '../texts/replyText.ts';
import { finish } from './finish.ts';
import { causeOfWords } from './noticeCauses.ts';

/** Words without a code, as a program prints them. */
export function explainBareWords(words: string): Explanation | undefined {
  const { product, general } = knownWords({ words });
  const row = product ?? general;
  if (row !== undefined) {
    const read = () => readWords(words, {});
    return finish(meaningOf(row), { ...byRow(row, { spoken: false, read, words }), words });
  }
  const read = readWords(words, {});
  if (read !== undefined) return finish(read.meaning, { basis: 'words', confidence: read.confidence, words });
  const cause = isErrorAlone(words) ? causeOfWords(words) : undefined;
  return cause && finish(cause, { basis: 'words', confidence: 'medium', words });
}
