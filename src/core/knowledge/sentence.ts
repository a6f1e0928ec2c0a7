/** A sentence as it stands behind other words: its first letter small, unless a word in capitals begins it (`DNS …`). */
export const inSentence = (sentence: string): string =>
  /^[A-Z](?![A-Z0-9])/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence;

/** Two sentences as one. */
export function joined(first: string, second: string): string {
  return `${first.replace(/\.$/, '')}; ${inSentence(second)}`;
}
