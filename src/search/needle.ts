import { withoutAngles } from '../core/text/angles.ts';
import type { Pattern } from './scanner.ts';

/** What is looked for: an address, a name of a host or domain, an IP address, an id, or words. */
export type NeedleKind = 'address' | 'host' | 'ip' | 'id' | 'words';

export interface Needle {
  readonly kind: NeedleKind;
  readonly text: string;
}

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

/** What was typed, by its form; brackets around an address or a Message-ID are not part of it. */
export function readNeedle(typed: string): Needle {
  const text = withoutAngles(typed.trim());
  if (IPV4.test(text) || (/^[0-9a-f:.]{3,45}$/i.test(text) && text.split(':').length > 2)) return { kind: 'ip', text };
  if (/^[^\s@]{1,255}@[^\s@]{1,255}$/.test(text)) return { kind: 'address', text };
  if (/^@?[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,20}$/i.test(text) && /[a-z]$/i.test(text))
    return { kind: 'host', text };
  return { kind: /^[\w+./=~-]{5,250}$/.test(text) && /\d/.test(text) ? 'id' : 'words', text };
}

const isAlnum = (c: number | undefined): boolean =>
  c !== undefined && ((c >= 0x30 && c <= 0x39) || (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a));

const isDigit = (c: number | undefined): boolean => c !== undefined && c >= 0x30 && c <= 0x39;

const DOT = 0x2e;
const HYPHEN = 0x2d;
/** What a local part goes on with in front of an address (RFC 5321 4.1.2, `Atom`), as far as logs do not set it around one. */
const LOCAL = new Set([...'.+_-!#$%&*/?^`{|}~'].map((c) => c.charCodeAt(0)));

/** Words that stand in ids, and what an id goes on with. */
const endsName = (bytes: Uint8Array, end: number): boolean =>
  !isAlnum(bytes[end]) && bytes[end] !== HYPHEN && !(bytes[end] === DOT && isAlnum(bytes[end + 1]));

const FITS: Readonly<Record<NeedleKind, Pattern['fits']>> = {
  address: (bytes, start, end) =>
    !isAlnum(bytes[start - 1]) && !LOCAL.has(bytes[start - 1] ?? 0) && endsName(bytes, end),
  // A name that ends in the domain belongs to it.
  host: (bytes, start, end) =>
    (bytes[start] === 0x40 || (!isAlnum(bytes[start - 1]) && bytes[start - 1] !== HYPHEN)) && endsName(bytes, end),
  ip: (bytes, start, end) =>
    !isAlnum(bytes[start - 1]) &&
    !(bytes[start - 1] === DOT && isDigit(bytes[start - 2])) &&
    bytes[start - 1] !== 0x3a &&
    !isAlnum(bytes[end]) &&
    !(bytes[end] === DOT && isDigit(bytes[end + 1])),
  id: (bytes, start, end) => !isAlnum(bytes[start - 1]) && !isAlnum(bytes[end]),
  words: () => true,
};

const encoder = new TextEncoder();

export const patternOf = ({ kind, text }: Needle): Pattern => ({ octets: encoder.encode(text), fits: FITS[kind] });

/** An id that a server gave, found in the very letters: other servers tell small ones from large ones. */
export const patternOfId = (id: string): Pattern => ({ octets: encoder.encode(id), exact: true, fits: FITS.id });
