import { CLEARURLS, URLPURIFY } from './decoders.ts';
import { firstOf, inBase64Segment, inJson, inJsonText, inParameter, inPath, kept } from './forms.ts';
import type { Wrapper } from './wrapper.ts';

/** Mailing services that count clicks. */
export const trackers: readonly Wrapper[] = [
  {
    service: 'Amazon SES',
    kind: 'tracker',
    host: /\.awstrack\.me$/,
    inside: firstOf(inPath(/^\/(?:CL|L)0\//), kept),
    source: CLEARURLS,
  },
  {
    service: 'Amazon SES',
    kind: 'tracker',
    path: /^\/(?:CL|L)0\/https?:?%/i,
    inside: inPath(/^\/(?:CL|L)0\//i),
    source: 'docs.aws.amazon.com/ses, custom domains for click tracking',
  },
  {
    service: 'Mandrill',
    kind: 'tracker',
    host: /^mandrillapp\.com$/,
    path: /^\/track\/click/i,
    inside: firstOf(inJson('url', 'p'), inParameter('url'), ({ path }) => {
      const host = /^\/track\/click\/\d{1,15}\/([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})$/i.exec(path)?.[1];
      return host === undefined ? { kind: 'kept' } : { kind: 'host', host: host.toLowerCase() };
    }),
    source: URLPURIFY,
  },
  {
    service: 'Postmark',
    kind: 'tracker',
    host: /^click\.pstmrk\.it$/,
    inside: firstOf(inPath(/^\/\d[a-z]{0,3}\//i, 'https://'), kept),
    source: URLPURIFY,
  },
  {
    service: 'Customer.io',
    kind: 'tracker',
    host: /(?:^|\.)customeriomail\.com$/,
    path: /^\/e\/c\//i,
    inside: ({ path }) => inJsonText('href', path.split('/')[3] as string) ?? { kind: 'kept' },
    source: 'links as they were met',
  },
  {
    service: 'Dynamics 365 marketing',
    kind: 'tracker',
    host: /\.mkt\.dynamics\.com$/,
    inside: firstOf(inJson('TargetUrl', 'target', 'msdynmkt_target'), kept),
    source: 'links as they were met',
  },
  {
    service: 'SendGrid',
    kind: 'tracker',
    host: /(?:^|\.)(?:ct\.sendgrid\.net|sendgrid\.net)$/,
    path: /^\/(?:ls|wf|uni)\//i,
    inside: kept,
    source: 'docs.sendgrid.com, click tracking: the address is encrypted',
  },
  {
    service: 'SendGrid',
    kind: 'tracker',
    path: /^\/ls\/click$/i,
    inside: ({ query }) => (/(?:^|&)upn=/.test(query) ? { kind: 'kept' } : undefined),
    source: 'docs.sendgrid.com, link branding',
  },
  {
    service: 'Mailchimp',
    kind: 'tracker',
    host: /(?:^|\.)list-manage\d?\.com$/,
    path: /^\/track\//i,
    inside: kept,
    source: 'mailchimp.com, click tracking',
  },
  {
    service: 'Mailgun',
    kind: 'tracker',
    host: /^email\./,
    path: /^\/c\/eJ[\w-]{20}/,
    inside: kept,
    source: 'documentation.mailgun.com, tracking clicks: the address is packed and signed',
  },
  {
    service: 'Brevo',
    kind: 'tracker',
    host: /(?:^|\.)(?:sendibt\d|sendibm\d|sendinblue|r\.[a-z]{2}\.d\.sendibm\d)\.com$/,
    inside: kept,
    source: 'links as they were met',
  },
  {
    service: 'HubSpot',
    kind: 'tracker',
    host: /(?:^|\.)(?:hubspotlinks(?:-eu1)?|hubspotemail|hs-sites|sidekickopen\d{0,3}|hubspotstarter)\.(?:com|net)$/,
    path: /^\/(?:Ctc|e3t|c|events)\b/i,
    inside: kept,
    source: 'links as they were met',
  },
  {
    service: 'Constant Contact',
    kind: 'tracker',
    host: /(?:^|\.)rs6\.net$/,
    inside: kept,
    source: 'links as they were met',
  },
  {
    service: 'Klaviyo',
    kind: 'tracker',
    host: /(?:^|\.)(?:klclick\d?|klaviyomail)\.com$/,
    inside: kept,
    source: 'links as they were met',
  },
  {
    service: 'Salesforce Marketing Cloud',
    kind: 'tracker',
    host: /^click\./,
    path: /^\/?$/,
    inside: ({ query }) => (/^qs=[\da-f]{30}/i.test(query) ? { kind: 'kept' } : undefined),
    source: 'links as they were met',
  },
  {
    service: 'Campaign Monitor',
    kind: 'tracker',
    host: /(?:^|\.)(?:cmail\d{1,3}|createsend\d{0,3})\.com$/,
    inside: kept,
    source: 'links as they were met',
  },
  {
    service: 'Mailjet',
    kind: 'tracker',
    host: /(?:^|\.)mjt\.lu$/,
    inside: firstOf(inBase64Segment, kept),
    source: 'links as they were met',
  },
];
