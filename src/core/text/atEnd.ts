/**
 * Whether a text ends in a match of a pattern whose every alternative ends in `$`: the same answer as its own `test`, but
 * it is read backwards from the end of the text, and not tried again from each character.
 */
export function atEnd(pattern: RegExp): (text: string) => boolean {
  const behind = new RegExp(`(?<=${pattern.source})`, `${pattern.flags}y`);
  return (text) => {
    behind.lastIndex = text.length;
    return behind.test(text);
  };
}
