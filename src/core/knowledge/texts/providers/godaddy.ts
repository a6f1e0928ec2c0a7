import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

const cloudmark = act('Ask for a reset at Cloudmark (https://csi.cloudmark.com/en/reset/) when the cause is gone.');
const spamhaus = act(
  'Look up the IP address at https://check.spamhaus.org/, remove the cause and ask there for removal.',
);
const smarthost = act('Send through the mail server of your provider, or from a fixed IP address with a PTR record.');
const stop = act('Find and stop unwanted mail that leaves through this address.');

/** Words of GoDaddy's Workspace Email. */
export const godaddyTexts = ranked('product', [
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
]);
