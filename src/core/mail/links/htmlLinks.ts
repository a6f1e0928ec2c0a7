import { decodeEntities } from './entities.ts';
import { textLinks } from './textLinks.ts';

/** A way out of a page, as it is written in it. */
export interface HtmlLink {
  /**
   * `link` to be clicked, `form` that sends what is typed in, `refresh` that goes on by itself, `text` bare in the text,
   * `script` in what a browser runs, where the page is opened as a file.
   */
  readonly kind: 'link' | 'form' | 'refresh' | 'text' | 'script';
  readonly href: string;
  /** What it shows, without markup; empty for a picture. */
  readonly text: string;
  /** Offset in the page. */
  readonly at: number;
}

export interface HtmlLinks {
  readonly links: readonly HtmlLink[];
  /** Fields in which something is typed that nobody should see: passwords. */
  readonly asksPassword: boolean;
  /** There are more tags or links than are read. */
  readonly cut: boolean;
}

const MOST_TAGS = 50_000;
const MOST_LINKS = 20_000;
/** Characters of what a link shows. */
const LONGEST_TEXT = 300;

/** The links of a page, in one pass; what HTML would not show is passed over, but for scripts. */
export function htmlLinks(html: string): HtmlLinks {
  const links: HtmlLink[] = [];
  let base = '';
  let open: { href: string; at: number; text: string } | undefined;
  let asksPassword = false;
  let tags = 0;
  let end = 0;
  const close = (): void => {
    if (open !== undefined) links.push({ kind: 'link', href: open.href, text: shown(open.text), at: open.at });
    open = undefined;
  };
  const add = (kind: HtmlLink['kind'], written: string, at: number): void => {
    const href = whole(written, base);
    if (href === '') return;
    if (kind !== 'link') links.push({ kind, href, text: '', at });
    else {
      close();
      open = { href, at, text: '' };
    }
  };
  for (let at = html.indexOf('<'); ; at = html.indexOf('<', end)) {
    const text = html.slice(end, at < 0 ? undefined : at);
    if (open === undefined) addBare(links, text, end);
    else if (open.text.length < 4000) open.text += text.slice(0, 4000);
    if (at < 0) break;
    if (++tags > MOST_TAGS || links.length >= MOST_LINKS) {
      close();
      return { links, asksPassword, cut: true };
    }
    // What stands in a comment is shown to nobody, except what is meant for Outlook alone.
    if (html.startsWith('<!--', at) && !html.startsWith('[if', at + 4)) {
      const behind = html.indexOf('-->', at + 4);
      end = behind < 0 ? html.length : behind + 3;
      continue;
    }
    const name = NAME.exec(html.slice(at, at + 40))?.[1]?.toLowerCase();
    if (name === undefined) {
      // A declaration, or the frame of what is meant for Outlook.
      const behind = html[at + 1] === '!' || html[at + 1] === '?' ? html.indexOf('>', at) : at;
      end = behind < 0 ? html.length : behind + 1;
      continue;
    }
    const tag = readTag(html, at + 1 + name.length);
    end = tag.end;
    const value = (key: string): string => tag.attributes.get(key) ?? '';
    switch (name) {
      case '/a':
        close();
        break;
      case 'a':
      case 'area':
        add('link', value('href') || value('xlink:href'), at);
        if (name === 'area') close();
        break;
      case 'base':
        if (base === '') base = decodeEntities(value('href')).trim();
        break;
      case 'form':
        add('form', value('action'), at);
        break;
      case 'button':
        add('form', value('formaction'), at);
        break;
      case 'iframe':
      case 'frame':
      case 'embed':
      case 'object':
        add('refresh', value(name === 'object' ? 'data' : 'src'), at);
        break;
      case 'meta':
        if (/^\s{0,10}refresh/i.test(value('http-equiv'))) {
          add('refresh', /url\s{0,5}=\s{0,5}['"]?([^'"]{1,16000})/i.exec(value('content'))?.[1] ?? '', at);
        }
        break;
      case 'input':
        asksPassword ||= /^password$/i.test(value('type').trim());
        add('form', value('formaction'), at);
        break;
      case 'script': {
        add('script', value('src'), at);
        const start = end;
        end = endOfRaw(html, name, start);
        addBare(links, html.slice(start, end), start, 'script');
        break;
      }
      case 'style':
      case 'title':
      case 'textarea':
        end = endOfRaw(html, name, end);
        break;
    }
  }
  close();
  return { links, asksPassword, cut: false };
}

const NAME = /^<(\/?[a-z][a-z0-9:-]{0,30})/i;

interface Tag {
  readonly attributes: ReadonlyMap<string, string>;
  readonly end: number;
}

/** Attributes of one tag, and how many characters one may have. */
const MOST_ATTRIBUTES = 60;
const LONGEST_VALUE = 64_000;

function readTag(html: string, from: number): Tag {
  const attributes = new Map<string, string>();
  let at = from;
  for (let count = 0; count < MOST_ATTRIBUTES; count++) {
    while (at < html.length && /[\s/]/.test(html[at] as string)) at++;
    if (at >= html.length || html[at] === '>') return { attributes, end: Math.min(at + 1, html.length) };
    const key = /^[^\s/>=]{1,100}=?/.exec(html.slice(at, at + 101))?.[0] ?? '=';
    at += key.length;
    let equals = at;
    while (/\s/.test(html[equals] ?? 'x') && equals < at + 50) equals++;
    if (!key.endsWith('=') && html[equals] === '=') at = equals + 1;
    else if (!key.endsWith('=')) {
      continue;
    }
    while (at < html.length && /\s/.test(html[at] as string)) at++;
    const quote = html[at] === '"' || html[at] === "'" ? (html[at] as string) : '';
    const limit = at + LONGEST_VALUE;
    const rest = quote === '' ? html.slice(at, limit).search(/[\s>]/) : html.slice(at + 1, limit).indexOf(quote);
    const length = rest < 0 ? limit - at - quote.length : rest;
    const name = key.replace('=', '').toLowerCase();
    const value = html.slice(at + quote.length, at + quote.length + length);
    if (!attributes.has(name)) attributes.set(name, decodeEntities(value));
    at += length + 2 * quote.length;
  }
  const close = html.indexOf('>', at);
  return { attributes, end: close < 0 ? html.length : close + 1 };
}

function endOfRaw(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}`, 'gi');
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}

/** An address with what the page puts in front of it; empty where it leads nowhere else. */
function whole(written: string, base: string): string {
  // Browsers take line ends and tabs out of an address (WHATWG URL 4.4).
  const href = written.replace(/[\t\r\n]/g, '').trim();
  if (href === '' || href.startsWith('#')) return '';
  if (/^[a-z][a-z0-9+.-]{0,30}:/i.test(href)) return /^(?:cid|about):/i.test(href) ? '' : href;
  if (/^[/\\]{2}/.test(href)) return `https:${href.replaceAll('\\', '/')}`;
  const root = /^https?:\/\/[^/?#]{1,300}/i.exec(base)?.[0];
  if (root === undefined) return '';
  if (/^[/\\]/.test(href)) return `${root}/${href.slice(1)}`;
  const path = base.slice(0, 4000).replace(/[?#].*$/s, '');
  return href.startsWith('?') ? path + href : `${path.slice(0, Math.max(root.length, path.lastIndexOf('/')))}/${href}`;
}

function addBare(links: HtmlLink[], text: string, from: number, kind: HtmlLink['kind'] = 'text'): void {
  if (!/:\/\/|@|www\./i.test(text)) return;
  for (const { href, at } of textLinks(kind === 'script' ? text : decodeEntities(text))) {
    if (links.length < MOST_LINKS) links.push({ kind, href, text: '', at: from + at });
  }
}

const shown = (markup: string): string => decodeEntities(markup).replace(/\s+/g, ' ').trim().slice(0, LONGEST_TEXT);
