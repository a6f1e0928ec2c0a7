import { act, probe } from '../steps.ts';
import { type ReplyText, says } from './replyText.ts';

const qqPages = 'QQ Mail service pages';
const netease = '163 Mail help: bounce codes';
const zohoPages = 'Zoho Mail wording';

const byQq = /\bqq\.com|tencent|exmail/i;
const by163 = /mail\.163\.com|\b163\b|126\.com|netease|yeah\.net/i;
const help163 = act('Open the help link in the reply: it explains the code.');

const kddi: readonly ReplyText[] = [
  says(
    'kddi-no-such-user',
    /[ <](?:[^\s<>@]{1,64}@)(?:[\w-]{1,63}\.)?(?:ezweb\.ne\.jp|au\.com|uqmobile\.jp)>?: User unknown/i,
    '550 <bob@ezweb.ne.jp>: User unknown',
    'recipient-unknown',
    'The mobile provider au (KDDI) knows no mailbox with this address.',
    'au (KDDI) wording',
    { sisimai: 'userunknown' },
  ),
  says(
    'kddi-after-data',
    /\b550:? {1,3}: User unknown/i,
    '550 : User unknown',
    'recipient-unknown',
    'The server knows none of the mailboxes, or, as the mobile provider au (KDDI) writes it after the message, does not take mail from this sender for them.',
    'au (KDDI) wording',
    { sisimai: 'filtered' },
  ),
];

const qq: readonly ReplyText[] = [
  says(
    'qq-frequency',
    /(?:Connection|IP|Domain|Sender) frequency limited/i,
    '550 Connection frequency limited. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000722',
    'rate-limited',
    'QQ limits mail from this IP address, domain or sender.',
    qqPages,
    { sisimai: 'toomanyconn' },
  ),
  says(
    'qq-content',
    /Mail content denied|Suspected (?:spam ip|bounce attacks)|spam is embedded/i,
    '550 Mail content denied. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000726',
    'spam-refused',
    'QQ takes the message or its sending IP address for a source of spam.',
    qqPages,
    { next: [act('Check text, links and attachments.'), act('Open the help link in the reply.')] },
  ),
  says(
    'qq-suspected-spam',
    /Suspected spam\b/i,
    '550 Suspected spam. http://service.mail.qq.com/cgi-bin/help?subtype=1&id=20022&no=1000725',
    'spam-refused',
    'QQ takes the message for spam.',
    qqPages,
    { also: byQq },
  ),
  says(
    'qq-mailbox-denied',
    /Mailbox unavailable or access deni(?:n)?ed/i,
    '550 Mailbox unavailable or access denied. http://service.mail.qq.com/cgi-bin/help?subtype=1&&id=20022&&no=1000728',
    'recipient-restricted',
    'The QQ mailbox does not exist, or it takes no mail from this sender.',
    qqPages,
    { actor: 'sender', next: [act('Check the address letter by letter.'), act('Send less to this mailbox.')] },
  ),
];

const netEase: readonly ReplyText[] = [
  says(
    'netease-limit',
    /\bMI:[A-Z]{3}\b/,
    '550 MI:SFQ 163 mx17,IsCowAA3R0v Please see http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.1',
    'rate-limited',
    'NetEase (163, 126) limits what this IP address or sender sends.',
    netease,
    { also: by163, next: [act('Send more slowly.'), help163] },
  ),
  says(
    'netease-spam',
    /\b(?:DT|SPM):[A-Z0-9_]{1,12}/,
    '554 DT:SPM 163 smtp11,EcCowAB3 Please see http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.1',
    'spam-refused',
    'NetEase (163, 126) takes the message for spam.',
    netease,
    { also: by163, next: [act('Check text, links and attachments.'), help163] },
  ),
  says(
    'netease-reputation',
    /\bRP:[A-Z0-9_]{1,12}/,
    '450 RP:QRC 163 mx5,EsCowECpqV Please see http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.1',
    'poor-reputation',
    'NetEase (163, 126) limits this sender because of its reputation or because of many unknown recipients.',
    netease,
    { also: by163, next: [act('Take unknown recipients out of the list.'), help163] },
  ),
  says(
    'netease-helo',
    /\bHL:[A-Z0-9_]{1,12}/,
    '550 HL:ITC 163 mx9,FMCowEA5 Please see http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.1',
    'greeting-refused',
    'NetEase (163, 126) does not accept the HELO name of the sending server.',
    netease,
    { also: by163 },
  ),
  says(
    'netease-greylist',
    /\bGRY:[A-Z0-9_]{1,12}/,
    '451 GRY:1 163 mx10 Please see http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.1',
    'greylisted',
    'Greylisting: NetEase sees this sender for the first time and takes the message on a later try.',
    netease,
    { also: by163 },
  ),
  says(
    'netease-code',
    /mail\.163\.com\/help\/help_spam_16|\b(?:CR|IPBMT|DMA):[A-Z0-9_]{1,12}[^\n]{0,120}mail\.163\.com/i,
    '554 IPBMT:1 163 mx3 Please see http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.1',
    'policy-refused',
    'NetEase (163, 126) refuses the mail; the code at the start names the rule.',
    netease,
    { actor: 'sending admin', next: [help163] },
  ),
];

const others: readonly ReplyText[] = [
  says(
    'naver-filtered-ip',
    /Your IP[^\n]{0,60}is filtered and this connection will be closed/i,
    '421 4.3.2 Your IP(192.0.2.1) is filtered and this connection will be closed. You must register your IP to http://realip.naver.com',
    'client-refused',
    'A Korean provider such as Naver filters the sending IP address until it is registered there.',
    'Naver and Hanafos wording',
    {
      transientRetry: 'later',
      next: [
        act('Register the IP address at the place that the reply names.'),
        probe('Check PTR record, SPF and block lists.'),
      ],
    },
  ),
  says(
    'daum-anti-spam',
    /blocked automatically by anti-spam system/i,
    '554 5.7.1 DAS51 192.0.2.1: Your mail is blocked automatically by anti-spam system. (E06)',
    'spam-refused',
    'Daum (hanmail.net) blocks mail from this IP address as spam.',
    'Daum wording',
    {
      next: [
        act('Find and stop unwanted mail that leaves through this address.'),
        act('Look the IP address up at block lists, and ask Daum to lift the block after that.'),
      ],
    },
  ),
  says(
    'zoho-destination',
    /Mail rejected by destination domain/i,
    '541 5.4.1 Mail rejected by destination domain',
    'policy-refused',
    'The mail host of the recipient domain refused the message; Zoho words it like this.',
    zohoPages,
  ),
  says(
    'zoho-relaying',
    /Relaying disallowed/i,
    '553 Relaying disallowed. Invalid Domain - contoso.test (zoho)',
    'relaying-denied',
    'Zoho has no mailbox of this domain or address, and it does not relay for others.',
    zohoPages,
    {
      also: /zoho|Invalid Domain/i,
      actor: 'receiving admin',
      next: [
        act('Check that the domain is set up and verified in Zoho Mail.'),
        probe('Check that the MX records lead to the right service.'),
        act('Check the address letter by letter.', 'sender'),
      ],
    },
  ),
  says(
    'zoho-policy',
    /Mailbox delivery (?:restricted by|failure) policy error|MailPolicy violation Error/i,
    '552 5.2.3 Mailbox delivery restricted by policy error',
    'recipient-restricted',
    'A mail policy in Zoho keeps the message from this mailbox.',
    zohoPages,
    {
      next: [
        act('Check the mail policy of the user in the Zoho admin console.'),
        act('Ask the recipient another way.', 'sender'),
      ],
    },
  ),
  says(
    'zoho-spam',
    /Email cannot be delivered\. Reason: Email flagged as Spam/i,
    '554 5.7.1 Email cannot be delivered. Reason: Email flagged as Spam.',
    'spam-refused',
    'Zoho takes the message for spam.',
    zohoPages,
  ),
];

/** Words of Asian mailbox providers. */
export const asianProviderTexts: readonly ReplyText[] = [...kddi, ...qq, ...netEase, ...others];
