import { readBase64 } from '../../text/base64.ts';

/** A key of a zone (RFC 4034 2). */
export interface ZoneKey {
  readonly flags: number;
  readonly algorithm: number;
  /** By which DS and RRSIG records name it (RFC 4034 appendix B). */
  readonly tag: number;
  /** Taken back (RFC 5011 2.1). */
  readonly isRevoked: boolean;
  /** Marked as one that signs the zone. */
  readonly isZoneKey: boolean;
}

/** What the parent says of a key (RFC 4034 5). */
export interface Delegation {
  readonly tag: number;
  readonly algorithm: number;
  readonly digestType: number;
  /** Hexadecimal digits. */
  readonly digest: string;
}

const NUMBERS = /^(\d{1,5})\s{1,9}(\d{1,3})\s{1,9}(\d{1,3})\s{1,9}(\S.{0,9000})$/;

/** Reads the data of a DNSKEY record in zone-file form. */
export function readDnskey(data: string): ZoneKey | undefined {
  const match = NUMBERS.exec(data);
  if (match === null) return undefined;
  const [flags = 0, protocol = 0, algorithm = 0] = match.slice(1, 4).map(Number);
  const { octets } = readBase64(match[4] as string, { folded: true });
  const bytes = [flags >> 8, flags & 0xff, protocol, algorithm, ...octets];
  return {
    flags,
    algorithm,
    tag: keyTag(bytes, algorithm),
    isRevoked: (flags & 0x80) !== 0,
    isZoneKey: (flags & 0x100) !== 0,
  };
}

function keyTag(bytes: readonly number[], algorithm: number): number {
  // RFC 4034 appendix B.1: the tag of RSA/MD5 is a part of the modulus.
  if (algorithm === 1) return ((bytes.at(-3) ?? 0) << 8) | (bytes.at(-2) ?? 0);
  const sum = bytes.reduce((total, byte, i) => total + (i % 2 === 0 ? byte << 8 : byte), 0);
  return (sum + ((sum >> 16) & 0xffff)) & 0xffff;
}

/** Reads the data of a DS record in zone-file form. */
export function readDs(data: string): Delegation | undefined {
  const match = NUMBERS.exec(data);
  if (match === null) return undefined;
  const [tag = 0, algorithm = 0, digestType = 0] = match.slice(1, 4).map(Number);
  return { tag, algorithm, digestType, digest: (match[4] as string).replace(/\s/g, '') };
}

/** How long a signature is valid (RFC 4034 3.1.5), as milliseconds since 1970. */
export interface Validity {
  readonly covered: string;
  readonly from: number;
  readonly until: number;
}

const SIGNATURE =
  /^([A-Z][A-Z0-9]{0,15}) \d{1,3} \d{1,3} \d{1,10} (\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d) (\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d) /;

/** Reads the times of an RRSIG record in zone-file form. */
export function readSignature(data: string): Validity | undefined {
  const match = SIGNATURE.exec(data);
  if (match === null) return undefined;
  const [y = 0, mo = 0, d = 0, h = 0, mi = 0, s = 0, ...begins] = match.slice(2).map(Number);
  const [y2 = 0, mo2 = 0, d2 = 0, h2 = 0, mi2 = 0, s2 = 0] = begins;
  return {
    covered: match[1] as string,
    until: Date.UTC(y, mo - 1, d, h, mi, s),
    from: Date.UTC(y2, mo2 - 1, d2, h2, mi2, s2),
  };
}
