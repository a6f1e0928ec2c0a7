import { type Software, softwareOf } from '../../../knowledge/headerValues/receivedSoftware.ts';
import { commentText, tokens } from '../../../mail/header/headerTokens.ts';

/** No field that a server wrote is longer. */
const LONGEST = 4000;

/** The program that wrote a Received field: by what stands behind `with`, else by the comments behind `by`. */
export function softwareOfHop(value: string): Software | undefined {
  const text = value.slice(0, LONGEST);
  const all = [...tokens(text, 0, text.length)];
  const at = (word: string): number =>
    all.findIndex(({ kind, start, end }) => kind === 'word' && text.slice(start, end).toLowerCase() === word);
  const protocol = all[at('with') + 1];
  const named = at('with') < 0 || protocol === undefined ? undefined : softwareOf(text.slice(protocol.start));
  if (named !== undefined) return named;
  for (const token of all.slice(at('by') + 1)) {
    const found = token.kind === 'comment' ? softwareOf(commentText(text, token)) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}
