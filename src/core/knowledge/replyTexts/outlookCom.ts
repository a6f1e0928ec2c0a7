import { act, probe } from '../steps.ts';
import { type ReplyText, says } from './replyText.ts';

const outlook = 'Outlook.com postmaster: troubleshooting';
const snds = act('Check the IP address in SNDS of Microsoft.');

/** Words of Outlook.com and Hotmail. */
export const outlookComTexts: readonly ReplyText[] = [
  says(
    'outlook-mailbox-unavailable',
    /\b5\.5\.0\b[^\n]{0,60}mailbox unavailable|^550 [^\n]{0,12}Requested action not taken: mailbox unavailable \((?:-?\d{4,12}:|S\d{6,14})/i,
    '550 5.5.0 Requested action not taken: mailbox unavailable (S2017062302).',
    'recipient-unknown',
    'There is no such mailbox; for addresses at outlook.com and hotmail.com these are the usual words.',
    'Microsoft Learn: Non-delivery reports in Exchange Online',
    { sisimai: 'userunknown' },
  ),
  says(
    'outlook-authentication-level',
    /does not meet the required authentication level/i,
    '550 5.7.515 Access denied, sending domain contoso.test does not meet the required authentication level.',
    'sender-unauthenticated',
    'Outlook.com wants SPF, DKIM and DMARC from senders of much mail.',
    'Outlook.com: requirements for high-volume senders',
    { next: [act('Set up SPF, DKIM and DMARC for the From domain so that all pass and one aligns.')] },
  ),
  says(
    'outlook-block-list',
    /part of their network is on our block list|\(S31[45]0\)/i,
    '550 5.7.1 Unfortunately, messages from [192.0.2.1] were not sent. Please contact your Internet service provider since part of their network is on our block list (S3150).',
    'blocklisted',
    'Outlook.com blocks the sending IP address or its network.',
    outlook,
    { next: [act('Ask for removal with the sender support form of Outlook.com.'), snds] },
  ),
  says(
    'outlook-rate-limit',
    /\bRP-001\b/i,
    '421 RP-001 The mail server IP connecting to Outlook.com server has exceeded the rate limit allowed.',
    'poor-reputation',
    'The IP address sends more mail than its reputation at Outlook.com allows.',
    outlook,
    { next: [act('Send more slowly.'), snds] },
  ),
  says(
    'outlook-rate-limit-connection',
    /\bRP-002\b/i,
    '421 RP-002 The mail server IP connecting to Outlook.com server has exceeded the rate limit allowed on this connection.',
    'poor-reputation',
    'The IP address sent more mail in one connection than its reputation at Outlook.com allows.',
    outlook,
    { next: [act('Send fewer messages in each connection.'), snds] },
  ),
  says(
    'outlook-too-many-connections',
    /\bRP-003\b/i,
    '421 RP-003 The mail server IP connecting to Outlook.com server has exceeded the connection limit allowed.',
    'poor-reputation',
    'The IP address opens more connections than its reputation at Outlook.com allows.',
    outlook,
    { next: [act('Open fewer connections at once.'), snds] },
  ),
  says(
    'outlook-content-or-reputation',
    /\b(?:SC-001|OU-002)\b/i,
    '550 SC-001 Mail rejected by Outlook.com for policy reasons.',
    'spam-refused',
    'Outlook.com refuses the message for its content or for the reputation of the IP address.',
    outlook,
    { next: [act('Check text and links of the message.'), probe('Check that SPF, DKIM and DMARC pass.'), snds] },
  ),
  says(
    'outlook-harvesting',
    /\bSC-002\b/i,
    '550 SC-002 Mail rejected by Outlook.com for policy reasons. The mail server IP connecting to Outlook.com has exhibited namespace mining behavior.',
    'poor-reputation',
    'The IP address sends to so many unknown recipients that it looks like a search for addresses.',
    outlook,
    { retry: 'no', next: [act('Take unknown recipients off the mailing lists.')] },
  ),
  says(
    'outlook-open-relay',
    /\bSC-003\b/i,
    '550 SC-003 Mail rejected by Outlook.com for policy reasons. Your IP address appears to be an open proxy/relay.',
    'client-refused',
    'To Outlook.com the sending host looks like an open relay or an open proxy.',
    outlook,
    { retry: 'later', next: [act('Close the relay or the proxy on the sending host.'), snds] },
  ),
  says(
    'outlook-complaints',
    /\bSC-004\b/i,
    '550 SC-004 Mail rejected by Outlook.com for policy reasons. A block has been placed against your IP address because we have received complaints.',
    'poor-reputation',
    'Outlook.com blocks the IP address because recipients complained.',
    outlook,
    {
      next: [act('Join the complaint programme of Outlook.com (JMRP) and take complaining recipients off the lists.')],
      sisimai: 'blocked',
    },
  ),
  says(
    'outlook-dynamic-ip',
    /\bDY-001\b/i,
    '550 DY-001 Mail rejected by Outlook.com for policy reasons. We generally do not accept email from dynamic IPs.',
    'blocklisted',
    'Outlook.com takes no mail straight from dynamic connections.',
    outlook,
    { next: [act('Send through the mail server of the provider, or from a fixed IP address with a PTR record.')] },
  ),
  says(
    'outlook-infected',
    /\bDY-002\b/i,
    '550 DY-002 Mail rejected by Outlook.com for policy reasons. The likely cause is a compromised or virus infected server or computer.',
    'blocklisted',
    'To Outlook.com the sending host looks infected or taken over.',
    outlook,
    {
      next: [
        act('Look for malware and for stolen accounts on the hosts behind this IP address, and clean them.'),
        snds,
      ],
    },
  ),
  says(
    'outlook-spamhaus',
    /\bOU-001\b/i,
    '550 OU-001 Mail rejected by Outlook.com for policy reasons. Spamhaus lists the IP.',
    'blocklisted',
    'Outlook.com refuses the IP address because Spamhaus lists it.',
    outlook,
    {
      next: [
        act('Look up the IP address at https://check.spamhaus.org/.'),
        act('Remove the cause, then ask Spamhaus for removal.'),
      ],
    },
  ),
];
