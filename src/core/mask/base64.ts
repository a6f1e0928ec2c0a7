import { readBase64 } from '../text/base64.ts';
import { asCharacters } from '../text/utf8.ts';

/**
 * The octets of a base64 text, a character each (U+0000 to U+00FF), whatever somebody left of its padding; undefined
 * where it is none, or where `allow` forbids one of its octets.
 */
export function decodeBase64(text: string, allow?: (octet: number) => boolean): string | undefined {
  const digits = text.endsWith('=') ? text.slice(0, text.endsWith('==') ? -2 : -1) : text;
  if (digits === '') return undefined;
  const { octets, wrong } = readBase64(digits, allow === undefined ? {} : { allow });
  return wrong === undefined ? asCharacters(octets) : undefined;
}

/** Octets of text, and those that logins put between its parts. */
export const isTextOctet = (octet: number): boolean =>
  (octet >= 0x20 && octet !== 0x7f) || octet <= 1 || (octet >= 9 && octet <= 13);
