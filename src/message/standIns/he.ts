/**
 * Takes the place of he in the bundle: mailparser asks it to write text into HTML, without its table of names. Every
 * character that is not printable ASCII, and those that mean something in HTML, become numeric references.
 */
export function encode(text: string, options?: unknown): string {
  const given = JSON.stringify(options ?? {});
  // Names instead of numbers say the same.
  if (given !== '{}' && given !== '{"useNamedReferences":true}') throw new TypeError(`options ${given} are not known`);
  return text.replace(ENCODED, (char) => `&#x${(char.codePointAt(0) as number).toString(16).toUpperCase()};`);
}

const ENCODED = /["&'<>`]|[^\n\r\x20-\x7e\x80-\x9f\0]|[\x81\x8d\x8f\x90\x9d]/gu;
