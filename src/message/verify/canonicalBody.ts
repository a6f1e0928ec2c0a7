import { createHash, type Hash } from 'node:crypto';

export type Canonicalization = 'simple' | 'relaxed';

/** How a signature hashes a body (RFC 6376 3.4, 3.7). */
export interface BodyHashing {
  readonly canonicalization: Canonicalization;
  /** `sha256`, `sha1`. */
  readonly hash: string;
  /** Octets of the canonical body that are hashed, where `l=` says so. */
  readonly length?: number;
  /** What `bh=` says, in base64. */
  readonly expected: string;
}

/** The lines of a canonical body without their line breaks (RFC 6376 3.4.3, 3.4.4); one character a byte. */
export function canonicalLines(body: string, canonicalization: Canonicalization): string[] {
  const lines = body.split('\r\n');
  if (canonicalization === 'simple') return lines;
  return lines.map((line) => {
    const single = line.replace(/[ \t]+/g, ' ');
    return single.endsWith(' ') ? single.slice(0, -1) : single;
  });
}

/** Hashes lines as a body: empty ones at the end do not count. */
export class LineHash {
  readonly #hashing: BodyHashing;
  readonly #hash: Hash;
  #waiting = 0;
  #length = 0;
  #any = false;

  constructor(hashing: BodyHashing, from?: LineHash) {
    this.#hashing = hashing;
    if (from === undefined) {
      this.#hash = createHash(hashing.hash);
      return;
    }
    this.#hash = from.#hash.copy();
    this.#waiting = from.#waiting;
    this.#length = from.#length;
    this.#any = from.#any;
  }

  add(line: string): void {
    if (line === '') {
      this.#waiting++;
      return;
    }
    if (this.#waiting > 0) this.#put('\r\n'.repeat(this.#waiting));
    this.#waiting = 0;
    this.#put(`${line}\r\n`);
  }

  /** Whether what was added so far is the body that was signed. */
  matches(): boolean {
    const copy = this.#hash.copy();
    // RFC 6376 3.4.3: an empty body is one CR LF under "simple"; 3.4.4: nothing under "relaxed".
    if (!this.#any && this.#hashing.canonicalization === 'simple') copy.update('\r\n');
    return copy.digest('base64') === this.#hashing.expected;
  }

  #put(text: string): void {
    this.#any = true;
    const { length } = this.#hashing;
    const rest = length === undefined ? text.length : Math.max(0, length - this.#length);
    if (rest > 0) this.#hash.update(rest < text.length ? text.slice(0, rest) : text, 'latin1');
    this.#length += text.length;
  }
}

/** Whether the signer hashed an empty body, of either canonicalization. */
export const isEmptyBodyHash = ({ hash, expected }: BodyHashing): boolean =>
  ['', '\r\n'].some((empty) => createHash(hash).update(empty).digest('base64') === expected);

export function bodyMatches(body: string, hashing: BodyHashing): boolean {
  const hash = new LineHash(hashing);
  for (const line of canonicalLines(body, hashing.canonicalization)) hash.add(line);
  return hash.matches();
}
