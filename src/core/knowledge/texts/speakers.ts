/** A provider, a filter, a service or a program that words its replies in a way of its own. */
export interface Speaker {
  /** How sentences of rows name it. */
  readonly names: RegExp;
  /** What shows in a reply that it is the speaker: its hosts, pages and addresses, or the prefixes of its codes. */
  readonly mark: RegExp;
}

/** What an address holds behind its @ says nothing of the server that answers. */
const speaker = (names: RegExp, mark: RegExp): Speaker => ({ names, mark });

export const speakers = {
  amavis: speaker(/\bamavis\b/, /\bamavis|\bid=\d{5}-\d{2}/i),
  aol: speaker(/\bAOL\b/, /(?<!@)\baol\b|\b(?:RTR|HVU|RLY|DYN|CON|DNS|DMARC):[A-Z]{1,2}\d{0,2}\b/i),
  apple: speaker(
    /\bApple\b|\biCloud\b/,
    /icloud|\bapple\b|(?<!@)\b(?:me|mac)\.com\b|@(?:me|mac)\.com\b|HT204137|\/102322|\[(?:HM\d{1,2}|HME\d|CS\d\d)\]|\bHM0[78]\b/i,
  ),
  att: speaker(/\bAT&T\b/, /(?<!@)\b(?:att|sbcglobal|prodigy|bellsouth)\.net|abuse-att\.net|DNSBL:(?:ATT)?RBL/i),
  barracuda: speaker(/\bBarracuda\b/, /barracuda|\bcuda_nsu\b|\bess\.barracudanetworks/i),
  brevo: speaker(/\bBrevo\b/, /brevo|sendinblue/i),
  broadcom: speaker(
    /\bSymantec\b|\bMessageLabs\b|\bBroadcom\b/,
    /symantec|messagelabs|broadcom|Requested action aborted \[|you are trying to use me \[/i,
  ),
  cisco: speaker(/\bCisco\b|\bTalos\b/, /iphmx\.com|ironport|senderbase|talosintelligence|cisco|(?<!\()#\d\.\d\.\d/i),
  cloudflare: speaker(/\bCloudflare\b/, /cloudflare/i),
  cloudmark: speaker(/\bCloudmark\b/, /cloudmark|\bcm-csi\b|\bcmsmtp\b|\bbizsmtp\b|\bCDRBL\b/i),
  comcast: speaker(/\bComcast\b/, /comcast|\b(?:BL|RL|DM|PT|RP|ES|BW|IP|SA|AUTH)\d{6}\b/i),
  cox: speaker(/\bCox\b/, /(?<!@)\bcox\.net|AUP#(?:CX|CDR|IPBL|URLBL)/i),
  cpanel: speaker(/\bcPanel\b/, /cpanel|JunkMail rejected/i),
  daum: speaker(/\bDaum\b|\bhanmail\b/, /(?<!@)(?:daum|hanmail)\.net/i),
  domino: speaker(/\bDomino\b/, /\bDomino\b|\bLotus\b/i),
  earthlink: speaker(/\bEarthLink\b/, /earthlink/i),
  exchange: speaker(
    /\bExchange(?: Online| Server)?\b|\bMicrosoft\b|\bOutlook\.com\b/,
    /outlook\.com|microsoft|office(?:365)?\.com|live\.com|aka\.ms|\bms exchange\b|\((?:AS|S)\d{3,10}\)|\bAS\(\d|\bATTR\d{1,3}\b|\bPRX\d{1,2}\b|\b(?:RESOLVER|STOREDRV|SMTPSEND|ROUTING|QUEUE|APPROVAL|TRANSPORT|AGENT|CATEGORIZER|DELIVERY|MSEXCH|SUBMISSION|CONTENTFILTER|MAILBOXRULES|CONVERTER|ISSUEREPORT|M2MCVT|CAT)\.[A-Z]|\bSTOREDRV\b|MapiException|\[(?:Message|LastAttempted\w{1,30})=|\b(?:DY|SC|OU|RP)-00\d\b|[45]\.\d\.\d{3}\b/i,
  ),
  fastmail: speaker(/\bFastmail\b/, /fastmail|messagingengine/i),
  fortinet: speaker(/\bFortinet\b|\bFortiMail\b/, /fortinet|FortiMail|FortiGuard/i),
  forwardEmail: speaker(/\bForward Email\b/, /forwardemail/i),
  free: speaker(/\bFree (?:limits|words|blocks|says|takes|puts)\b/, /(?<!@)\b(?:free|proxad)\.(?:fr|net)\b/i),
  gmx: speaker(
    /\bGMX\b|\bweb\.de\b|\bmail\.com\b|\bIONOS\b/,
    /(?<!@)(?:\bgmx\.|\bweb\.de|\bmail\.com|1und1|\bionos|kundenserver|perfora)|\bmxgmx|\bNemesis\b/i,
  ),
  godaddy: speaker(/\bGoDaddy\b/, /godaddy|secureserver\.net|\bIB\d{3}\b/i),
  google: speaker(/\bGoogle\b|\bGmail\b/, /\bgsmtp\b|\bgcdp\b|(?<!@)(?:google|gmail)/i),
  improvmx: speaker(/\bImprovMX\b/, /improvmx|#id-5\.9\.\d/i),
  iua: speaker(/\bi\.ua\b/, /\bi\.ua\b/i),
  kddi: speaker(/\bKDDI\b/, /ezweb\.ne\.jp|\bau\.com|uqmobile\.jp/i),
  laposte: speaker(/\bLa Poste\b|\blaposte\.net\b/, /(?<!@)laposte|\bLPN(?:AAA|\d{3})/i),
  mailgun: speaker(/\bMailgun\b/, /mailgun/i),
  mailru: speaker(/\bMail\.ru\b/, /(?<!@)\bmail\.ru\b|\bcorp\.mail\.ru\b/i),
  mimecast: speaker(/\bMimecast\b/, /mimecast/i),
  naver: speaker(/\bNaver\b/, /(?<!@)naver\.com/i),
  netease: speaker(
    /\bNetEase\b/,
    /mail\.163\.com|(?<!@)\b163\b|(?<!@)\b126\.com|netease|(?<!@)\byeah\.net|\b(?:MI|DT|SPM|RP|HL|GRY|CR|IPBMT|DMA|TP|SYM|WM):[A-Z0-9_]{2,12} /i,
  ),
  orange: speaker(/\bOrange\b/, /(?<!@)\b(?:orange|wanadoo)\.fr|\b(?:OFR|OUK)(?:[_ ]?\d{1,3}){1,2}\b|\bmwinf\w/i),
  postmark: speaker(/\bPostmark\b/, /postmark/i),
  proofpoint: speaker(/\bProofpoint\b/, /proofpoint|pphosted|ppe-hosted/i),
  qq: speaker(/\bQQ\b/, /(?<!@)\bqq\.com|tencent|(?<!@)exmail/i),
  rackspace: speaker(/\bRackspace\b/, /emailsrvr|rackspace|(?<!\S)\(G\d{1,2}[A-Z]?\)/i),
  rspamd: speaker(/\bRspamd\b/, /rspamd/i),
  sendgrid: speaker(/\bSendGrid\b/, /sendgrid/i),
  ses: speaker(/\bAmazon\b/, /amazonses|amazonaws|\bses:|\bAmazon\b/i),
  sfr: speaker(/\bSFR\b/, /(?<!@)\b(?:sfr|neuf|numericable)\.(?:fr|net)|\bGU_EIB_\d\d/i),
  sophos: speaker(/\bSophos\b/, /sophos/i),
  sparkpost: speaker(/\bSparkPost\b/, /sparkpost/i),
  spamAssassin: speaker(/\bSpamAssassin\b/, /spamassassin/i),
  spamhaus: speaker(/\bSpamhaus\b/, /spamhaus|\bSHXBL\b|abuseat\.org|127\.255\.255\.25[2-5]/i),
  spectrum: speaker(
    /\bSpectrum\b/,
    /(?<!@)\b(?:charter|spectrum|twc|rr|brighthouse)\.(?:net|com)|AUP#(?:In|Out|[IO])?-?1\d{3}\b/i,
  ),
  telekom: speaker(/\bTelekom\b/, /t-online\.de|\(NOWL\)/i),
  trellix: speaker(/\bTrellix\b/, /trellix|fireeye|\bETP\d{3}\b/i),
  trendMicro: speaker(
    /\bTrend Micro\b/,
    /trend ?micro|mail-abuse\.(?:org|com)|rbl-plus|rejected: (?:ERS\b|BLOCK-|NO-DOMAIN|Invalid-Recipient)/i,
  ),
  yahoo: speaker(
    /\bYahoo\b/,
    /(?<!@)\b(?:yahoo|aol\b)|\[(?:TSS?\d\d|BL\d\d|PH\d\d|IPTS\d\d|VS\d|GL\d\d)\]|\bIPTS04\b|\bVS1-(?:IP|MF)\b|\(AU\d\d\)|\[#4\.16\.\d/i,
  ),
  yandex: speaker(/\bYandex\b/, /(?<!@)\b(?:yandex|ya\.(?:ru|cc))/i),
  zerospam: speaker(/\bZEROSPAM\b/, /zerospam/i),
  zoho: speaker(/\bZoho\b/, /(?<!@)\bzoho/i),
} as const satisfies Readonly<Record<string, Speaker>>;

export type SpeakerName = keyof typeof speakers;
