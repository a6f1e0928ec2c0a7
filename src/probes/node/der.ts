/** One element of DER (X.690 8.1): its tag, what is in it, and both with its header. */
export interface DerItem {
  readonly tag: number;
  readonly value: Buffer;
  readonly whole: Buffer;
}

/** Elements of one level that are looked at. */
const MOST_ITEMS = 1000;

/** The elements that stand one behind the other; those in front of what is no DER. */
export function readDer(bytes: Buffer): readonly DerItem[] {
  const items: DerItem[] = [];
  for (let at = 0; at < bytes.length && items.length < MOST_ITEMS; ) {
    const first = bytes[at + 1] as number;
    const octets = first < 0x80 ? 0 : first & 0x7f;
    if (first === 0x80 || octets > 4 || at + 2 + octets > bytes.length) break;
    const length = octets === 0 ? first : bytes.readUIntBE(at + 2, octets);
    const from = at + 2 + octets;
    if (from + length > bytes.length) break;
    const whole = bytes.subarray(at, from + length);
    items.push({ tag: bytes[at] as number, value: bytes.subarray(from, from + length), whole });
    at = from + length;
  }
  return items;
}

/** The elements inside one. */
export const inside = (item: DerItem | undefined): readonly DerItem[] =>
  item === undefined ? [] : readDer(item.value);

/** How a certificate or a response is signed: the name to show, and the digest to check it with. */
export interface SignatureAlgorithm {
  readonly name: string;
  /** As `crypto.verify` takes it; absent for keys that bring their own. */
  readonly hash?: 'md5' | 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512';
}

/** By their object identifiers, in hexadecimal digits (RFC 3279 2.2, RFC 4055 5, RFC 5758 3, RFC 8410 3). */
const ALGORITHMS: ReadonlyMap<string, SignatureAlgorithm> = new Map([
  ['2a864886f70d010104', { name: 'MD5 with RSA', hash: 'md5' }],
  ['2a864886f70d010105', { name: 'SHA-1 with RSA', hash: 'sha1' }],
  ['2a864886f70d01010a', { name: 'RSA-PSS' }],
  ['2a864886f70d01010b', { name: 'SHA-256 with RSA', hash: 'sha256' }],
  ['2a864886f70d01010c', { name: 'SHA-384 with RSA', hash: 'sha384' }],
  ['2a864886f70d01010d', { name: 'SHA-512 with RSA', hash: 'sha512' }],
  ['2a864886f70d01010e', { name: 'SHA-224 with RSA', hash: 'sha224' }],
  ['2a8648ce380403', { name: 'SHA-1 with DSA', hash: 'sha1' }],
  ['2a8648ce3d0401', { name: 'SHA-1 with ECDSA', hash: 'sha1' }],
  ['2a8648ce3d040302', { name: 'SHA-256 with ECDSA', hash: 'sha256' }],
  ['2a8648ce3d040303', { name: 'SHA-384 with ECDSA', hash: 'sha384' }],
  ['2a8648ce3d040304', { name: 'SHA-512 with ECDSA', hash: 'sha512' }],
  ['2b6570', { name: 'Ed25519' }],
  ['2b6571', { name: 'Ed448' }],
]);

/** What an AlgorithmIdentifier names (RFC 5280 4.1.1.2). */
export function signatureAlgorithm(item: DerItem | undefined): SignatureAlgorithm {
  const [oid] = inside(item);
  return ALGORITHMS.get(oid?.value.toString('hex') ?? '') ?? { name: 'unknown signature algorithm' };
}
