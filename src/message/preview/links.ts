import { sameOrganisation } from '../../core/mail/domains.ts';
import type { PreviewLink } from '../../protocol/preview.ts';

const LONGEST = 4000;

/** A link with where it really leads; `text` is what it shows. */
export function readLink(written: string, text: string): PreviewLink {
  const href = written.trim().slice(0, LONGEST);
  const url = URL.canParse(href) ? new URL(href) : undefined;
  const host = url === undefined ? '' : url.protocol === 'mailto:' ? domainOfMailto(url) : url.hostname;
  const shown = hostIn(text);
  return {
    href,
    host,
    text: text.slice(0, 300),
    ...(shown !== undefined && host !== '' && !isSameHost(shown, host) ? { shownHost: shown } : {}),
    opens: url !== undefined && OPENED.has(url.protocol),
  };
}

const OPENED: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:']);

const domainOfMailto = (url: URL): string => url.pathname.slice(url.pathname.lastIndexOf('@') + 1).toLowerCase();

/** The host that a text names where it looks like an address of the web or of mail. */
function hostIn(text: string): string | undefined {
  const word = text.trim().slice(0, 300);
  if (/\s/.test(word)) return undefined;
  const match =
    /^(?:https?:\/\/)?(?:[^/@\s]{1,64}@)?((?:[\p{L}\p{N}-]{1,63}\.){1,10}\p{L}[\p{L}\p{N}-]{1,62})(?:[:/?#].{0,300})?$/iu.exec(
      word,
    );
  const name = match?.[1];
  if (name === undefined || !URL.canParse(`https://${name}/`)) return undefined;
  return new URL(`https://${name}/`).hostname;
}

const isSameHost = (a: string, b: string): boolean => a === b || sameOrganisation(a, b);

/** Links in a text without markup. */
export function linksInText(text: string): readonly PreviewLink[] {
  const links = new Map<string, PreviewLink>();
  for (const [found] of text.slice(0, 1_000_000).matchAll(/https?:\/\/[^\s<>"')\]]{1,2000}/gi)) {
    const href = found.replace(/[.,;:!?]{1,5}$/, '');
    if (links.size < 500 && !links.has(href)) links.set(href, readLink(href, href));
  }
  return [...links.values()];
}
