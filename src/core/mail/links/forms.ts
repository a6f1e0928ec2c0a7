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
    const bare = value !== undefined && /^[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?:[/?#]|:\d|$)/.test(value);
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
    return addressIn(
      /^https?:\/\//i.test(value)
        ? decodePercents(value) + fragmentOf(address)
        : decodePercents(value.split('&')[0] as string),
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

/** A segment of the path holds it in base64. */
export const inBase64Segment: Way = ({ path }) => {
  const address = path
    .split('/', 12)
    .map(base64Text)
    .find((text) => text !== undefined && /^https?:\/\//i.test(text));
  return address === undefined ? undefined : { kind: 'address', address };
};

/** A parameter holds JSON or its base64, and this key of it the address; JSON in a string of it is read as well. */
export const inJson =
  (key: string, ...parameters: readonly string[]): Way =>
  (address) =>
    inJsonText(key, parameterOf(address, parameters) ?? '');

/** The same of a text that is JSON or its base64. */
export function inJsonText(key: string, text: string): Inside | undefined {
  const json = text.startsWith('{') ? text : base64Text(text);
  return json === undefined ? undefined : addressIn(onceMore(keyOf(json, key, 2)));
}

function keyOf(json: string, wanted: string, depth: number): string | undefined {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (typeof inner !== 'string') continue;
    if (key === wanted) return inner;
    const found = depth > 0 && inner.startsWith('{') ? keyOf(inner, wanted, depth - 1) : undefined;
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

/** The rest of the address is it, unencoded, with its scheme or without, behind this beginning of the path. */
export const inRest =
  (beginning: RegExp, scheme: string): Way =>
  (address) => {
    const start = beginning.exec(address.path)?.[0].length;
    if (start === undefined) return undefined;
    const rest = decodeScheme(address.path.slice(start)) + queryOf(address) + fragmentOf(address);
    return addressIn(/^https?:/i.test(rest) ? rest : scheme + rest);
  };

/** The query with its mark, where there is one. */
const queryOf = ({ query }: WebAddress): string => query && `?${query}`;

/** The fragment with its mark, where there is one. */
export const fragmentOf = ({ fragment }: WebAddress): string => fragment && `#${fragment}`;

const decodeScheme = (text: string): string =>
  (/^https?%3a/i.test(text) ? decodePercents(text) : text).replace(/^(https?):\/(?!\/)/i, '$1://');

/**
 * Between two times three underscores in the path, then a signature, behind which its fragment may stand. A percent sign
 * is written as a star, and newer forms move the letters.
 */
export const betweenUnderscores: Way = (address) => {
  const whole = `${address.path}${queryOf(address)}${fragmentOf(address)}`;
  const start = whole.indexOf('/___');
  if (start < 0) return { kind: 'kept' };
  const end = whole.indexOf('___', start + 4);
  const behind = end < 0 ? '' : (/^___\.[\w+/=-]{1,2000}(#.{1,500})$/.exec(whole.slice(end))?.[1] ?? '');
  const written = whole
    .slice(start + 4, end < 0 ? undefined : end)
    .replace(/\*(?=[\da-f]{2})/gi, '%')
    .replace(/^(https?)(?:%3a|:)\/(?!\/)/i, '$1://');
  const inner = /^https?%3a/i.test(written) ? written.replace(/%3a/i, ':') : written;
  return /^https?:\/\//i.test(inner) ? { kind: 'address', address: `${inner}${behind}` } : { kind: 'kept' };
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
