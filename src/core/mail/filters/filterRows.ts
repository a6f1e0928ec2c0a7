import { all, marks, number, numbered, report, says } from './fieldReaders.ts';
import type { FieldReader, Filter } from './filterMark.ts';
import { antispamReport, bulkLevel, confidenceLevel, phishingLevel } from './microsoftReaders.ts';
import { mailScannerCheck, sophosReport, spamExpertsClass } from './productReaders.ts';

const YES_NO = says([/^(?:yes|true|spam)\b/i, 'spam'], [/^(?:no|false|ham)\b/i, 'clean']);
/** Points and limit, as templates of SpamAssassin write them: `18.8/5.0, autolearn=no`. */
const OF_LIMIT: FieldReader = (value) => {
  const found = /^(-?\d{1,4}(?:\.\d{1,3})?) ?\/ ?(\d{1,3}(?:\.\d{1,3})?)(?=$|[\s,;])/.exec(value);
  if (found === null) return undefined;
  const [score, limit] = [Number(found[1]), Number(found[2])];
  return { says: score >= limit ? 'spam' : 'clean', score, limit };
};
const SCORED: FieldReader = all(number(), () => ({ says: 'scored' }));
const VIRUS = says(
  [/^(?:infected|malicious|virus|yes)\b/i, 'malware'],
  [/^(?:clean|ok|no(?:t infected)?)\b/i, 'clean'],
);
const PASS_FAIL = (bad: 'spam' | 'malware'): FieldReader =>
  says([/^pass\b/i, 'clean'], [/^fail\b/i, bad], [/^gray\b/i, 'suspicious']);

/** Rspamd: actions. A refusal that stands in a message was not carried out by the server that delivered it. */
const RSPAMD_ACTION = says(
  [/^(?:reject|quarantine|discard|add header|rewrite subject)\b/i, 'spam'],
  [/^(?:soft reject|greylist)\b/i, 'suspicious'],
  [/^(?:no action|accept)\b/i, 'clean'],
);

/** `True` is a score over the limit of refusal; `False` alone says little, for mail is marked from a lower score on. */
const RSPAMD_RESULT: FieldReader = (value, name) => {
  const read = report(value, name) ?? {};
  if (/^[\w-]{1,40}: True\b/.test(value)) return { ...read, says: 'spam', word: 'True' };
  const { score = Number.NaN, limit = Number.NaN } = read;
  return { ...read, says: score < limit / 4 ? 'clean' : 'scored' };
};

/** Verdicts of Vade, under the names that providers give its fields: `spam:medium`, `commercial:mce`, `1\SPAM`. */
const VADE = says(
  [/^(?:virus|malware)\b/i, 'malware'],
  [/^(?:phishing|scam)\b/i, 'phishing'],
  [/^(?:\d\\)?spam\b/i, 'spam'],
  [/^(?:commercial|pce|mce|dce)\b/i, 'bulk'],
  [/^suspect/i, 'suspicious'],
  [/^(?:\d\\)?(?:ok|clean|legit|ham)\b/i, 'clean'],
);

const KASPERSKY = says(
  [/^(?:KAS_STATUS_)?(?:PROBABLE_SPAM|SUSPICIOUS)\b/i, 'suspicious'],
  [/^(?:KAS_STATUS_)?SPAM\b/i, 'spam'],
  [/^(?:KAS_STATUS_)?(?:MASS_?MAIL|FORMAL)\b/i, 'bulk'],
  [/^(?:KAS_STATUS_)?BLACKLISTED\b/i, 'blocked'],
  [/^(?:(?:KAS_STATUS_)?TRUSTED|not scanned, whitelist)\b/i, 'allowed'],
  [/^(?:KAS_STATUS_)?NOT[_ ]DETECTED\b/i, 'clean'],
);

const EXPURGATE = says(
  [/\bdangerous\.(?:virus|attachment|code)/i, 'malware'],
  [/\b(?:phishing|dangerous\.url)\b/i, 'phishing'],
  [/\bspam\b/i, 'spam'],
  [/\bbulk\b/i, 'bulk'],
  [/\bsuspect\b/i, 'suspicious'],
  [/\bclean\b/i, 'clean'],
);

const HORNET = says(
  [/^(?:virus|atp|malware)\b/i, 'malware'],
  [/^phish/i, 'phishing'],
  [/^spam\b/i, 'spam'],
  [/^(?:infomail|newsletter)\b/i, 'bulk'],
  [/^(?:clean|valid)\b/i, 'clean'],
);

/** `rule=inbound_notspam`, `rule=spam`, `rule=phish`: sites name their rules after what they decide. */
const PROOFPOINT_RULE = says(
  [/\brule=\w{0,40}(?:malware|virus|attachdefense)\w{0,40}/i, 'malware'],
  [/\brule=\w{0,40}phish\w{0,40}/i, 'phishing'],
  [/\brule=\w{0,40}notspam\w{0,40}/i, 'clean'],
  [/\brule=\w{0,40}(?:spam_definite|definite|spam|adult|impostor)\w{0,40}/i, 'spam'],
  [/\brule=\w{0,40}(?:bulk|lowpriority)\w{0,40}/i, 'bulk'],
  [/\brule=\w{0,40}suspect\w{0,40}/i, 'suspicious'],
  [/\brule=\w{0,40}(?:safe|allow|whitelist)\w{0,40}/i, 'allowed'],
  [/\brule=\w{0,40}(?:block|blacklist)\w{0,40}/i, 'blocked'],
);

/** `Combined (0.78)`: the chance of spam from 0 to 1. */
const EVIDENCE = number(/\((\d{1,3}(?:\.\d{1,4})?)\)/);

/** `No--8.069-5.0-31-10` and `Yes-11-27.237300-8.000000`: verdict, score, limit. */
const TREND_MICRO: FieldReader = (value) => {
  const found = /^[: ]{0,3}(Yes|No|\d\d)-(?:\d{1,3}-)?(-?\d{1,4}\.\d{1,8})-(\d{1,4}(?:\.\d{1,8})?)/.exec(value);
  if (found === null) return undefined;
  const [, word = '', score, limit] = found;
  const numbers = { score: Number(score), limit: Number(limit) };
  if (/^\d/.test(word)) return numbers;
  return { ...numbers, says: word === 'Yes' ? 'spam' : 'clean', word };
};

const spam = (filter: string, source: string, ...fields: Filter['fields'][number][]): Filter => ({
  filter,
  looksFor: 'spam',
  source,
  fields,
});
const malware = (filter: string, source: string, ...fields: Filter['fields'][number][]): Filter => ({
  filter,
  looksFor: 'malware',
  source,
  fields,
});

/** Fields whose names many filters use; which one it was, other fields tell. */
export const ANY_FILTER = 'a spam filter';

/**
 * Who writes what. Where the source is a convention that was seen in mail, no page of the maker stands behind the
 * values. What only the maker can read (X-IronPort-Anti-Spam-Result, X-CNFS-Analysis, X-CM-SenderInfo) is not
 * here.
 */
export const filters: readonly Filter[] = [
  spam(
    ANY_FILTER,
    'SpamAssassin: Mail::SpamAssassin::Conf, add_header; Exim specification 45.2',
    ['x-spam-flag|x-spam_flag|x-spam', YES_NO],
    [/^x-(?:[\w.]{1,40}-){0,2}spam-status$/, all(YES_NO, OF_LIMIT, report)],
    ['x-spam-info', says([/\bspam ?[:=] ?(?:yes|true)\b/i, 'spam'], [/\bspam ?[:=] ?(?:no|false)\b/i, 'clean'])],
    ['x-spam-score|x-spam_score', SCORED],
    ['x-spam-level|x-spam-bar|x-spam_bar', all(marks, () => ({ says: 'scored' }))],
    ['x-spam-report|x-spam_report|x-ham-report|x-spam-result|x-spam-hits', report],
    ['x-spam-action|x-spam_action', RSPAMD_ACTION],
    [
      'x-spam-type|x-spam-class|x-spam-verdict|x-spam-category',
      says(
        [/^(?:spam|junk|yes)\b/i, 'spam'],
        [/^phish/i, 'phishing'],
        [/^bulk\b/i, 'bulk'],
        [/^(?:ham|clean|no|not[- ]?spam|legit\w{0,10})\b/i, 'clean'],
      ),
    ],
  ),
  spam('SpamAssassin', 'SpamAssassin: Mail::SpamAssassin::Conf, add_header', ['x-spam-checker-version', () => ({})]),
  spam(
    'SpamTitan',
    'SpamTitan: X-Virus-Scanned, in mail of the list intel-gfx.lists.freedesktop.org of February 2020',
    ['x-virus-scanned', (value) => (/\bSpamTitan\b/.test(value) ? {} : undefined)],
  ),
  spam(
    'Rspamd',
    'Rspamd: milter headers module, https://rspamd.com/doc/modules/milter_headers.html',
    ['x-spamd-result|x-rspamd-result', RSPAMD_RESULT],
    ['x-rspamd-action', RSPAMD_ACTION],
    [/^x-[\w.]{1,40}-spam-action$/, RSPAMD_ACTION],
    ['x-rspamd-pre-result', (value, name) => RSPAMD_ACTION(value.replace(/^action=/, ''), name)],
    ['x-rspamd-status|x-rspam-status', all(YES_NO, report)],
    ['x-spamd-bar', all(marks, () => ({ says: 'scored' }))],
    ['x-rspamd-score', SCORED],
    ['x-rspamd-report', report],
    ['x-rspamd-server|x-rspamd-queue-id', () => ({})],
  ),
  spam(
    'Proton',
    'convention of Proton, seen in its mail',
    ['x-pm-spam-action', says([/^phishing\b/i, 'phishing'], [/^spam\b/i, 'spam'], [/^inbox\b/i, 'clean'])],
    ['x-pm-spamscore', number()],
  ),
  spam(
    'Barracuda',
    'Barracuda: no page of the maker was found; fields as https://wiki.umiacs.umd.edu/umiacs/index.php/BarracudaSpamFirewall/Scoring shows them',
    ['x-barracuda-spam-flag', YES_NO],
    ['x-barracuda-spam-status|x-bess-spam-status|x-bess-outbound-spam-status', all(YES_NO, report)],
    ['x-barracuda-spam-report|x-bess-spam-report', report],
    ['x-barracuda-spam-score|x-bess-spam-score|x-bess-outbound-spam-score', SCORED],
  ),
  spam(
    'MailScanner',
    'MailScanner: languages/en/languages.conf',
    // Sites choose the word in front, and some take it all.
    [/^x-(?:[\w.-]{1,60}-)?spamcheck$/, all(mailScannerCheck, report)],
    [/^x-(?:[\w.-]{1,60}-)?\w?mailscanner-spamscore$/, all(marks, number())],
  ),
  malware('MailScanner', 'MailScanner: languages/en/languages.conf', [
    /^x-(?:[\w.-]{1,60}-)?\w?mailscanner$/,
    says([/^found to be infected/i, 'malware'], [/^found to be clean/i, 'clean']),
  ]),
  spam(
    'Proofpoint',
    'convention of Proofpoint, seen in mail',
    [
      'x-proofpoint-spam-details|x-proofpoint-spam-details-enc',
      all(
        PROOFPOINT_RULE,
        number(/\bscore=(-?\d{1,4})/),
        numbered(/^(?:spam|phish|malware|bulk|adult|impostor|suspect|lowpriority|ndr)score$/i),
        () => ({ says: 'scored' }),
      ),
    ],
    ['x-proofpoint-spam-reason', says([/^safe\b/i, 'allowed'])],
  ),
  spam('iCloud', 'convention of iCloud, seen in its mail', ['x-clx-spam', YES_NO], ['x-clx-score', number()]),
  spam(
    'Mimecast',
    'convention of Mimecast, seen in mail',
    ['x-mimecast-spam-score', SCORED],
    ['x-mimecast-bulk-signature', says([/^yes\b/i, 'bulk'])],
    [
      'x-mimecast-impersonation-protect',
      (value) => {
        const rules = [...value.matchAll(/([A-Z][\w -]{2,60})=true\b/g)].map((rule) => ({
          name: rule[1] as string,
        }));
        return rules.length === 0
          ? undefined
          : { says: 'suspicious', word: (rules[0] as { name: string }).name, rules };
      },
    ],
  ),
  spam(
    'Cisco Secure Email (IronPort)',
    'Cisco Secure Email: AsyncOS user guide',
    ['x-sbrs|x-ironport-sbrs|x-ironport-reputation', SCORED],
    ['x-threatscanner-verdict', says([/^negative\b/i, 'clean'], [/^positive\b/i, 'spam'])],
  ),
  malware('Cisco Secure Email (IronPort)', 'Cisco Secure Email: AsyncOS user guide', ['x-amp-result', VIRUS]),
  spam(
    'Trend Micro',
    'Trend Micro: X-headers, https://success.trendmicro.com/en-US/solution/KA-0001462; Antispam Engine scan details',
    ['x-tm-as-result|x-imss-scan-details|x-tmase-result', TREND_MICRO],
    ['x-tm-as-user-approved-sender', says([/^yes\b/i, 'allowed'])],
    ['x-tm-as-user-blocked-sender', says([/^yes\b/i, 'blocked'])],
  ),
  spam(
    'Symantec Email Security (MessageLabs)',
    'convention of MessageLabs, seen in mail',
    ['x-spamreason', all(YES_NO, report)],
    ['x-spaminfo', says([/^spam\b/i, 'spam'])],
  ),
  spam(
    'Sophos',
    'Sophos PureMessage: X-PMX-Spam; seen in mail',
    ['x-pmx-spam|x-perlmx-spam|x-sea-spam|x-lased-spam|x-lased-hits', sophosReport],
    ['x-sasi-spamprobability|x-lased-spamprobability', SCORED],
  ),
  spam(
    'Kaspersky',
    'Kaspersky Secure Mail Gateway: About information X-headers, https://support.kaspersky.com/KSMG/2.0.1/en-US/205767.htm',
    [/^x-(?:kse|klms|ksmg)-antispam-status$/, KASPERSKY],
    [/^x-(?:kse|klms|ksmg)-antispam-rate$/, number()],
    [
      /^x-(?:kse|klms|ksmg)-antiphishing(?:-info|-status)?$/,
      says([/^(?:phish|detected|infected)/i, 'phishing'], [/^(?:clean|not[_ ]detected)\b/i, 'clean']),
    ],
    ['x-spamtest-status|x-spamtest-status-extended', KASPERSKY],
    ['x-spamtest-rate', number()],
  ),
  malware(
    'Kaspersky',
    'Kaspersky Secure Mail Gateway: About information X-headers, https://support.kaspersky.com/KSMG/2.0.1/en-US/205767.htm',
    [/^x-(?:kse|klms|ksmg)-antivirus-(?:info|status)$/, VIRUS],
  ),
  spam(
    'Vade',
    'convention of Vade and of OVH, Orange and others that use it, seen in mail',
    [
      /^x-(?:[\w.]{1,30}-)?(?:vr|vade|vrspam|vdrt|vadesecure)-?(?:spam)?(?:-?(?:state|status|verdict|classification))$/,
      VADE,
    ],
    [/^x-(?:[\w.]{1,30}-)?(?:vr|vade|vrspam|vdrt)-?(?:spam)?-?score$/, number()],
    [
      'x-vade-tracker',
      all((value, name) => VADE(/\bverdict=([\w:]{1,40})/.exec(value)?.[1] ?? '', name), number(/\bscore=(-?\d{1,5})/)),
    ],
  ),
  spam('eXpurgate', 'convention of eleven (eXpurgate), seen in mail', [
    'x-purgate|x-purgate-type|x-expurgate|x-toi-expurgateid',
    EXPURGATE,
  ]),
  spam(
    'Cloudmark',
    'convention of Cloudmark, seen in mail',
    [/^x-(?:cmae|cm|cloudmark|[\w.]{1,30}-cm)-score$/, SCORED],
    ['x-cmae-verdict', says([/^spam\b/i, 'spam'], [/^(?:legit|clean|ham)\b/i, 'clean'], [/^phish/i, 'phishing'])],
  ),
  spam('Hornetsecurity', 'convention of Hornetsecurity (antispameurope), seen in mail', [
    /^x-(?:antispameurope|hornetsecurity|cloud-security)-spam-?status$/,
    HORNET,
  ]),
  malware('Hornetsecurity', 'convention of Hornetsecurity (antispameurope), seen in mail', [
    /^x-(?:antispameurope|hornetsecurity|cloud-security)-virusscan$/,
    VIRUS,
  ]),
  spam(
    'Microsoft 365',
    'Microsoft Learn: Anti-spam message headers in Microsoft 365',
    ['x-forefront-antispam-report|x-ms-antispam-report', antispamReport],
    ['x-ms-exchange-organization-scl', confidenceLevel],
    ['x-ms-exchange-organization-pcl', phishingLevel],
    ['x-microsoft-antispam', bulkLevel],
    ['spamdiagnosticmetadata', says([/^NSPM\b/, 'clean'], [/^SPM\b/, 'spam'])],
  ),
  spam(
    'Microsoft 365 of an earlier organisation',
    'Microsoft Learn: Anti-spam message headers in Microsoft 365',
    ['x-forefront-antispam-report-untrusted', antispamReport],
    ['x-microsoft-antispam-untrusted', bulkLevel],
  ),
  spam(
    'Gmail',
    'convention of Gmail, seen in mail',
    ['x-gm-phishy', says([/^1\b/, 'phishing'])],
    ['x-gm-spam', says([/^1\b/, 'spam'], [/^0\b/, 'clean'])],
  ),
  spam('Yahoo', 'convention of Yahoo, seen in its mail', [
    'x-yahoofilteredbulk|x-yahoo-filtered-bulk',
    says([/^[\da-f.:]{3,45}$/i, 'bulk']),
  ]),
  spam('AOL', 'Rspamd: rules/regexp/upstream_spam_filters.lua', [
    'x-aol-global-disposition',
    says([/^S\b/, 'spam'], [/^G\b/, 'clean']),
  ]),
  spam(
    'GMX and web.de',
    'convention of GMX and web.de (United Internet), seen in their mail',
    ['x-gmx-antispam', says([/^[1-9]\d{0,3} \([^)]{1,100}\)|^[1-9]\d{0,3}\b/, 'spam'], [/^0\b/, 'clean'])],
    ['x-ui-filterresults', says([/^junk:\d{1,3}/, 'spam'], [/^notjunk:\d{1,3}/, 'clean'])],
  ),
  spam('GMX and web.de, for outgoing mail', 'convention of GMX and web.de (United Internet), seen in their mail', [
    'x-ui-out-filterresults|ui-outboundreport',
    says([/^junk:\d{1,3}/, 'spam'], [/^notjunk:\d{1,3}/, 'clean']),
  ]),
  malware('GMX and web.de', 'convention of GMX and web.de (United Internet), seen in their mail', [
    'x-gmx-antivirus',
    says([/^0\b/, 'clean'], [/^[1-9]\d{0,3} \((?!not )[^)]{1,100}\)/, 'malware']),
  ]),
  spam('Mail.ru', 'convention of Mail.ru, seen in its mail', [
    'x-mras',
    says([/^probable/i, 'suspicious'], [/^spam/i, 'spam'], [/^(?:ok|pass)\b/i, 'clean']),
  ]),
  spam('Yandex', 'convention of Yandex, seen in its mail', [
    'x-yandex-spam',
    says([/^1\b/, 'clean'], [/^4\b/, 'spam']),
  ]),
  spam('QQ', 'convention of QQ, seen in its mail', ['x-qq-spam', YES_NO]),
  malware('Zoho', 'convention of Zoho, seen in its mail', ['x-zoho-virus-status', says([/^1\b/, 'clean'])]),
  spam(
    'DSPAM',
    'DSPAM: README, message headers',
    [
      'x-dspam-result',
      says(
        [/^spam\b/i, 'spam'],
        [/^(?:innocent|clean)\b/i, 'clean'],
        [/^whitelisted\b/i, 'allowed'],
        [/^bl(?:ack|ock)listed\b/i, 'blocked'],
        [/^virus\b/i, 'malware'],
      ),
    ],
    ['x-dspam-probability', number()],
  ),
  spam('bogofilter', 'bogofilter(1)', [
    'x-bogosity',
    all(
      says([/^(?:spam|yes)\b/i, 'spam'], [/^(?:ham|no)\b/i, 'clean'], [/^unsure\b/i, 'suspicious']),
      number(/\bspamicity=(\d{1,2}(?:\.\d{1,10})?)/),
    ),
  ]),
  spam('CRM114', 'CRM114: mailreaver.crm', [
    'x-crm114-status',
    all(
      says([/^spam\b/i, 'spam'], [/^good\b/i, 'clean'], [/^unsure\b/i, 'suspicious']),
      number(/\(\s{0,5}(-?\d{1,5}(?:\.\d{1,6})?)\s{0,5}\)/),
    ),
  ]),
  spam(
    'ASSP',
    'ASSP: AddSpamHeader, AddSpamProbHeader and others',
    ['x-assp-spam|x-assp-spam-found', YES_NO],
    ['x-assp-message-score|x-assp-message-totalscore|x-smx-message-totalscore', SCORED],
    ['x-assp-spam-level', marks],
    ['x-assp-blacklisted', says([/^yes\b/i, 'blocked'])],
    ['x-assp-whitelisted', says([/^yes\b/i, 'allowed'])],
  ),
  malware('MDaemon', 'MDaemon: AntiVirus headers', ['x-mdav-result', VIRUS]),
  malware('amavis', 'amavis: RELEASE_NOTES, X-Amavis-Alert', [
    'x-amavis-alert',
    says([/^infected\b[^;]{0,80}/i, 'malware'], [/^banned\b[^;]{0,80}/i, 'blocked'], [/^bad header\b/i, 'suspicious']),
  ]),
  malware('ClamAV', 'clamav-milter.conf(5): AddHeader', ['x-virus-status|x-clamav-scan', VIRUS]),
  malware('ESET', 'convention of ESET, seen in mail', [
    'x-esetresult',
    says([/^(?:infected|cleaned|deleted)\b/i, 'malware'], [/^clean\b/i, 'clean']),
  ]),
  spam('Bitdefender', 'convention of Bitdefender, seen in mail', [
    'x-bitdefender-spam',
    all(YES_NO, number(/\((-?\d{1,4})\)/)),
  ]),
  malware('Bitdefender', 'convention of Bitdefender, seen in mail', [
    'x-bitdefender-scanner|x-bitdefender-wks-scanner',
    VIRUS,
  ]),
  spam('WatchGuard', 'convention of WatchGuard, seen in mail', [
    'x-watchguard-spam-score',
    says(
      [/\b(?:spam|confirmed)\b/i, 'spam'],
      [/\bbulk\b/i, 'bulk'],
      [/\bsuspect\b/i, 'suspicious'],
      [/\bclean\b/i, 'clean'],
    ),
  ]),
  spam(
    'SpamExperts',
    'convention of SpamExperts (N-able Mail Assure), seen in mail',
    [/^x-(?:spamexperts|spampanel|[\w.]{1,40}antispam)-class$/, spamExpertsClass],
    [/^x-(?:spamexperts|spampanel|[\w.]{1,40}antispam)-evidence$/, EVIDENCE],
  ),
  spam(
    'SpamExperts, for outgoing mail',
    'convention of SpamExperts (N-able Mail Assure), seen in mail',
    [/^x-(?:spamexperts|spampanel|[\w.]{1,40}antispam)-outgoing-class$/, spamExpertsClass],
    [/^x-(?:spamexperts|spampanel|[\w.]{1,40}antispam)-outgoing-evidence$/, EVIDENCE],
  ),
  malware('Avast or AVG', 'convention of Avast and AVG, seen in mail', ['x-antivirus-status', VIRUS]),
  spam('IMail', 'IMail Server: X-Header Explanations', [
    /^x-imail-spam-[\w-]{2,40}$/,
    (value, name) => ({
      says: 'suspicious',
      word: value.slice(0, 60),
      rules: [{ name: name.slice('x-imail-spam-'.length).toUpperCase() }],
    }),
  ]),
  spam(
    'hMailServer',
    'hMailServer: spam protection',
    ['x-hmailserver-spam', YES_NO],
    ['x-hmailserver-reason-score', number()],
  ),
  spam('SmarterMail', 'SmarterMail: spam headers', ['x-smartermail-totalspamweight', SCORED]),
  spam('Commtouch or Cyren', 'convention of Commtouch, seen in mail', [
    'x-ctch-spam',
    says(
      [/^confirmed\b/i, 'spam'],
      [/^bulk\b/i, 'bulk'],
      [/^suspect/i, 'suspicious'],
      [/^(?:unknown|nonspam)\b/i, 'clean'],
    ),
  ]),
  spam('Amazon SES', 'Amazon SES: receiving email, spam and virus verdicts', ['x-ses-spam-verdict', PASS_FAIL('spam')]),
  malware('Amazon SES', 'Amazon SES: receiving email, spam and virus verdicts', [
    'x-ses-virus-verdict',
    PASS_FAIL('malware'),
  ]),
  spam('Mailgun', 'Mailgun: spam filter of incoming mail', ['x-mailgun-sflag', YES_NO], ['x-mailgun-sscore', number()]),
  spam('Terrace', 'convention of Terrace, seen in mail', [
    'x-terrace-spammark',
    says([/^not spam-marked/i, 'clean'], [/^spam-marked/i, 'spam']),
  ]),
];
