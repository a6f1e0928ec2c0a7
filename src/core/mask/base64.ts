const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const VALUES = new Int8Array(128).fill(-1);
for (let i = 0; i < 64; i++) VALUES[DIGITS.charCodeAt(i)] = i;

/** Decoded pieces longer than this, in characters, are no login. */
const PIECE = 4096;

/**
 * The octets of a base64 text (RFC 4648 4), a character each (U+0000 to U+00FF), missing padding forgiven; undefined
 * where it is none, or where `allow` forbids one of its octets.
 */
export function decodeBase64(text: string, allow: (octet: number) => boolean = () => true): string | undefined {
  let end = text.length;
  while (end > 0 && text.length - end < 2 && text.charCodeAt(end - 1) === 0x3d) end--;
  if (end === 0 || end % 4 === 1) return undefined;
  const pieces: string[] = [];
  let octets: number[] = [];
  let bits = 0;
  let held = 0;
  for (let i = 0; i < end; i++) {
    const value = VALUES[text.charCodeAt(i)] ?? -1;
    if (value < 0) return undefined;
    bits = ((bits << 6) | value) & 0xffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    const octet = (bits >> held) & 0xff;
    if (!allow(octet)) return undefined;
    octets.push(octet);
    if (octets.length === PIECE) {
      pieces.push(String.fromCharCode(...octets));
      octets = [];
    }
  }
  return pieces.join('') + String.fromCharCode(...octets);
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

/** The text that octets spell in UTF-8 (RFC 3629 4); undefined where they are none. Most that is tried is none, so nothing throws. */
export function textOfOctets(octets: string): string | undefined {
  if (!/[\u0080-\u00ff]/.test(octets)) return octets;
  const pieces: string[] = [];
  let copied = 0;
  for (let i = 0; i < octets.length; i++) {
    const first = octets.charCodeAt(i);
    if (first < 0x80) continue;
    const more = first < 0xc2 || first > 0xf4 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : 3;
    if (more === 0) return undefined;
    let point = first & (0x3f >> more);
    for (let k = 1; k <= more; k++) {
      const next = octets.charCodeAt(i + k);
      if (!(next >= 0x80 && next < 0xc0)) return undefined;
      point = (point << 6) | (next & 0x3f);
    }
    if (point < SMALLEST[more]! || (point >= 0xd800 && point < 0xe000) || point > 0x10ffff) return undefined;
    pieces.push(octets.slice(copied, i), String.fromCodePoint(point));
    i += more;
    copied = i + 1;
  }
  return pieces.join('') + octets.slice(copied);
}

/** The first character that takes so many octets more. */
const SMALLEST = [0, 0x80, 0x800, 0x10000];

/** The octets of a text in UTF-8, a character each. */
export const octetsOfText = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).replace(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );

/** Octets of text, and those that logins put between its parts. */
export const isTextOctet = (octet: number): boolean =>
  (octet >= 0x20 && octet !== 0x7f) || octet <= 1 || (octet >= 9 && octet <= 13);

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
