import { CLEARURLS, KACHI, URLPURIFY } from './decoders.ts';
import { base64Text, firstOf, inLastParameter, inParameter, inPath, inRest, kept } from './forms.ts';
import type { Wrapper } from './wrapper.ts';

/** Google under any top-level domain of its own. */
const GOOGLE = /^(?:www\.|images\.|maps\.|plus\.|mail\.|cse\.)?google\.(?:com|[a-z]{2}|com?\.[a-z]{2})$/;

/** Sites that send their visitors on: their own name stands in front of any address. */
export const redirects: readonly Wrapper[] = [
  {
    service: 'Google',
    kind: 'redirect',
    host: GOOGLE,
    path: /^\/url$/i,
    inside: inParameter('q', 'url'),
    source: CLEARURLS,
  },
  {
    service: 'Google AMP',
    kind: 'redirect',
    host: GOOGLE,
    path: /^\/amp\//i,
    inside: firstOf(inRest(/^\/amp\/s\//i, 'https://'), inRest(/^\/amp\//i, 'http://')),
    source: 'developers.google.com/amp/cache',
  },
  {
    service: 'Google advertising',
    kind: 'redirect',
    host: /^(?:(?:www\.)?googleadservices\.com|(?:[\w-]{1,20}\.){1,2}doubleclick\.net|adservice\.google\.[a-z.]{2,6})$/,
    inside: firstOf(inLastParameter('adurl'), inLastParameter('ds_dest_url'), ({ query, path }) => {
      const address = /https?:\/\/[^\s]{1,8000}$/i.exec(query || path)?.[0];
      return address === undefined ? undefined : { kind: 'address', address };
    }),
    source: CLEARURLS,
  },
  {
    service: 'Google Translate',
    kind: 'redirect',
    host: /^translate\.google(?:usercontent)?\.[a-z.]{2,6}$/,
    inside: inParameter('u'),
    source: URLPURIFY,
  },
  {
    service: 'Google Translate',
    kind: 'redirect',
    host: /\.translate\.goog$/,
    inside: ({ host, path }) => ({ kind: 'address', address: `https://${translatedHost(host)}${path}` }),
    source: 'links as they were met',
  },
  {
    service: 'Gmail pictures',
    kind: 'redirect',
    host: /\.googleusercontent\.com$/,
    path: /^\/(?:proxy|meips)\//i,
    inside: ({ fragment }) => (/^https?:\/\//i.test(fragment) ? { kind: 'address', address: fragment } : undefined),
    source: 'links as they were met',
  },
  {
    service: 'YouTube',
    kind: 'redirect',
    host: /^(?:www\.|m\.)?youtube\.com$/,
    path: /^\/redirect/i,
    inside: inParameter('q'),
    source: CLEARURLS,
  },
  {
    service: 'Facebook',
    kind: 'redirect',
    host: /^(?:lm?|www|m)\.(?:facebook|messenger|instagram|threads|workplace)\.com$/,
    path: /^\/(?:l\.php|flx\/warn\/?)?$/i,
    inside: inParameter('u'),
    source: 'engineering.fb.com, link shim',
  },
  {
    service: 'WhatsApp',
    kind: 'redirect',
    host: /^l\.wl\.co$/,
    inside: inParameter('u'),
    source: KACHI,
  },
  {
    service: 'LinkedIn',
    kind: 'redirect',
    host: /^(?:www\.)?linkedin\.com$/,
    path: /^\/(?:safety\/go|redir\/(?:redirect|general-malware-page|suspicious-page|invalid-link-page))/i,
    inside: inParameter('url'),
    source: URLPURIFY,
  },
  {
    service: 'LinkedIn',
    kind: 'redirect',
    host: /^(?:www\.)?linkedin\.com$/,
    path: /^\/slink/i,
    inside: kept,
    source: 'links as they were met',
  },
  {
    service: 'Bing',
    kind: 'redirect',
    host: /^(?:www\.)?bing\.com$/,
    path: /^\/ck\/a/i,
    inside: (address) => {
      const value = /(?:^|&)u=a1([\w-]{4,4000})/.exec(address.query)?.[1];
      const inner = value === undefined ? undefined : base64Text(value);
      return inner === undefined ? { kind: 'kept' } : { kind: 'address', address: inner };
    },
    source: URLPURIFY,
  },
  {
    service: 'DuckDuckGo',
    kind: 'redirect',
    host: /^(?:www\.)?duckduckgo\.com$/,
    path: /^\/l\//i,
    inside: inParameter('uddg'),
    source: CLEARURLS,
  },
  {
    service: 'Yahoo',
    kind: 'redirect',
    host: /^r\.search\.yahoo\.com$/,
    inside: ({ path }) => {
      const value = /\/RU=([^/]{1,8000})/.exec(path)?.[1];
      return value === undefined
        ? undefined
        : inPath(/^\//)({ scheme: '', host: '', path: `/${value}`, query: '', fragment: '' });
    },
    source: URLPURIFY,
  },
  {
    service: 'Slack',
    kind: 'redirect',
    host: /^(?:www\.)?slack-redir\.net$/,
    inside: inParameter('url'),
    source: URLPURIFY,
  },
  {
    service: 'VK',
    kind: 'redirect',
    host: /^(?:away\.|m\.)?vk\.(?:com|ru)$/,
    path: /^\/away(?:\.php)?$/i,
    inside: inParameter('to'),
    source: CLEARURLS,
  },
  {
    service: 'Steam',
    kind: 'redirect',
    host: /^steamcommunity\.com$/,
    path: /^\/linkfilter/i,
    inside: inParameter('url', 'u'),
    source: CLEARURLS,
  },
  {
    service: 'Reddit',
    kind: 'redirect',
    host: /^(?:out\.reddit|click\.redditmail)\.com$/,
    inside: firstOf(inParameter('url'), inPath(/^\/CL0\//)),
    source: CLEARURLS,
  },
  {
    service: 'Tumblr',
    kind: 'redirect',
    host: /^t\.umblr\.com$/,
    path: /^\/redirect/i,
    inside: inParameter('z'),
    source: CLEARURLS,
  },
  {
    service: 'href.li',
    kind: 'redirect',
    host: /^href\.li$/,
    inside: ({ query }) => (/^https?:/i.test(query) ? { kind: 'address', address: query } : undefined),
    source: CLEARURLS,
  },
  {
    service: 'Microsoft Azure mail',
    kind: 'redirect',
    host: /^emails\.azure\.microsoft\.com$/,
    path: /^\/redirect/i,
    inside: inParameter('destination'),
    source: KACHI,
  },
  {
    service: 'Microsoft Defender for Cloud Apps',
    kind: 'redirect',
    host: /\.mcas\.ms$/,
    inside: ({ host, path, query }) => ({
      kind: 'address',
      address: `https://${host.slice(0, -8)}${path}${query === '' ? '' : `?${query}`}`,
    }),
    source: 'learn.microsoft.com/defender-cloud-apps/proxy-intro-aad',
  },
];

/** `a-b--c-com.translate.goog`: a dot is written as a hyphen, a hyphen as two. */
const translatedHost = (host: string): string =>
  host.slice(0, -'.translate.goog'.length).replaceAll('--', '\0').replaceAll('-', '.').replaceAll('\0', '-');
