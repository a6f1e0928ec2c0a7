import { act, probe, seeAccessMap } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** Set phrases of servers about who may send here, and where from. */
export const accessPhrases = ranked('phrase', [
  {
    name: 'server-recipient-rejected',
    pattern:
      /^\d{3} (?:5\.\d\.\d)? {0,2}(?:<[^<>\s]{1,320}>: Recipient address rejected\.?|[^\s<>@]{1,64}@[^\s<>]{1,255} Rejected)\s{0,4}(?:\(in reply|$)/i,
    reason: 'unrecognized',
    meaning: 'The server refuses this recipient and does not say why; often there is no such mailbox.',
    source: 'RFC 5321 3.3',
    sisimai: 'userunknown',
  },
  {
    name: 'server-helo-domain',
    pattern: /^501 (?:5\.\d\.\d)? {0,2}Invalid domain name\b/i,
    reason: 'greeting-refused',
    meaning: 'The server does not take the name that the client gives in HELO or EHLO for a domain name.',
    source: 'sisimai Reason/Blocked.pm',
  },
  {
    name: 'server-no-ptr',
    pattern: /No PTR Record found|(?<!Relaying denied\. )IP name lookup failed|unverif(?:y|i)able sending IPs/i,
    reason: 'reverse-dns',
    meaning: 'The address of the sending host has no name in DNS, or one that does not lead back to it.',
    source: ['sendmail-code cf/README', 'sisimai Reason/RequirePTR.pm'],
  },
  {
    name: 'server-no-relaying',
    pattern: /\bNo relaying\b|not configured to relay mail/i,
    reason: 'relaying-denied',
    meaning: 'The server takes no mail for this domain from this client.',
    source: 'RFC 3463 X.7.1',
  },
  {
    name: 'server-bad-spf',
    pattern: /Bad SPF records? for/i,
    reason: 'spf-failed',
    meaning: 'The SPF record of the sender domain does not allow the sending host, or cannot be read.',
    source: 'RFC 7208 8',
  },
  {
    name: 'server-blacklisted-either',
    pattern:
      /sending to\/from an address that has been blacklisted|Unroutable sender address|can'?t determine Purported Responsible Address/i,
    reason: 'sender-refused',
    meaning: 'The server does not take mail from this sender address.',
    source: 'sisimai Reason/Rejected.pm',
  },
  {
    name: 'server-sender-domain',
    pattern: /\b5\.1\.7 {1,3}No such domain/i,
    reason: 'sender-domain-not-found',
    meaning: 'The domain of the sender address was not found in DNS.',
    source: 'RFC 3463 X.1.7',
  },
  {
    name: 'server-client-mismatch',
    pattern: /\bdomain \[?[\w.-]{1,255}\]? mismatches client ip\b/i,
    reason: 'client-refused',
    meaning:
      'The name of the sending domain does not fit the address of the sending host, and the server does not take the mail from it.',
    source: 'sisimai Reason/RequirePTR.pm',
    sisimai: 'requireptr',
  },
  {
    name: 'server-host-missing',
    pattern: /^553 (?:5\.1\.[08])? {0,2}(?:[\w.-]{1,64} )?[\w-]{1,63}(?:\.[\w-]{1,63}){1,8} does not exist\b/i,
    reason: 'sender-domain-not-found',
    meaning:
      'The server finds no host of this name in DNS; it looks up the domain of the sender or the name of the sending host.',
    source: 'RFC 3463 X.1.8',
    confidence: 'medium',
  },
  {
    name: 'server-blocked-client',
    wins: ['blacklisted-by'],
    pattern:
      /IP address blacklisted by recipient|Error - Blocked for abuse|blocked by ldap:|ESMTP not accepting connections|INVALID IP FOR SENDING MAIL OF DOMAIN/i,
    reason: 'client-refused',
    meaning: 'The server does not take this mail from the address of the sending host.',
    source: 'sisimai Reason/Blocked.pm',
  },
  {
    name: 'server-wants-confirmation',
    pattern: /your (?:mail )?server requires? (?:confirmation|verification)|to confirm (?:this|your) mail server/i,
    reason: 'client-refused',
    meaning: 'The server takes no mail from a sending host that nobody has confirmed at its page yet.',
    source: 'RFC 3463 X.7.1',
    retry: 'later',
  },
  {
    name: 'server-insecure-relay',
    pattern: /Insecure Mail Relay/i,
    reason: 'client-refused',
    meaning: 'The server takes the sending host for one that passes on mail of anybody.',
    source: 'sisimai Reason/NoRelaying.pm',
    sisimai: 'norelaying',
  },
  {
    name: 'server-header-error',
    pattern: /\b5\.7\.[09] {1,3}Header error/i,
    confidence: 'medium',
    reason: 'policy-refused',
    meaning: 'A rule of the receiver refuses the message, here for something in its header.',
    source: 'sisimai-mails lhost-exim-03.eml',
  },
  {
    name: 'not-allowed-to-connect',
    pattern: /You are not allowed to connect/i,
    reason: 'client-refused',
    meaning: 'The server takes no connections from this IP address: a block list or a rule has it.',
    source: ['zone-mta', 'sisimai Reason/Blocked.pm'],
  },
]);

/** Words about who may send here, and where from. */
export const accessTexts = ranked('policy', [
  {
    name: 'relaying-denied',
    also: /^(?![^\n]{0,400}\bdisallowed as\b)/i,
    wins: ['login-required', 'sender-access-denied'],
    pattern:
      /rela(?:y|ying)(?: access| operation| attempt)? (?:is )?(?:denied|not (?:permitted|allowed)|prohibited|rejected|refused|disallowed)|not permitted to relay|\blocal users? only or (?:smtp )?authentication\b|(?:open|free) relay (?:is )?not allowed|(?:cannot|can'?t|won'?t|will not|unable to|not allowed to|not authorized to) relay\b|do(?:es)? not (?:allow )?relay(?:ing)?\b/i,
    reason: 'relaying-denied',
    meaning:
      'The server takes mail for this outside domain only from clients it knows: those that log in or whose IP address is listed.',
    source: ['RFC 5321 4.2.3, 7.9', 'RFC 3463 X.7.1'],
  },
  {
    name: 'sender-domain-not-found',
    pattern: /sender domain (?:must exist|does not exist|not found)|unresolvable sender domain/i,
    reason: 'sender-domain-not-found',
    meaning: 'The server found no domain of this name for the sender, or DNS did not answer.',
    source: 'RFC 3463 X.1.8',
  },
  {
    name: 'sender-callout',
    pattern:
      /sender (?:address )?(?:verification|callout|verify)(?: has)? (?:failed|failure|rejected)|could not verify (?:the )?sender/i,
    reason: 'sender-refused',
    meaning: 'The server asked the mail host of the sender about the sender address and got a refusal.',
    source: 'exim-spec sender verification',
    next: [
      act('Make the envelope sender an address that exists and takes mail.'),
      probe.sender('Check that its mail host answers mail from the empty sender <>.'),
    ],
  },
  {
    name: 'sender-access-denied',
    pattern: /sender (?:address )?(?:is )?(?:blocked|not allowed|rejected|denied)/i,
    confidence: 'medium',
    reason: 'sender-refused',
    meaning: 'The server refuses or blocks this sender address by a rule or a list of its own.',
    source: 'postfix-access',
    next: [act('Ask the admin of the receiving server why the sender is refused.')],
  },
  {
    name: 'reverse-dns',
    wins: ['rate-limited'],
    pattern:
      /\b(?:no|missing|invalid|bad|without|lacks?|fix|set) (?:a )?(?:valid )?(?:reverse DNS|rDNS|PTR)|(?:reverse DNS|rDNS|PTR(?: record)?|reverse (?:DNS )?look-?up)\b.{0,60}\b(?:fail(?:ed|s|ure)?|missing|required|not (?:found|set|match)|mismatch|does not|invalid|generic|dynamic)\b|must have a (?:PTR|reverse DNS)|does not have a (?:PTR|reverse DNS)/i,
    holds: 'coded',
    reason: 'reverse-dns',
    meaning: 'Reverse DNS of the sending IP address is missing or does not match.',
    source: ['RFC 7372 3.3', 'RFC 8601 3'],
  },
  {
    name: 'helo-invalid',
    pattern:
      /invalid (?:HELO|EHLO)(?: name)?\b|(?:HELO|EHLO) argument .{0,80}invalid|bad HELO\b|HELO should be a FQDN|\b(?:HELO|EHLO)(?: command)? requires (?:an? )?(?:valid|full|fully)/i,
    reason: 'greeting-refused',
    meaning: 'The HELO name of the sending server is not a valid host name.',
    source: 'RFC 5321 4.1.1.1',
  },
  {
    name: 'dynamic-ip',
    also: /^(?![^\n]{0,400}\b(?:PTR|rDNS|reverse DNS)\b)/i,
    pattern:
      /\bdynamic(?:ally)?(?:[- ]assigned)? (?:IP|address|host)|dial-?up (?:IP|address|host)|\bresidential (?:IP|address)|smtp server of your (?:isp|provider)/i,
    holds: 'coded',
    confidence: 'medium',
    reason: 'blocklisted',
    meaning: 'The server takes no mail straight from dynamic or home connections.',
    source: ['RFC 5782', 'spamhaus PBL'],
    next: [act('Send through the mail server of the provider, or from a fixed IP address with a PTR record.')],
  },
  {
    // What stands behind tells more where it is read.
    name: 'client-access-denied',
    vague: true,
    confidence: 'high',
    pattern: /Client host rejected: (?!cannot|#?\d)|not accepting (?:messages|mail|connections) from you/i,
    reason: 'client-refused',
    meaning: 'A rule of the server refuses this client.',
    source: 'postfix-access',
    next: [
      act('Ask the admin of the receiving server why your IP address is refused.'),
      probe.address('Check PTR record, HELO name and block list entries of the sending IP address.'),
      seeAccessMap,
    ],
  },
  {
    name: 'no-mail-service-here',
    pattern:
      /(?:no|not an?) SMTP (?:service|server) here|does not accept mail\b(?! (?:\(null|from|for))|not accepting mail\b(?! from)/i,
    reason: 'mail-not-accepted',
    meaning: 'This host takes no mail, or none from this client.',
    source: ['RFC 5321 3.1', 'sendmail-code sendmail/srvrsmtp.c'],
  },
  {
    name: 'client-refused-in-greeting',
    pattern: /ESMTP not accepting messages/i,
    confidence: 'medium',
    reason: 'client-refused',
    meaning:
      'The server takes no mail in this session: a rule or a filter refused the client when it connected, or the host takes no mail at all.',
    source: 'sendmail-code sendmail/srvrsmtp.c',
  },
  {
    name: 'country-blocked',
    wins: ['spam-classified'],
    pattern:
      /\b(?:geo-?ip|geographical location|country (?:is )?(?:not allowed|blocked|denied))\b|Host network,? not allowed/i,
    holds: 'coded',
    reason: 'policy-refused',
    meaning: 'The receiver takes no mail from the country of the sending IP address.',
    source: ['zone-mta', 'sisimai Rhost/Mimecast.pm'],
  },
  {
    name: 'policy-word',
    vague: true,
    pattern:
      /\b(?:policy|policies)\b.{0,30}\b(?:violation|reject(?:ed|ion)?|reasons?|restrictions?|prohibit(?:s|ed)?|block(?:ed)?)\b|rejected (?:due to|by|for) (?:\w{1,20} ){0,3}polic|administrative prohibition|prohibited by (?:administrator|policy)|denied by policy|delivery not authorized/i,
    holds: 'coded',
    confidence: 'medium',
    reason: 'policy-refused',
    meaning: 'A rule of the receiver refuses the message.',
    source: 'RFC 3463 X.7.1',
  },
]);
