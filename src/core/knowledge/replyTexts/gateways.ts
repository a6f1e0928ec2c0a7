import { act, queueRetries } from '../steps.ts';
import { type ReplyText, says } from './replyText.ts';

const talos = 'Cisco Secure Email wording; Talos reputation';
const broadcom = 'Broadcom: Email Security.cloud, refused messages';
const trendMicro = 'Trend Micro: rejected by the hosted filter';

/** Words of Proofpoint, Broadcom and Barracuda. */
const proofpointToBarracuda: readonly ReplyText[] = [
  says(
    'proofpoint-list',
    /(?:ipcheck|support)\.proofpoint\.com|prs\.proofpoint\.com/i,
    '550 5.7.0 Blocked - see https://ipcheck.proofpoint.com/?ip=192.0.2.1',
    'poor-reputation',
    'Proofpoint blocks the sending IP address because of its reputation.',
    'Proofpoint: Dynamic Reputation',
    {
      next: [act('Look up the IP address at https://ipcheck.proofpoint.com/ and ask for removal there.')],
      sisimai: 'blocked',
    },
  ),
  says(
    'proofpoint-invalid-user',
    /User email address is marked as invalid/i,
    '550 5.7.1 User email address is marked as invalid',
    'recipient-unknown',
    'The filter of the recipient (Proofpoint Essentials) does not know this address, or marked it as invalid.',
    'Proofpoint Essentials wording',
    {
      actor: 'receiving admin',
      retry: 'later',
      next: [
        act('Add the user to the filter if the mailbox exists.'),
        act('Check the address letter by letter.', 'sender'),
      ],
    },
  ),
  says(
    'symantec-zodiac',
    /Symantec Zodiac/i,
    '500 5.7.1 Connection refused by Symantec Zodiac',
    'poor-reputation',
    'A filter of Symantec refuses the sending IP address.',
    'Symantec wording',
    {
      next: [
        act('Find and stop unwanted mail that leaves through this address.'),
        act('Ask Symantec (Broadcom) for a review.'),
      ],
    },
  ),
  says(
    'broadcom-relay',
    /you are trying to use me \[[^\]]{1,100}\] as a relay/i,
    '553 you are trying to use me [server-1.tower-1.messagelabs.com] as a relay, but I have not been configured to let you [192.0.2.1, mail.contoso.test] do this.',
    'relaying-denied',
    'The filter service (Symantec, MessageLabs) does not know this domain or this IP address.',
    broadcom,
    {
      retry: 'later',
      next: [
        act('Register the domain or the IP address at the service.'),
        act('Correct the MX records of the recipient if they point to the wrong service.'),
      ],
    },
  ),
  says(
    'broadcom-connection-policy',
    /Connection rejected by policy(?: \[|[^\n]{0,80}messagelabs)/i,
    '501 Connection rejected by policy [7.7] 20805, please visit www.messagelabs.com/support for more details about this error message.',
    'poor-reputation',
    'The sending IP address has a poor reputation at Symantec (MessageLabs).',
    broadcom,
    { next: [act('Look up the IP address at https://ipremoval.sms.symantec.com/ and ask for removal there.')] },
  ),
  says(
    'broadcom-envelope-domain',
    /sender envelope domain not allowed for sender IP address/i,
    '550 sender envelope domain not allowed for sender IP address (#5.1.8)',
    'sender-refused',
    'The sending domain or IP address is not registered with this account of the filter service.',
    broadcom,
    { next: [act('Register the domain and the IP address for outgoing mail at the service.')] },
  ),
  says(
    'broadcom-mailbox-not-allowed',
    /Recipient mailbox is not allowed/i,
    '553 Recipient mailbox is not allowed',
    'recipient-unknown',
    'The filter service in front of the domain knows no such recipient.',
    broadcom,
  ),
  says(
    'broadcom-own-list',
    /Sorry, your (?:domain|e-?mail address|IP address) has been (?:blocked|blacklisted)/i,
    '553 Sorry, your domain has been blocked',
    'sender-refused',
    'The recipient keeps this sender, its domain or its IP address on a block list of its own.',
    broadcom,
    {
      actor: 'receiving admin',
      retry: 'no',
      next: [
        act('Add the sender to the approved senders if its mail is wanted.'),
        act('Ask the recipient another way.', 'sender'),
      ],
    },
  ),
  says(
    'broadcom-not-compliant',
    /Requested action aborted \[4\]|has detected that this message is not RFC 5322/i,
    '550 Requested action aborted [4] 20412, please visit www.messagelabs.com/support for more details',
    'message-malformed',
    'The filter service (Symantec, MessageLabs) found the message breaking the rules for headers.',
    broadcom,
  ),
  says(
    'broadcom-aborted',
    /Requested action aborted \[[\d.]{1,8}\]|symanteccloud\.com\/troubleshooting|legacyId=TECH246726/i,
    '450 Requested action aborted [7.2] 23109, please visit www.symanteccloud.com/troubleshooting for more details',
    'policy-refused',
    'The filter service (Symantec, MessageLabs) refuses the connection or the message; the number in brackets names the cause.',
    broadcom,
    { actor: 'sending admin', next: [act('Open the page that the reply names and look up the number in brackets.')] },
  ),
  says(
    'barracuda-blocked',
    /permanent failure for one or more recipients \([^)\n]{0,200}:blocked\)/i,
    '550 permanent failure for one or more recipients (bob@contoso.test:blocked)',
    'policy-refused',
    'The filter of the recipient (Barracuda) refuses the sender or the content.',
    'Barracuda wording',
    { next: [act('Find the message in the log of the filter, and allow the sender if its mail is wanted.')] },
  ),
  says(
    'barracuda-spoofed',
    /rejecting spoofed message/i,
    '550 rejecting spoofed message',
    'sender-unauthenticated',
    'The filter found that the From address is not that of the real sender.',
    'Barracuda wording',
    {
      next: [
        act('Send with a From address of the own domain.'),
        act('Make SPF or DKIM pass for the domain that the From field shows.'),
      ],
    },
  ),
  says(
    'barracuda-banned-content',
    /rejecting banned content/i,
    '554 rejecting banned content',
    'content-refused',
    'The message holds words or a file that the filter of the recipient bans.',
    'Barracuda wording',
    {
      actor: 'sending admin',
      retry: 'later',
      next: [
        act('Check text and attachments of the message.'),
        act('Ask the admin of the recipient which rule matched.'),
      ],
    },
  ),
  says(
    'barracuda-spam-content',
    /rejected due to spam (?:URL in )?content/i,
    '550 Message rejected due to spam URL in content',
    'spam-refused',
    'The filter took the content, or a link in it, for spam.',
    'Barracuda wording',
    { retry: 'later', next: [act('Check the links of the message and remove those with a bad name.')] },
  ),
  says(
    'barracuda-license',
    /License Expired/i,
    '421 License Expired',
    'system-error',
    'The licence of the filter in front of the receiving server has run out.',
    'Barracuda wording',
    { next: [act('Renew the licence of the filter.')] },
  ),
  says(
    'barracuda-recipient',
    /\bcuda_nsu\b/i,
    '550 cuda_nsu 5.1.1 <bob@contoso.test>: Recipient address rejected: User unknown in virtual alias table',
    'recipient-unknown',
    'A Barracuda filter passes on what the server behind it says of the recipient: the rest of the reply tells it.',
    'Barracuda wording',
    {
      actor: 'receiving admin',
      next: [
        act('Read the rest of the reply, and check the recipient on the server behind the filter.'),
        act('Check the address letter by letter.', 'sender'),
      ],
    },
  ),
];

/** Words of Cisco and Cloudflare, Trend Micro, Sophos, Cyren, Cloudmark, Trellix, Hornetsecurity, Fortinet and SpamTitan. */
const ciscoToSpamTitan: readonly ReplyText[] = [
  says(
    'cisco-reputation',
    /sending MTA'?s poor reputation|poor reputation of a domain used in message transfer/i,
    "554 Your access to this mail system has been rejected due to the sending MTA's poor reputation.",
    'poor-reputation',
    'The sending IP address or domain has a poor reputation at Cisco Talos.',
    talos,
    { next: [act('Check the IP address at https://talosintelligence.com/ and open a reputation case there.')] },
  ),
  says(
    'cisco-access-rejected',
    /Your access to submit messages to this e-?mail system has been rejected/i,
    '554 5.7.1 Your access to submit messages to this e-mail system has been rejected.',
    'client-refused',
    'The filter of the recipient (Cisco) takes no mail from this IP address.',
    talos,
    {
      retry: 'later',
      next: [
        act('Check the IP address at https://talosintelligence.com/.'),
        act('Ask the admin of the receiving server why your IP address is refused.'),
      ],
    },
  ),
  says(
    'asa-masked-banner',
    /\*{8}/,
    '220 **************************',
    'in-progress',
    'A firewall hides the greeting of the server, and may change commands and replies as well.',
    'Cisco ASA: ESMTP inspection',
    {
      holds: 'success',
      codes: [220],
      actor: 'network',
      next: [act('Switch SMTP inspection off in the firewall between the two hosts.')],
    },
  ),
  says(
    'asa-masked-command',
    /\bXXXX[XA]{1,20}\b/,
    '500 5.3.3 Unrecognized command XXXXXXXA',
    'command-unknown',
    'A firewall replaced an SMTP command or keyword with letters X.',
    'Cisco ASA: ESMTP inspection',
    {
      actor: 'network',
      retry: 'later',
      next: [act('Switch SMTP inspection off in the firewall between the two hosts.')],
    },
  ),
  says(
    'cloudflare-no-address',
    /\b5\.1\.1 {1,2}Address does not exist\b/i,
    '550 5.1.1 Address does not exist. q1w2e3r4t5y6',
    'recipient-unknown',
    'There is no such address; Cloudflare Email Routing says so where no rule takes it.',
    'Cloudflare Email Routing wording',
    {
      next: [
        act('Check the address letter by letter.'),
        act('Add a routing rule or a catch-all address.', 'receiving admin'),
      ],
    },
  ),
  says(
    'cloudflare-upstream',
    /\bUpstream error, please check https?:/i,
    '421 4.3.0 Upstream error, please check https://developers.cloudflare.com/email-routing/postmaster for possible reasons why. q1w2e3r4t5y6',
    'system-error',
    'Cloudflare Email Routing could not hand the message on to the mailbox that it forwards to.',
    'Cloudflare Email Routing: postmaster',
    {
      next: [
        act('Look in the log of Email Routing for the reply of the server behind it.'),
        act('Check that the destination address still takes mail.'),
      ],
    },
  ),
  says(
    'trend-micro-list',
    /Trend Micro (?:RBL|Email Reputation)|mail-abuse\.(?:org|com)|refused by rbl-plus/i,
    '550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using Trend Micro RBL+.',
    'poor-reputation',
    'Trend Micro lists the sending IP address.',
    'Trend Micro Email Reputation Services',
    { next: [act('Ask for removal at https://servicecentral.trendmicro.com/ers.')] },
  ),
  says(
    'trend-micro-reputation',
    /Recipient address rejected: ERS\b/i,
    '550 5.7.1 <bob@contoso.test>: Recipient address rejected: ERS-DUL.',
    'poor-reputation',
    'The filter of the recipient (Trend Micro) refuses the IP address because of its reputation.',
    trendMicro,
    {
      actor: 'receiving admin',
      next: [
        act('Allow the IP address in the filter if its mail is wanted.'),
        act('Ask for removal at https://servicecentral.trendmicro.com/ers.', 'sending admin'),
      ],
    },
  ),
  says(
    'trend-micro-blocked-sender',
    /Recipient address rejected: BLOCK-SEND-ER/i,
    '550 5.7.1 <bob@contoso.test>: Recipient address rejected: BLOCK-SEND-ER',
    'sender-refused',
    'The organisation of the recipient blocks this sender in its filter (Trend Micro).',
    trendMicro,
    {
      actor: 'receiving admin',
      retry: 'no',
      next: [act('Remove the sender from the blocked senders if its mail is wanted.')],
    },
  ),
  says(
    'trend-micro-blocked-recipient',
    /Recipient address rejected: BLOCK-RCPT/i,
    '550 5.7.1 <bob@contoso.test>: Recipient address rejected: BLOCK-RCPT',
    'policy-refused',
    'The filter of the recipient (Trend Micro) takes no mail for this address.',
    trendMicro,
  ),
  says(
    'trend-micro-no-domain',
    /Recipient address rejected: NO-DOMAIN/i,
    '550 5.7.1 <bob@contoso.test>: Recipient address rejected: NO-DOMAIN',
    'relaying-denied',
    'The filter service (Trend Micro) does not take mail for this domain.',
    trendMicro,
    {
      actor: 'receiving admin',
      next: [act('Add the domain to the account of the filter service, or correct its MX records.')],
    },
  ),
  says(
    'trend-micro-invalid-recipient',
    /Recipient address rejected: Invalid-Recipient/i,
    '550 5.7.1 <bob@contoso.test>: Recipient address rejected: Invalid-Recipient',
    'recipient-unknown',
    'The filter of the recipient (Trend Micro) does not know this address.',
    trendMicro,
    {
      actor: 'receiving admin',
      next: [
        act('Add the address to the valid recipients of the filter if the mailbox exists.'),
        act('Check the address letter by letter.', 'sender'),
      ],
    },
  ),
  says(
    'sophos-reputation',
    /sophos\.com[^\n]{0,120}(?:block|reputation|lookup)|\bSOPHOS\b[^\n]{0,80}blocked/i,
    '550 5.7.1 192.0.2.1 refused, see https://www.sophos.com/en-us/threat-center/ip-lookup?ip=192.0.2.1',
    'poor-reputation',
    'The filter of the recipient refuses the IP address because of its reputation at Sophos.',
    'Sophos: IP reputation policy',
    {
      holds: 'coded',
      next: [
        act('Find and stop unwanted mail that leaves through this address.'),
        act('Ask SophosLabs for a new rating.'),
      ],
    },
  ),
  says(
    'cyren-pattern',
    /\bCyren\b|\bCommtouch\b|recurrent pattern detection|\bRPD\b/i,
    '550 5.7.1 Message rejected by recurrent pattern detection (RPD)',
    'spam-refused',
    'A filter with the pattern service of Cyren (once Commtouch) took the message for spam.',
    'Cyren wording; service ended in 2023',
    {
      holds: 'coded',
      next: [
        act(
          'Ask the admin of the recipient to find the message in the log of the filter: the service behind it has ended.',
        ),
        act('Check text and links of the message.'),
      ],
    },
  ),
  says(
    'cloudmark-list',
    /csi\.cloudmark\.com|Cloudmark (?:Sender Intelligence|Poor Reputation)|\bcm-csi\b/i,
    '550 5.7.1 [C13] RBL Restriction: See https://csi.cloudmark.com/en/reset/?ip=192.0.2.1',
    'poor-reputation',
    'Cloudmark blocks the sending IP address because of its reputation.',
    'Cloudmark Sender Intelligence',
    { next: [act('Ask for a reset at https://csi.cloudmark.com/en/reset/.')] },
  ),
  says(
    'cloudmark-gateway',
    /\b(?:cmsmtp|bizsmtp)\b[^\n]{0,200}(?:(?:black|block)listed|spam)/i,
    '554 mx.contoso.test cmsmtp 192.0.2.1 is blacklisted, see the list for removal',
    'blocklisted',
    'A Cloudmark gateway of the receiving provider refuses the IP address or the message as spam.',
    'Cloudmark gateway wording',
    {
      next: [
        act('Look up the IP address at the list that the reply names, and ask for removal when the cause is gone.'),
      ],
    },
  ),
  says(
    'trellix-dmarc',
    /\bETP205\b/,
    '550 5.7.26 ETP205 Message rejected per the DMARC policy of the sender',
    'dmarc-failed',
    'The message fails the DMARC check of its From domain, says Trellix Email Threat Prevention.',
    'Trellix Email Threat Prevention wording',
    { holds: 'coded' },
  ),
  says(
    'trellix-invaluement',
    /\bETP208\b/,
    '550 5.5.4 ETP208 Sender is listed in Invaluement',
    'blocklisted',
    'Trellix Email Threat Prevention refuses the sender because the list of Invaluement names it.',
    'Trellix Email Threat Prevention wording',
    {
      holds: 'coded',
      next: [act('Look up the IP address and the domain at https://www.invaluement.com/lookup/ and ask for removal.')],
    },
  ),
  says(
    'trellix',
    /\bETP\d{3}\b/,
    '550 5.5.4 ETP101 Message refused',
    'policy-refused',
    'Trellix Email Threat Prevention refuses the message; the words behind the number name the cause.',
    'Trellix Email Threat Prevention wording',
    {
      holds: 'coded',
      actor: 'sending admin',
      next: [act('Read the words behind the number, and ask the admin of the recipient if they do not help.')],
    },
  ),
  says(
    'zerospam-later',
    /\bZEROSPAM\b/i,
    '450 ZEROSPAM: try again later',
    'greylisted',
    'The filter of the recipient (ZEROSPAM) asks an unknown sender for a later try, or has yet to check the recipient.',
    'ZEROSPAM (Hornetsecurity) wording',
    { codes: [421, 450, 451, 452], next: [queueRetries] },
  ),
  says(
    'zerospam',
    /\bZEROSPAM\b/i,
    '554 ZEROSPAM: recipient refused',
    'policy-refused',
    'The filter of the recipient (ZEROSPAM) refuses it for good, often because it does not know the recipient.',
    'ZEROSPAM (Hornetsecurity) wording',
    {
      holds: 'coded',
      next: [act('Check that the filter knows the recipient.'), act('Check the address letter by letter.', 'sender')],
    },
  ),
  says(
    'fortinet',
    /\bFortiGuard\b|Client host rejected[^\n]{0,80}FortiMail|\bsession-[^\n]{0,80}FortiMail/i,
    '550 5.7.1 Message rejected by FortiGuard AntiSpam, IP 192.0.2.1',
    'policy-refused',
    'The filter of the recipient (Fortinet) refuses the IP address or the message.',
    'Fortinet wording',
    {
      holds: 'coded',
      next: [
        act('Look in the log of the filter for the rule.'),
        act('Look up the IP address at https://www.fortiguard.com/.', 'sending admin'),
      ],
    },
  ),
  says(
    'appliance-reputation',
    /Your network is temporar(?:y|ily) blacklisted|extreme bad ip profile/i,
    '450 Your network is temporary blacklisted',
    'poor-reputation',
    'The filter of the recipient blocks the network of this IP address for a while because of its reputation.',
    'SpamTitan and other filters: wording',
    {
      next: [
        act('Find and stop unwanted mail from this network.'),
        act('Ask the admin of the recipient to allow the IP address.'),
      ],
    },
  ),
];

/** Words of filters in front of mail servers. */
export const gatewayTexts: readonly ReplyText[] = [...proofpointToBarracuda, ...ciscoToSpamTitan];
