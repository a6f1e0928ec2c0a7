/** Who runs the hosts below some domains. */
export interface Operator {
  readonly name: string;
  /** `filter`: mail of other organisations passes through. `provider`: keeps mailboxes. `sender`: sends for others. */
  readonly kind: 'filter' | 'provider' | 'sender';
  /** The ends of host names, without a leading dot. */
  readonly domains: readonly string[];
  /** Where the operator names these hosts as its own. */
  readonly source: string;
  /**
   * The hosts that send the mail of its customers out. What they hand to a host of the same operator comes from
   * another customer, so from outside.
   */
  readonly handsOut?: RegExp;
  /** A field, `name: value`, that its servers write into mail for a customer and not into mail of one. */
  readonly inbound?: RegExp;
  /** The hosts that take in mail for its customers, and never mail of one. */
  readonly takesIn?: RegExp;
  /** It checks SPF of what its customers send as well, so that a result does not show which way a message goes. */
  readonly checksBothWays?: true;
  /** Below its domains are hosts that are named after customers or rented out to them. */
  readonly namesCustomers?: true;
  /** Its Authentication-Results have no authserv-id, against RFC 8601 2.2. */
  readonly namesNoServer?: true;
  /** Its results stand below its Received line, in one name for all its servers, which it takes off what comes in. */
  readonly writesBelow?: true;
}

export const operators: readonly Operator[] = [
  {
    name: 'Proofpoint',
    kind: 'filter',
    domains: ['pphosted.com', 'ppops.net', 'ppe-hosted.com'],
    source: 'Proofpoint, MX records of Email Protection and of Essentials',
    handsOut: /^mx0[ab]-[\da-f]{8}\.pphosted\.com$/,
    inbound: /^x-proofpoint-spam-details(?:-enc)?:\s{0,5}rule=(?!outbound)/i,
  },
  {
    name: 'Mimecast',
    kind: 'filter',
    domains: ['mimecast.com', 'mimecast.co.za', 'mimecast-offshore.com'],
    source: 'Mimecast, Global base URLs and gateway host names',
    handsOut: /-smtp-(?:delivery-)?\d{1,4}\.mimecast\.(?:com|co\.za)$/,
    inbound: /^x-mimecast-impersonation-protect:/i,
    takesIn: /-smtp-inbound-\d/,
  },
  {
    name: 'Barracuda',
    kind: 'filter',
    domains: ['barracudanetworks.com', 'cudamail.com', 'cudaops.com', 'ess.barracuda.com'],
    source: 'Barracuda Campus, Email Gateway Defense: MX records',
    takesIn: /^mx-inbound\d/,
    inbound: /^x-bess-spam-status:/i,
  },
  {
    name: 'Cisco Secure Email',
    kind: 'filter',
    domains: ['iphmx.com'],
    source: 'Cisco, Secure Email Cloud Gateway: MX records',
    checksBothWays: true,
  },
  {
    name: 'Symantec Email Security.cloud',
    kind: 'filter',
    domains: ['messagelabs.com'],
    source: 'https://knowledge.broadcom.com/external/article/254105/email-securitycloud.html',
  },
  {
    name: 'Forcepoint',
    kind: 'filter',
    domains: ['mailcontrol.com'],
    source: 'Forcepoint, Email Security Cloud: routing',
  },
  {
    name: 'Trend Micro',
    kind: 'filter',
    domains: ['hes.trendmicro.com', 'hes.trendmicro.eu', 'tmes.trendmicro.com', 'tmes.trendmicro.eu'],
    source: 'Trend Micro, Email Security: MX records',
    inbound: /^x-tm-(?:received-spf|authentication-results):/i,
  },
  {
    name: 'Sophos',
    kind: 'filter',
    domains: ['hydra.sophos.com', 'reflexion.net'],
    source:
      'https://docs.sophos.com/central/customer/help/en-us/ManageYourProducts/EmailSecurity/SecureMessagePolicy/EmailEnforceTLSConnections/index.html (hydra.sophos.com)',
  },
  {
    name: 'Hornetsecurity',
    kind: 'filter',
    domains: ['hornetsecurity.com', 'antispameurope.com'],
    source: 'Hornetsecurity, Control Panel manual: MX records',
    takesIn: /^mx-gate/,
    inbound: /^x-antispameurope-spamstatus:/i,
  },
  {
    name: 'N-able Mail Assure',
    kind: 'filter',
    domains: ['antispamcloud.com', 'spamexperts.com', 'mtaroutes.com'],
    source: 'https://documentation.n-able.com/spamexperts/userguide/Content/B_Admin%20Level/domains/mx-records.htm',
    namesCustomers: true,
  },
  {
    name: 'ExchangeDefender',
    kind: 'filter',
    domains: ['exchangedefender.com'],
    source: 'ExchangeDefender, IP restrictions',
  },
  {
    name: 'AppRiver',
    kind: 'filter',
    domains: ['arsmtp.com', 'appriver.com'],
    source: 'Zix AppRiver, Email Threat Protection: MX records',
  },
  {
    name: 'Postini',
    kind: 'filter',
    domains: ['psmtp.com', 'postini.com'],
    source: 'Google, Postini: mail routing',
  },
  {
    name: 'McAfee SaaS Email Protection',
    kind: 'filter',
    domains: ['mxlogic.net'],
    source: 'McAfee, SaaS Email Protection: MX records',
  },
  {
    name: 'Forefront Online Protection',
    kind: 'filter',
    domains: ['bigfish.com', 'frontbridge.com'],
    source: 'Microsoft, FOPE: mail flow',
  },
  {
    name: 'Trellix Email Security',
    kind: 'filter',
    domains: ['fireeyecloud.com'],
    source: 'Trellix, Email Security Cloud: MX records',
  },
  {
    name: 'Retarus',
    kind: 'filter',
    domains: ['retarus.com', 'retarus.net'],
    source: 'Retarus Email Security: MX records',
  },
  {
    name: 'eXpurgate',
    kind: 'filter',
    domains: ['expurgate.de', 'expurgate.net'],
    source: 'eleven (Cyren), eXpurgate: MX records',
  },
  {
    name: 'MailGuard',
    kind: 'filter',
    domains: ['mailguard.com.au'],
    source: 'MailGuard, MX records',
  },
  {
    name: 'Cloudflare',
    kind: 'filter',
    domains: ['mx.cloudflare.net', 'mxrecord.io'],
    source: 'https://developers.cloudflare.com/email-routing/postmaster/ (mx.cloudflare.net)',
  },
  {
    name: 'Microsoft 365',
    kind: 'provider',
    domains: [
      'outlook.com',
      'office365.com',
      'exchangelabs.com',
      'hotmail.com',
      'office365.us',
      'outlook.cn',
      'outlook.de',
      'apps.mil',
      'live.com',
      'msn.com',
      'microsoft.com',
    ],
    source: 'Microsoft Learn, Microsoft 365 URLs and IP address ranges',
    handsOut: /\.outbound\.protection\.(?:partner\.)?(?:outlook\.(?:com|cn|de)|office365\.us|apps\.mil)$/,
    namesNoServer: true,
  },
  {
    name: 'Google',
    kind: 'provider',
    domains: ['google.com', 'gmail.com', 'googlemail.com'],
    source: 'Google Workspace Admin Help, MX records and Gmail host names',
    handsOut: /^mail-[\w-]{1,40}\.google\.com$/,
  },
  {
    name: 'Yahoo',
    kind: 'provider',
    domains: ['yahoo.com', 'yahoodns.net', 'aol.com', 'yahoo.co.uk', 'ymail.com', 'yahoo.net', 'aol.net', 'aim.com'],
    source: 'Yahoo Sender Hub',
  },
  {
    name: 'Apple iCloud',
    kind: 'provider',
    domains: ['icloud.com', 'me.com', 'mac.com', 'apple.com'],
    source: 'Apple, iCloud Mail: MX records',
  },
  {
    name: 'Fastmail',
    kind: 'provider',
    domains: ['messagingengine.com', 'fastmail.com', 'fastmail.fm', 'pobox.com'],
    source: 'Fastmail Help, MX records',
  },
  {
    name: 'Proton',
    kind: 'provider',
    domains: ['protonmail.ch', 'proton.me', 'protonmail.com', 'protonmail.net', 'pm.me'],
    source: 'Proton Support, MX records',
    writesBelow: true,
  },
  {
    name: 'Zoho',
    kind: 'provider',
    domains: [
      'zoho.com',
      'zoho.eu',
      'zohomail.com',
      'zohomail.eu',
      'zoho.in',
      'zohomail.in',
      'zohocorp.com',
      'zoho.com.au',
      'zohomail.com.au',
    ],
    source: 'https://www.zoho.com/jp/mail/help/adminconsole/print/network-solutions-mx.html',
  },
  {
    name: 'Yandex',
    kind: 'provider',
    domains: ['yandex.net', 'yandex.ru', 'yandex.com'],
    source: 'https://yandex.com.tr/support/kurum/set-mail/mx.html',
  },
  {
    name: 'Mail.ru',
    kind: 'provider',
    domains: ['mail.ru', 'bk.ru', 'inbox.ru', 'list.ru'],
    source: 'Mail.ru for Business, MX records',
  },
  {
    name: 'GoDaddy',
    kind: 'provider',
    domains: ['secureserver.net'],
    source: 'GoDaddy Help, MX records',
    namesCustomers: true,
  },
  {
    name: 'IONOS',
    kind: 'provider',
    domains: [
      'kundenserver.de',
      'ionos.com',
      'ionos.de',
      '1and1.com',
      'perfora.net',
      'ionos.co.uk',
      'ionos.fr',
      'ionos.es',
    ],
    source: 'IONOS Help, MX records',
    namesCustomers: true,
  },
  {
    name: 'United Internet',
    kind: 'provider',
    domains: ['gmx.net', 'web.de', 'gmx.com', 'gmx.de', 'mail.com'],
    source: 'GMX and WEB.DE Postmaster',
  },
  {
    name: 'Amazon SES',
    kind: 'sender',
    domains: ['amazonses.com', 'amazonaws.com'],
    source: 'Amazon SES Developer Guide',
  },
  {
    name: 'SendGrid',
    kind: 'sender',
    domains: ['sendgrid.net', 'sendgrid.com'],
    source: 'Twilio SendGrid Docs',
  },
  {
    name: 'Mailgun',
    kind: 'sender',
    domains: ['mailgun.net', 'mailgun.org', 'mailgun.com', 'mailgun.co'],
    source: 'Mailgun Documentation',
  },
  {
    name: 'Mailchimp',
    kind: 'sender',
    domains: ['mcsv.net', 'rsgsv.net', 'mandrillapp.com'],
    source: 'Mailchimp Help, delivery host names',
  },
  {
    name: 'SparkPost',
    kind: 'sender',
    domains: ['sparkpostmail.com'],
    source: 'SparkPost Documentation',
  },
  {
    name: 'Postmark',
    kind: 'sender',
    domains: ['mtasv.net', 'postmarkapp.com'],
    source: 'Postmark Support',
  },
  {
    name: 'Mailjet',
    kind: 'sender',
    domains: ['mailjet.com'],
    source: 'Mailjet Documentation',
  },
  {
    name: 'Brevo',
    kind: 'sender',
    domains: ['sendinblue.com', 'sender-sib.com', 'brevo.com', 'brevosend.com'],
    source: 'Brevo Help Center',
  },
  {
    name: 'Salesforce Marketing Cloud',
    kind: 'sender',
    domains: ['exacttarget.com'],
    source: 'Salesforce Help',
  },
  {
    name: 'HubSpot',
    kind: 'sender',
    domains: ['hubspotemail.net'],
    source: 'HubSpot Knowledge Base',
  },
  {
    name: 'Constant Contact',
    kind: 'sender',
    domains: ['ccsend.com'],
    source: 'Constant Contact Knowledge Base',
  },
  {
    name: 'SpamHero',
    kind: 'filter',
    domains: ['spamhero.com'],
    source: 'SpamHero, MX records',
  },
  {
    name: 'Spamina',
    kind: 'filter',
    domains: ['spamina.com'],
    source: 'Hornetsecurity (Spamina), MX records',
  },
  {
    name: 'SpamTitan',
    kind: 'filter',
    domains: ['spamtitan.com'],
    source: 'TitanHQ, SpamTitan Cloud: MX records',
  },
  {
    name: 'Vade',
    kind: 'filter',
    domains: ['vadesecure.com'],
    source: 'Vade Secure Cloud: MX records',
  },
  {
    name: 'Mailinblack',
    kind: 'filter',
    domains: ['mailinblack.com'],
    source: 'Mailinblack, MX records',
  },
  {
    name: 'Fortinet FortiMail Cloud',
    kind: 'filter',
    domains: ['fortimailcloud.com'],
    source: 'Fortinet, FortiMail Cloud: MX records',
  },
  {
    name: 'NoSpamProxy',
    kind: 'filter',
    domains: ['cloud.nospamproxy.com'],
    source: 'Net at Work, NoSpamProxy Cloud: MX records',
  },
  {
    name: 'SEPPmail',
    kind: 'filter',
    domains: ['seppmail.cloud'],
    source: 'SEPPmail.cloud, MX records',
  },
  {
    name: 'T-Online',
    kind: 'provider',
    domains: ['t-online.de', 'telekom.de'],
    source: 'Telekom, postmaster pages',
  },
  {
    name: 'Strato',
    kind: 'provider',
    domains: ['rzone.de', 'strato.de', 'strato.com'],
    source: 'STRATO Help, mail servers',
    namesCustomers: true,
  },
  {
    name: 'Hetzner',
    kind: 'provider',
    domains: ['your-server.de'],
    source: 'Hetzner Docs, Webhosting: mail',
    namesCustomers: true,
  },
  {
    name: 'mailbox.org',
    kind: 'provider',
    domains: ['mailbox.org'],
    source: 'mailbox.org Knowledge Base, MX records',
  },
  {
    name: 'Posteo',
    kind: 'provider',
    domains: ['posteo.de', 'posteo.net'],
    source: 'Posteo, help pages',
  },
  {
    name: 'Orange',
    kind: 'provider',
    domains: ['orange.fr', 'wanadoo.fr'],
    source: 'Orange, postmaster pages',
  },
  {
    name: 'Free',
    kind: 'provider',
    domains: ['free.fr'],
    source: 'Free, assistance: mail servers',
    namesCustomers: true,
  },
  {
    name: 'La Poste',
    kind: 'provider',
    domains: ['laposte.net'],
    source: 'La Poste, postmaster pages',
  },
  {
    name: 'SFR',
    kind: 'provider',
    domains: ['sfr.fr', 'sfr.net', 'neuf.fr'],
    source: 'SFR, postmaster pages',
    namesCustomers: true,
  },
  {
    name: 'OVHcloud',
    kind: 'provider',
    domains: ['mail.ovh.net', 'mail-out.ovh.net', 'mail.ovh.ca'],
    source: 'OVHcloud Docs, MX records of MX Plan and Email Pro',
    namesCustomers: true,
  },
  {
    name: 'Gandi',
    kind: 'provider',
    domains: ['gandi.net'],
    source: 'Gandi Docs, MX records',
    namesCustomers: true,
  },
  {
    name: 'Infomaniak',
    kind: 'provider',
    domains: ['infomaniak.ch', 'infomaniak.com'],
    source: 'https://www.infomaniak.com/en/support/faq/search?q=dns',
    namesCustomers: true,
  },
  {
    name: 'Bluewin',
    kind: 'provider',
    domains: ['bluewin.ch', 'swisscom.com'],
    source: 'Swisscom, postmaster pages',
    namesCustomers: true,
  },
  {
    name: 'Libero',
    kind: 'provider',
    domains: ['libero.it', 'iol.it'],
    source: 'Italiaonline, postmaster pages',
    namesCustomers: true,
  },
  {
    name: 'Aruba',
    kind: 'provider',
    domains: ['aruba.it', 'arubapec.it'],
    source: 'Aruba, MX records',
    namesCustomers: true,
  },
  {
    name: 'Seznam',
    kind: 'provider',
    domains: ['seznam.cz'],
    source: 'Seznam Email Profi, MX records',
  },
  {
    name: 'Tencent',
    kind: 'provider',
    domains: ['qq.com', 'exmail.qq.com', 'foxmail.com'],
    source: 'Tencent Exmail and QQ Mail, MX records',
  },
  {
    name: 'NetEase',
    kind: 'provider',
    domains: ['163.com', '126.com', 'netease.com', 'yeah.net', 'qiye.163.com'],
    source: 'NetEase Mail, MX records',
  },
  {
    name: 'Alibaba',
    kind: 'provider',
    domains: ['aliyun.com', 'mxhichina.com', 'alibaba-inc.com'],
    source: 'Alibaba Mail, MX records',
  },
  {
    name: 'Sina',
    kind: 'provider',
    domains: ['sina.com', 'sina.com.cn', 'sina.cn'],
    source: 'Sina Mail, MX records',
  },
  {
    name: 'Naver',
    kind: 'provider',
    domains: ['naver.com', 'worksmobile.com'],
    source: 'Naver Works and Naver Mail, MX records',
  },
  {
    name: 'Comcast',
    kind: 'provider',
    domains: ['sys.comcast.net', 'mail.comcast.net', 'email.comcast.net', 'mx.comcast.net'],
    source: 'Comcast, postmaster pages',
  },
  {
    name: 'AT&T',
    kind: 'provider',
    domains: ['att.net', 'prodigy.net'],
    source: 'AT&T, postmaster pages',
    namesCustomers: true,
  },
  {
    name: 'Rackspace',
    kind: 'provider',
    domains: ['emailsrvr.com'],
    source: 'https://docs.rackspace.com/docs/dns-record-definitions',
  },
  {
    name: 'Titan',
    kind: 'provider',
    domains: ['titan.email'],
    source: 'Titan, MX records',
  },
  {
    name: 'Migadu',
    kind: 'provider',
    domains: ['migadu.com'],
    source: 'Migadu, MX records',
  },
  {
    name: 'DreamHost',
    kind: 'provider',
    domains: ['dreamhost.com'],
    source: 'DreamHost Knowledge Base, MX records',
    namesCustomers: true,
  },
  {
    name: 'Namecheap',
    kind: 'provider',
    domains: ['privateemail.com', 'registrar-servers.com'],
    source:
      'https://namecheap.com/support/knowledgebase/article.aspx/1262/2176/what-does-namecheap-private-email-dns-verification-imply (privateemail.com)',
    namesCustomers: true,
  },
  {
    name: 'Elastic Email',
    kind: 'sender',
    domains: ['elasticemail.com'],
    source: 'Elastic Email, help pages',
  },
  {
    name: 'SMTP2GO',
    kind: 'sender',
    domains: ['smtp2go.com'],
    source: 'SMTP2GO, help pages',
  },
  {
    name: 'Klaviyo',
    kind: 'sender',
    domains: ['klaviyomail.com'],
    source: 'Klaviyo Help Center',
  },
];

/** Hosts that an operator rents out: whoever rents one runs it, whatever the address's name ends in. */
const rented: readonly string[] = [
  'compute.amazonaws.com',
  'compute-1.amazonaws.com',
  'elb.amazonaws.com',
  'clients.your-server.de',
  'ip.secureserver.net',
  'cloudapp.azure.com',
  'bc.googleusercontent.com',
  'abo.wanadoo.fr',
];

const byDomain: ReadonlyMap<string, Operator | undefined> = new Map<string, Operator | undefined>([
  ...operators.flatMap((operator) => operator.domains.map((domain) => [domain, operator] as const)),
  ...rented.map((domain) => [domain, undefined] as const),
]);

/** Who runs a host, by the longest end of its name that is known. */
export function operatorOf(host: string): Operator | undefined {
  let name = host.toLowerCase().replace(/\.$/, '');
  for (let labels = 0; labels < 40; labels++) {
    if (byDomain.has(name)) return byDomain.get(name);
    const dot = name.indexOf('.');
    if (dot < 0) return undefined;
    name = name.slice(dot + 1);
  }
  return undefined;
}
