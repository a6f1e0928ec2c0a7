import sanitizeHtml from 'sanitize-html';
import type { BlockedContent, PreviewLink } from '../../protocol/preview.ts';
import { MOST_LINKS, readLink } from './links.ts';
import { harmlessStyle, remoteAddressesInCss } from './styles.ts';

export interface Sanitised {
  readonly html: string;
  readonly links: readonly PreviewLink[];
  /** Links beyond those that are kept. */
  readonly moreLinks: number;
  readonly blocked: BlockedContent;
  /** Characters that were left out at the end because there is too much of it. */
  readonly leftOut: number;
}

/** A picture that the message carries, as a `data:` address; undefined where it has none of that Content-ID. */
export type InlinePicture = (contentId: string) => string | undefined;

/** Characters and tags that are read: the parser takes time with the square of the depth of open elements. */
const LONGEST = 1_000_000;
const MOST_TAGS = 30_000;
const MOST_HOSTS = 50;

/** Elements that are kept: text, tables and pictures; not `bdo`, which shows a text as another than the one that is read. */
const ELEMENTS: readonly string[] = (
  'a abbr b big blockquote br caption center cite code col colgroup dd del dfn div dl dt em font h1 h2 h3 h4 h5 h6 ' +
  'hr i img ins kbd li mark ol p pre q s samp small span strike strong sub sup table tbody td tfoot th thead tr tt u ul var'
).split(' ');

/** Elements whose loss a reader should know of. */
const REMARKABLE: ReadonlySet<string> = new Set(
  'script style form input button textarea select iframe frame object embed applet audio video svg math base meta link'.split(
    ' ',
  ),
);

/** Attributes that are kept anywhere; none of them loads anything. */
const ATTRIBUTES: readonly string[] =
  'align alt bgcolor border cellpadding cellspacing color cols colspan dir face height lang rowspan size span start style type valign width'.split(
    ' ',
  );

/** Attributes from which a browser would load. */
const LOADING: readonly string[] = ['src', 'srcset', 'background', 'poster', 'data', 'lowsrc', 'dynsrc', 'longdesc'];

/** HTML of a message with only what is harmless left in it; what would have been loaded is counted. */
export function sanitise(whole: string, picture: InlinePicture): Sanitised {
  const dirty = beginning(whole);
  const links: PreviewLink[] = [];
  const hosts = new Set<string>();
  const removed = new Set<string>();
  let count = 0;
  let moreLinks = 0;
  const block = (address: string): void => {
    const host = hostOf(address);
    if (host === undefined) return;
    count++;
    hosts.add(host);
  };
  const any = (tag: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag => {
    if (REMARKABLE.has(tag)) removed.add(tag);
    for (const name of LOADING) {
      if (name === 'srcset') for (const one of (attributes[name] ?? '').split(',')) block(one.trim());
      else block(attributes[name] ?? '');
    }
    if (tag === 'link') block(attributes.href ?? '');
    if (Object.keys(attributes).some((name) => name.startsWith('on'))) removed.add('event handlers');
    const { style, ...rest } = attributes;
    if (style === undefined) return { tagName: tag, attribs: rest };
    for (const address of remoteAddressesInCss(style)) block(address);
    const kept = harmlessStyle(style);
    return { tagName: tag, attribs: kept === '' ? rest : { ...rest, style: kept } };
  };
  const link = (tag: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag => {
    const { tagName, attribs: all } = any(tag, attributes);
    // What leads somewhere is said here and never by the sender.
    const { 'data-link': _link, role: _role, tabindex: _tabindex, ...attribs } = all;
    if (attributes.href === undefined) return { tagName, attribs };
    if (links.length === MOST_LINKS) {
      moreLinks++;
      return { tagName, attribs };
    }
    // No address stays in the document, so nothing in it can lead anywhere by itself.
    const index = links.push(readLink(attributes.href, '')) - 1;
    return { tagName, attribs: { ...attribs, 'data-link': String(index), role: 'link', tabindex: '0' } };
  };
  const image = (tag: string, attributes: sanitizeHtml.Attributes): sanitizeHtml.Tag => {
    const { tagName, attribs } = any(tag, attributes);
    const { src = '', ...rest } = attribs;
    const data = /^cid:/i.test(src.trim())
      ? picture(contentIdOf(src))
      : PICTURE.test(src.slice(0, 40))
        ? src
        : undefined;
    return { tagName, attribs: data === undefined ? rest : { ...rest, src: data } };
  };
  for (const css of styleSheets(dirty)) for (const address of remoteAddressesInCss(css)) block(address);
  const html = sanitizeHtml(dirty, {
    allowedTags: [...ELEMENTS],
    allowedAttributes: { '*': [...ATTRIBUTES], a: ['data-link', 'role', 'tabindex'], img: ['src'] },
    allowedSchemes: [],
    allowedSchemesByTag: { img: ['data'] },
    allowProtocolRelative: false,
    nestingLimit: 200,
    // Styles are read here, by a closed list.
    parseStyleAttributes: false,
    transformTags: { '*': any, a: link, area: link, img: image },
    exclusiveFilter: ({ tag, attribs, text }) => {
      const index = Number(attribs['data-link'] ?? Number.NaN);
      const found = links[index];
      if (tag === 'a' && found !== undefined) links[index] = readLink(found.href, text.replace(/\s+/g, ' ').trim());
      return false;
    },
  });
  return {
    html,
    links,
    moreLinks,
    blocked: {
      count,
      hosts: [...hosts].slice(0, MOST_HOSTS),
      ...(hosts.size > MOST_HOSTS && { moreHosts: hosts.size - MOST_HOSTS }),
      removed: [...removed],
    },
    leftOut: whole.length - dirty.length,
  };
}

function beginning(html: string): string {
  const end = Math.min(html.length, LONGEST);
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0 && at < end; at = html.indexOf('<', at + 1)) {
    if (++tags > MOST_TAGS) return html.slice(0, at);
  }
  return html.slice(0, end);
}

/** Bitmaps alone: an SVG is a document of its own. */
const PICTURE = /^data:image\/(?:png|jpe?g|gif|webp|bmp)[;,]/i;

/** RFC 2392 2: the address of a part is its Content-ID, percent-encoded. */
function contentIdOf(src: string): string {
  const id = src.trim().slice(4);
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

/** The host from which an address would be loaded; undefined where it is the message itself. */
function hostOf(address: string): string | undefined {
  const bare = address.trim();
  if (bare === '' || /^(?:cid|mid|data|about|javascript|vbscript|blob):/i.test(bare.slice(0, 20))) return undefined;
  const whole = bare.startsWith('//') ? `https:${bare}` : bare;
  return URL.canParse(whole) ? new URL(whole).hostname || 'an address without a host' : undefined;
}

function* styleSheets(html: string): Iterable<string> {
  const small = html.toLowerCase();
  for (let at = small.indexOf('<style'); at >= 0; ) {
    const end = small.indexOf('</style', at);
    yield html.slice(at, end < 0 ? undefined : end);
    if (end < 0) return;
    at = small.indexOf('<style', end);
  }
}
