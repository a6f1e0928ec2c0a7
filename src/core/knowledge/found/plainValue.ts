/** Characters of a value out of a reply that a sentence holds at most. */
const LONGEST = 120;

/** A value out of a reply as it stands in a sentence: on one line, without marks that do anything, bounded. */
export function plainValue(value: string): string {
  const plain = value
    .replace(/[\p{C}\s]{1,400}/gu, ' ')
    .replace(/[<>`[\]"]/g, '')
    .trim();
  return plain.length <= LONGEST ? plain : `${plain.slice(0, LONGEST - 1)}…`;
}
