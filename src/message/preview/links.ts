import { sameOrganisation } from '../../core/mail/domains.ts';
import { defined } from '../../core/text/defined.ts';
import { plainText } from '../../core/text/plain.ts';
import type { PreviewLink } from '../../protocol/preview.ts';
import { shownHosts } from './shownHosts.ts';

/** Links of one message that are listed. */
export const MOST_LINKS = 500;
/** Characters of an address; a browser takes more, and nobody reads that many. */
const LONGEST = 32_000;

/** A link with where it really leads; `text` is what it shows. */
export function readLink(written: string, text: string): PreviewLink {
  const address = written.trim();
  const url = address.length <= LONGEST && URL.canParse(address) ? new URL(address) : undefined;
  const host = url === undefined ? '' : url.protocol === 'mailto:' ? domainOfMailto(url) : url.hostname;
  const shownHost = host === '' ? undefined : otherHost(text, host);
  return {
    // As a browser reads it: without line breaks, and other scripts than ASCII encoded.
    href: url === undefined ? `${flat(address.slice(0, LONGEST))}${address.length > LONGEST ? '…' : ''}` : url.href,
    host,
    text: plainText(text, 300),
    ...defined({ shownHost }),
    opens: url !== undefined && OPENED.has(url.protocol),
  };
}

const OPENED: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

const flat = (text: string): string => text.replace(/[\s\p{C}\p{Zl}\p{Zp}]+/gu, ' ');

const domainOfMailto = (url: URL): string => url.pathname.slice(url.pathname.lastIndexOf('@') + 1).toLowerCase();

function otherHost(text: string, host: string): string | undefined {
  for (const shown of shownHosts(text)) if (shown !== host && !sameOrganisation(shown, host)) return shown;
  return undefined;
}

/** The different links in a text without markup, and how many there are beyond those that are listed. */
export function linksInText(text: string): { readonly links: readonly PreviewLink[]; readonly moreLinks: number } {
  const addresses = new Set<string>();
  for (const [found] of text.matchAll(/https?:\/\/[^\s<>"')\]]{1,2000}/gi)) {
    addresses.add(found.replace(/[.,;:!?]{1,5}$/, ''));
  }
  const listed = [...addresses].slice(0, MOST_LINKS);
  return { links: listed.map((href) => readLink(href, href)), moreLinks: addresses.size - listed.length };
}
