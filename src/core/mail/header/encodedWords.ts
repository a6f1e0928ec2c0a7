import { decodeWords } from 'postal-mime';

/**
 * A field value with its encoded words (RFC 2047) decoded.
 * `null` where the bytes are no text in the charset that they declare, where nobody knows that charset, or where the
 * document itself was not read in the right encoding (U+FFFD).
 */
export function decodeEncodedWords(value: string): string | null {
  if (value.includes(REPLACEMENT)) return null;
  if (!value.includes('=?')) return value;
  // A mailer that calls its octets ASCII or unknown mostly means UTF-8; what is no UTF-8 is read by its own label.
  if (MISLABELLED.test(value)) {
    const decoded = decodeWords(value.replace(MISLABELLED_ALL, '=?utf-8?'));
    if (!decoded.includes(REPLACEMENT)) return decoded;
  }
  const charsets = new Set<string>();
  for (const match of value.matchAll(/=\?([\w!#$%&'+^`{}~-]{1,40})(?:\*[\w-]{1,40})?\?[BbQq]\?/g)) {
    charsets.add((match[1] as string).toLowerCase());
    if (charsets.size > MOST_CHARSETS) return null;
  }
  for (const charset of charsets) if (!isKnownCharset(charset)) return null;
  const decoded = decodeWords(value);
  return decoded.includes(REPLACEMENT) ? null : decoded;
}

/** The same for people: what cannot be decoded, and what is longer than 20,000 characters, stays as it is written. */
export const readableWords = (value: string): string =>
  value.includes('=?') && value.length <= 20_000 ? (decodeEncodedWords(value) ?? value) : value;

/** Percent-encoded bytes in a declared charset (RFC 2231 4); `null` as above. */
export function decodePercent(text: string, charset: string): string | null {
  if (!/^[\w.:+-]{0,40}$/.test(charset) || !isKnownCharset(charset || 'utf-8')) return null;
  if (text.includes(REPLACEMENT)) return null;
  // A character beyond ASCII is no octet of the charset: it is what the document was read as.
  const pieces = text.split(/([^\0-\x7f]+)/).map((piece, i) => (i % 2 === 1 ? piece : decodeOctets(piece, charset)));
  return pieces.includes(null) ? null : pieces.join('');
}

/** The same of ASCII alone. */
function decodeOctets(text: string, charset: string): string | null {
  let quoted = '';
  for (let i = 0; i < text.length; i++) {
    const hex = text[i] === '%' ? text.slice(i + 1, i + 3) : '';
    if (/^[0-9A-Fa-f]{2}$/.test(hex)) {
      quoted += `=${hex}`;
      i += 2;
    } else quoted += /[A-Za-z0-9]/.test(text[i] as string) ? text[i] : `=${hexOf(text.charCodeAt(i))}`;
  }
  if (quoted === '') return '';
  const decoded = decodeWords(`=?${charset || 'utf-8'}?Q?${quoted}?=`);
  return decoded.includes(REPLACEMENT) ? null : decoded;
}

const REPLACEMENT = '\ufffd';
const MOST_CHARSETS = 20;

/** RFC 1428 names octets of an unknown charset so. */
const MISLABELLED = /=\?(?:us-ascii|ascii|unknown-8bit)(?:\*[\w-]{1,40})?\?/i;
const MISLABELLED_ALL = new RegExp(MISLABELLED, 'gi');

const hexOf = (code: number): string => code.toString(16).padStart(2, '0').toUpperCase();

/**
 * The decoder takes an unknown charset for windows-1252, which would make up text. A charset is known where it decodes
 * otherwise than windows-1252 does, or is one of the names that mean windows-1252 or a part of it.
 */
function isKnownCharset(charset: string): boolean {
  return (
    WESTERN.test(charset) || decodeWords(`=?${charset}?Q?${PROBE}?=`) !== decodeWords(`=?windows-1252?Q?${PROBE}?=`)
  );
}

const WESTERN =
  /^(?:(?:us-)?ascii|ansi_x3\.4-\d{4}|iso-?8859-?_?1|iso-ir-100|latin-?1|l1|(?:windows-|cp|x-cp|x-ansi|ansi-?)?1252|ansi)$/i;
const PROBE = Array.from({ length: 0x60 }, (_, i) => `=${(0xa0 + i).toString(16).toUpperCase()}`).join('');
