import { CLEARURLS, KACHI, URLPURIFY } from './decoders.ts';
import { base64Text, firstOf, fragmentOf, inLastParameter, inParameter, inPath, inRest, kept } from './forms.ts';
import { parameterOf, type WebAddress } from './webAddress.ts';
import type { Inside, Wrapper } from './wrapper.ts';

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
    host: /^(?:(?:www\.)?googleadservices\.com|clickserve\.dartsearch\.net|(?:[\w-]{1,20}\.){1,2}doubleclick\.net|adservice\.google\.[a-z.]{2,6})$/,
    inside: firstOf(inLastParameter('adurl'), inLastParameter('ds_dest_url'), (address) => {
      const inner = /https?:\/\/\S{1,8000}$/i.exec(address.query || address.path)?.[0];
      return inner === undefined ? undefined : { kind: 'address', address: inner + fragmentOf(address) };
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
    inside: translated,
    source: 'developers.google.com/search/docs/appearance/ad-network-and-translation',
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
    inside: (address) =>
      /^https?:/i.test(address.query) ? { kind: 'address', address: address.query + fragmentOf(address) } : undefined,
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
    // The proxy's own pages stand on one label in front.
    host: /\.[^.]{1,63}\.(?:admin-)?mcas(?:-gov)?\.(?:ms|us)$/,
    inside: (address) => atHost(address.host.replace(/\.[^.]{1,20}\.[^.]{2}$/, ''), address, /^McasTsid=/i),
    source: 'learn.microsoft.com/defender-cloud-apps/proxy-intro-aad, troubleshooting-proxy-url',
  },
];

/** The same page at another host, without the parameters of the service. */
function atHost(host: string, address: WebAddress, own: RegExp): Inside {
  const query = address.query
    .split('&')
    .filter((pair) => !own.test(pair))
    .join('&');
  return { kind: 'address', address: `https://${host}${address.path}${query && `?${query}`}${fragmentOf(address)}` };
}

/**
 * `a-b--c-com.translate.goog`: a dot is written as a hyphen, a hyphen as two; `_x_tr_enc` says that `1-` or `0-` stands in
 * front, where `0-` takes the place of `xn--`.
 */
function translated(address: WebAddress): Inside {
  const marks = parameterOf(address, ['_x_tr_enc']) ?? '';
  let host = address.host.slice(0, -'.translate.goog'.length);
  if (marks.includes('1')) host = host.replace(/^1-/, '');
  const name = host.replace(/^0-/, '');
  const isIdn = marks.includes('0') && name !== host;
  const written = (isIdn ? name : host).replace(/(?<!-)-(?!-)/g, '.').replaceAll('--', '-');
  return atHost(isIdn ? `xn--${written}` : written, address, /^_x_tr_/);
}
