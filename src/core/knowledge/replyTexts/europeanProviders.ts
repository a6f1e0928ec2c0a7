import { act, probe, queueRetries } from '../steps.ts';
import { type ReplyText, says } from './replyText.ts';

const gmxPages = 'GMX and mail.com postmaster pages: error messages';
const telekomPages = 'Telekom: postmaster.t-online.de';
const orangePages = 'Orange postmaster: codes OFR';
const laPostePages = 'laposte.net: codes LPN';
const rackspacePages = 'Rackspace Email wording';

const byGmx =
  /gmx|web\.de|mail\.com|1und1|ionos|kundenserver|perfora|Nemesis|postmaster\.(?:gmx|web)|Requested action not taken/i;
const cloudmark = act('Ask for a reset at Cloudmark (https://csi.cloudmark.com/en/reset/) when the cause is gone.');
const stop = act('Find and stop unwanted mail that leaves through this address.');

const gmx: readonly ReplyText[] = [
  says(
    'gmx-blocklisted',
    /IP address is (?:block|black) ?listed/i,
    '554-gmx.net (mxgmx101) Nemesis ESMTP Service not available. IP address is block listed.',
    'blocklisted',
    'GMX, web.de or mail.com blocks the sending IP address.',
    gmxPages,
    { also: byGmx, next: [act('Open the postmaster link in the reply and ask for removal there.'), stop] },
  ),
  says(
    'gmx-ptr',
    /Bad DNS PTR resource record|Nemesis ESMTP Service not available[^\n]{0,120}\bPTR\b/i,
    '554-gmx.net (mxgmx116) Nemesis ESMTP Service not available. Bad DNS PTR resource record.',
    'reverse-dns',
    'GMX, web.de or mail.com wants a proper PTR record for the sending IP address, not a generic one.',
    gmxPages,
  ),
  says(
    'gmx-spf',
    /Reject due to SPF policy/i,
    '550-Requested action not taken: mailbox unavailable. Reject due to SPF policy. For explanation visit https://postmaster.gmx.net/en/case',
    'spf-failed',
    'The SPF record of the sender domain does not allow the sending host, says GMX, web.de or mail.com.',
    gmxPages,
  ),
  says(
    'gmx-policy',
    /Reject due to policy (?:restrictions|violations)/i,
    '550 Requested action not taken: mailbox unavailable. Reject due to policy restrictions. For explanation visit https://postmaster.gmx.net/en/case',
    'policy-refused',
    'GMX, web.de or mail.com refuses the message by a rule on headers, domain or IP address; with a 4yz code for many unknown recipients or a changing HELO name.',
    gmxPages,
    {
      actor: 'sending admin',
      next: [
        act('Open the link in the reply: it names the rule.'),
        act('Take unknown recipients out of the list, and use one HELO name for each IP address.'),
      ],
    },
  ),
  says(
    'gmx-rate',
    /Rate limit reached\. Please try again later/i,
    '421 Rate limit reached. Please try again later. For explanation visit https://postmaster.gmx.net/en/error-messages',
    'rate-limited',
    'GMX, web.de or mail.com got too much mail from this sender in a short time.',
    gmxPages,
    { next: [act('Send more slowly, and try again after some hours.'), stop] },
  ),
  says(
    'gmx-sender-dns',
    /Invalid DNS MX or A\/AAAA resource record/i,
    '550-Requested action not taken: mailbox unavailable. Invalid DNS MX or A/AAAA resource record.',
    'sender-domain-not-found',
    'The domain of the sender has no MX, A or AAAA record, says GMX, web.de or mail.com.',
    gmxPages,
  ),
  says(
    'gmx-quota',
    /exceeded storage allocation[.,]? Quota exceeded/i,
    "552-Requested mail action aborted: exceeded storage allocation. Quota exceeded. The recipient's mailbox is full.",
    'mailbox-full',
    'The GMX, web.de or mail.com mailbox is full.',
    gmxPages,
  ),
];

const tOnline: readonly ReplyText[] = [
  says(
    't-online-spam',
    /due to spam or virus classification|FPR@RX\.T-ONLINE\.DE/i,
    '550-5.7.0 Your message has been rejected due to spam or virus classification. Please report to FPR@RX.T-ONLINE.DE',
    'spam-refused',
    'Telekom takes the content of the message for spam or malware.',
    telekomPages,
    {
      next: [
        act('Check text and links: short links alone can be the cause.'),
        act('Send the full reply to FPR@RX.T-ONLINE.DE if the message is harmless.'),
      ],
    },
  ),
  says(
    't-online-reputation',
    /None\/bad reputation|\(NOWL\)/i,
    '554 IP=192.0.2.1 - None/bad reputation. Ask your postmaster for help or to contact tobr@rx.t-online.de for reset. (NOWL)',
    'poor-reputation',
    'Telekom does not know this mail server or blocks it.',
    telekomPages,
    {
      next: [
        act('Give the server a fitting host name, a PTR record and a web page with contact data.'),
        act('Write to the address at rx.t-online.de that the reply names.'),
      ],
    },
  ),
  says(
    't-online-blocked',
    /A problem occurred\. ?\(?(?:Ask your postmaster|[^\n]{0,200}rx\.t-online\.de)|\btos[ab]@rx\.t-online\.de/i,
    '554 IP=192.0.2.1 - A problem occurred. (Ask your postmaster for help or to contact tosa@rx.t-online.de to clarify.) (BL)',
    'blocklisted',
    'Telekom blocks the sending IP address; (BL) at the end stands for its block list.',
    telekomPages,
    {
      next: [
        stop,
        act('Give the server a fitting host name, a PTR record and a web page with contact data.'),
        act('Write to tosa@rx.t-online.de with the IP address.'),
      ],
    },
  ),
];

const orange: readonly ReplyText[] = [
  says(
    'orange-cloudmark',
    /\bOFR[_\d]{0,8}[_ ]?(?:102|510)\b/,
    '550 mwinf5c04 ME Adresse IP source bloquee pour incident de spam. Client host blocked for spamming issues. OFR004_102 [102]',
    'blocklisted',
    'Orange blocks the sending IP address for spam, by the list of Cloudmark.',
    orangePages,
    { next: [stop, cloudmark] },
  ),
  says(
    'orange-connections',
    /\bOFR[_\d]{0,8}[_ ]?104\b|Trop de connexions/i,
    '421 mwinf5c10 ME Trop de connexions, veuillez verifier votre configuration. Too many connections, slow down. OFR004_104 [104]',
    'too-many-connections',
    'This IP address has more connections open than Orange allows.',
    orangePages,
  ),
  says(
    'orange-sender',
    /\bOFR[_\d]{0,8}[_ ]?(?:403|405|415)\b|Emetteur invalide/i,
    '501 5.1.0 Emetteur invalide. Invalid Sender. OFR_405 [405]',
    'sender-refused',
    'Orange does not accept the sender address or its domain.',
    orangePages,
    {
      next: [act('Check the sender address.'), probe('Make sure that its domain is found in DNS and that SPF passes.')],
    },
  ),
  says(
    'orange-recipient',
    /\bOFR[_\d]{0,8}[_ ]?416\b|destinataire invalide/i,
    '550 5.1.1 Adresse d au moins un destinataire invalide. Invalid recipient. OFR_416 [416]',
    'recipient-unknown',
    'The provider knows no mailbox with this address.',
    orangePages,
  ),
  says(
    'orange-full',
    /\bOFR[_\d]{0,8}[_ ]?417\b|Boite du destinataire pleine/i,
    '552 5.1.1 Boite du destinataire pleine. Recipient overquota. OFR_417 [417]',
    'mailbox-full',
    'The mailbox of the recipient is full.',
    orangePages,
  ),
  says(
    'orange-spam',
    /\bOFR[_\d]{0,8}[_ ]?(?:506|513)\b|Mail rejete\b/i,
    '550 5.2.0 Mail rejete. Mail rejected. OFR_506 [506]',
    'spam-refused',
    'Orange takes the content of the message for spam.',
    orangePages,
  ),
  says(
    'orange-999',
    /\bOFR[_ ]?999\b/,
    '421 mwinf5c00 ME Service refuse. Service refused, please try later. OFR_999 [999]',
    'poor-reputation',
    'Orange refuses the mail for now, because of the reputation of the sender or its own load.',
    orangePages,
    { next: [act('Send more slowly.'), probe('Check that SPF, DKIM and DMARC pass.'), stop], sisimai: 'blocked' },
  ),
  says(
    'orange-later',
    /\bOFR[_\d]{0,8}[_ ]?(?:103|105|107|108|109|201|505)\b|Service refuse\. Veuillez essayer plus tard/i,
    '421 4.2.0 Service refuse. Veuillez essayer plus tard. Service refused, please try later. OFR_201 [201]',
    'poor-reputation',
    'Orange refuses the mail for now, because of the reputation of the sender or its own load.',
    orangePages,
    { next: [act('Send more slowly.'), probe('Check that SPF, DKIM and DMARC pass.'), stop] },
  ),
  says(
    'orange-ofr',
    /\bOFR(?:[_ ]?\d{1,3}){1,2}\b/,
    '550 5.7.1 Service refuse. OFR_515 [515]',
    'policy-refused',
    'Orange refuses the message; the number behind OFR names the rule.',
    orangePages,
    { actor: 'sending admin', next: [act('Look up the number behind OFR in the postmaster pages of Orange.')] },
  ),
];

const laPoste: readonly ReplyText[] = [
  says(
    'laposte-spf',
    /\bLPN(?:AAA|\d{3})[-_]401\b/,
    '550 5.7.1 Message refuse. LPN007_401',
    'spf-failed',
    'The SPF record of the sender domain does not allow the sending host, says laposte.net.',
    laPostePages,
  ),
  says(
    'laposte-unknown',
    /\bLPN(?:AAA|\d{3})[-_]416\b/,
    '550 5.5.0 Boite du destinataire invalide. LPN007_416',
    'recipient-unknown',
    'La Poste (laposte.net) knows no mailbox with this address.',
    laPostePages,
    { sisimai: 'userunknown' },
  ),
  says(
    'laposte-blocked-mailbox',
    /\bLPN(?:AAA|\d{3})[-_]42[06]\b/,
    '550 5.5.0 Boite du destinataire archivee. LPN007_420',
    'recipient-inactive',
    'The mailbox at laposte.net is blocked or archived.',
    laPostePages,
    {
      actor: 'recipient',
      next: [act('Log in to the mailbox to open it again.'), act('Reach the recipient another way.', 'sender')],
    },
  ),
  says(
    'laposte-dmarc',
    /\bLPN(?:AAA|\d{3})[-_]517\b/,
    '550 5.7.1 Message refuse. LPN007_517',
    'dmarc-failed',
    'The From domain asks to refuse mail that fails DMARC, and this message fails at laposte.net.',
    laPostePages,
  ),
  says(
    'laposte-code',
    /\bLPN(?:AAA|\d{3})[-_]\d{3}\b/,
    '550 5.5.0 Service refuse. Veuillez essayer plus tard. LPN007_510',
    'policy-refused',
    'La Poste (laposte.net) refuses the message; the last three digits of the code name the rule, with the same meaning as at Orange.',
    laPostePages,
    { actor: 'sending admin', next: [act('Look up the last three digits in the code list of laposte.net or Orange.')] },
  ),
];

const french: readonly ReplyText[] = [
  says(
    'free-too-many-spams',
    /too many spams from your IP/i,
    '550 5.7.1 spam detected: Too many spams from your IP (192.0.2.1), please visit http://postmaster.free.fr/',
    'poor-reputation',
    'Free limits mail from this IP address because too much of it is spam.',
    'Free: postmaster.free.fr',
    { next: [act('Send more slowly.'), stop] },
  ),
  says(
    'free-connections',
    /too many connections from your IP/i,
    '421 Too many connections from your IP (192.0.2.1), please visit http://postmaster.free.fr/',
    'too-many-connections',
    'This IP address opens too many connections; Free words it like this.',
    'Free: postmaster.free.fr',
  ),
  says(
    'sfr-abuse',
    /Abus detecte GU_EIB_0[24]/i,
    '554 5.7.1 Abus detecte GU_EIB_04',
    'client-refused',
    'SFR saw abuse from the sending IP address and blocks it.',
    'SFR wording',
    { retry: 'later', next: [stop, act('Ask SFR to lift the block after that.')] },
  ),
];

const russian: readonly ReplyText[] = [
  says(
    'mailru-spam',
    /spam message rejected\. Please visit/i,
    '550 spam message rejected. Please visit http://help.mail.ru/notspam-support/id?c=abc or report details to abuse@corp.mail.ru.',
    'spam-refused',
    'Mail.ru takes the message for spam.',
    'Mail.ru postmaster',
    {
      next: [
        act('Open the link in the reply and ask for a review.'),
        act('Check the domain at https://postmaster.mail.ru/.'),
      ],
    },
  ),
  says(
    'mailru-invalid-mailbox',
    /invalid mailbox\. Local mailbox [^\n]{0,200}is unavailable/i,
    '550 Message was not accepted -- invalid mailbox. Local mailbox bob@mail.ru is unavailable: user not found',
    'recipient-unknown',
    'The mailbox at Mail.ru does not exist or is switched off.',
    'Mail.ru postmaster',
    { next: [act('Check the address letter by letter.'), act('Take the address out of lists.')] },
  ),
  says(
    'mailru-dynamic-ip',
    /We do not accept mail from (?:hosts with )?dynamic IP|or generic dns PTR/i,
    '550 We do not accept mail from hosts with dynamic IP or generic dns PTR-records. Please get a custom reverse DNS at your ISP',
    'reverse-dns',
    'The PTR record of the sending IP address is missing or looks like that of a home connection; Mail.ru words it like this.',
    'Mail.ru postmaster',
    {
      next: [
        act('Have a PTR record set for the sending IP address that names the mail server.'),
        act('Send through the mail server of the provider if the address is a dynamic one.'),
      ],
    },
  ),
  says(
    'mailru-sending-disabled',
    /message sending for this account is disabled/i,
    '550 Message sending for this account is disabled. Please visit https://help.mail.ru/mail',
    'account-disabled',
    'Mail.ru lets this account send no mail, most often because it suspects a stolen password.',
    'Mail.ru postmaster',
    {
      actor: 'sender',
      next: [act('Set a new password in the browser.'), act('Check the devices that use the account for malware.')],
    },
  ),
  says(
    'yandex-spam',
    /rejected under suspicion of SPAM/i,
    '554 5.7.1 [2] Message rejected under suspicion of SPAM; https://ya.cc/1IrBc',
    'spam-refused',
    'Yandex takes the message for spam.',
    'Yandex postmaster',
    { next: [act('Open the link in the reply.'), act('Check the domain at https://postmaster.yandex.ru/.')] },
  ),
  says(
    'yandex-receiving-rate',
    /recipient has exceeded (?:the |their )?message rate limit/i,
    '450 4.2.1 The recipient has exceeded message rate limit. Try again later.',
    'rate-limited',
    'The mailbox gets mail too fast at the moment; Yandex words it like this.',
    'Yandex postmaster',
    { actor: 'nobody', next: [queueRetries] },
  ),
  says(
    'yandex-target-policy',
    /Policy rejection on the target address/i,
    '550 5.7.1 Policy rejection on the target address',
    'recipient-inactive',
    'Yandex has blocked the mailbox because its owner broke the terms of use.',
    'Yandex Mail support: Policy rejection on the target address',
    {
      actor: 'recipient',
      next: [
        act('Confirm your data in the account to have it opened again.'),
        act('Reach the recipient another way.', 'sender'),
      ],
    },
  ),
  says(
    'rambler-inactive',
    /recipient address rejected: (?:Inactive|Blocked)/i,
    '540 5.7.1 <bob@rambler.ru>: recipient address rejected: Inactive',
    'recipient-inactive',
    'The mailbox is inactive or blocked; Rambler words it like this.',
    'Rambler wording',
    { actor: 'recipient' },
  ),
  says(
    'iua-unknown',
    /mail\.i\.ua\/err\/2\b/i,
    '550 Recipient not found; see http://mail.i.ua/err/2/',
    'recipient-unknown',
    'The provider i.ua knows no mailbox with this address.',
    'i.ua error pages',
  ),
  says(
    'iua-frozen',
    /mail\.i\.ua\/err\/3\b/i,
    '550 Mailbox is frozen. See http://mail.i.ua/err/3/',
    'recipient-inactive',
    'The mailbox at i.ua is frozen.',
    'i.ua error pages',
  ),
  says(
    'iua-full',
    /mail\.i\.ua\/err\/4\b/i,
    '550 Mailbox is full; see http://mail.i.ua/err/4/',
    'mailbox-full',
    'The mailbox at i.ua is full.',
    'i.ua error pages',
  ),
  says(
    'iua-listed',
    /mail\.i\.ua\/err\/9\b/i,
    '550 Your IP is listed; see http://mail.i.ua/err/9/',
    'blocklisted',
    'The provider i.ua refuses the sending IP address because a list has it.',
    'i.ua error pages',
  ),
  says(
    'iua-code',
    /mail\.i\.ua\/err\/\d{1,3}/i,
    '550 Rejected; see http://mail.i.ua/err/1/',
    'policy-refused',
    'The provider i.ua refuses the mail; the number at the end of the link names the cause.',
    'i.ua error pages',
    { actor: 'sending admin', next: [act('Open the link in the reply: it explains the number.')] },
  ),
];

const others: readonly ReplyText[] = [
  says(
    'proton-spam',
    /Rejected by spam filter/i,
    '550 5.7.1 Rejected by spam filter',
    'spam-refused',
    'The spam filter of the receiver refuses the message; Proton Mail words it like this.',
    'Proton Mail wording',
  ),
  says(
    'rackspace-unknown',
    /(?<!\S)\(G8\)/,
    '550 5.1.1 <bob@contoso.test>: Recipient address rejected: User unknown. mx2.emailsrvr.com (G8)',
    'recipient-unknown',
    'Rackspace Email knows no mailbox with this address.',
    rackspacePages,
  ),
  says(
    'rackspace-code',
    /(?<!\S)\(G\d{1,3}\)|emailsrvr\.com(?! ?\[)/i,
    '554 5.7.1 Rejected: smtp.emailsrvr.com (G15)',
    'policy-refused',
    'Rackspace Email refuses the mail; the number behind the G names the cause.',
    rackspacePages,
    { actor: 'sending admin', next: [act('Look up the G number in the help pages of Rackspace Email.')] },
  ),
];

/** Words of European mailbox providers, and of others with codes of their own. */
export const europeanProviderTexts: readonly ReplyText[] = [
  ...gmx,
  ...tOnline,
  ...laPoste,
  ...orange,
  ...french,
  ...russian,
  ...others,
];
