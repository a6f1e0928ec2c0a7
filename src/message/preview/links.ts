import { otherHost } from '../../core/mail/links/messageLinks.ts';
import { type Unwrapped, unwrap } from '../../core/mail/links/unwrap.ts';
import { defined } from '../../core/text/defined.ts';
import { plainText } from '../../core/text/plain.ts';
import type { PreviewLink } from '../../protocol/preview.ts';

/** Links of one message that are listed. */
export const MOST_LINKS = 500;
/** Characters of an address; a browser takes more, and nobody reads that many. */
const LONGEST = 32_000;

/** A link with where it really leads; `text` is what it shows. */
export function readLink(written: string, text: string): PreviewLink {
  const address = written.trim();
  const url = address.length <= LONGEST && URL.canParse(address) ? new URL(address) : undefined;
  const host = url === undefined ? '' : url.protocol === 'mailto:' ? domainOfMailto(url) : url.hostname;
  const unwrapped = unwrap(address);
  const shownHost =
    host === '' ? undefined : otherHost(unwrapped.layers.length > 0 ? unwrapped : { ...unwrapped, host }, text);
  return {
    // As a browser reads it: without line breaks, and other scripts than ASCII encoded.
    href: url === undefined ? `${flat(address.slice(0, LONGEST))}${address.length > LONGEST ? '…' : ''}` : url.href,
    host,
    text: plainText(text, 300),
    ...defined({ shownHost, wrapped: wrappedIn(unwrapped) }),
    opens: url !== undefined && OPENED.has(url.protocol),
  };
}

/** Who put the address around another, and what is known of that one. */
function wrappedIn({ layers, address, host, ends }: Unwrapped): PreviewLink['wrapped'] {
  if (layers.length === 0) return undefined;
  const services = layers.map(({ service }) => service);
  return {
    services,
    ...(ends !== 'kept' && ends !== 'deep' && { leads: ends === 'host' ? host : plainText(address, 2000) }),
  };
}

const OPENED: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

const flat = (text: string): string => text.replace(/[\s\p{C}\p{Zl}\p{Zp}]+/gu, ' ');

const domainOfMailto = (url: URL): string => url.pathname.slice(url.pathname.lastIndexOf('@') + 1).toLowerCase();

/** The different links in a text without markup, and how many there are beyond those that are listed. */
export function linksInText(text: string): { readonly links: readonly PreviewLink[]; readonly moreLinks: number } {
  const addresses = new Set<string>();
  for (const [found] of text.matchAll(/https?:\/\/[^\s<>"')\]]{1,2000}/gi)) {
    addresses.add(found.replace(/[.,;:!?]{1,5}$/, ''));
  }
  const listed = [...addresses].slice(0, MOST_LINKS);
  return { links: listed.map((href) => readLink(href, href)), moreLinks: addresses.size - listed.length };
}
