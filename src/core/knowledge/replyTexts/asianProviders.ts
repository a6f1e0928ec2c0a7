import { act, probe } from '../steps.ts';
import type { TextRow } from './replyText.ts';

const byQq = /\bqq\.com|tencent|exmail/i;
const by163 = /mail\.163\.com|\b163\b|126\.com|netease|yeah\.net/i;
const help163 = act('Open the help link in the reply: it explains the code.');

const kddi: readonly TextRow[] = [
  {
    name: 'kddi-no-such-user',
    pattern: /[ <](?:[^\s<>@]{1,64}@)(?:[\w-]{1,63}\.)?(?:ezweb\.ne\.jp|au\.com|uqmobile\.jp)>?: User unknown/i,
    sample: '550 <bob@ezweb.ne.jp>: User unknown',
    reason: 'recipient-unknown',
    meaning: 'The mobile provider au (KDDI) knows no mailbox with this address.',
    source: 'sisimai Lhost/EZweb.pm',
    sisimai: 'userunknown',
  },
  {
    name: 'kddi-after-data',
    pattern: /\b550:? {1,3}: User unknown/i,
    sample: '550 : User unknown',
    reason: 'recipient-unknown',
    meaning:
      'The server knows none of the mailboxes, or, as the mobile provider au (KDDI) writes it after the message, does not take mail from this sender for them.',
    source: 'sisimai Rhost/KDDI.pm',
    sisimai: 'filtered',
  },
];

const qq: readonly TextRow[] = [
  {
    name: 'qq-frequency',
    pattern: /(?:Connection|IP|Domain|Sender) frequency limited/i,
    sample: '550 Connection frequency limited. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000722',
    reason: 'rate-limited',
    meaning: 'QQ limits mail from this IP address, domain or sender.',
    source: 'qq',
    sisimai: 'toomanyconn',
  },
  {
    name: 'qq-content',
    pattern: /Mail content denied|Suspected (?:spam ip|bounce attacks)|spam is embedded/i,
    sample: '550 Mail content denied. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000726',
    reason: 'spam-refused',
    meaning: 'QQ takes the message or its sending IP address for a source of spam.',
    source: 'qq',
    next: [act('Check text, links and attachments.'), act('Open the help link in the reply.')],
  },
  {
    name: 'qq-suspected-spam',
    pattern: /Suspected spam\b/i,
    also: byQq,
    sample: '550 Suspected spam. http://service.mail.qq.com/cgi-bin/help?subtype=1&id=20022&no=1000725',
    reason: 'spam-refused',
    meaning: 'QQ takes the message for spam.',
    source: 'qq',
  },
  {
    name: 'qq-mailbox-denied',
    pattern: /Mailbox unavailable or access deni(?:n)?ed/i,
    sample:
      '550 Mailbox unavailable or access denied. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000728',
    reason: 'recipient-restricted',
    meaning: 'The QQ mailbox does not exist, or it takes no mail from this sender.',
    source: 'qq',
    actor: 'sender',
    next: [act('Check the address letter by letter.'), act('Send less to this mailbox.')],
  },
];

const netEase: readonly TextRow[] = [
  {
    name: 'netease-limit',
    pattern: /\bMI:[A-Z]{3}\b/,
    also: by163,
    sample: '550 MI:SFQ 163 mx17,IsCowAA3R0v Please see http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.1',
    reason: 'rate-limited',
    meaning: 'NetEase (163, 126) limits what this IP address or sender sends.',
    source: 'netease',
    next: [act('Send more slowly.'), help163],
  },
  {
    name: 'netease-spam',
    pattern: /\b(?:DT|SPM):[A-Z0-9_]{1,12}/,
    also: by163,
    sample: '554 DT:SPM 163 smtp11,EcCowAB3 Please see http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.1',
    reason: 'spam-refused',
    meaning: 'NetEase (163, 126) takes the message for spam.',
    source: 'netease',
    next: [act('Check text, links and attachments.'), help163],
  },
  {
    name: 'netease-reputation',
    pattern: /\bRP:[A-Z0-9_]{1,12}/,
    also: by163,
    sample: '450 RP:QRC 163 mx5,EsCowECpqV Please see http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.1',
    reason: 'poor-reputation',
    meaning: 'NetEase (163, 126) limits this sender because of its reputation or because of many unknown recipients.',
    source: 'netease',
    next: [act('Take unknown recipients out of the list.'), help163],
  },
  {
    name: 'netease-helo',
    pattern: /\bHL:[A-Z0-9_]{1,12}/,
    also: by163,
    sample: '550 HL:ITC 163 mx9,FMCowEA5 Please see http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.1',
    reason: 'greeting-refused',
    meaning: 'NetEase (163, 126) does not accept the HELO name of the sending server.',
    source: 'netease',
  },
  {
    name: 'netease-greylist',
    pattern: /\bGRY:[A-Z0-9_]{1,12}/,
    also: by163,
    sample: '451 GRY:1 163 mx10 Please see http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.1',
    reason: 'greylisted',
    meaning: 'Greylisting: NetEase sees this sender for the first time and takes the message on a later try.',
    source: 'netease',
  },
  {
    name: 'netease-code',
    vague: true,
    pattern: /mail\.163\.com\/help\/help_spam_16|\b(?:CR|IPBMT|DMA):[A-Z0-9_]{1,12}[^\n]{0,120}mail\.163\.com/i,
    sample: '554 IPBMT:1 163 mx3 Please see http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.1',
    reason: 'policy-refused',
    meaning: 'NetEase (163, 126) refuses the mail; the code at the start names the rule.',
    source: 'netease',
    actor: 'sending admin',
    next: [help163],
  },
];

const others: readonly TextRow[] = [
  {
    name: 'naver-filtered-ip',
    pattern: /Your IP[^\n]{0,60}is filtered and this connection will be closed/i,
    sample:
      '421 4.3.2 Your IP(192.0.2.1) is filtered and this connection will be closed. You must register your IP to http://realip.naver.com',
    reason: 'client-refused',
    meaning: 'A Korean provider such as Naver filters the sending IP address until it is registered there.',
    source: 'naver-wording',
    transientRetry: 'later',
    next: [
      act('Register the IP address at the place that the reply names.'),
      probe('Check PTR record, SPF and block lists.'),
    ],
  },
  {
    name: 'daum-anti-spam',
    pattern: /blocked automatically by anti-spam system/i,
    sample: '554 5.7.1 DAS51 192.0.2.1: Your mail is blocked automatically by anti-spam system. (E06)',
    reason: 'spam-refused',
    meaning: 'Daum (hanmail.net) blocks mail from this IP address as spam.',
    source: 'daum-wording',
    next: [
      act('Find and stop unwanted mail that leaves through this address.'),
      act('Look the IP address up at block lists, and ask Daum to lift the block after that.'),
    ],
  },
  {
    name: 'zoho-destination',
    pattern: /Mail rejected by destination domain/i,
    sample: '541 5.4.1 Mail rejected by destination domain',
    reason: 'policy-refused',
    meaning: 'The mail host of the recipient domain refused the message; Zoho words it like this.',
    source: 'smtp-field-manual 451.json',
  },
  {
    name: 'zoho-relaying',
    pattern: /Relaying disallowed/i,
    also: /zoho|Invalid Domain/i,
    sample: '553 Relaying disallowed. Invalid Domain - contoso.test (zoho)',
    reason: 'relaying-denied',
    meaning: 'Zoho has no mailbox of this domain or address, and it does not relay for others.',
    source: 'smtp-field-manual 553.json',
    actor: 'receiving admin',
    next: [
      act('Check that the domain is set up and verified in Zoho Mail.'),
      probe('Check that the MX records lead to the right service.'),
      act('Check the address letter by letter.', 'sender'),
    ],
  },
  {
    name: 'zoho-policy',
    pattern: /Mailbox delivery (?:restricted by|failure) policy error|MailPolicy violation Error/i,
    sample: '552 5.2.3 Mailbox delivery restricted by policy error',
    reason: 'recipient-restricted',
    meaning: 'A mail policy in Zoho keeps the message from this mailbox.',
    source: ['smtp-field-manual 452.json', 'smtp-field-manual 554.json'],
    next: [
      act('Check the mail policy of the user in the Zoho admin console.'),
      act('Ask the recipient another way.', 'sender'),
    ],
  },
  {
    name: 'zoho-spam',
    pattern: /Email cannot be delivered\. Reason: Email flagged as Spam/i,
    sample: '554 5.7.1 Email cannot be delivered. Reason: Email flagged as Spam.',
    reason: 'spam-refused',
    meaning: 'Zoho takes the message for spam.',
    source: 'smtp-field-manual 554.json',
  },
];

/** Words of Asian mailbox providers. */
export const asianProviderTexts: readonly TextRow[] = [...kddi, ...qq, ...netEase, ...others];
