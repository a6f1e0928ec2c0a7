import { defined } from '../../text/defined.ts';
import { sameOrganisation } from '../domains.ts';
import type { Message, Part } from '../message.ts';
import { readBodyText } from './bodyText.ts';
import { type HtmlLink, htmlLinks } from './htmlLinks.ts';
import { shownHosts } from './shownHosts.ts';
import { textLinks } from './textLinks.ts';
import { type Unwrapped, unwrap } from './unwrap.ts';

/** A way out of a message. */
export interface MessageLink {
  readonly kind: HtmlLink['kind'];
  /** As it is written, encoding and entities taken off. */
  readonly address: string;
  readonly unwrapped: Unwrapped;
  /** What it shows for readers, in letters; empty where it shows nothing but itself. */
  readonly text: string;
  /** The host that the text names, where it is of another organisation than the one that it leads to. */
  readonly shownHost?: string;
  readonly part: Part;
  /** Offset in the document. */
  readonly at: number;
  /** How often it stands in the message. */
  readonly times: number;
}

export interface MessageLinks {
  /** Each address once, where it stands first. */
  readonly links: readonly MessageLink[];
  /** Links that are not listed because there are too many. */
  readonly more: number;
  /** The end of a body was not read, as there is too much of it. */
  readonly cut: boolean;
  /** A form or a page asks for a password. */
  readonly asksPassword?: Part;
  /** The text speaks of a QR code, which only a picture can be. */
  readonly speaksOfCode?: Part;
}

/** Addresses that are kept, and parts and characters that are looked through. */
const MOST_LINKS = 2000;
const MOST_PARTS = 50;
const MOST_READ = 6_000_000;

/** The links of a message: of its texts and pages, attached ones among them, but not those of a message inside it. */
export function messageLinks(document: string, message: Message): MessageLinks {
  const found = new Map<string, MessageLink>();
  let more = 0;
  let cut = false;
  let asksPassword: Part | undefined;
  let speaksOfCode: Part | undefined;
  let read = 0;
  let parts = 0;
  for (const part of readableParts(message.root)) {
    if (++parts > MOST_PARTS || read > MOST_READ) {
      cut = true;
      break;
    }
    const body = readBodyText(document, part);
    read += body.text.length;
    const page = isPage(part) || looksLikePage(body.text) ? htmlLinks(body.text) : undefined;
    const links: Iterable<HtmlLink> = page === undefined ? bareLinks(body.text, isFolded(part)) : page.links;
    if (CODE.test(body.text)) speaksOfCode ??= part;
    cut ||= body.cut || page?.cut === true;
    if (page?.asksPassword === true) asksPassword ??= part;
    for (const { kind, href, text, at } of links) {
      const known = found.get(href);
      if (known !== undefined) {
        const better = known.text === '' && text !== '' ? body.letters(text) : known.text;
        found.set(href, { ...known, ...withText(known.unwrapped, better), times: known.times + 1 });
      } else if (found.size >= MOST_LINKS) more++;
      else {
        const address = body.letters(href);
        const unwrapped = unwrap(address);
        const shown = withText(unwrapped, body.letters(text));
        found.set(href, { kind, address, unwrapped, ...shown, part, at: body.place(at), times: 1 });
      }
    }
  }
  return { links: [...found.values()], more, cut, ...defined({ asksPassword, speaksOfCode }) };
}

function* bareLinks(text: string, folded: boolean): Iterable<HtmlLink> {
  for (const { href, at } of textLinks(text, folded)) yield { kind: 'text', href, text: '', at };
}

/** In letters that every charset has in the same octets; an accent in between is two octets of UTF-8. */
const CODE = /\bQR[ -]?codes?\b|\bc(?:o|\u00c3?[\u00b3\u00f3])dig[oe]s? QR\b|\bcode QR\b|\bcodice QR\b/i;

const isFolded = ({ contentType, filename = '' }: Part): boolean =>
  /^text\/(?:calendar|x?-?vcard)$/.test(contentType) || /\.(?:ics|vcf)$/i.test(filename);

/** The text, and the host that it names where the link leads to another. What a service keeps to itself is not held against it. */
function withText(unwrapped: Unwrapped, text: string): Pick<MessageLink, 'text' | 'shownHost'> {
  const shownHost = otherHost(unwrapped, text);
  return { text, ...(shownHost !== undefined && { shownHost }) };
}

/** The host that a text names, where the link leads to one of another organisation. */
export function otherHost({ host, ends, layers }: Unwrapped, text: string): string | undefined {
  if (host === '' || text === '' || ends === 'kept' || ends === 'deep') return undefined;
  for (const shown of shownHosts(text)) {
    const isOf = (one: string): boolean => shown === one || sameOrganisation(shown, one);
    // A filter writes its own address into the text as well; a redirect behind a name is how links lie.
    if (!isOf(host) && !layers.some((layer) => layer.kind !== 'redirect' && isOf(layer.host))) return shown;
  }
  return undefined;
}

const isPage = ({ contentType, filename = '' }: Part): boolean =>
  /^(?:text\/html|application\/xhtml\+xml|image\/svg\+xml)$/.test(contentType) ||
  /\.(?:x?html?|shtml|svg)$/i.test(filename);

const looksLikePage = (text: string): boolean => /^\s{0,200}<(?:!doctype\s|html\b)/i.test(text);

/** Files of text that lead somewhere: shortcuts, dates, cards. */
const TEXTS = /\.(?:url|website|webloc|ics|vcf)$/i;

/** Leaves that hold text, in the order of the message; a message inside has links of its own. */
function* readableParts(part: Part): Iterable<Part> {
  if (part.message !== undefined) return;
  for (const child of part.parts) yield* readableParts(child);
  if (part.parts.length > 0) return;
  const isText = /^text\/(?!rfc822)/.test(part.contentType) || TEXTS.test(part.filename ?? '');
  if (isPage(part) || isText) yield part;
}
