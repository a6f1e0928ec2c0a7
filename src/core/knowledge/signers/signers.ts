/** A service that sends or signs for the domains of its customers, and under which selectors it does so. */
export interface Signer {
  readonly name: string;
  /** Ends of the names that its customers include in SPF, without a leading dot. */
  readonly includes: readonly string[];
  /** Ends of the host names that take mail for its customers. */
  readonly exchangers?: readonly string[];
  /** DKIM selectors; none where it makes a name for each customer, so that nobody can guess it. */
  readonly selectors: readonly string[];
  /** The selectors are the same for everybody; elsewhere a customer may choose others. */
  readonly isFixed?: true;
  /** By default the envelope sender is of its own domain, so that SPF says nothing about the author's. */
  readonly isOwnEnvelope?: true;
  /** Where the service names them. */
  readonly source: string;
}

const signers: readonly Signer[] = [
  {
    name: 'Microsoft 365',
    includes: ['spf.protection.outlook.com', 'spf.protection.office365.us', 'spf.protection.partner.outlook.cn'],
    exchangers: ['mail.protection.outlook.com', 'mx.microsoft'],
    selectors: ['selector1', 'selector2'],
    isFixed: true,
    source: 'Microsoft Learn, Set up DKIM to sign mail from your cloud domain',
  },
  {
    name: 'Google Workspace',
    includes: ['_spf.google.com'],
    exchangers: ['google.com', 'googlemail.com'],
    selectors: ['google'],
    source: 'Google Workspace Admin Help, Set up DKIM',
  },
  {
    name: 'Zoho Mail',
    includes: ['zoho.com', 'zoho.eu', 'zoho.in', 'zohomail.com', 'zohomail.eu'],
    exchangers: ['zoho.com', 'zoho.eu', 'zoho.in'],
    selectors: ['zoho', 'zmail'],
    source: 'Zoho Mail Admin Help, DKIM configuration',
  },
  {
    name: 'Fastmail',
    includes: ['spf.messagingengine.com'],
    exchangers: ['messagingengine.com'],
    selectors: ['fm1', 'fm2', 'fm3', 'mesmtp'],
    isFixed: true,
    source: 'Fastmail Help, DKIM (https://www.fastmail.help/hc/en-us/articles/360060591153)',
  },
  {
    name: 'Proton Mail',
    includes: ['_spf.protonmail.ch'],
    exchangers: ['protonmail.ch'],
    selectors: ['protonmail', 'protonmail2', 'protonmail3'],
    isFixed: true,
    source: 'Proton Support, Custom domains: anti-spoofing',
  },
  {
    name: 'iCloud Mail',
    includes: ['icloud.com'],
    exchangers: ['mail.icloud.com'],
    selectors: ['sig1'],
    isFixed: true,
    source: 'Apple Support, Set up an existing domain with iCloud Mail',
  },
  {
    name: 'Yandex 360',
    includes: ['_spf.yandex.net', '_spf.yandex.ru'],
    exchangers: ['mx.yandex.net', 'mx.yandex.ru'],
    selectors: ['mail'],
    source: 'Yandex 360 Help, DKIM signature',
  },
  {
    name: 'IONOS',
    includes: ['_spf.kundenserver.de', '_spf.perfora.net', '_spf-eu.ionos.com', '_spf-us.ionos.com'],
    exchangers: ['kundenserver.de', 'ionos.com', 'ionos.de'],
    selectors: ['s1-ionos', 's2-ionos', 's42582890'],
    source: 'IONOS Help, DKIM for your domain',
  },
  {
    name: 'mailbox.org',
    includes: ['mailbox.org'],
    exchangers: ['mailbox.org'],
    selectors: ['mbo0001', 'mbo0002', 'mbo0003', 'mbo0004'],
    isFixed: true,
    source: 'mailbox.org Knowledge Base, Custom domains: SPF, DKIM and DMARC',
  },
  {
    name: 'Migadu',
    includes: ['spf.migadu.com'],
    exchangers: ['migadu.com'],
    selectors: ['key1', 'key2', 'key3'],
    isFixed: true,
    source: 'Migadu documentation, DNS setup',
  },
  {
    name: 'MXroute',
    includes: ['mxroute.com', 'mxlogin.com'],
    selectors: ['x'],
    source: 'MXroute documentation, DKIM',
  },
  {
    name: 'Titan',
    includes: ['spf.titan.email'],
    exchangers: ['titan.email'],
    selectors: ['titan1'],
    source: 'Titan Support, DKIM',
  },
  {
    name: 'Mailchimp',
    includes: ['servers.mcsv.net'],
    selectors: ['k1', 'k2', 'k3'],
    isFixed: true,
    isOwnEnvelope: true,
    source: 'Mailchimp Help, Set up email domain authentication',
  },
  {
    name: 'Mailchimp Transactional (Mandrill)',
    includes: ['spf.mandrillapp.com'],
    selectors: ['mandrill', 'mte1', 'mte2'],
    isOwnEnvelope: true,
    source: 'Mailchimp Transactional developer guide, Authentication and delivery',
  },
  {
    name: 'SendGrid',
    includes: ['sendgrid.net'],
    selectors: ['s1', 's2', 'smtpapi', 'm1'],
    isOwnEnvelope: true,
    source: 'Twilio SendGrid documentation, Domain authentication',
  },
  {
    name: 'Amazon SES',
    includes: ['amazonses.com'],
    selectors: [],
    isOwnEnvelope: true,
    source: 'Amazon SES Developer Guide, Easy DKIM: three names of random letters for each domain',
  },
  {
    name: 'Resend',
    includes: ['amazonses.com'],
    selectors: ['resend'],
    isOwnEnvelope: true,
    source: 'Resend documentation, Managing domains',
  },
  {
    name: 'MailPoet',
    includes: ['spf.sendingservice.net'],
    selectors: ['mailpoet1', 'mailpoet2'],
    isFixed: true,
    isOwnEnvelope: true,
    source: 'MailPoet Knowledge Base, Authenticating your domain',
  },
  {
    name: 'Mailgun',
    includes: ['mailgun.org', 'eu.mailgun.org'],
    selectors: ['mailo', 'pic', 'smtp', 'mx', 'krs', 'k1'],
    source: 'Mailgun documentation, Domain verification',
  },
  {
    name: 'Postmark',
    includes: ['spf.mtasv.net'],
    selectors: ['pm'],
    isOwnEnvelope: true,
    source: 'Postmark Support, DKIM: a date and pm, as 20240101120000pm',
  },
  {
    name: 'SparkPost',
    includes: ['sparkpostmail.com', '_netblocks.sparkpostmail.com'],
    selectors: [],
    isOwnEnvelope: true,
    source: 'Bird (SparkPost) documentation, Sending domains: scph and the month',
  },
  {
    name: 'Brevo (Sendinblue)',
    includes: ['spf.sendinblue.com', 'spf.brevo.com'],
    selectors: ['brevo1', 'brevo2', 'mail'],
    isOwnEnvelope: true,
    source: 'Brevo Help, Authenticate your domain',
  },
  {
    name: 'Mailjet',
    includes: ['spf.mailjet.com'],
    selectors: ['mailjet'],
    isFixed: true,
    isOwnEnvelope: true,
    source: 'Mailjet documentation, Authenticating domains with SPF and DKIM',
  },
  {
    name: 'HubSpot',
    includes: ['hubspotemail.net'],
    selectors: ['hs1', 'hs2'],
    isOwnEnvelope: true,
    source: 'HubSpot Knowledge Base, Connect your email sending domain: hs1-NUMBER and hs2-NUMBER',
  },
  {
    name: 'Salesforce Marketing Cloud',
    includes: ['cust-spf.exacttarget.com'],
    selectors: ['200608', '10dkim1', '12dkim1', '50dkim1'],
    isOwnEnvelope: true,
    source: 'Salesforce Help, Sender Authentication Package',
  },
  {
    name: 'Zendesk',
    includes: ['mail.zendesk.com'],
    selectors: ['zendesk1', 'zendesk2'],
    isFixed: true,
    isOwnEnvelope: true,
    source: 'Zendesk Help, Digitally signing your email with DKIM',
  },
  {
    name: 'Constant Contact',
    includes: ['spf.constantcontact.com'],
    selectors: ['ctct1', 'ctct2'],
    isFixed: true,
    isOwnEnvelope: true,
    source: 'Constant Contact Knowledge Base, Self-authentication with CNAME records',
  },
  {
    name: 'Campaign Monitor',
    includes: ['_spf.createsend.com'],
    selectors: ['cm'],
    isOwnEnvelope: true,
    source: 'Campaign Monitor Help, Email authentication',
  },
  {
    name: 'Klaviyo',
    includes: ['klaviyomail.com'],
    selectors: ['kl', 'kl2', 'dkim'],
    isOwnEnvelope: true,
    source: 'Klaviyo Help, Branded sending domain',
  },
  {
    name: 'ActiveCampaign',
    includes: ['emsd1.com'],
    selectors: ['acdkim1', 'acdkim2', 'dk'],
    isOwnEnvelope: true,
    source: 'ActiveCampaign Help, DKIM, SPF and DMARC authentication',
  },
  {
    name: 'MailerLite',
    includes: ['_spf.mlsend.com'],
    selectors: ['litesrv'],
    isFixed: true,
    isOwnEnvelope: true,
    source: 'MailerLite Help, Domain authentication',
  },
  {
    name: 'Mimecast',
    includes: ['_netblocks.mimecast.com', 'eu._netblocks.mimecast.com'],
    exchangers: ['mimecast.com'],
    selectors: ['mimecast20190104', 'mimecast'],
    source: 'Mimecast Community, DNS authentication: outbound DKIM signing, mimecastDATE',
  },
  {
    name: 'Proofpoint',
    includes: ['pphosted.com', 'ppe-hosted.com'],
    exchangers: ['pphosted.com', 'ppe-hosted.com'],
    selectors: [],
    source: 'Proofpoint Help, DKIM signing: the customer names the selector',
  },
  {
    name: 'Hornetsecurity',
    includes: ['spf.hornetsecurity.com'],
    exchangers: ['hornetsecurity.com', 'antispameurope.com'],
    selectors: ['hse1', 'hse2'],
    isFixed: true,
    source: 'Hornetsecurity documentation, Email Authentication: CNAME records for DKIM',
  },
  {
    name: 'Barracuda',
    includes: ['ess.barracudanetworks.com', 'ess.de.barracudanetworks.com'],
    exchangers: ['barracudanetworks.com'],
    selectors: [],
    source: 'Barracuda Campus, DKIM: the customer names the selector',
  },
  {
    name: 'OVHcloud',
    includes: ['mx.ovh.com', 'mx.ovh.net'],
    exchangers: ['mail.ovh.net', 'mail.ovh.ca'],
    selectors: [],
    source: 'OVHcloud guide, Improve email security with a DKIM record: ovhexNUMBER-selector1',
  },
  {
    name: 'Infomaniak',
    includes: ['spf.infomaniak.ch'],
    exchangers: ['infomaniak.ch'],
    selectors: ['dkim'],
    source: 'Infomaniak guide, DKIM',
  },
  {
    name: 'Hostinger',
    includes: ['_spf.mail.hostinger.com'],
    exchangers: ['hostinger.com'],
    selectors: ['hostingermail-a', 'hostingermail-b', 'hostingermail-c', 'hostingermail1'],
    isFixed: true,
    source: 'Hostinger Help, Manage DKIM records',
  },
  {
    name: 'Namecheap Private Email',
    includes: ['spf.privateemail.com'],
    exchangers: ['privateemail.com'],
    selectors: ['default'],
    source: 'Namecheap Knowledgebase, Private Email DNS records',
  },
];

/** Names that programs write into their examples and panels, so that many domains have them. */
export const USUAL_SELECTORS: readonly string[] = [
  // cPanel, Plesk, OpenDKIM, Rspamd, Mailcow, DirectAdmin
  ...['default', 'mail', 'dkim', 'x', '2021', '2022', '2023', '2024', '2025', '2026'],
  // The documentation of Amavis, Exim, maddy, Stalwart, Mailman, SmarterMail, Kerio
  ...[
    'dkim1',
    'dkim2',
    'key1',
    'key2',
    's1',
    's2',
    'k1',
    'sel1',
    'selector',
    'smtp',
    'email',
    'mx',
    'main',
    'default2',
  ],
  // Hosting companies and older keys
  ...['mxvault', 'everlytickey1', 'everlytickey2', 'dk', 'mta', 'server', 's1024', 's2048', 'rsa', 'ed25519', 'ed'],
];

const endsAs = (name: string, end: string): boolean => name === end || name.endsWith(`.${end}`);

/** The services that an SPF record includes, or that take a domain's mail; names without a final dot. */
export const signersOf = (includes: readonly string[], exchangers: readonly string[]): readonly Signer[] =>
  signers.filter(
    (signer) =>
      includes.some((name) => signer.includes.some((end) => endsAs(name.toLowerCase(), end))) ||
      exchangers.some((host) => signer.exchangers?.some((end) => endsAs(host.toLowerCase(), end))),
  );

/** Every selector that a service gives to all of its customers, and the usual ones, each once. */
export const allSelectors: readonly string[] = [
  ...new Set([...signers.flatMap(({ selectors }) => selectors), ...USUAL_SELECTORS]),
];
