/** Who runs the hosts below a domain. */
export interface MailService {
  /** The end of host names, without a leading dot. */
  readonly suffix: string;
  readonly name: string;
  /** `filter`: mail of other organisations passes through. `provider`: keeps mailboxes. `sender`: sends for others. */
  readonly kind: 'filter' | 'provider' | 'sender';
  /** Where the operator names these hosts as its own. */
  readonly source: string;
}

const row = (kind: MailService['kind'], name: string, source: string, ...suffixes: string[]): readonly MailService[] =>
  suffixes.map((suffix) => ({ suffix, name, kind, source }));

const mailServices: readonly MailService[] = [
  ...row(
    'filter',
    'Proofpoint',
    'Proofpoint, MX records of Email Protection and of Essentials',
    'pphosted.com',
    'ppops.net',
    'ppe-hosted.com',
  ),
  ...row(
    'filter',
    'Mimecast',
    'Mimecast, Global base URLs and gateway host names',
    'mimecast.com',
    'mimecast.co.za',
    'mimecast-offshore.com',
  ),
  ...row(
    'filter',
    'Barracuda',
    'Barracuda Campus, Email Gateway Defense: MX records',
    'barracudanetworks.com',
    'cudamail.com',
    'cudaops.com',
  ),
  ...row('filter', 'Cisco Secure Email', 'Cisco, Secure Email Cloud Gateway: MX records', 'iphmx.com'),
  ...row('filter', 'Symantec Email Security.cloud', 'Broadcom, Email Security.cloud: MX records', 'messagelabs.com'),
  ...row('filter', 'Forcepoint', 'Forcepoint, Email Security Cloud: routing', 'mailcontrol.com'),
  ...row(
    'filter',
    'Trend Micro',
    'Trend Micro, Email Security: MX records',
    'hes.trendmicro.com',
    'hes.trendmicro.eu',
    'tmes.trendmicro.com',
    'tmes.trendmicro.eu',
  ),
  ...row('filter', 'Sophos', 'Sophos Central Email: MX records', 'hydra.sophos.com', 'reflexion.net'),
  ...row(
    'filter',
    'Hornetsecurity',
    'Hornetsecurity, Control Panel manual: MX records',
    'hornetsecurity.com',
    'antispameurope.com',
  ),
  ...row(
    'filter',
    'N-able Mail Assure',
    'N-able, Mail Assure: MX records',
    'antispamcloud.com',
    'spamexperts.com',
    'mtaroutes.com',
  ),
  ...row('filter', 'ExchangeDefender', 'ExchangeDefender, IP restrictions', 'exchangedefender.com'),
  ...row('filter', 'AppRiver', 'Zix AppRiver, Email Threat Protection: MX records', 'arsmtp.com', 'appriver.com'),
  ...row('filter', 'Postini', 'Google, Postini: mail routing', 'psmtp.com', 'postini.com'),
  ...row('filter', 'McAfee SaaS Email Protection', 'McAfee, SaaS Email Protection: MX records', 'mxlogic.net'),
  ...row('filter', 'Forefront Online Protection', 'Microsoft, FOPE: mail flow', 'bigfish.com', 'frontbridge.com'),
  ...row('filter', 'Trellix Email Security', 'Trellix, Email Security Cloud: MX records', 'fireeyecloud.com'),
  ...row('filter', 'Retarus', 'Retarus Email Security: MX records', 'retarus.com', 'retarus.net'),
  ...row('filter', 'eXpurgate', 'eleven (Cyren), eXpurgate: MX records', 'expurgate.de', 'expurgate.net'),
  ...row('filter', 'MailGuard', 'MailGuard, MX records', 'mailguard.com.au'),
  ...row(
    'filter',
    'Cloudflare',
    'Cloudflare, Email Routing and Area 1: MX records',
    'mx.cloudflare.net',
    'mxrecord.io',
  ),
  ...row(
    'provider',
    'Microsoft 365',
    'Microsoft Learn, Microsoft 365 URLs and IP address ranges',
    'outlook.com',
    'office365.com',
    'exchangelabs.com',
    'hotmail.com',
  ),
  ...row(
    'provider',
    'Google',
    'Google Workspace Admin Help, MX records and Gmail host names',
    'google.com',
    'gmail.com',
    'googlemail.com',
  ),
  ...row('provider', 'Yahoo', 'Yahoo Sender Hub', 'yahoo.com', 'yahoodns.net', 'aol.com'),
  ...row('provider', 'Apple iCloud', 'Apple, iCloud Mail: MX records', 'icloud.com', 'me.com'),
  ...row('provider', 'Fastmail', 'Fastmail Help, MX records', 'messagingengine.com', 'fastmail.com'),
  ...row('provider', 'Proton', 'Proton Support, MX records', 'protonmail.ch', 'proton.me'),
  ...row('provider', 'Zoho', 'Zoho Mail, MX records', 'zoho.com', 'zoho.eu'),
  ...row('provider', 'Yandex', 'Yandex 360, MX records', 'yandex.net', 'yandex.ru'),
  ...row('provider', 'Mail.ru', 'Mail.ru for Business, MX records', 'mail.ru'),
  ...row('provider', 'GoDaddy', 'GoDaddy Help, MX records', 'secureserver.net'),
  ...row('provider', 'IONOS', 'IONOS Help, MX records', 'kundenserver.de', 'ionos.com', 'ionos.de'),
  ...row('provider', 'United Internet', 'GMX and WEB.DE Postmaster', 'gmx.net', 'web.de'),
  ...row('sender', 'Amazon SES', 'Amazon SES Developer Guide', 'amazonses.com', 'amazonaws.com'),
  ...row('sender', 'SendGrid', 'Twilio SendGrid Docs', 'sendgrid.net', 'sendgrid.com'),
  ...row('sender', 'Mailgun', 'Mailgun Documentation', 'mailgun.net', 'mailgun.org'),
  ...row('sender', 'Mailchimp', 'Mailchimp Help, delivery host names', 'mcsv.net', 'rsgsv.net', 'mandrillapp.com'),
  ...row('sender', 'SparkPost', 'SparkPost Documentation', 'sparkpostmail.com'),
  ...row('sender', 'Postmark', 'Postmark Support', 'mtasv.net', 'postmarkapp.com'),
  ...row('sender', 'Mailjet', 'Mailjet Documentation', 'mailjet.com'),
  ...row('sender', 'Brevo', 'Brevo Help Center', 'sendinblue.com', 'sender-sib.com'),
  ...row('sender', 'Salesforce Marketing Cloud', 'Salesforce Help', 'exacttarget.com'),
  ...row('sender', 'HubSpot', 'HubSpot Knowledge Base', 'hubspotemail.net'),
  ...row('sender', 'Constant Contact', 'Constant Contact Knowledge Base', 'ccsend.com'),
];

const bySuffix: ReadonlyMap<string, MailService> = new Map(mailServices.map((service) => [service.suffix, service]));

/** The service that a host belongs to, by the longest end of its name that is known. */
export function mailServiceOf(host: string): MailService | undefined {
  let name = host.toLowerCase();
  for (let labels = 0; labels < 40; labels++) {
    const service = bySuffix.get(name);
    if (service !== undefined) return service;
    const dot = name.indexOf('.');
    if (dot < 0) return undefined;
    name = name.slice(dot + 1);
  }
  return undefined;
}
