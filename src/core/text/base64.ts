import { defined } from './defined.ts';

/** RFC 4648 4 */
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Int8Array(128).fill(-1);
for (let value = 0; value < 64; value++) VALUES[DIGITS.charCodeAt(value)] = value;

const EQUALS = 61;

/** A text read as base64. */
export interface Base64 {
  /** What the text holds up to where it goes wrong. */
  readonly octets: Uint8Array;
  /** Offset of the first character that does not belong there; the text's length where only its end does not fit. */
  readonly wrong?: number;
}

export interface Base64Options {
  /** Blanks and line breaks may stand anywhere in it. */
  readonly folded?: true;
  /** An octet that is not allowed is wrong, and nothing behind it is read. */
  readonly allow?: (octet: number) => boolean;
}

/** Reads base64; missing padding is forgiven, as everybody does who reads keys and logins. */
export function readBase64(text: string, { folded, allow }: Base64Options = {}): Base64 {
  const octets = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let count = 0;
  let bits = 0;
  let held = 0;
  let digits = 0;
  let padding = 0;
  const until = (wrong?: number): Base64 => ({
    octets: octets.subarray(0, count),
    ...defined({ wrong }),
  });
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (folded === true && (code === 32 || (code >= 9 && code <= 13))) continue;
    if (code === EQUALS) {
      padding++;
      if (padding > 2) return until(at);
      continue;
    }
    const value = VALUES[code] ?? -1;
    if (value < 0 || padding > 0) return until(at);
    digits++;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    const octet = (bits >> held) & 0xff;
    if (allow?.(octet) === false) return until(at);
    octets[count++] = octet;
  }
  // A lone digit holds no octet, and padding fills up to four.
  return until(digits % 4 === 1 || (padding > 0 && (digits + padding) % 4 !== 0) ? text.length : undefined);
}

/** The base64 of octets, a character each. */
export function encodeBase64(octets: string): string {
  const pieces: string[] = [];
  for (let i = 0; i < octets.length; i += 3) {
    const left = octets.length - i;
    const group =
      (octets.charCodeAt(i) << 16) |
      ((left > 1 ? octets.charCodeAt(i + 1) : 0) << 8) |
      (left > 2 ? octets.charCodeAt(i + 2) : 0);
    pieces.push(
      DIGITS.charAt(group >> 18) +
        DIGITS.charAt((group >> 12) & 63) +
        (left > 1 ? DIGITS.charAt((group >> 6) & 63) : '=') +
        (left > 2 ? DIGITS.charAt(group & 63) : '='),
    );
  }
  return pieces.join('');
}

/**
 * What every base64 text that holds these octets has in it, wherever they stand: one text for each of the three ways to
 * fall on groups of three octets (RFC 4648 4), the digits that depend on what stands around left off.
 */
export function alignedBase64(octets: string): readonly string[] {
  return [0, 1, 2].map((shift) => {
    const digits = encodeBase64('\0'.repeat(shift) + octets).replace(/=+$/, '');
    const whole = Math.floor(((shift + octets.length) * 8) / 6);
    return digits.slice(Math.ceil((shift * 8) / 6), whole);
  });
}
