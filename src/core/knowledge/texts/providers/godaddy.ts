import { act } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

const cloudmark = act('Ask for a reset at Cloudmark (https://csi.cloudmark.com/en/reset/) when the cause is gone.');
const spamhaus = act.address(
  'Look up the IP address at https://check.spamhaus.org/, remove the cause and ask there for removal.',
);
const smarthost = act('Send through the mail server of your provider, or from a fixed IP address with a PTR record.');
const stop = act('Find and stop unwanted mail that leaves through this address.');

/** Words of GoDaddy's Workspace Email. */
export const godaddyTexts = spokenBy('godaddy', [
  {
    name: 'godaddy-cloudmark',
    wins: ['cloudmark-list', 'cloudmark-gateway'],
    pattern: /\bIB103\b/,
    reason: 'blocklisted',
    meaning: 'GoDaddy refuses the sending IP address because Cloudmark lists it.',
    source: 'godaddy IB',
    next: [cloudmark],
  },
  {
    name: 'godaddy-sbl',
    wins: ['cloudmark-gateway', 'spamhaus-sbl'],
    pattern: /\bIB104\b/,
    reason: 'blocklisted',
    meaning: 'GoDaddy refuses the sending IP address because the Spamhaus SBL lists it.',
    source: 'godaddy IB',
    next: [spamhaus],
  },
  {
    name: 'godaddy-xbl',
    wins: ['cloudmark-gateway'],
    pattern: /\bIB105\b/,
    reason: 'blocklisted',
    meaning:
      'GoDaddy refuses the sending IP address because the Spamhaus XBL lists it, as it does with infected machines.',
    source: 'godaddy IB',
    next: [act('Look for an infected machine behind this IP address.'), spamhaus],
  },
  {
    name: 'godaddy-pbl',
    pattern: /\bIB106\b/,
    reason: 'blocklisted',
    meaning:
      'GoDaddy refuses the sending IP address because the Spamhaus PBL lists it as one that sends no mail itself.',
    source: 'godaddy IB',
    next: [smarthost],
  },
  {
    name: 'godaddy-reverse-dns',
    pattern: /\bIB108\b/,
    reason: 'reverse-dns',
    meaning: 'GoDaddy finds no working PTR record for the sending IP address.',
    source: 'godaddy IB',
  },
  {
    name: 'godaddy-blocked-a-while',
    wins: ['cloudmark-gateway'],
    pattern: /\bIB11[0-3]\b/,
    reason: 'client-refused',
    meaning: 'GoDaddy blocks the sending IP address for an hour or a day because of spam or many wrong recipients.',
    source: 'godaddy IB',
    retry: 'yes',
    next: [stop, act('Take unknown recipients out of the list, and send again a day later.')],
  },
  {
    name: 'godaddy-busy',
    pattern: /\bIB(?:007|101)\b/,
    reason: 'too-many-connections',
    meaning:
      'GoDaddy takes no further connection at the moment: its server is busy, or this IP address has too many open.',
    source: 'godaddy IB',
  },
  {
    name: 'godaddy-spam',
    pattern: /\bIB212\b/,
    reason: 'spam-refused',
    meaning: 'GoDaddy takes the content of the message for spam.',
    source: 'godaddy IB',
  },
  {
    name: 'godaddy-virus',
    pattern: /\bIB705\b/,
    reason: 'virus-found',
    meaning: 'GoDaddy found malware in the message.',
    source: 'godaddy IB',
  },
  {
    name: 'godaddy-login',
    pattern: /\bIB401\b/,
    reason: 'login-failed',
    meaning: 'This server of GoDaddy takes mail from outside only, so nobody can log in there.',
    source: 'godaddy IB',
    actor: 'sending admin',
    next: [act('Log in at smtpout.secureserver.net, the server for outgoing mail.')],
  },
  {
    name: 'godaddy-from',
    pattern: /\bIB50[126]\b/,
    reason: 'sender-refused',
    meaning: 'GoDaddy does not accept the sender address: it is malformed, or its domain is not found.',
    source: 'godaddy IB',
  },
  {
    name: 'godaddy-spf',
    pattern: /\bIB508\b/,
    reason: 'spf-failed',
    meaning: 'The SPF record of the sender domain does not allow the sending host, says GoDaddy.',
    source: 'godaddy IB',
  },
  {
    name: 'godaddy-rate',
    pattern: /\bIB(?:504|510|605|607)\b/,
    reason: 'rate-limited',
    meaning: 'This sender sends more messages or recipients in an hour, or in a day, than GoDaddy takes.',
    source: 'godaddy IB',
  },
  {
    name: 'godaddy-code',
    vague: true,
    belowWords: true,
    confidence: 'medium',
    pattern: /\b(?:IB0|IB1|IB2|IB4|IB5|IB6|IB7|IB9)\d\d[a-z]?\b/,
    reason: 'policy-refused',
    meaning: 'GoDaddy refuses the mail; the number behind IB names the rule.',
    source: 'godaddy IB',
    actor: 'sending admin',
    next: [act('Look up the number behind IB in the help pages of GoDaddy.')],
  },
]);
