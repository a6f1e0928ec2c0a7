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

/** How many arguments a call may have anywhere. */
const PIECE = 4096;

/** Octets as a text, a character each. */
export function asCharacters(octets: Uint8Array): string {
  let text = '';
  for (let rest = octets; rest.length > 0; rest = rest.subarray(PIECE)) {
    text += String.fromCharCode(...rest.subarray(0, PIECE));
  }
  return text;
}
