import { KACHI, URLPURIFY } from './decoders.ts';
import {
  base64Text,
  firstOf,
  hostInParameter,
  inBase64,
  inJson,
  inLastParameter,
  inParameter,
  inPath,
  kept,
} from './forms.ts';
import { insideUrlDefense } from './urlDefense.ts';
import type { Wrapper } from './wrapper.ts';

/** Mail filters that rewrite links, to check them when somebody clicks. */
export const filters: readonly Wrapper[] = [
  {
    service: 'Microsoft Safe Links',
    kind: 'filter',
    host: /(?:^|\.)safelinks\.protection\.(?:outlook\.(?:com|cn)|office365\.us|partner\.outlook\.cn)$/,
    inside: inParameter('url'),
    source: 'learn.microsoft.com/defender-office-365/safe-links-about',
  },
  {
    service: 'Microsoft Safe Links',
    kind: 'filter',
    host: /^(?:statics\.teams\.cdn\.office\.net|outlook\.(?:office|office365|live)\.com|outlook\.cloud\.microsoft)$/,
    path: /\/(?:evergreen-assets\/safelinks|safelink\.html)/i,
    inside: inParameter('url'),
    source: 'links of Teams and of Outlook on the web as they were met',
  },
  {
    service: 'Microsoft Defender for Cloud Apps',
    kind: 'filter',
    host: /\.mcas\.ms$/,
    path: /^\/certificate-checker/i,
    inside: inParameter('originalurl'),
    source: URLPURIFY,
  },
  {
    service: 'Proofpoint URL Defense',
    kind: 'filter',
    host: /^(?:urldefense(?:\.proofpoint)?\.com|urldefense\.(?:us|net))$/,
    inside: insideUrlDefense,
    source: 'help.proofpoint.com, URL Decoder API and URLDefenseDecode.py',
  },
  {
    service: 'Barracuda Link Protection',
    kind: 'filter',
    host: /(?:^|\.)linkprotect\.cudasvc\.com$/,
    inside: inParameter('a'),
    source: 'campus.barracuda.com, Link Protection',
  },
  {
    service: 'Cisco Secure Email',
    kind: 'filter',
    host: /^secure-web\.cisco\.com$/,
    inside: inPath(/^\/[^/]{8,4000}\//),
    source: 'Cisco Secure Email user guide, outbreak filters: proxy_template=secure-web.cisco.com/%(auth)s/%(url)s',
  },
  {
    service: 'Sophos Email',
    kind: 'filter',
    host: /\.protection\.sophos\.com$/,
    inside: firstOf(inBase64('u'), hostInParameter('d')),
    source: URLPURIFY,
  },
  {
    service: 'Trend Micro',
    kind: 'filter',
    host: /(?:^|[.-])(?:trendmicro\.(?:com|eu|co\.jp)|asiainfo-sec\.com)$/,
    path: /^\/wis\/clicktime\//i,
    inside: inParameter('url'),
    source: URLPURIFY,
  },
  {
    service: 'Trend Micro',
    kind: 'filter',
    path: /^\/wis\/clicktime\/v1\/query/i,
    inside: inParameter('url'),
    source: 'docs.trendmicro.com, IMSVA on a host of its owner',
  },
  {
    service: 'Trend Micro',
    kind: 'filter',
    host: /\.check\.trendmicro\.com$/,
    inside: inParameter('url'),
    source: 'links as they were met',
  },
  {
    service: 'Hornetsecurity',
    kind: 'filter',
    host: /^atpscan\.(?:global\.)?hornetsecurity\.com$/,
    inside: firstOf(inParameter('u', 'url'), kept),
    source: URLPURIFY,
  },
  {
    service: 'Hornetsecurity',
    kind: 'filter',
    host: /^(?:seclinks\.cloud-security\.net|securelinks?\.cloud-security\.net)$/,
    inside: kept,
    source: 'links as they were met',
  },
  {
    service: 'FortiMail',
    kind: 'filter',
    path: /^\/fmlurlsvc\//i,
    inside: inParameter('url'),
    source: 'docs.fortinet.com, FortiMail, URL click protection, on a host of its owner',
  },
  {
    service: 'Symantec Click-time Protection',
    kind: 'filter',
    host: /^clicktime\.symantec\.com$/,
    inside: firstOf(inLastParameter('u'), kept),
    source: URLPURIFY,
  },
  {
    service: 'Zix and AppRiver (EdgePilot)',
    kind: 'filter',
    host: /^link\.edgepilot\.com$/,
    inside: firstOf(inLastParameter('u'), kept),
    source: URLPURIFY,
  },
  {
    service: 'Trellix and FireEye',
    kind: 'filter',
    host: /^(?:protect2?|url)\.(?:fireeye|trellix)\.com$/,
    inside: firstOf(inParameter('u'), kept),
    source: KACHI,
  },
  {
    service: 'Trustwave MailMarshal',
    kind: 'filter',
    host: /^scanmail\.trustwave\.com$/,
    inside: firstOf(inParameter('u'), kept),
    source: URLPURIFY,
  },
  {
    service: 'Libraesva',
    kind: 'filter',
    host: /^urlsand\.(?:esvalabs|libraesva)\.com$/,
    inside: firstOf(inParameter('u'), kept),
    source: 'docs.libraesva.com, URLSand',
  },
  {
    service: 'Vade',
    kind: 'filter',
    host: /\.vadesecure\.com$/,
    inside: firstOf(inParameter('u'), kept),
    source: URLPURIFY,
  },
  {
    service: 'TitanHQ LinkLock',
    kind: 'filter',
    host: /^linklock\.titanhq\.com$/,
    inside: inParameter('url'),
    source: URLPURIFY,
  },
  {
    service: 'Check Point Harmony Email',
    kind: 'filter',
    host: /^(?:url\.avanan\.click|(?:[\w-]{1,20}\.)?protect\.checkpoint\.com)$/,
    inside: ({ path, query, fragment }) => {
      const whole = `${path}${query === '' ? '' : `?${query}`}${fragment === '' ? '' : `#${fragment}`}`;
      const start = whole.indexOf('/___');
      if (start < 0) return { kind: 'kept' };
      const end = whole.indexOf('___', start + 4);
      const written = whole.slice(start + 4, end < 0 ? undefined : end).replace(/^(https?)(?:%3a|:)\/(?!\/)/i, '$1://');
      const address = /^https?%3a/i.test(written) ? written.replace(/%3a/i, ':') : written;
      // Newer forms move the letters.
      return /^https?:\/\//i.test(address) ? { kind: 'address', address } : { kind: 'kept' };
    },
    source: 'links as they were met',
  },
  {
    service: 'Mailinblack',
    kind: 'filter',
    host: /\.mailinblack\.com$/,
    path: /^\/securelink\//i,
    inside: firstOf(inJson('key', 'url'), inParameter('url')),
    source: URLPURIFY,
  },
  {
    service: 'Bitdefender',
    kind: 'filter',
    host: /^(?:linkscan\.io|lsems\.gravityzone\.bitdefender\.com)$/,
    inside: ({ path }) => {
      const address = path
        .split('/', 8)
        .map(base64Text)
        .find((text) => text !== undefined && /^https?:\/\//i.test(text));
      return address === undefined ? { kind: 'kept' } : { kind: 'address', address };
    },
    source: 'links as they were met',
  },
  {
    service: 'Inky',
    kind: 'filter',
    host: /(?:^|\.)inky\.com$/,
    path: /^\/link/i,
    inside: hostInParameter('domain'),
    source: 'links as they were met',
  },
  {
    service: 'Mimecast',
    kind: 'filter',
    host: /(?:^|\.)(?:mimecast\.com|mimecastprotect\.com)$/,
    path: /^\/(?:s|r)\//i,
    inside: hostInParameter('domain'),
    source: 'mimecastsupport.zendesk.com, URL Protect: the address stays with Mimecast, its domain is shown by choice',
  },
  {
    service: 'Intermedia and emailprotection.link',
    kind: 'filter',
    host: /(?:^|\.)emailprotection\.link$/,
    inside: kept,
    source: 'links as they were met',
  },
  {
    service: 'Forcepoint Email Security',
    kind: 'filter',
    host: /(?:^|\.)mailcontrol\.com$/,
    path: /^\/(?:sr|url|dl)\//i,
    inside: kept,
    source: 'links as they were met',
  },
];
