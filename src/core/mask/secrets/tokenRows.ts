/** A token of a service that is known by its own form; each row says whose it is, and who says so. */
export interface TokenRow {
  /** The group `secret` is what must not be shared; without one it is the whole. */
  readonly form: RegExp;
  /** Without one of these, in small letters, the form need not be searched for. */
  readonly words: readonly string[];
}

/** Services that the rules of secretlint do not know, or know with gaps: those that mail admins meet. */
export const tokenRows: readonly TokenRow[] = [
  {
    // JSON Web Token: RFC 7519 3.1
    form: /(?<![\w.-])eyJ[\w-]{8,2000}\.eyJ[\w-]{8,4000}\.[\w-]{8,2000}(?![\w-])/g,
    words: ['eyj'],
  },
  {
    // SendGrid: Twilio SendGrid documentation, API keys
    // The rule of secretlint takes one hyphen; keys have more.
    form: /(?<![\w.-])SG\.[\w-]{16,40}\.[\w-]{16,80}(?![\w-])/g,
    words: ['sg.'],
  },
  {
    // Mailgun: Mailgun documentation, API keys
    form: /(?<![\w-])(?:(?:pub)?key-[0-9a-f]{32}|[0-9a-f]{32}-[0-9a-f]{8}-[0-9a-f]{8})(?![\w-])/g,
    words: ['-'],
  },
  {
    // Brevo: Brevo documentation, API keys and SMTP keys
    form: /(?<![\w-])x(?:key|smtp)sib-[0-9a-f]{64}-[A-Za-z0-9]{16}(?!\w)/g,
    words: ['sib-'],
  },
  {
    // SMTP2GO: SMTP2GO documentation, API keys
    form: /(?<![\w-])api-[0-9A-F]{32}(?!\w)/g,
    words: ['api-'],
  },
  {
    // Mailchimp and Mandrill: Mailchimp developer documentation, API keys
    form: /(?<![\w-])(?:[0-9a-f]{32}-us\d{1,2}|md-[\w-]{22})(?![\w-])/g,
    words: ['-us', 'md-'],
  },
  {
    // MailerSend and Resend: MailerSend and Resend documentation, API keys
    form: /(?<![\w-])(?:mlsn\.[0-9a-f]{64}|re_[A-Za-z0-9]{8}_[A-Za-z0-9]{20,40})(?!\w)/g,
    words: ['mlsn.', 're_'],
  },
  {
    // Zoho: Zoho accounts documentation, OAuth tokens
    form: /(?<![\w.])1000\.[0-9a-f]{32}\.[0-9a-f]{32}(?![\w.])/g,
    words: ['1000.'],
  },
  {
    // Google: Google Cloud documentation, API keys; Google Identity, OAuth 2.0
    form: /(?<![\w-])(?:AIza[\w-]{35}|GOCSPX-[\w-]{20,40}|ya29\.[\w.-]{20,2000}|1\/\/0[\w-]{30,200}|4\/0[\w-]{40,200})(?![\w-])/g,
    words: ['aiza', 'gocspx-', 'ya29.', '1//0', '4/0'],
  },
  {
    // Amazon Web Services: AWS IAM User Guide, identifiers
    form: /(?<![\w-])(?:AKIA|ASIA)[A-Z2-7]{16}(?!\w)/g,
    words: ['akia', 'asia'],
  },
  {
    // Azure, client secret of an application: Microsoft Purview, Azure AD client secret
    form: /(?<![\w~.-])[\w~.-]{3}[78]Q~[\w~.-]{31,34}(?![\w~-])/g,
    words: ['7q~', '8q~'],
  },
  {
    // Azure, keys that carry their own mark: Microsoft security-utilities, identifiable keys
    form: /(?<![A-Za-z0-9+/])(?:[A-Za-z0-9+/]{76}(?:APIM|ACDb|\+(?:ABa|AMC|ASt))[A-Za-z0-9+/]{5}[AQgw]==|[A-Za-z0-9+/]{33}(?:AIoT|\+(?:ASb|AEh|ARm))[A-Za-z0-9+/]{5}[A-P][A-Za-z0-9+/]=|[A-Za-z0-9]{42}AzSe[A-D][A-Za-z0-9]{5}|[A-Za-z0-9]{52}JQQJ9[9D][A-Za-z0-9]{18,30})(?![A-Za-z0-9+/=])/g,
    words: ['apim', 'acdb', '+aba', '+amc', '+ast', 'aiot', '+asb', '+aeh', '+arm', 'azse', 'jqqj9'],
  },
  {
    // Microsoft Teams: Microsoft Teams documentation, incoming webhooks
    form: /\bhttps:\/\/[\w-]{1,60}\.webhook\.office\.com\/webhookb2\/(?<secret>[\w@/-]{40,300})/g,
    words: ['webhook.office.com'],
  },
  {
    // Microsoft Teams, before 2021: Microsoft Teams documentation, incoming webhooks
    form: /\bhttps:\/\/outlook\.office(?:365)?\.com\/webhook\/(?<secret>[\w@/-]{40,300})/g,
    words: ['outlook.office'],
  },
  {
    // Slack, workflow triggers and tokens of any length: Slack documentation, incoming webhooks, token types
    form: /\bhttps:\/\/hooks\.slack\.com\/(?:workflows|triggers)\/(?<secret>[\w/-]{12,200})|(?<![\w-])(?:xox[a-z](?:\.xox[a-z])?|xapp)-[\w-]{10,300}/g,
    words: ['hooks.slack.com', 'xox', 'xapp-'],
  },
  {
    // Discord and Telegram: Discord and Telegram developer documentation
    form: /\bdiscord(?:app)?\.com\/api\/webhooks\/(?<secret>\d{5,30}\/[\w-]{20,100})|(?<![\w-])(?:bot)?\d{8,10}:AA[\w-]{33}(?![\w-])/g,
    words: ['/webhooks/', ':aa'],
  },
  {
    // GitHub, tokens of any length: GitHub documentation, token formats
    form: /(?<![\w-])gh[pousr]_[A-Za-z0-9]{30,255}(?!\w)/g,
    words: ['gh'],
  },
  {
    // Stripe, signing secrets: Stripe documentation, webhooks
    form: /(?<![\w-])whsec_[A-Za-z0-9+/]{24,100}={0,2}/g,
    words: ['whsec_'],
  },
  {
    // Twilio: Twilio documentation, API keys
    form: /(?<![\w-])SK[0-9a-f]{32}(?!\w)/g,
    words: ['sk'],
  },
  {
    // DigitalOcean: DigitalOcean documentation, personal access tokens
    form: /(?<![\w-])do[opr]_v1_[0-9a-f]{64}(?!\w)/g,
    words: ['_v1_'],
  },
  {
    // PyPI: PyPI documentation, API tokens
    form: /(?<![\w-])pypi-AgE[\w-]{50,1000}/g,
    words: ['pypi-'],
  },
  {
    // HashiCorp Vault: HashiCorp Vault documentation, tokens
    form: /(?<![\w.-])hv[sbr]\.[\w-]{24,300}(?![\w-])/g,
    words: ['hvs.', 'hvb.', 'hvr.'],
  },
  {
    // Mattermost, and what others call a webhook: Mattermost documentation, incoming webhooks; n8n documentation, webhook node
    form: /\bhttps?:\/\/[\w.:-]{1,253}\/(?:[\w.-]{1,40}\/){0,3}(?:web-?)?hooks?\/(?:[\w.-]{1,40}\/){0,2}(?<secret>(?=[\w-]{0,100}\d)[\w-]{20,200})(?![\w.-])/g,
    words: ['hook'],
  },
  {
    // ntfy: ntfy documentation, access tokens
    form: /(?<![\w-])tk_[a-zA-Z0-9]{29}(?!\w)/g,
    words: ['tk_'],
  },
  {
    // others: keys are at least 128 bits long, in hexadecimal 32 digits (NIST SP 800-131A 2)
    // A key that is given behind the name of its service in a sentence.
    form: /(?<![\w.-])(?<!(?:public|host|ssh|dkim|message|partition|sort) )(?:(?:api|access|auth)[_ -]?)?(?:key|token|schlüssel|clé|clave|chiave|chave|sleutel|klucz|ключ|nyckel)(?:[:=]? | ist | is )["'`]?(?<secret>(?=[\w-]{0,128}\d)(?=[\w-]{0,128}[A-Za-z])(?!MI[GI])[\w-]{32,128}|(?:sk|rk|pat|tok)[-_]\w{14,128})(?![\w=+/.@-])/giu,
    words: ['key', 'token', 'schl', 'cl', 'ch', 'sle', 'klucz', 'ключ', 'nyckel'],
  },
];
