import { octetsOfText } from '../../core/text/utf8.ts';

/** A way to the servers, as a user chose it. */
export interface ProxyAddress {
  readonly scheme: 'socks5' | 'http';
  /** A name or an address, without brackets. */
  readonly host: string;
  readonly port: number;
  readonly user?: string;
  readonly password?: string;
}

/**
 * `socks5://proxy.test:1080`, `http://user:password@proxy.test:3128`; undefined for anything else. `socks5h` is taken
 * for `socks5`: what is asked for is an address either way, as each address of a server is probed by itself.
 */
export function readProxy(text: string): ProxyAddress | undefined {
  const typed = text.trim();
  if (!/^(?:socks5h?|http):\/\//i.test(typed) || !URL.canParse(typed)) return undefined;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(typed);
  if (hostname === '' || (pathname !== '' && pathname !== '/') || search !== '' || hash !== '') return undefined;
  const scheme = protocol === 'http:' ? 'http' : 'socks5';
  const user = plain(username);
  const secret = plain(password);
  // RFC 1929 2: both have one octet for their length.
  if (user === undefined || secret === undefined || user.length > 255 || secret.length > 255) return undefined;
  return {
    scheme,
    host: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: port === '' ? (scheme === 'http' ? 80 : 1080) : Number(port),
    ...(user !== '' && { user, password: secret }),
  };
}

/** As it may be shown: without user and password. */
export const writeProxy = ({ scheme, host, port }: ProxyAddress): string =>
  `${scheme}://${host.includes(':') ? `[${host}]` : host}:${port}`;

/** What nobody may see of it, in octets; a password that is shorter than any word stands everywhere by chance. */
export function secretsOf({ user, password = '' }: ProxyAddress): readonly string[] {
  if (user === undefined || password === '') return [];
  return [`${user}:${password}`, ...(password.length < SHORTEST ? [] : [password])].map(octetsOfText);
}

const SHORTEST = 5;

/** Without percent encoding; undefined where that is broken, or control characters come out. */
function plain(text: string): string | undefined {
  try {
    const decoded = decodeURIComponent(text);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
    return /[\0-\x1f\x7f]/.test(decoded) ? undefined : decoded;
  } catch {
    return undefined;
  }
}
