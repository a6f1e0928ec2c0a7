/**
 * Bits of the modulus of an RSA key as DKIM publishes it (RFC 6376 3.6.1): a SubjectPublicKeyInfo (RFC 5280 4.1) around
 * an RSAPublicKey (RFC 8017 A.1.1), or the latter alone. Undefined where the octets are neither.
 */
export function rsaKeyBits(octets: Uint8Array): number | undefined {
  const outer = element(octets, 0, SEQUENCE);
  if (outer === undefined || outer.end !== octets.length) return undefined;
  const inner = element(octets, outer.start, SEQUENCE);
  if (inner === undefined) return modulusBits(octets, outer);
  const algorithm = element(octets, inner.start, OBJECT_IDENTIFIER);
  const bits = element(octets, inner.end, BIT_STRING);
  if (algorithm === undefined || bits === undefined || bits.end > outer.end) return undefined;
  if (!RSA_ENCRYPTION.every((octet, i) => octets[algorithm.start + i] === octet)) return undefined;
  // The first octet of a bit string counts the bits that are not used.
  const key = element(octets, bits.start + 1, SEQUENCE);
  return key === undefined || key.end > bits.end ? undefined : modulusBits(octets, key);
}

/** 1.2.840.113549.1.1.1 */
const RSA_ENCRYPTION = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01, 0x01];
const SEQUENCE = 0x30;
const INTEGER = 0x02;
const BIT_STRING = 0x03;
const OBJECT_IDENTIFIER = 0x06;

interface Element {
  /** Of the content. */
  readonly start: number;
  readonly end: number;
}

/** The element of type `tag` at `at` (X.690 8.1), as long as it lies within the octets. */
function element(octets: Uint8Array, at: number, tag: number): Element | undefined {
  if (octets[at] !== tag) return undefined;
  const first = octets[at + 1];
  if (first === undefined) return undefined;
  let start = at + 2;
  let length = first;
  if (first >= 0x80) {
    const count = first & 0x7f;
    if (count === 0 || count > 4) return undefined;
    length = 0;
    for (let i = 0; i < count; i++) length = length * 256 + (octets[start++] ?? 0);
  }
  return start + length > octets.length ? undefined : { start, end: start + length };
}

function modulusBits(octets: Uint8Array, key: Element): number | undefined {
  const modulus = element(octets, key.start, INTEGER);
  const exponent = modulus === undefined ? undefined : element(octets, modulus.end, INTEGER);
  if (modulus === undefined || exponent === undefined || exponent.end > key.end) return undefined;
  let at = modulus.start;
  while (at < modulus.end && octets[at] === 0) at++;
  const top = octets[at];
  return top === undefined || at >= modulus.end ? undefined : (modulus.end - at - 1) * 8 + (32 - Math.clz32(top));
}
