import { act, probe } from '../../steps.ts';
import { ranked } from '../replyText.ts';

const snds = act('Check the IP address in SNDS of Microsoft.');

/** Words of Outlook.com. */
export const outlookComTexts = ranked('product', [
  {
    name: 'outlook-mailbox-unavailable',
    pattern:
      /\b5\.5\.0\b[^\n]{0,60}mailbox unavailable|^550 [^\n]{0,12}Requested action not taken: mailbox unavailable \((?:-?\d{4,12}:|S\d{6,14})/i,
    reason: 'recipient-unknown',
    meaning: 'There is no such mailbox; for addresses at outlook.com and hotmail.com these are the usual words.',
    source: 'ms-exchange-online',
    sisimai: 'userunknown',
  },
  {
    name: 'outlook-authentication-level',
    pattern: /does not meet the required authentication level/i,
    reason: 'sender-unauthenticated',
    meaning: 'Outlook.com wants SPF, DKIM and DMARC from senders of much mail.',
    source: 'outlook-high-volume',
    next: [act('Set up SPF, DKIM and DMARC for the From domain so that all pass and one aligns.')],
  },
  {
    name: 'outlook-block-list',
    pattern: /part of their network is on our block list|\(S31[45]0\)/i,
    reason: 'blocklisted',
    meaning: 'Outlook.com blocks the sending IP address or its network.',
    source: 'outlook-postmaster',
    next: [act('Ask for removal with the sender support form of Outlook.com.'), snds],
  },
  {
    name: 'outlook-rate-limit',
    pattern: /\bRP-001\b/i,
    reason: 'poor-reputation',
    meaning: 'The IP address sends more mail than its reputation at Outlook.com allows.',
    source: 'outlook-postmaster',
    next: [act('Send more slowly.'), snds],
  },
  {
    name: 'outlook-rate-limit-connection',
    pattern: /\bRP-002\b/i,
    reason: 'poor-reputation',
    meaning: 'The IP address sent more mail in one connection than its reputation at Outlook.com allows.',
    source: 'outlook-postmaster',
    next: [act('Send fewer messages in each connection.'), snds],
  },
  {
    name: 'outlook-too-many-connections',
    pattern: /\bRP-003\b/i,
    reason: 'poor-reputation',
    meaning: 'The IP address opens more connections than its reputation at Outlook.com allows.',
    source: 'outlook-postmaster',
    next: [act('Open fewer connections at once.'), snds],
  },
  {
    name: 'outlook-content-or-reputation',
    pattern: /\b(?:SC-001|OU-002)\b/i,
    reason: 'spam-refused',
    meaning: 'Outlook.com refuses the message for its content or for the reputation of the IP address.',
    source: 'outlook-postmaster',
    next: [act('Check text and links of the message.'), probe('Check that SPF, DKIM and DMARC pass.'), snds],
  },
  {
    name: 'outlook-harvesting',
    pattern: /\bSC-002\b/i,
    reason: 'poor-reputation',
    meaning: 'The IP address sends to so many unknown recipients that it looks like a search for addresses.',
    source: 'outlook-postmaster',
    retry: 'no',
    next: [act('Take unknown recipients off the mailing lists.')],
  },
  {
    name: 'outlook-open-relay',
    pattern: /\bSC-003\b/i,
    reason: 'client-refused',
    meaning: 'To Outlook.com the sending host looks like an open relay or an open proxy.',
    source: 'outlook-postmaster',
    retry: 'later',
    next: [act('Close the relay or the proxy on the sending host.'), snds],
  },
  {
    name: 'outlook-complaints',
    pattern: /\bSC-004\b/i,
    reason: 'poor-reputation',
    meaning: 'Outlook.com blocks the IP address because recipients complained.',
    source: 'outlook-postmaster',
    next: [act('Join the complaint programme of Outlook.com (JMRP) and take complaining recipients off the lists.')],
    sisimai: 'blocked',
  },
  {
    name: 'outlook-dynamic-ip',
    pattern: /\bDY-001\b/i,
    reason: 'blocklisted',
    meaning: 'Outlook.com takes no mail straight from dynamic connections.',
    source: 'outlook-postmaster',
    next: [act('Send through the mail server of the provider, or from a fixed IP address with a PTR record.')],
  },
  {
    name: 'outlook-infected',
    pattern: /\bDY-002\b/i,
    reason: 'blocklisted',
    meaning: 'To Outlook.com the sending host looks infected or taken over.',
    source: 'outlook-postmaster',
    next: [act('Look for malware and for stolen accounts on the hosts behind this IP address, and clean them.'), snds],
  },
  {
    name: 'outlook-spamhaus',
    pattern: /\bOU-001\b/i,
    reason: 'blocklisted',
    meaning: 'Outlook.com refuses the IP address because Spamhaus lists it.',
    source: 'outlook-postmaster',
    next: [
      act('Look up the IP address at https://check.spamhaus.org/.'),
      act('Remove the cause, then ask Spamhaus for removal.'),
    ],
  },
]);
