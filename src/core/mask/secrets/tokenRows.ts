/** A token of a service that is known by its own form, and who says so. */
export interface TokenRow {
  readonly service: string;
  /** The group `secret` is what must not be shared; without one it is the whole. */
  readonly form: RegExp;
  /** Without one of these, in small letters, the form need not be searched for. */
  readonly words: readonly string[];
  readonly source: string;
}

/** Services that the rules of secretlint do not know, or know with gaps: those that mail admins meet. */
export const tokenRows: readonly TokenRow[] = [
  {
    service: 'JSON Web Token',
    form: /(?<![\w.-])eyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{8,2000}(?![\w-])/g,
    words: ['eyj'],
    source: 'RFC 7519 3.1',
  },
  {
    // The rule of secretlint takes one hyphen; keys have more.
    service: 'SendGrid',
    form: /(?<![\w.-])SG\.[\w-]{16,40}\.[\w-]{16,80}(?![\w-])/g,
    words: ['sg.'],
    source: 'Twilio SendGrid documentation, API keys',
  },
  {
    service: 'Mailgun',
    form: /(?<![\w-])(?:(?:pub)?key-[0-9a-f]{32}|[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8})(?![\w-])/g,
    words: ['-'],
    source: 'Mailgun documentation, API keys',
  },
  {
    service: 'Brevo',
    form: /(?<![\w-])x(?:key|smtp)sib-[0-9a-f]{64}-[A-Za-z0-9]{16}(?!\w)/g,
    words: ['sib-'],
    source: 'Brevo documentation, API keys and SMTP keys',
  },
  {
    service: 'SMTP2GO',
    form: /(?<![\w-])api-[0-9A-F]{32}(?!\w)/g,
    words: ['api-'],
    source: 'SMTP2GO documentation, API keys',
  },
  {
    service: 'Mailchimp and Mandrill',
    form: /(?<![\w-])(?:[0-9a-f]{32}-us\d{1,2}|md-[\w-]{22})(?![\w-])/g,
    words: ['-us', 'md-'],
    source: 'Mailchimp developer documentation, API keys',
  },
  {
    service: 'MailerSend and Resend',
    form: /(?<![\w-])(?:mlsn\.[0-9a-f]{64}|re_[A-Za-z0-9]{8}_[A-Za-z0-9]{20,40})(?!\w)/g,
    words: ['mlsn.', 're_'],
    source: 'MailerSend and Resend documentation, API keys',
  },
  {
    service: 'Zoho',
    form: /(?<![\w.])1000\.[0-9a-f]{32}\.[0-9a-f]{32}(?![\w.])/g,
    words: ['1000.'],
    source: 'Zoho accounts documentation, OAuth tokens',
  },
  {
    service: 'Google',
    form: /(?<![\w-])(?:AIza[\w-]{35}|GOCSPX-[\w-]{20,40}|ya29\.[\w.-]{20,2000}|1\/\/0[\w-]{30,200}|4\/0[\w-]{40,200})(?![\w-])/g,
    words: ['aiza', 'gocspx-', 'ya29.', '1//0', '4/0'],
    source: 'Google Cloud documentation, API keys; Google Identity, OAuth 2.0',
  },
  {
    service: 'Amazon Web Services',
    form: /(?<![\w-])(?:AKIA|ASIA)[A-Z2-7]{16}(?!\w)/g,
    words: ['akia', 'asia'],
    source: 'AWS IAM User Guide, identifiers',
  },
  {
    service: 'Azure, client secret of an application',
    form: /(?<![\w~.-])[\w~.-]{3}[78]Q~[\w~.-]{31,34}(?![\w~-])/g,
    words: ['7q~', '8q~'],
    source: 'Microsoft Purview, Azure AD client secret',
  },
  {
    service: 'Azure, keys that carry their own mark',
    form: /(?<![A-Za-z0-9+/])(?:[A-Za-z0-9+/]{76}(?:APIM|ACDb|\+(?:ABa|AMC|ASt))[A-Za-z0-9+/]{5}[AQgw]==|[A-Za-z0-9+/]{33}(?:AIoT|\+(?:ASb|AEh|ARm))[A-Za-z0-9+/]{5}[A-P][A-Za-z0-9+/]=|[A-Za-z0-9]{42}AzSe[A-D][A-Za-z0-9]{5}|[A-Za-z0-9]{52}JQQJ9[9D][A-Za-z0-9]{18,30})(?![A-Za-z0-9+/=])/g,
    words: ['apim', 'acdb', '+aba', '+amc', '+ast', 'aiot', '+asb', '+aeh', '+arm', 'azse', 'jqqj9'],
    source: 'Microsoft security-utilities, identifiable keys',
  },
  {
    service: 'Microsoft Teams',
    form: /\bhttps:\/\/[\w-]{1,60}\.webhook\.office\.com\/webhookb2\/(?<secret>[\w@/-]{40,300})/g,
    words: ['webhook.office.com'],
    source: 'Microsoft Teams documentation, incoming webhooks',
  },
  {
    service: 'Microsoft Teams, before 2021',
    form: /\bhttps:\/\/outlook\.office(?:365)?\.com\/webhook\/(?<secret>[\w@/-]{40,300})/g,
    words: ['outlook.office'],
    source: 'Microsoft Teams documentation, incoming webhooks',
  },
  {
    service: 'Slack, workflow triggers and tokens of any length',
    form: /\bhttps:\/\/hooks\.slack\.com\/(?:workflows|triggers)\/(?<secret>[\w/-]{12,200})|(?<![\w-])(?:xox[a-z](?:\.xox[a-z])?|xapp)-[\w-]{10,300}/g,
    words: ['hooks.slack.com', 'xox', 'xapp-'],
    source: 'Slack documentation, incoming webhooks, token types',
  },
  {
    service: 'Discord and Telegram',
    form: /\bdiscord(?:app)?\.com\/api\/webhooks\/(?<secret>\d{5,30}\/[\w-]{20,100})|(?<![\w-])(?:bot)?\d{8,10}:AA[\w-]{33}(?![\w-])/g,
    words: ['/webhooks/', ':aa'],
    source: 'Discord and Telegram developer documentation',
  },
  {
    service: 'GitHub, tokens of any length',
    form: /(?<![\w-])gh[pousr]_[A-Za-z0-9]{30,255}(?!\w)/g,
    words: ['gh'],
    source: 'GitHub documentation, token formats',
  },
  {
    service: 'Stripe, signing secrets',
    form: /(?<![\w-])whsec_[A-Za-z0-9+/]{24,100}={0,2}/g,
    words: ['whsec_'],
    source: 'Stripe documentation, webhooks',
  },
  {
    service: 'Twilio',
    form: /(?<![\w-])SK[0-9a-f]{32}(?!\w)/g,
    words: ['sk'],
    source: 'Twilio documentation, API keys',
  },
  {
    service: 'DigitalOcean',
    form: /(?<![\w-])do[opr]_v1_[0-9a-f]{64}(?!\w)/g,
    words: ['_v1_'],
    source: 'DigitalOcean documentation, personal access tokens',
  },
  {
    service: 'PyPI',
    form: /(?<![\w-])pypi-AgE[\w-]{50,1000}/g,
    words: ['pypi-'],
    source: 'PyPI documentation, API tokens',
  },
  {
    service: 'HashiCorp Vault',
    form: /(?<![\w.-])hv[sbr]\.[\w-]{24,300}(?![\w-])/g,
    words: ['hvs.', 'hvb.', 'hvr.'],
    source: 'HashiCorp Vault documentation, tokens',
  },
  {
    service: 'Mattermost, and what others call a webhook',
    form: /\bhttps?:\/\/[\w.:-]{1,253}\/(?:[\w.-]{1,40}\/){0,3}(?:web-?)?hooks?\/(?:[\w.-]{1,40}\/){0,2}(?<secret>(?=[\w-]{0,100}\d)[\w-]{20,200})(?![\w.-])/g,
    words: ['hook'],
    source: 'Mattermost documentation, incoming webhooks; n8n documentation, webhook node',
  },
  {
    service: 'ntfy',
    form: /(?<![\w-])tk_[a-zA-Z0-9]{29}(?!\w)/g,
    words: ['tk_'],
    source: 'ntfy documentation, access tokens',
  },
  {
    // A key that is given behind the name of its service in a sentence.
    service: 'others',
    form: /(?<![\w.-])(?<!(?:public|host|ssh|dkim|message|partition|sort) )(?:(?:api|access|auth)[_ -]?)?(?:key|token|schlüssel|clé|clave|chiave|chave|sleutel|klucz|ключ|nyckel)(?:[:=]? | ist | is )["'`]?(?<secret>(?=[\w-]{0,128}\d)(?=[\w-]{0,128}[A-Za-z])(?!MI[GI])[\w-]{32,128}|(?:sk|rk|pat|tok)[-_]\w{14,128})(?![\w=+/.@-])/giu,
    words: ['key', 'token', 'schl', 'cl', 'ch', 'sle', 'klucz', 'ключ', 'nyckel'],
    source: 'keys are at least 128 bits long, in hexadecimal 32 digits (NIST SP 800-131A 2)',
  },
];
