/** Characters of a line of a report; what a server sent beyond that is cut. */
const LONGEST = 1000;

// Control characters, and those that turn the direction of writing or show nothing.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** What a server sent, as one line that does nothing but be read: a control character becomes U+FFFD. */
export function plainText(text: string, longest = LONGEST): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return cut.replace(/\t/g, ' ').replace(UNSAFE, '\ufffd');
}

/** `2026-11-21 20:11:38 UTC` of milliseconds since 1970. */
export function writeUtc(time: number): string {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? 'unknown time' : `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}
