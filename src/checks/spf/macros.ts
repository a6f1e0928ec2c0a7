import { ipv6Nibbles } from '../answers.ts';
import { bitsOf } from './network.ts';

/** What macros are made of (RFC 7208 7.2). */
export interface MacroValues {
  /** The address of the client. */
  readonly ip: string;
  /** `local@domain`; the local part `postmaster` where there is none. */
  readonly sender: string;
  readonly helo: string;
  /** The domain whose record is read. */
  readonly domain: string;
  /** The name of the client that its address and itself agree on, or `unknown`; asked for only where a macro wants it. */
  readonly validated: () => Promise<string>;
  /** Only in explanations: who receives. */
  readonly receiver?: string;
  /** Only in explanations: seconds since 1970. */
  readonly time?: number;
}

const MACRO = /%(?:\{([slodiphvcrt])(\d{0,3})(r?)([.\-+,/_=]{0,20})\}|([%_-]))/gi;

/** The text with its macros replaced (RFC 7208 7.3). Written by `readMacroString`'s rules already. */
export async function expandMacros(text: string, values: MacroValues): Promise<string> {
  let expanded = '';
  let at = 0;
  for (const match of text.matchAll(MACRO)) {
    expanded += text.slice(at, match.index);
    at = match.index + match[0].length;
    const [, letter, digits = '', reverse = '', delimiters = '', literal] = match;
    if (letter === undefined) {
      expanded += literal === '%' ? '%' : literal === '_' ? ' ' : '%20';
      continue;
    }
    const value = transformed(await macroValue(letter.toLowerCase(), values), digits, reverse !== '', delimiters);
    expanded += letter === letter.toUpperCase() ? encodeURIComponent(value).replace(/[!'()*]/g, percent) : value;
  }
  return expanded + text.slice(at);
}

const percent = (char: string): string => `%${char.charCodeAt(0).toString(16).toUpperCase()}`;

async function macroValue(letter: string, values: MacroValues): Promise<string> {
  const { ip, sender, helo, domain } = values;
  const at = sender.lastIndexOf('@');
  switch (letter) {
    case 's':
      return sender;
    case 'l':
      return sender.slice(0, at);
    case 'o':
      return sender.slice(at + 1);
    case 'd':
      return domain;
    case 'i':
      return dotted(ip);
    case 'p':
      return values.validated();
    case 'h':
      return helo;
    case 'v':
      return bitsOf(ip)?.version === 6 ? 'ip6' : 'in-addr';
    case 'c':
      return ip.toLowerCase();
    case 'r':
      return values.receiver ?? 'unknown';
    default:
      return String(values.time ?? 0);
  }
}

/** An IPv6 address as its digits with dots between (RFC 7208 7.3). */
function dotted(ip: string): string {
  const bits = bitsOf(ip);
  if (bits?.version !== 6) return ip.replace(/^::ffff:/i, '');
  return [...(ipv6Nibbles(ip) ?? '')].join('.');
}

function transformed(value: string, digits: string, reverse: boolean, delimiters: string): string {
  const marks = delimiters === '' ? '.' : delimiters;
  const parts = value.split(new RegExp(`[${marks.replace(/[-\]\\^]/g, '\\$&')}]`));
  if (reverse) parts.reverse();
  return parts.slice(digits === '' ? 0 : -Math.max(1, Number(digits))).join('.');
}

/** A name of at most 253 characters: labels are taken away from the left (RFC 7208 7.3). */
export function shortened(name: string): string {
  let rest = name.endsWith('.') ? name.slice(0, -1) : name;
  while (rest.length > 253 && rest.includes('.')) rest = rest.slice(rest.indexOf('.') + 1);
  return rest;
}
