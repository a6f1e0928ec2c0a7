import { decodePercents } from './percent.ts';

/** An address of the web or of another scheme, taken apart as a browser does (WHATWG URL 4.4), without looking anything up. */
export interface WebAddress {
  /** In small letters, without the colon: `https`, `mailto`, `javascript`. */
  readonly scheme: string;
  /** What stands in front of an `@` of the host: a name, perhaps with a password. */
  readonly credentials?: string;
  /** In small letters, percent-decoded, numbers in any base as dotted IPv4; empty where the scheme has none. */
  readonly host: string;
  readonly port?: number;
  /** As written, from the slash on; what follows the colon where there is no host. */
  readonly path: string;
  /** As written, without the question mark. */
  readonly query: string;
  /** As written, without the number sign. */
  readonly fragment: string;
}

/** Characters of an address that are read. */
export const LONGEST_ADDRESS = 16_384;

/** Schemes whose addresses have a host whatever number of slashes is written (WHATWG URL 4.2). */
const SPECIAL = /^(?:https?|ftp|wss?)$/;

/** The parts of an address; undefined where the text is none, or longer than 16,384 characters. */
export function readAddress(written: string): WebAddress | undefined {
  if (written.length > LONGEST_ADDRESS) return undefined;
  // Browsers take line breaks and tabs out, and blanks and control characters off both ends.
  const text = written.replace(/[\t\r\n]/g, '').replace(/^[\0-\x20]+|(?<![\0-\x20])[\0-\x20]+$/g, '');
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]{0,30}):/.exec(text)?.[1]?.toLowerCase();
  if (scheme === undefined) return undefined;
  const rest = text.slice(scheme.length + 1);
  const special = SPECIAL.test(scheme);
  const slashes = special ? /^[/\\]*/.exec(rest)?.[0].length : rest.startsWith('//') ? 2 : 0;
  const [beforeFragment, fragment] = cutAt(rest.slice(slashes), '#');
  const [hierarchy, query] = cutAt(beforeFragment, '?');
  if (!special && slashes === 0) return { scheme, host: '', path: hierarchy, query, fragment };
  const end = hierarchy.search(special ? /[/\\]/ : /\//);
  const authority = end < 0 ? hierarchy : hierarchy.slice(0, end);
  const path = end < 0 ? '/' : hierarchy.slice(end);
  const at = authority.lastIndexOf('@');
  const credentials = at < 0 ? undefined : authority.slice(0, at);
  const match = /^(\[[\da-f:.]{2,60}\]|[^:]*)(?::(\d{0,5}))?$/i.exec(authority.slice(at + 1));
  if (match === null) return undefined;
  const host = readHost(match[1] as string);
  if (host === '' && special) return undefined;
  const port = match[2] === undefined || match[2] === '' ? undefined : Number(match[2]);
  return {
    scheme,
    ...(credentials !== undefined && { credentials }),
    host,
    ...(port !== undefined && port !== USUAL_PORT.get(scheme) && { port }),
    path,
    query,
    fragment,
  };
}

const USUAL_PORT: ReadonlyMap<string, number> = new Map([
  ['http', 80],
  ['https', 443],
  ['ftp', 21],
  ['ws', 80],
  ['wss', 443],
]);

const cutAt = (text: string, mark: string): readonly [before: string, behind: string] => {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
};

/** A host as it is looked up: what looks like a dot is one, and a number is an address (WHATWG URL 3.5). */
function readHost(written: string): string {
  const host = decodePercents(written)
    .normalize('NFKC')
    .replace(/[\u3002\uff0e\uff61]/g, '.')
    .replace(/\u00ad|[\u200b-\u200d\u2060\ufeff]/g, '')
    .toLowerCase()
    .replace(/\.$/, '');
  if (host.length > 255 || /[\s<>^|/\\?#@]/.test(host)) return '';
  return ipv4Of(host) ?? host;
}

/** One to four numbers, decimal, octal or hexadecimal, as dotted IPv4 (WHATWG URL 3.5, the IPv4 parser). */
function ipv4Of(host: string): string | undefined {
  if (!/^(?:0x[\da-f]{0,8}|\d{1,12})(?:\.(?:0x[\da-f]{0,8}|\d{1,12})){0,3}$/.test(host)) return undefined;
  const numbers = host.split('.').map((part) => {
    if (/^0x/.test(part)) return part === '0x' ? 0 : Number.parseInt(part.slice(2), 16);
    return part.length > 1 && part.startsWith('0') ? Number(`0o${part}`) : Number(part);
  });
  const last = numbers.pop() as number;
  if (numbers.some((number) => !(number < 256)) || !(last < 256 ** (4 - numbers.length))) return undefined;
  const octets = [...numbers];
  for (let power = 3 - numbers.length; power >= 0; power--) octets.push(Math.floor(last / 256 ** power) % 256);
  return octets.join('.');
}

/** The value of the first of these parameters that the query has, percent-decoded; a plus sign stays one. */
export function parameterOf({ query }: WebAddress, names: readonly string[]): string | undefined {
  // Mail programs and decoders leave `&amp;` behind.
  const pairs = query.split(/&(?:amp;)?/, 200);
  for (const name of names) {
    for (const pair of pairs) {
      const equals = pair.indexOf('=');
      if (equals < 0 || pair.slice(0, equals).toLowerCase() !== name) continue;
      const value = decodePercents(pair.slice(equals + 1));
      if (value !== '') return value;
    }
  }
  return undefined;
}
