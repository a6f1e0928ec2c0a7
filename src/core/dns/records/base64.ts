/** RFC 4648 4; blanks are skipped (RFC 6376 2.10). */
export type Base64 =
  | { readonly kind: 'octets'; readonly octets: Uint8Array }
  | { readonly kind: 'wrong' /** Offset of what does not belong. */; readonly at: number };

/** Longer than any key. */
const LONGEST = 20_000;

export function readBase64(text: string): Base64 {
  if (text.length > LONGEST) return { kind: 'wrong', at: LONGEST };
  const octets: number[] = [];
  let bits = 0;
  let held = 0;
  let digits = 0;
  let padding = 0;
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (char === ' ' || char === '\t' || char === '\r' || char === '\n') continue;
    if (char === '=') {
      padding++;
      if (padding > 2) return { kind: 'wrong', at };
      continue;
    }
    const value = sextetOf(char.charCodeAt(0));
    if (value === -1 || padding > 0) return { kind: 'wrong', at };
    digits++;
    bits = ((bits << 6) | value) & 0xffffff;
    held += 6;
    if (held >= 8) {
      held -= 8;
      octets.push((bits >> held) & 0xff);
    }
  }
  // A missing padding is forgiven by what reads keys in the field; a lone digit holds no octet.
  if (digits % 4 === 1 || (padding > 0 && (digits + padding) % 4 !== 0)) return { kind: 'wrong', at: text.length };
  return { kind: 'octets', octets: Uint8Array.from(octets) };
}

function sextetOf(code: number): number {
  if (code >= 65 && code <= 90) return code - 65;
  if (code >= 97 && code <= 122) return code - 71;
  if (code >= 48 && code <= 57) return code + 4;
  return code === 43 ? 62 : code === 47 ? 63 : -1;
}
