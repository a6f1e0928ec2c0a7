import { ipv6Nibbles } from '../answers.ts';

/** An address as a row of bits; an IPv4 address mapped into IPv6 is the IPv4 address (RFC 7208 5). */
export interface Bits {
  readonly version: 4 | 6;
  readonly value: bigint;
}

export function bitsOf(address: string): Bits | undefined {
  if (/^\d{1,3}(?:\.\d{1,3}){3}$/.test(address)) {
    const parts = address.split('.').map(Number);
    if (parts.some((part) => part > 255)) return undefined;
    return { version: 4, value: parts.reduce((sum, part) => (sum << 8n) | BigInt(part), 0n) };
  }
  const nibbles = ipv6Nibbles(address);
  if (nibbles === undefined) return undefined;
  if (nibbles.startsWith('00000000000000000000ffff')) return { version: 4, value: BigInt(`0x${nibbles.slice(24)}`) };
  return { version: 6, value: BigInt(`0x${nibbles}`) };
}

/** Whether the first `prefix` bits are the same. */
export function isInside(address: Bits, network: Bits, prefix: number): boolean {
  if (address.version !== network.version) return false;
  const length = address.version === 4 ? 32 : 128;
  const shift = BigInt(length - Math.max(0, Math.min(length, prefix)));
  return address.value >> shift === network.value >> shift;
}
