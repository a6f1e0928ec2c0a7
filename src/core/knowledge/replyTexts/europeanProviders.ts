import { act, probe, queueRetries } from '../steps.ts';
import type { TextRow } from './replyText.ts';

const byGmx =
  /gmx|web\.de|mail\.com|1und1|ionos|kundenserver|perfora|Nemesis|postmaster\.(?:gmx|web)|Requested action not taken/i;
const cloudmark = act('Ask for a reset at Cloudmark (https://csi.cloudmark.com/en/reset/) when the cause is gone.');
const stop = act('Find and stop unwanted mail that leaves through this address.');

const gmx: readonly TextRow[] = [
  {
    name: 'gmx-blocklisted',
    pattern: /IP address is (?:block|black) ?listed/i,
    also: byGmx,
    sample: '554-gmx.net (mxgmx101) Nemesis ESMTP Service not available. IP address is block listed.',
    reason: 'blocklisted',
    meaning: 'GMX, web.de or mail.com blocks the sending IP address.',
    source: 'gmx',
    next: [act('Open the postmaster link in the reply and ask for removal there.'), stop],
  },
  {
    name: 'gmx-ptr',
    pattern: /Bad DNS PTR resource record|Nemesis ESMTP Service not available[^\n]{0,120}\bPTR\b/i,
    sample: '554-gmx.net (mxgmx116) Nemesis ESMTP Service not available. Bad DNS PTR resource record.',
    reason: 'reverse-dns',
    meaning: 'GMX, web.de or mail.com wants a proper PTR record for the sending IP address, not a generic one.',
    source: 'gmx',
  },
  {
    name: 'gmx-spf',
    pattern: /Reject due to SPF policy/i,
    sample:
      '550-Requested action not taken: mailbox unavailable. Reject due to SPF policy. For explanation visit https://postmaster.gmx.net/en/case',
    reason: 'spf-failed',
    meaning: 'The SPF record of the sender domain does not allow the sending host, says GMX, web.de or mail.com.',
    source: 'gmx',
  },
  {
    name: 'gmx-policy',
    pattern: /Reject due to policy (?:restrictions|violations)/i,
    sample:
      '550 Requested action not taken: mailbox unavailable. Reject due to policy restrictions. For explanation visit https://postmaster.gmx.net/en/case',
    reason: 'policy-refused',
    meaning:
      'GMX, web.de or mail.com refuses the message by a rule on headers, domain or IP address; with a 4yz code for many unknown recipients or a changing HELO name.',
    source: 'gmx',
    actor: 'sending admin',
    next: [
      act('Open the link in the reply: it names the rule.'),
      act('Take unknown recipients out of the list, and use one HELO name for each IP address.'),
    ],
  },
  {
    name: 'gmx-rate',
    pattern: /Rate limit reached\. Please try again later/i,
    sample:
      '421 Rate limit reached. Please try again later. For explanation visit https://postmaster.gmx.net/en/error-messages',
    reason: 'rate-limited',
    meaning: 'GMX, web.de or mail.com got too much mail from this sender in a short time.',
    source: 'gmx',
    next: [act('Send more slowly, and try again after some hours.'), stop],
  },
  {
    name: 'gmx-sender-dns',
    pattern: /Invalid DNS MX or A\/AAAA resource record/i,
    sample: '550-Requested action not taken: mailbox unavailable. Invalid DNS MX or A/AAAA resource record.',
    reason: 'sender-domain-not-found',
    meaning: 'The domain of the sender has no MX, A or AAAA record, says GMX, web.de or mail.com.',
    source: 'gmx',
  },
  {
    name: 'gmx-quota',
    pattern: /exceeded storage allocation[.,]? Quota exceeded/i,
    sample:
      "552-Requested mail action aborted: exceeded storage allocation. Quota exceeded. The recipient's mailbox is full.",
    reason: 'mailbox-full',
    meaning: 'The GMX, web.de or mail.com mailbox is full.',
    source: 'gmx',
  },
];

const tOnline: readonly TextRow[] = [
  {
    name: 't-online-spam',
    pattern: /due to spam or virus classification|FPR@RX\.T-ONLINE\.DE/i,
    sample:
      '550-5.7.0 Your message has been rejected due to spam or virus classification. Please report to FPR@RX.T-ONLINE.DE',
    reason: 'spam-refused',
    meaning: 'Telekom takes the content of the message for spam or malware.',
    source: 'telekom',
    next: [
      act('Check text and links: short links alone can be the cause.'),
      act('Send the full reply to FPR@RX.T-ONLINE.DE if the message is harmless.'),
    ],
  },
  {
    name: 't-online-reputation',
    pattern: /None\/bad reputation|\(NOWL\)/i,
    sample:
      '554 IP=192.0.2.1 - None/bad reputation. Ask your postmaster for help or to contact tobr@rx.t-online.de for reset. (NOWL)',
    reason: 'poor-reputation',
    meaning: 'Telekom does not know this mail server or blocks it.',
    source: 'telekom',
    next: [
      act('Give the server a fitting host name, a PTR record and a web page with contact data.'),
      act('Write to the address at rx.t-online.de that the reply names.'),
    ],
  },
  {
    name: 't-online-blocked',
    pattern:
      /A problem occurred\. ?\(?(?:Ask your postmaster|[^\n]{0,200}rx\.t-online\.de)|\btos[ab]@rx\.t-online\.de/i,
    sample:
      '554 IP=192.0.2.1 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.) (BL)',
    reason: 'blocklisted',
    meaning: 'Telekom blocks the sending IP address; (BL) at the end stands for its block list.',
    source: 'telekom',
    next: [
      stop,
      act('Give the server a fitting host name, a PTR record and a web page with contact data.'),
      act('Write to tosa@rx.t-online.de with the IP address.'),
    ],
  },
];

const orange: readonly TextRow[] = [
  {
    name: 'orange-cloudmark',
    wins: ['cloudmark-list'],
    pattern: /\bOFR[_\d]{0,8}[_ ]?(?:102|510)\b/,
    sample:
      '550 mwinf5c04 ME Adresse IP source bloquee pour incident de spam. Client host blocked for spamming issues. OFR004_102 [102]',
    reason: 'blocklisted',
    meaning: 'Orange blocks the sending IP address for spam, by the list of Cloudmark.',
    source: 'orange',
    next: [stop, cloudmark],
  },
  {
    name: 'orange-connections',
    pattern: /\bOFR[_\d]{0,8}[_ ]?104\b|Trop de connexions/i,
    sample:
      '421 mwinf5c10 ME Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR004_104 [104]',
    reason: 'too-many-connections',
    meaning: 'This IP address has more connections open than Orange allows.',
    source: 'orange',
  },
  {
    name: 'orange-sender',
    pattern: /\bOFR[_\d]{0,8}[_ ]?(?:403|405|415)\b|Emetteur invalide/i,
    sample: '501 5.1.0 Emetteur invalide. Invalid Sender. OFR_405 [405]',
    reason: 'sender-refused',
    meaning: 'Orange does not accept the sender address or its domain.',
    source: 'orange',
    next: [act('Check the sender address.'), probe('Make sure that its domain is found in DNS and that SPF passes.')],
  },
  {
    name: 'orange-recipient',
    pattern: /\bOFR[_\d]{0,8}[_ ]?416\b|destinataire invalide/i,
    sample: '550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416 [416]',
    reason: 'recipient-unknown',
    meaning: 'The provider knows no mailbox with this address.',
    source: 'orange',
  },
  {
    name: 'orange-full',
    pattern: /\bOFR[_\d]{0,8}[_ ]?417\b|Boite du destinataire pleine/i,
    sample: '552 5.1.1 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]',
    reason: 'mailbox-full',
    meaning: 'The mailbox of the recipient is full.',
    source: 'orange',
  },
  {
    name: 'orange-spam',
    pattern: /\bOFR[_\d]{0,8}[_ ]?(?:506|513)\b|Mail rejete\b/i,
    sample: '550 5.2.0 Mail rejete. Mail rejected. OFR_506 [506]',
    reason: 'spam-refused',
    meaning: 'Orange takes the content of the message for spam.',
    source: 'orange',
  },
  {
    name: 'orange-999',
    wins: ['orange-later'],
    pattern: /\bOFR[_ ]?999\b/,
    sample: '421 mwinf5c00 ME Service refuse. Service refused, please try later. OFR_999 [999]',
    reason: 'poor-reputation',
    meaning: 'Orange refuses the mail for now, because of the reputation of the sender or its own load.',
    source: 'orange',
    next: [act('Send more slowly.'), probe('Check that SPF, DKIM and DMARC pass.'), stop],
    sisimai: 'blocked',
  },
  {
    name: 'orange-later',
    pattern: /\bOFR[_\d]{0,8}[_ ]?(?:103|105|107|108|109|201|505)\b|Service refuse\. Veuillez essayer plus tard/i,
    sample: '421 4.2.0 Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR_201 [201]',
    reason: 'poor-reputation',
    meaning: 'Orange refuses the mail for now, because of the reputation of the sender or its own load.',
    source: 'orange',
    next: [act('Send more slowly.'), probe('Check that SPF, DKIM and DMARC pass.'), stop],
  },
  {
    name: 'orange-ofr',
    vague: true,
    pattern: /\bOFR(?:[_ ]?\d{1,3}){1,2}\b/,
    sample: '550 5.7.1 Service refuse. OFR_515 [515]',
    reason: 'policy-refused',
    meaning: 'Orange refuses the message; the number behind OFR names the rule.',
    source: 'orange',
    actor: 'sending admin',
    next: [act('Look up the number behind OFR in the postmaster pages of Orange.')],
  },
];

const laPoste: readonly TextRow[] = [
  {
    name: 'laposte-spf',
    wins: ['laposte-code'],
    pattern: /\bLPN(?:AAA|\d{3})[-_]401\b/,
    sample: '550 5.7.1 Message refuse. LPN007_401',
    reason: 'spf-failed',
    meaning: 'The SPF record of the sender domain does not allow the sending host, says laposte.net.',
    source: 'laposte',
  },
  {
    name: 'laposte-unknown',
    wins: ['laposte-code'],
    pattern: /\bLPN(?:AAA|\d{3})[-_]416\b/,
    sample: '550 5.5.0 Boite du destinataire invalide. LPN007_416',
    reason: 'recipient-unknown',
    meaning: 'La Poste (laposte.net) knows no mailbox with this address.',
    source: 'laposte',
    sisimai: 'userunknown',
  },
  {
    name: 'laposte-blocked-mailbox',
    wins: ['laposte-code'],
    pattern: /\bLPN(?:AAA|\d{3})[-_]42[06]\b/,
    sample: '550 5.5.0 Boite du destinataire archivee. LPN007_420',
    reason: 'recipient-inactive',
    meaning: 'The mailbox at laposte.net is blocked or archived.',
    source: 'laposte',
    actor: 'recipient',
    next: [act('Log in to the mailbox to open it again.'), act('Reach the recipient another way.', 'sender')],
  },
  {
    name: 'laposte-dmarc',
    wins: ['laposte-code'],
    pattern: /\bLPN(?:AAA|\d{3})[-_]517\b/,
    sample: '550 5.7.1 Message refuse. LPN007_517',
    reason: 'dmarc-failed',
    meaning: 'The From domain asks to refuse mail that fails DMARC, and this message fails at laposte.net.',
    source: 'laposte',
  },
  {
    name: 'laposte-code',
    wins: ['orange-recipient', 'orange-later'],
    pattern: /\bLPN(?:AAA|\d{3})[-_]\d{3}\b/,
    sample: '550 5.5.0 Service refuse. Veuillez essayer plus tard. LPN007_510',
    reason: 'policy-refused',
    meaning:
      'La Poste (laposte.net) refuses the message; the last three digits of the code name the rule, with the same meaning as at Orange.',
    source: 'laposte',
    actor: 'sending admin',
    next: [act('Look up the last three digits in the code list of laposte.net or Orange.')],
  },
];

const french: readonly TextRow[] = [
  {
    name: 'free-too-many-spams',
    pattern: /too many spams from your IP/i,
    sample: '550 5.7.1 spam detected: Too many spams from your IP (192.0.2.1), please visit http://postmaster.free.fr/',
    reason: 'poor-reputation',
    meaning: 'Free limits mail from this IP address because too much of it is spam.',
    source: 'free',
    next: [act('Send more slowly.'), stop],
  },
  {
    name: 'free-connections',
    pattern: /too many connections from your IP/i,
    sample: '421 Too many connections from your IP (192.0.2.1), please visit http://postmaster.free.fr/',
    reason: 'too-many-connections',
    meaning: 'This IP address opens too many connections; Free words it like this.',
    source: 'free',
  },
  {
    name: 'sfr-abuse',
    pattern: /Abus detecte GU_EIB_0[24]/i,
    sample: '554 5.7.1 Abus detecte GU_EIB_04',
    reason: 'client-refused',
    meaning: 'SFR saw abuse from the sending IP address and blocks it.',
    source: 'sisimai Reason/Blocked.pm',
    retry: 'later',
    next: [stop, act('Ask SFR to lift the block after that.')],
  },
];

const russian: readonly TextRow[] = [
  {
    name: 'mailru-spam',
    wins: ['rspamd-spam'],
    pattern: /spam message rejected\. Please visit/i,
    sample:
      '550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=abc or report details to abuse@corp.mail.ru.',
    reason: 'spam-refused',
    meaning: 'Mail.ru takes the message for spam.',
    source: 'mailru',
    next: [
      act('Open the link in the reply and ask for a review.'),
      act('Check the domain at https://postmaster.mail.ru/.'),
    ],
  },
  {
    name: 'mailru-invalid-mailbox',
    pattern: /invalid mailbox\. Local mailbox [^\n]{0,200}is unavailable/i,
    sample: '550 Message was not accepted -- invalid mailbox. Local mailbox bob@mail.ru is unavailable: user not found',
    reason: 'recipient-unknown',
    meaning: 'The mailbox at Mail.ru does not exist or is switched off.',
    source: 'mailru',
    next: [act('Check the address letter by letter.'), act('Take the address out of lists.')],
  },
  {
    name: 'mailru-dynamic-ip',
    pattern: /We do not accept mail from (?:hosts with )?dynamic IP|or generic dns PTR/i,
    sample:
      '550 We do not accept mail from hosts with dynamic IP or generic dns PTR-records. Please get a custom reverse DNS at your ISP',
    reason: 'reverse-dns',
    meaning:
      'The PTR record of the sending IP address is missing or looks like that of a home connection; Mail.ru words it like this.',
    source: 'mailru',
    next: [
      act('Have a PTR record set for the sending IP address that names the mail server.'),
      act('Send through the mail server of the provider if the address is a dynamic one.'),
    ],
  },
  {
    name: 'mailru-sending-disabled',
    pattern: /message sending for this account is disabled/i,
    sample: '550 Message sending for this account is disabled. Please visit https://help.mail.ru/mail',
    reason: 'account-disabled',
    meaning: 'Mail.ru lets this account send no mail, most often because it suspects a stolen password.',
    source: 'mailru',
    actor: 'sender',
    next: [act('Set a new password in the browser.'), act('Check the devices that use the account for malware.')],
  },
  {
    name: 'yandex-spam',
    pattern: /rejected under suspicion of SPAM/i,
    sample: '554 5.7.1 [2] Message rejected under suspicion of SPAM; https://ya.cc/1IrBc',
    reason: 'spam-refused',
    meaning: 'Yandex takes the message for spam.',
    source: 'yandex',
    next: [act('Open the link in the reply.'), act('Check the domain at https://postmaster.yandex.ru/.')],
  },
  {
    name: 'yandex-receiving-rate',
    pattern: /recipient has exceeded (?:the |their )?message rate limit/i,
    sample: '450 4.2.1 The recipient has exceeded message rate limit. Try again later.',
    reason: 'rate-limited',
    meaning: 'The mailbox gets mail too fast at the moment; Yandex words it like this.',
    source: 'yandex',
    actor: 'nobody',
    next: [queueRetries],
  },
  {
    name: 'yandex-target-policy',
    pattern: /Policy rejection on the target address/i,
    sample: '550 5.7.1 Policy rejection on the target address',
    reason: 'recipient-inactive',
    meaning: 'Yandex has blocked the mailbox because its owner broke the terms of use.',
    source: 'yandex',
    actor: 'recipient',
    next: [
      act('Confirm your data in the account to have it opened again.'),
      act('Reach the recipient another way.', 'sender'),
    ],
  },
  {
    name: 'rambler-inactive',
    pattern: /recipient address rejected: (?:Inactive|Blocked)/i,
    sample: '540 5.7.1 <bob@rambler.ru>: recipient address rejected: Inactive',
    reason: 'recipient-inactive',
    meaning: 'The mailbox is inactive or blocked; Rambler words it like this.',
    source: ['rambler', 'smtp-field-manual 540.json'],
    actor: 'recipient',
  },
  {
    name: 'iua-unknown',
    pattern: /mail\.i\.ua\/err\/2\b/i,
    sample: '550 Recipient not found; see http://mail.i.ua/err/2/',
    reason: 'recipient-unknown',
    meaning: 'The provider i.ua knows no mailbox with this address.',
    source: 'iua',
  },
  {
    name: 'iua-frozen',
    pattern: /mail\.i\.ua\/err\/3\b/i,
    sample: '550 Mailbox is frozen. See http://mail.i.ua/err/3/',
    reason: 'recipient-inactive',
    meaning: 'The mailbox at i.ua is frozen.',
    source: 'iua',
  },
  {
    name: 'iua-full',
    pattern: /mail\.i\.ua\/err\/4\b/i,
    sample: '550 Mailbox is full; see http://mail.i.ua/err/4/',
    reason: 'mailbox-full',
    meaning: 'The mailbox at i.ua is full.',
    source: 'iua',
  },
  {
    name: 'iua-listed',
    pattern: /mail\.i\.ua\/err\/9\b/i,
    sample: '550 Your IP is listed; see http://mail.i.ua/err/9/',
    reason: 'blocklisted',
    meaning: 'The provider i.ua refuses the sending IP address because a list has it.',
    source: 'iua',
  },
  {
    name: 'iua-code',
    vague: true,
    pattern: /mail\.i\.ua\/err\/\d{1,3}/i,
    sample: '550 Rejected; see http://mail.i.ua/err/1/',
    reason: 'policy-refused',
    meaning: 'The provider i.ua refuses the mail; the number at the end of the link names the cause.',
    source: 'iua',
    actor: 'sending admin',
    next: [act('Open the link in the reply: it explains the number.')],
  },
];

const others: readonly TextRow[] = [
  {
    name: 'proton-spam',
    pattern: /Rejected by spam filter/i,
    sample: '550 5.7.1 Rejected by spam filter',
    reason: 'spam-refused',
    meaning: 'The spam filter of the receiver refuses the message; Proton Mail words it like this.',
    source: 'smtp-field-manual 550.json',
  },
  {
    name: 'rackspace-unknown',
    pattern: /(?<!\S)\(G8\)/,
    sample: '550 5.1.1 <bob@contoso.test>: Recipient address rejected: User unknown. mx2.emailsrvr.com (G8)',
    reason: 'recipient-unknown',
    meaning: 'Rackspace Email knows no mailbox with this address.',
    source: 'smtp-field-manual 550.json',
  },
  {
    name: 'rackspace-code',
    wins: ['spamhaus-ip'],
    vague: true,
    pattern: /(?<!\S)\(G\d{1,3}\)|emailsrvr\.com(?! ?\[)/i,
    sample: '554 5.7.1 Rejected: smtp.emailsrvr.com (G15)',
    reason: 'policy-refused',
    meaning: 'Rackspace Email refuses the mail; the number behind the G names the cause.',
    source: ['smtp-field-manual 550.json', 'zone-mta'],
    actor: 'sending admin',
    next: [act('Look up the G number in the help pages of Rackspace Email.')],
  },
];

/** Words of European mailbox providers, and of others with codes of their own. */
export const europeanProviderTexts: readonly TextRow[] = [
  ...gmx,
  ...tOnline,
  ...laPoste,
  ...orange,
  ...french,
  ...russian,
  ...others,
];
