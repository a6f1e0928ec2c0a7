import { act, probe, queueRetries, wait } from '../steps.ts';
import type { TextRow } from './replyText.ts';

const smarthost = act('Send through the mail server of your provider, or from a fixed IP address with a PTR record.');
const stop = act('Find and stop unwanted mail that leaves through this address.');
const spamhaus = act(
  'Look up the IP address at https://check.spamhaus.org/, remove the cause and ask there for removal.',
);
const cloudmark = act('Ask for a reset at Cloudmark (https://csi.cloudmark.com/en/reset/) when the cause is gone.');
const senderScore = act('Ask Validity (Sender Score) for removal when the cause is gone.');

const comcast: readonly TextRow[] = [
  {
    name: 'comcast-residential',
    pattern: /\bES0000(?:01|10)\b/,
    sample:
      '554 resimta-po-01v.sys.comcast.net comcast ESMTP server not available. http://postmaster.comcast.net/smtp-error-codes.php#ES000001',
    reason: 'blocklisted',
    meaning: 'Comcast takes no mail straight from dynamic or home connections.',
    source: 'comcast',
    next: [smarthost],
  },
  {
    name: 'comcast-spam-pattern',
    pattern: /\bBL000000\b/,
    sample:
      '554 resimta-po-01v.sys.comcast.net comcast 192.0.2.1 Comcast block for spam. Please see http://postmaster.comcast.net/smtp-error-codes.php#BL000000',
    reason: 'blocklisted',
    meaning: 'Comcast blocks the sending IP address because its mail looks like spam.',
    source: 'comcast',
    next: [stop, act('Ask Comcast for removal by the form that the link in the reply leads to.')],
  },
  {
    name: 'comcast-spamhaus',
    pattern: /\bBL000001\b/,
    sample:
      '554 resimta-po-01v.sys.comcast.net comcast 192.0.2.1 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000001',
    reason: 'blocklisted',
    meaning: 'Comcast blocks the sending IP address because Spamhaus lists it.',
    source: 'comcast',
    next: [spamhaus],
  },
  {
    name: 'comcast-cloudmark',
    pattern: /\bBL000010\b/,
    sample:
      '554 comcast 192.0.2.1 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000010',
    reason: 'blocklisted',
    meaning: 'Comcast blocks the sending IP address because Cloudmark lists it.',
    source: 'comcast',
    next: [cloudmark],
  },
  {
    name: 'comcast-sender-score',
    pattern: /\bBL000100\b/,
    sample:
      '554 comcast 192.0.2.1 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000100',
    reason: 'blocklisted',
    meaning: 'Comcast blocks the sending IP address because Sender Score lists it.',
    source: 'comcast',
    next: [senderScore],
  },
  {
    name: 'comcast-several-lists',
    pattern: /\bBL000(?:011|101|110|111)\b/,
    sample:
      '554 comcast 192.0.2.1 found on one or more DNSBLs, see http://postmaster.comcast.net/smtp-error-codes.php#BL000011',
    reason: 'blocklisted',
    meaning:
      'Comcast blocks the sending IP address because several lists have it: the last digit stands for Spamhaus, the one before for Cloudmark, the third from the end for Sender Score.',
    source: 'comcast',
    next: [act('Ask each list whose digit is 1 for removal when the cause is gone.')],
  },
  {
    name: 'comcast-rate',
    pattern: /\bRL0000\d\d\b/,
    sample:
      '421 resimta-po-02v.sys.comcast.net comcast Try again later. http://postmaster.comcast.net/smtp-error-codes.php#RL000001',
    reason: 'rate-limited',
    meaning: 'Comcast limits how much this IP address may send, by its reputation.',
    source: 'comcast',
  },
  {
    name: 'comcast-dmarc',
    pattern: /\bDM0000\d\d\b/,
    sample:
      '550 5.2.0 comcast Message rejected due to DMARC. Please see http://postmaster.comcast.net/smtp-error-codes.php#DM000001',
    reason: 'dmarc-failed',
    meaning: 'The From domain asks to refuse mail that fails DMARC, and this message fails at Comcast.',
    source: 'comcast',
  },
  {
    name: 'comcast-no-ptr',
    pattern: /\bPT0000\d\d\b|\bcomcast\b[^\n]{0,120}must have a PTR record/i,
    sample:
      '554 resimta-po-03v.sys.comcast.net comcast 192.0.2.1 You must have a PTR record. http://postmaster.comcast.net/smtp-error-codes.php#PT000001',
    reason: 'reverse-dns',
    meaning: 'Comcast wants a PTR record for the sending IP address.',
    source: 'comcast',
  },
  {
    name: 'comcast-reputation',
    pattern: /\bRP0000\d\d\b/,
    sample: '421 comcast Reverse or reputation check: http://postmaster.comcast.net/smtp-error-codes.php#RP000001',
    reason: 'poor-reputation',
    meaning: 'Comcast defers mail from this IP address because of its reputation.',
    source: 'comcast',
    next: [act('Open the link in the reply.'), stop],
  },
  {
    name: 'comcast-code',
    vague: true,
    pattern: /\b(?:BW|IP|SA)0000\d\d\b/,
    also: /comcast/i,
    sample: '554 comcast rejected. Please see http://postmaster.comcast.net/smtp-error-codes.php#BW000001',
    reason: 'policy-refused',
    meaning: 'Comcast refuses the mail by the rule that the code in the reply names.',
    source: 'comcast',
    actor: 'sending admin',
    next: [act('Open the link in the reply: it explains the code.')],
  },
  {
    name: 'comcast-sessions',
    pattern: /too many sessions opened/i,
    sample: '421 resimta-po-04v.sys.comcast.net comcast 192.0.2.1 Too many sessions opened',
    reason: 'too-many-connections',
    meaning: 'This IP address has more sessions open than the server allows at once; Comcast words it like this.',
    source: 'comcast',
  },
  {
    name: 'comcast-not-customer',
    pattern: /\bNot our Customer\b|recipient mailbox unallocated|Account Closed, Please Remove/i,
    sample: '550 5.1.1 <bob@comcast.net>: Not our Customer',
    reason: 'recipient-unknown',
    meaning: 'No customer of the provider has this address, or the account is closed.',
    source: 'comcast',
    next: [act('Check the address letter by letter.'), act('Take the address out of lists.')],
  },
  {
    name: 'comcast-unavailable',
    pattern: /@comcast\.net>? ?-? ?Recipient (?:temporarily )?unavailable/i,
    sample: '450 4.2.0 <bob@comcast.net> Recipient temporarily unavailable',
    reason: 'recipient-inactive',
    meaning: 'The Comcast mailbox cannot be used: with a 4yz code for some time, with a 5yz code for good.',
    source: 'comcast',
    actor: 'recipient',
    next: [act('Ask Comcast about the mailbox.'), act('Reach the recipient another way.', 'sender')],
  },
  {
    name: 'comcast-receiving-rate',
    pattern: /too many recent messages/i,
    sample: '452 4.1.1 <bob@comcast.net> too many recent messages; Try again later',
    reason: 'rate-limited',
    meaning: 'The mailbox got too many messages in a short time.',
    source: 'comcast',
    actor: 'nobody',
    next: [queueRetries],
  },
  {
    name: 'comcast-quota',
    pattern: /extended quota violation/i,
    sample: '552 5.1.1 <bob@comcast.net> Mailbox full: extended quota violation',
    reason: 'mailbox-full',
    meaning: 'The mailbox has been full for a long time.',
    source: 'comcast',
  },
];

const cox: readonly TextRow[] = [
  {
    name: 'cox-block',
    pattern: /AUP#CXBL\b/i,
    sample: '554 cox.net ESMTP server not available. AUP#CXBL',
    reason: 'blocklisted',
    meaning: 'Cox blocks the sending IP address.',
    source: 'cox AUP#CX',
    next: [stop, act('Ask Cox (unblock.request@cox.net) for removal after that.')],
  },
  {
    name: 'cox-reverse-dns',
    pattern: /AUP#CXDNS\b/i,
    sample: '554 cox.net rejected - no reverse DNS. AUP#CXDNS',
    reason: 'reverse-dns',
    meaning: 'Cox finds no working PTR record for the sending IP address.',
    source: 'cox AUP#CX',
  },
  {
    name: 'cox-sender',
    pattern: /AUP#CXSNDR\b/i,
    sample: '554 5.7.1 Message rejected. AUP#CXSNDR',
    reason: 'sender-unauthenticated',
    meaning: 'The sender domain fails SPF or DKIM at Cox.',
    source: 'cox AUP#CX',
  },
  {
    name: 'cox-blocked',
    pattern: /AUP#CDRBL\b/i,
    sample: '550 5.1.0 <bob@contoso.test> sender rejected. AUP#CDRBL',
    reason: 'rate-limited',
    meaning:
      'Cox limits or blocks this sender for some time, for its connections, its rate, its account or its way of speaking SMTP.',
    source: 'cox AUP#CX',
    next: [
      act('Open fewer connections and send more slowly.'),
      act('Check for a stolen password or an infected machine.'),
    ],
    sisimai: 'blocked',
  },
  {
    name: 'cox-limit',
    pattern: /AUP#(?:CXCNCT|CXMXRT|CXTHRT|CXMJ|CXSMTP)\b/i,
    sample: '421 cox.net too many connections from 192.0.2.1. AUP#CXCNCT',
    reason: 'rate-limited',
    meaning:
      'Cox limits or blocks this sender for some time, for its connections, its rate, its account or its way of speaking SMTP.',
    source: 'cox AUP#CX',
    next: [
      act('Open fewer connections and send more slowly.'),
      act('Check for a stolen password or an infected machine.'),
    ],
  },
  {
    name: 'cox-ip-lists',
    pattern: /AUP#IPBL\d{1,6}/i,
    sample: '554 cox.net rejected - 192.0.2.1 listed. AUP#IPBL0001',
    reason: 'blocklisted',
    meaning:
      'A list that Cox uses has the sending IP address: Spamhaus, Sender Score, Invaluement or Cloudmark, as the digits say.',
    source: 'cox AUP#CX',
    next: [act('Look the IP address up at these lists, remove the cause and ask there for removal.')],
  },
  {
    name: 'cox-link-lists',
    pattern: /AUP#URLBL\d{1,6}/i,
    sample: '554 5.7.1 Message rejected. AUP#URLBL001',
    reason: 'content-refused',
    meaning: 'A link in the message stands on a list: SURBL, Spamhaus DBL or ivmURI, as the digits say.',
    source: 'cox AUP#CX',
    actor: 'sending admin',
    next: [act('Look the domains of the links up at these lists, and take a listed one out.')],
  },
];

const charter: readonly TextRow[] = [
  {
    name: 'charter-suspicious',
    pattern: /AUP#(?:In|Out|[IO])?-?1000\b/i,
    sample: '554 cdptpa-oedge.mail.rr.com ESMTP server not available AUP#I-1000',
    reason: 'client-refused',
    meaning: 'Spectrum blocks the sending IP address for suspicious activity; the block ends by itself.',
    source: 'spectrum AUP#',
    retry: 'later',
    next: [stop, wait('Wait until the block ends, or call Spectrum.')],
  },
  {
    name: 'charter-reverse-dns',
    pattern: /AUP#(?:In|Out|[IO])?-?11[0-5]\d\b/i,
    sample: '554 impin.charter.net rejected. AUP#In-1130 AUP#1130',
    reason: 'reverse-dns',
    meaning: 'Spectrum finds the PTR record of the sending IP address missing or not matching.',
    source: 'spectrum AUP#',
  },
  {
    name: 'charter-cloudmark',
    pattern: /AUP#(?:In|Out|[IO])?-?12[01]\d\b/i,
    sample: '554 charter.net refused. AUP#1210',
    reason: 'blocklisted',
    meaning: 'Spectrum refuses the sending IP address because Cloudmark lists it.',
    source: 'spectrum AUP#',
    next: [cloudmark],
  },
  {
    name: 'charter-spamhaus',
    pattern: /AUP#(?:In|Out|[IO])?-?12[2-5]\d\b/i,
    sample: '554 charter.net refused. AUP#1220',
    reason: 'blocklisted',
    meaning: 'Spectrum refuses the sending IP address because Spamhaus lists it.',
    source: 'spectrum AUP#',
    next: [spamhaus],
  },
  {
    name: 'charter-connections',
    pattern: /AUP#(?:In|Out|[IO])?-?13\d\d\b/i,
    sample: '421 impin.charter.net too many connections. AUP#I-1310',
    reason: 'too-many-connections',
    meaning: 'Spectrum limits the connections from the sending IP address.',
    source: 'spectrum AUP#',
    next: [act('Open fewer connections and send more slowly.')],
  },
  {
    name: 'charter-limit',
    pattern: /AUP#(?:In|Out|[IO])?-?14\d\d\b/i,
    sample: '421 impin.charter.net too much mail. AUP#I-1410',
    reason: 'rate-limited',
    meaning: 'Spectrum limits the connections or the mail of this IP address.',
    source: 'spectrum AUP#',
    next: [act('Open fewer connections and send more slowly.'), stop],
  },
  {
    name: 'charter-code',
    vague: true,
    pattern: /AUP#(?:In|Out|[IO])?-?1\d{3}\b/i,
    sample: '554 charter.net refused. AUP#O-1640',
    reason: 'client-refused',
    meaning: 'Spectrum refuses the mail; the number behind AUP# names the rule.',
    source: 'spectrum AUP#',
    next: [
      act('Look up the number behind AUP# in the error codes of Spectrum.'),
      probe('Check PTR record and block lists.'),
    ],
  },
];

const att: readonly TextRow[] = [
  {
    name: 'att-block-list',
    pattern: /DNSBL:(?:ATT)?RBL \d{1,5}< ?[\d.]{7,15} ?>_is_blocked/i,
    sample:
      '553 5.3.0 flpd590 DNSBL:ATTRBL 521< 192.0.2.1 >_is_blocked.For assistance forward this email to abuse_rbl@abuse-att.net',
    reason: 'blocklisted',
    meaning: 'AT&T blocks the sending IP address.',
    source: 'zone-mta',
    next: [stop, act('Write to abuse_rbl@abuse-att.net with the full reply; AT&T mail is moving to Yahoo.')],
  },
  {
    name: 'att-reverse-dns',
    pattern: /\bFix reverse DNS for\b/i,
    sample:
      '550 5.7.1 Connections not accepted from servers without a valid sender domain. alph163 Fix reverse DNS for 192.0.2.1',
    reason: 'reverse-dns',
    meaning: 'The sending IP address has no valid PTR record; AT&T words it like this.',
    source: 'smtp-field-manual 550.json',
  },
  {
    name: 'att-unknown',
    pattern: /Addressee unknown, relay=|blank mailhost - invalid address/i,
    sample: '550 5.2.1 <bob@att.net>... Addressee unknown, relay=[192.0.2.1]',
    reason: 'recipient-unknown',
    meaning: 'AT&T knows no mailbox with this address.',
    source: 'smtp-field-manual 550.json',
    next: [act('Check the address letter by letter.'), act('Take the address out of lists.')],
  },
];

const earthlink: readonly TextRow[] = [
  {
    name: 'earthlink-block',
    pattern: /is blocked by EarthLink/i,
    sample: '550 192.0.2.1 is blocked by EarthLink. Go to earthlink.net/block for details.',
    reason: 'blocklisted',
    meaning: 'EarthLink blocks the sending IP address.',
    source: 'sisimai Reason/Blocked.pm',
    next: [stop, act('Write to blockedbyearthlink@abuse.earthlink.net with the full reply.')],
  },
];

const godaddy: readonly TextRow[] = [
  {
    name: 'godaddy-cloudmark',
    pattern: /\bIB103\b/,
    sample:
      '554 p3plibsmtp01-01.prod.phx3.secureserver.net bizsmtp IB103. Connection refused. 192.0.2.1 has a poor reputation on Cloudmark',
    reason: 'blocklisted',
    meaning: 'GoDaddy refuses the sending IP address because Cloudmark lists it.',
    source: 'godaddy IB',
    next: [cloudmark],
  },
  {
    name: 'godaddy-sbl',
    wins: ['cloudmark-gateway'],
    pattern: /\bIB104\b/,
    sample:
      '554 p3plibsmtp01-01.prod.phx3.secureserver.net bizsmtp IB104. Connection refused. 192.0.2.1 on the Spamhaus SBL',
    reason: 'blocklisted',
    meaning: 'GoDaddy refuses the sending IP address because the Spamhaus SBL lists it.',
    source: 'godaddy IB',
    next: [spamhaus],
  },
  {
    name: 'godaddy-xbl',
    wins: ['cloudmark-gateway'],
    pattern: /\bIB105\b/,
    sample: '554 p3plibsmtp01-01.prod.phx3.secureserver.net bizsmtp IB105. Connection refused. 192.0.2.1 on the XBL',
    reason: 'blocklisted',
    meaning:
      'GoDaddy refuses the sending IP address because the Spamhaus XBL lists it, as it does with infected machines.',
    source: 'godaddy IB',
    next: [act('Look for an infected machine behind this IP address.'), spamhaus],
  },
  {
    name: 'godaddy-pbl',
    pattern: /\bIB106\b/,
    sample: '554 p3plibsmtp01-01.prod.phx3.secureserver.net bizsmtp IB106. Connection refused. 192.0.2.1 on the PBL',
    reason: 'blocklisted',
    meaning:
      'GoDaddy refuses the sending IP address because the Spamhaus PBL lists it as one that sends no mail itself.',
    source: 'godaddy IB',
    next: [smarthost],
  },
  {
    name: 'godaddy-reverse-dns',
    pattern: /\bIB108\b/,
    sample:
      '421 p3plibsmtp01-01.prod.phx3.secureserver.net bizsmtp Temporarily rejected. Reverse DNS for 192.0.2.1 failed. IB108',
    reason: 'reverse-dns',
    meaning: 'GoDaddy finds no working PTR record for the sending IP address.',
    source: 'godaddy IB',
  },
  {
    name: 'godaddy-blocked-a-while',
    wins: ['cloudmark-gateway'],
    pattern: /\bIB11[0-3]\b/,
    sample:
      '554 p3plibsmtp01-01.prod.phx3.secureserver.net bizsmtp This message has been rejected due to content. 192.0.2.1 blocked for one hour. IB110',
    reason: 'client-refused',
    meaning: 'GoDaddy blocks the sending IP address for an hour or a day because of spam or many wrong recipients.',
    source: 'godaddy IB',
    retry: 'later',
    next: [stop, act('Take unknown recipients out of the list, and send again a day later.')],
  },
  {
    name: 'godaddy-busy',
    pattern: /\bIB(?:007|101)\b/,
    sample:
      '421 p3plibsmtp01-01.prod.phx3.secureserver.net bizsmtp Server temporarily unavailable. Try again later. IB101',
    reason: 'too-many-connections',
    meaning:
      'GoDaddy takes no further connection at the moment: its server is busy, or this IP address has too many open.',
    source: 'godaddy IB',
  },
  {
    name: 'godaddy-spam',
    pattern: /\bIB212\b/,
    sample:
      '552 5.2.0 This message has been rejected due to content judged to be spam by the internet community. IB212',
    reason: 'spam-refused',
    meaning: 'GoDaddy takes the content of the message for spam.',
    source: 'godaddy IB',
  },
  {
    name: 'godaddy-virus',
    pattern: /\bIB705\b/,
    sample: '552 Virus infected message rejected. IB705',
    reason: 'virus-found',
    meaning: 'GoDaddy found malware in the message.',
    source: 'godaddy IB',
  },
  {
    name: 'godaddy-login',
    pattern: /\bIB401\b/,
    sample: '535 Authentication not allowed on IBSMTP Servers. IB401',
    reason: 'login-failed',
    meaning: 'This server of GoDaddy takes mail from outside only, so nobody can log in there.',
    source: 'godaddy IB',
    actor: 'sending admin',
    next: [act('Log in at smtpout.secureserver.net, the server for outgoing mail.')],
  },
  {
    name: 'godaddy-from',
    pattern: /\bIB50[126]\b/,
    sample: '550 5.1.0 Sender domain does not exist or is malformed. IB501',
    reason: 'sender-refused',
    meaning: 'GoDaddy does not accept the sender address: it is malformed, or its domain is not found.',
    source: 'godaddy IB',
  },
  {
    name: 'godaddy-spf',
    pattern: /\bIB508\b/,
    sample: '550 alice@contoso.test Not authorized to send: SPF check failed. IB508',
    reason: 'spf-failed',
    meaning: 'The SPF record of the sender domain does not allow the sending host, says GoDaddy.',
    source: 'godaddy IB',
  },
  {
    name: 'godaddy-rate',
    pattern: /\bIB(?:504|510|605|607)\b/,
    sample: '452 This message was rejected: the number of messages per hour was exceeded. IB504',
    reason: 'rate-limited',
    meaning: 'This sender sends more messages or recipients than GoDaddy takes.',
    source: 'godaddy IB',
  },
];

/** Words of North American internet providers and hosters. */
export const cableProviderTexts: readonly TextRow[] = [
  ...comcast,
  ...cox,
  ...charter,
  ...att,
  ...earthlink,
  ...godaddy,
];
