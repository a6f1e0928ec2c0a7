import { act, probe } from '../../steps.ts';
import { ranked } from '../replyText.ts';

const snds = act('Check the IP address in SNDS of Microsoft.');

/** Words of Outlook.com. */
export const outlookComTexts = ranked('product', [
  {
    name: 'outlook-mailbox-unavailable',
    pattern:
      /\b5\.5\.0\b[^\n]{0,60}mailbox unavailable|^550 [^\n]{0,12}Requested action not taken: mailbox unavailable \((?:-?\d{4,12}:|S\d{6,14})/i,
    sample: '550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302).',
    reason: 'recipient-unknown',
    meaning: 'There is no such mailbox; for addresses at outlook.com and hotmail.com these are the usual words.',
    source: 'ms-exchange-online',
    sisimai: 'userunknown',
  },
  {
    name: 'outlook-authentication-level',
    pattern: /does not meet the required authentication level/i,
    sample: '550 5.7.515 Access denied, sending domain contoso.test does not meet the required authentication level.',
    reason: 'sender-unauthenticated',
    meaning: 'Outlook.com wants SPF, DKIM and DMARC from senders of much mail.',
    source: 'outlook-high-volume',
    next: [act('Set up SPF, DKIM and DMARC for the From domain so that all pass and one aligns.')],
  },
  {
    name: 'outlook-block-list',
    pattern: /part of their network is on our block list|\(S31[45]0\)/i,
    sample:
      '550 5.7.1 Unfortunately, messages from [192.0.2.1] were not sent. Please contact your Internet service provider since part of their network is on our block list (S3150).',
    reason: 'blocklisted',
    meaning: 'Outlook.com blocks the sending IP address or its network.',
    source: 'outlook-postmaster',
    next: [act('Ask for removal with the sender support form of Outlook.com.'), snds],
  },
  {
    name: 'outlook-rate-limit',
    pattern: /\bRP-001\b/i,
    sample: '421 RP-001 The mail server IP connecting to Outlook.com server has exceeded the rate limit allowed.',
    reason: 'poor-reputation',
    meaning: 'The IP address sends more mail than its reputation at Outlook.com allows.',
    source: 'outlook-postmaster',
    next: [act('Send more slowly.'), snds],
  },
  {
    name: 'outlook-rate-limit-connection',
    pattern: /\bRP-002\b/i,
    sample:
      '421 RP-002 The mail server IP connecting to Outlook.com server has exceeded the rate limit allowed on this connection.',
    reason: 'poor-reputation',
    meaning: 'The IP address sent more mail in one connection than its reputation at Outlook.com allows.',
    source: 'outlook-postmaster',
    next: [act('Send fewer messages in each connection.'), snds],
  },
  {
    name: 'outlook-too-many-connections',
    pattern: /\bRP-003\b/i,
    sample: '421 RP-003 The mail server IP connecting to Outlook.com server has exceeded the connection limit allowed.',
    reason: 'poor-reputation',
    meaning: 'The IP address opens more connections than its reputation at Outlook.com allows.',
    source: 'outlook-postmaster',
    next: [act('Open fewer connections at once.'), snds],
  },
  {
    name: 'outlook-content-or-reputation',
    pattern: /\b(?:SC-001|OU-002)\b/i,
    sample: '550 SC-001 Mail rejected by Outlook.com for policy reasons.',
    reason: 'spam-refused',
    meaning: 'Outlook.com refuses the message for its content or for the reputation of the IP address.',
    source: 'outlook-postmaster',
    next: [act('Check text and links of the message.'), probe('Check that SPF, DKIM and DMARC pass.'), snds],
  },
  {
    name: 'outlook-harvesting',
    pattern: /\bSC-002\b/i,
    sample:
      '550 SC-002 Mail rejected by Outlook.com for policy reasons. The mail server IP connecting to Outlook.com has exhibited namespace mining behavior.',
    reason: 'poor-reputation',
    meaning: 'The IP address sends to so many unknown recipients that it looks like a search for addresses.',
    source: 'outlook-postmaster',
    retry: 'no',
    next: [act('Take unknown recipients off the mailing lists.')],
  },
  {
    name: 'outlook-open-relay',
    pattern: /\bSC-003\b/i,
    sample:
      '550 SC-003 Mail rejected by Outlook.com for policy reasons. Your IP address appears to be an open proxy/relay.',
    reason: 'client-refused',
    meaning: 'To Outlook.com the sending host looks like an open relay or an open proxy.',
    source: 'outlook-postmaster',
    retry: 'later',
    next: [act('Close the relay or the proxy on the sending host.'), snds],
  },
  {
    name: 'outlook-complaints',
    pattern: /\bSC-004\b/i,
    sample:
      '550 SC-004 Mail rejected by Outlook.com for policy reasons. A block has been placed against your IP address because we have received complaints.',
    reason: 'poor-reputation',
    meaning: 'Outlook.com blocks the IP address because recipients complained.',
    source: 'outlook-postmaster',
    next: [act('Join the complaint programme of Outlook.com (JMRP) and take complaining recipients off the lists.')],
    sisimai: 'blocked',
  },
  {
    name: 'outlook-dynamic-ip',
    pattern: /\bDY-001\b/i,
    sample:
      '550 DY-001 Mail rejected by Outlook.com for policy reasons. We generally do not accept email from dynamic IPs.',
    reason: 'blocklisted',
    meaning: 'Outlook.com takes no mail straight from dynamic connections.',
    source: 'outlook-postmaster',
    next: [act('Send through the mail server of the provider, or from a fixed IP address with a PTR record.')],
  },
  {
    name: 'outlook-infected',
    pattern: /\bDY-002\b/i,
    sample:
      '550 DY-002 Mail rejected by Outlook.com for policy reasons. The likely cause is a compromised or virus infected server or computer.',
    reason: 'blocklisted',
    meaning: 'To Outlook.com the sending host looks infected or taken over.',
    source: 'outlook-postmaster',
    next: [act('Look for malware and for stolen accounts on the hosts behind this IP address, and clean them.'), snds],
  },
  {
    name: 'outlook-spamhaus',
    pattern: /\bOU-001\b/i,
    sample: '550 OU-001 Mail rejected by Outlook.com for policy reasons. Spamhaus lists the IP.',
    reason: 'blocklisted',
    meaning: 'Outlook.com refuses the IP address because Spamhaus lists it.',
    source: 'outlook-postmaster',
    next: [
      act('Look up the IP address at https://check.spamhaus.org/.'),
      act('Remove the cause, then ask Spamhaus for removal.'),
    ],
  },
]);
