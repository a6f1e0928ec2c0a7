import { readBase64 } from '../../text/base64.ts';
import { asCharacters, textOfOctets } from '../../text/utf8.ts';
import { decodePercents } from './percent.ts';
import { parameterOf, type WebAddress } from './webAddress.ts';
import type { Inside, Wrapper } from './wrapper.ts';

// The ways in which services put an address into their own.

type Way = Wrapper['inside'];

const addressIn = (text: string | undefined): Inside | undefined => {
  const address = text?.trim();
  return address !== undefined && /^[a-z][a-z0-9+.-]{1,30}:/i.test(address) ? { kind: 'address', address } : undefined;
};

/** A parameter holds it, percent-encoded once or twice. */
export const inParameter =
  (...names: readonly string[]): Way =>
  (address) => {
    const value = parameterOf(address, names);
    // A host without its scheme is what some leave of a web address.
    const bare = value !== undefined && /^[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?:[/?#]|$)/.test(value);
    return bare ? { kind: 'address', address: `http://${value}` } : addressIn(onceMore(value));
  };

const onceMore = (value: string | undefined): string | undefined =>
  value !== undefined && /^https?%3a/i.test(value) ? decodePercents(value) : value;

/** A parameter that stands last holds it, with everything behind: its own ampersands were not encoded. */
export const inLastParameter =
  (name: string): Way =>
  (address) => {
    const at = new RegExp(`(?:^|&)${name}=`, 'i').exec(address.query);
    if (at === null) return undefined;
    const value = address.query.slice(at.index + at[0].length);
    const fragment = address.fragment === '' ? '' : `#${address.fragment}`;
    return addressIn(
      /^https?:\/\//i.test(value) ? decodePercents(value) + fragment : decodePercents(value.split('&')[0] as string),
    );
  };

/** The octets of base64 or its form for addresses (RFC 4648 5), as a text. */
export function base64Text(written: string): string | undefined {
  const digits = written.slice(0, 20_000).replaceAll('-', '+').replaceAll('_', '/').replace(/=+$/, '');
  const { octets, wrong } = readBase64(digits);
  if (octets.length === 0 || (wrong !== undefined && wrong < digits.length)) return undefined;
  const text = asCharacters(octets);
  return textOfOctets(text) ?? text;
}

/** A parameter holds it in base64. */
export const inBase64 =
  (...names: readonly string[]): Way =>
  (address) => {
    const value = parameterOf(address, names);
    return value === undefined ? undefined : addressIn(base64Text(value));
  };

/** A parameter holds JSON in base64, and one of its keys the address; JSON in a string of it is read as well. */
export const inJson =
  (parameter: string, ...keys: readonly string[]): Way =>
  (address) => {
    const value = parameterOf(address, [parameter]);
    const json = value === undefined ? undefined : value.startsWith('{') ? value : base64Text(value);
    return json === undefined ? undefined : addressIn(keyOf(json, keys, 2));
  };

function keyOf(json: string, keys: readonly string[], depth: number): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== 'string') continue;
    if (keys.includes(key)) return inner;
    const found = depth > 0 && inner.startsWith('{') ? keyOf(inner, keys, depth - 1) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A segment of the path holds it percent-encoded, behind this beginning. */
export const inPath =
  (beginning: RegExp, scheme = ''): Way =>
  ({ path }) => {
    const start = beginning.exec(path)?.[0].length;
    if (start === undefined) return undefined;
    const segment = path.slice(start).split('/')[0] as string;
    return addressIn(scheme + (onceMore(decodePercents(segment)) ?? ''));
  };

/** The rest of the address is it, unencoded, behind this beginning of the path. */
export const inRest =
  (beginning: RegExp, scheme = ''): Way =>
  ({ path, query, fragment }: WebAddress) => {
    const start = beginning.exec(path)?.[0].length;
    if (start === undefined) return undefined;
    const rest = decodeScheme(path.slice(start));
    return addressIn(`${scheme}${rest}${query === '' ? '' : `?${query}`}${fragment === '' ? '' : `#${fragment}`}`);
  };

const decodeScheme = (text: string): string =>
  (/^https?%3a/i.test(text) ? decodePercents(text) : text).replace(/^(https?):\/(?!\/)/i, '$1://');

/**
 * Between two times three underscores in the path, then a signature, behind which its fragment may stand. A percent sign
 * is written as a star, and newer forms move the letters.
 */
export const betweenUnderscores: Way = ({ path, query, fragment }) => {
  const whole = `${path}${query === '' ? '' : `?${query}`}${fragment === '' ? '' : `#${fragment}`}`;
  const start = whole.indexOf('/___');
  if (start < 0) return { kind: 'kept' };
  const end = whole.indexOf('___', start + 4);
  const behind = end < 0 ? '' : (/^___\.[\w+/=-]{1,2000}(#.{1,500})$/.exec(whole.slice(end))?.[1] ?? '');
  const written = whole
    .slice(start + 4, end < 0 ? undefined : end)
    .replace(/\*(?=[\da-f]{2})/gi, '%')
    .replace(/^(https?)(?:%3a|:)\/(?!\/)/i, '$1://');
  const address = /^https?%3a/i.test(written) ? written.replace(/%3a/i, ':') : written;
  return /^https?:\/\//i.test(address) ? { kind: 'address', address: `${address}${behind}` } : { kind: 'kept' };
};

/** A parameter names the host alone. */
export const hostInParameter =
  (...names: readonly string[]): Way =>
  (address) => {
    const host = parameterOf(address, names)?.toLowerCase().replace(/\.$/, '');
    return host !== undefined && /^[\p{L}\p{N}_-]{1,63}(?:\.[\p{L}\p{N}_-]{1,63}){1,10}$/u.test(host)
      ? { kind: 'host', host }
      : { kind: 'kept' };
  };

/** The first of several ways that finds it. */
export const firstOf =
  (...ways: readonly Way[]): Way =>
  (address) => {
    for (const way of ways) {
      const found = way(address);
      if (found !== undefined) return found;
    }
    return undefined;
  };

/** The service knows where it leads, and the address itself tells nothing. */
export const kept: Way = () => ({ kind: 'kept' });
