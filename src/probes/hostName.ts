import type { Endpoint, ToAscii } from './ports.ts';

/** What is wrong with a name that somebody typed, as a stable code; src/report words it. */
export type NameProblem =
  | 'empty'
  | 'space'
  | 'url'
  | 'port'
  | 'ip-address'
  | 'bad-character'
  | 'empty-label'
  | 'label-too-long'
  | 'name-too-long';

export type NameResult =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly problem: NameProblem };

const bad = (problem: NameProblem): NameResult => ({ ok: false, problem });

/**
 * The domain meant by what was typed: of an address the part behind the @, without the final dot, in small letters,
 * in A-labels (RFC 5891 4.4).
 */
export function readDomain(typed: string, toAscii: ToAscii): NameResult {
  let text = typed.trim();
  // `Ann <ann@contoso.test>`
  if (text.endsWith('>')) text = text.slice(text.lastIndexOf('<') + 1, -1).trim();
  if (text.includes('/')) return bad('url');
  text = text.slice(text.lastIndexOf('@') + 1).trim();
  if (text === '') return bad('empty');
  if (/\s/.test(text)) return bad('space');
  if (readAddress(text) !== undefined) return bad('ip-address');
  if (text.includes(':')) return bad('port');
  return readName(text, toAscii);
}

/** A host name (as `readDomain`), or an IP address with or without brackets. */
export function readHost(typed: string, toAscii: ToAscii): NameResult {
  const text = typed.trim();
  const address = readAddress(text);
  if (address !== undefined) return { ok: true, name: address };
  if (text === '') return bad('empty');
  if (/\s/.test(text)) return bad('space');
  if (text.includes('/')) return bad('url');
  if (text.includes('@')) return bad('bad-character');
  if (text.includes(':')) return bad('port');
  return readName(text, toAscii);
}

/** `host`, `host:port`, `[2001:db8::1]:port`, `2001:db8::1`; undefined where the port is none (1 to 65535). */
export function readEndpoint(typed: string, usualPort = 25): Endpoint | undefined {
  const text = typed.trim();
  const bracketed = /^\[([^\]]{1,255})\](?::(\d{1,5}))?$/.exec(text);
  const plain = /^([^:]{1,255}):(\d{1,5})$/.exec(text);
  const match = bracketed ?? plain;
  const host = match?.[1] ?? text;
  const port = match?.[2] === undefined ? usualPort : Number(match[2]);
  if (host === '' || !Number.isInteger(port) || port < 1 || port > 65535) return undefined;
  return { host, port };
}

/** `host:port`, with brackets around an IPv6 address. */
export const writeEndpoint = (endpoint: Endpoint): string =>
  endpoint.host.includes(':') ? `[${endpoint.host}]:${endpoint.port}` : `${endpoint.host}:${endpoint.port}`;

function readName(text: string, toAscii: ToAscii): NameResult {
  const plain = text.endsWith('.') ? text.slice(0, -1) : text;
  if (plain.length > 1000) return bad('name-too-long');
  if (plain === '' || plain.split('.').includes('')) return bad('empty-label');
  const ascii = /^[\x21-\x7e]+$/.test(plain) ? plain : toAscii(plain);
  if (ascii === undefined || ascii === '') return bad('bad-character');
  const name = ascii.toLowerCase();
  if (!/^[a-z0-9._-]+$/.test(name)) return bad('bad-character');
  // RFC 1035 2.3.4: 63 octets a label, 255 a name on the wire, which leaves 253 characters.
  if (name.split('.').some((label) => label.length > 63)) return bad('label-too-long');
  if (name.length > 253) return bad('name-too-long');
  return { ok: true, name };
}

/** The address in `192.0.2.1`, `[192.0.2.1]`, `2001:db8::1` or `[IPv6:2001:db8::1]` (RFC 5321 4.1.3), else undefined. */
export function readAddress(text: string): string | undefined {
  const inner = /^\[(?:IPv6:)?([^\]]{2,60})\]$/i.exec(text)?.[1] ?? text;
  if (inner.length > 60) return undefined;
  if (isIpv4(inner)) return inner;
  return isIpv6(inner) ? inner : undefined;
}

export function isIpv4(text: string): boolean {
  const parts = text.split('.', 5);
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
}

export function isIpv6(text: string): boolean {
  // An IPv4 address at the end stands for two groups.
  const address = text
    .replace(/%[\w.-]{1,30}$/, '')
    .replace(/(?<=:)[\d.]{1,15}$/, (tail) => (isIpv4(tail) ? '0:0' : tail));
  const halves = address.split('::', 3);
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  if (halves.length > 2 || !groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  return halves.length === 2 ? groups.length < 8 : groups.length === 8;
}

export type AddressScope = 'loopback' | 'private' | 'link-local' | 'unspecified';

/** Why an address is not one of the public Internet (RFC 6890, RFC 4193, RFC 4291), else undefined. */
export function addressScope(address: string): AddressScope | undefined {
  if (isIpv4(address)) {
    const [a, b] = address.split('.').map(Number) as [number, number];
    if (a === 0) return 'unspecified';
    if (a === 127) return 'loopback';
    if (a === 10 || (a === 172 && b >= 16 && b < 32) || (a === 192 && b === 168)) return 'private';
    if (a === 100 && b >= 64 && b < 128) return 'private';
    return a === 169 && b === 254 ? 'link-local' : undefined;
  }
  const text = address.toLowerCase();
  if (text === '::') return 'unspecified';
  if (text === '::1') return 'loopback';
  if (/^f[cd][0-9a-f]{2}:/.test(text)) return 'private';
  return /^fe[89ab][0-9a-f]:/.test(text) ? 'link-local' : undefined;
}
