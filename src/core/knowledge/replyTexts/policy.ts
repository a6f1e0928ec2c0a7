import { act, probe } from '../steps.ts';
import type { TextRow } from './replyText.ts';

/** Comes before all causes: it may quote those of the refused recipients. */
export const consequenceTexts: readonly TextRow[] = [
  {
    name: 'no-valid-recipients',
    pattern: /no valid recipients?\b|All RCPT commands were rejected|valid RCPT command must precede/i,
    sample: '554 5.5.1 Error: no valid recipients',
    reason: 'command-order',
    meaning: 'No recipient was accepted before, so there is nobody to send the message to.',
    source: 'RFC 5321 3.3',
    next: [act('Look at the replies to RCPT before this one: they name the cause.')],
  },
];

/** Words about who may send: relaying, greylisting, login, TLS, names, DNS of the sender, SPF, DKIM, DMARC, limits. */
export const policyTexts: readonly TextRow[] = [
  {
    name: 'relaying-denied',
    wins: ['login-required', 'client-access-denied'],
    pattern:
      /rela(?:y|ying)(?: access| operation| attempt)? (?:is )?(?:denied|not (?:permitted|allowed)|prohibited|rejected|refused|disallowed)|not permitted to relay|(?:open|free) relay (?:is )?not allowed|(?:cannot|can'?t|won'?t|will not|unable to|not allowed to|not authorized to) relay\b|do(?:es)? not relay\b/i,
    sample: '550 5.7.1 Relaying denied',
    reason: 'relaying-denied',
    meaning:
      'The server takes mail for this outside domain only from clients it knows: those that log in or whose IP address is listed.',
    source: ['RFC 5321 4.2.3, 7.9', 'RFC 3463 X.7.1'],
  },
  {
    name: 'sender-domain-not-found',
    pattern: /sender domain (?:must exist|does not exist|not found)|unresolvable sender domain/i,
    sample: '553 5.1.8 <joe@nosuch.test>: sender domain does not exist',
    reason: 'sender-domain-not-found',
    meaning: 'The server found no domain of this name for the sender, or DNS did not answer.',
    source: 'RFC 3463 X.1.8',
  },
  {
    name: 'sender-callout',
    pattern:
      /sender (?:address )?(?:verification|callout|verify)(?: has)? (?:failed|failure|rejected)|could not verify (?:the )?sender/i,
    sample: '550 5.1.0 Sender verification failed',
    reason: 'sender-refused',
    meaning: 'The server asked the mail host of the sender about the sender address and got a refusal.',
    source: 'exim-spec sender verification',
    next: [
      act('Make the envelope sender an address that exists and takes mail.'),
      probe('Check that its mail host answers mail from the empty sender <>.'),
    ],
  },
  {
    name: 'sender-access-denied',
    pattern: /sender (?:address )?(?:is )?(?:blocked|not allowed|rejected|denied)/i,
    sample: '554 5.7.1 <joe@elsewhere.test>: sender address blocked',
    reason: 'sender-refused',
    meaning: 'A rule of the server refuses this sender address.',
    source: 'postfix-access',
    next: [act('Ask the admin of the receiving server why the sender is refused.')],
  },
  {
    name: 'reverse-dns',
    wins: ['rate-limited'],
    pattern:
      /\b(?:no|missing|invalid|bad|without|lacks?|fix|set) (?:a )?(?:valid )?(?:reverse DNS|rDNS|PTR)|(?:reverse DNS|rDNS|PTR(?: record)?|reverse (?:DNS )?look-?up)\b.{0,60}\b(?:fail(?:ed|s|ure)?|missing|required|not (?:found|set|match)|mismatch|does not|invalid|generic|dynamic)\b|must have a (?:PTR|reverse DNS)|does not have a (?:PTR|reverse DNS)/i,
    holds: 'coded',
    sample: '554 5.7.1 No reverse DNS for 192.0.2.1',
    reason: 'reverse-dns',
    meaning: 'Reverse DNS of the sending IP address is missing or does not match.',
    source: ['RFC 7372 3.3', 'RFC 8601 3'],
  },
  {
    name: 'helo-invalid',
    pattern:
      /invalid (?:HELO|EHLO)(?: name)?\b|(?:HELO|EHLO) argument .{0,80}invalid|bad HELO\b|HELO should be a FQDN/i,
    sample: '550 5.7.1 invalid HELO name',
    reason: 'greeting-refused',
    meaning: 'The HELO name of the sending server is not a valid host name.',
    source: 'RFC 5321 4.1.1.1',
  },
  {
    name: 'blocked-using',
    wins: ['listed-at', 'country-blocked'],
    pattern: /blocked using [\w.-]{1,100}/i,
    sample:
      '554 5.7.1 Service unavailable; Client host [192.0.2.6] blocked using dnsbl.test; Listed: spam source 192.0.2.6',
    reason: 'blocklisted',
    meaning: 'The sending IP address or domain stands on the block list named in the reply.',
    source: ['postconf reject_rbl_client', 'RFC 5782'],
  },
  {
    name: 'listed-at',
    wins: ['blocklisted'],
    pattern: /(?<!\bnot )\blisted (?:at|by|in|on|with)\b.{0,80}(?:\.[a-z]{2,10}\b|\b(?:rbl|dnsbl|list)\b)/i,
    holds: 'coded',
    sample: '554 5.7.1 Rejected: 192.0.2.6 listed at dnsbl.test',
    reason: 'blocklisted',
    meaning: 'The sending IP address or domain stands on the block list named in the reply.',
    source: ['RFC 5782', 'exim-spec dnslists', 'zone-mta'],
  },
  {
    name: 'blocklisted',
    wins: ['policy-word', 'client-access-denied', 'poor-reputation'],
    pattern: /\b(?:black|block|deny) ?-?list(?:ed|s|ing)?\b|\b(?:RBL|DNSBL)\b/i,
    holds: 'coded',
    sample: '550 5.7.1 Your IP address is blacklisted',
    reason: 'blocklisted',
    meaning: 'The sending IP address or domain stands on a block list.',
    source: 'RFC 5782',
  },
  {
    name: 'dynamic-ip',
    wins: ['policy-word'],
    pattern:
      /\bdynamic(?:ally)?(?:[- ]assigned)? (?:IP|address|host)|dial-?up (?:IP|address|host)|\bresidential (?:IP|address)|smtp server of your (?:isp|provider)/i,
    holds: 'coded',
    sample: '550 Mail from a dynamic IP is refused',
    reason: 'blocklisted',
    meaning: 'The server takes no mail straight from dynamic or home connections.',
    source: ['RFC 5782', 'spamhaus PBL'],
    next: [act('Send through the mail server of the provider, or from a fixed IP address with a PTR record.')],
  },
  {
    name: 'client-access-denied',
    pattern: /Client host rejected: (?!cannot)|not accepting (?:messages|mail|connections) from you/i,
    sample: '554 5.7.1 <localhost[127.0.0.1]>: Client host rejected: Access denied',
    reason: 'client-refused',
    meaning: 'A rule of the server refuses this client.',
    source: 'postfix-access',
  },
  {
    name: 'no-mail-service-here',
    pattern:
      /ESMTP not accepting messages|(?:no|not an?) SMTP (?:service|server) here|does not accept mail\b(?! \(null)|not accepting mail\b/i,
    sample: '554 smtp.adatum.test ESMTP not accepting messages',
    reason: 'mail-not-accepted',
    meaning: 'This host takes no mail, or none from this client.',
    source: ['RFC 5321 3.1', 'sendmail-code sendmail/srvrsmtp.c'],
  },
  {
    name: 'starttls-first',
    pattern: /\bissue (?:a )?STARTTLS (?:command )?first/i,
    sample: '530 5.7.0 Must issue a STARTTLS command first',
    reason: 'tls-required',
    meaning: 'The server wants TLS before this command.',
    source: 'RFC 3207 4',
  },
  {
    name: 'tls-handshake-failed',
    pattern:
      /TLS handshake (?:failed|failure|error)|\b(?:STARTTLS|TLS|SSL)\b(?! ?library).{0,30}\b(?:failed|failure|error|not available|unavailable)\b|TLS currently unavailable|certificate (?:verify failed|verification failed|has expired|expired|is not trusted)|no shared cipher|unsupported protocol version/i,
    sample: '454 4.7.0 TLS handshake failed.',
    reason: 'tls-failed',
    meaning: 'The encrypted connection could not be set up.',
    source: 'RFC 3207 4',
  },
  {
    name: 'tls-required',
    pattern:
      /\b(?:STARTTLS|TLS|SSL|encryption|encrypted connection|secure connection)\b.{0,30}\b(?:required|needed|mandatory|must be used)\b|requires? (?:TLS|STARTTLS|encryption|an? (?:secure|encrypted))|Session encryption is required/i,
    holds: 'coded',
    sample: '530 5.7.10 TLS is required on this connection',
    reason: 'tls-required',
    meaning: 'The server wants an encrypted connection.',
    source: ['RFC 3207 4', 'RFC 5248 X.7.10'],
  },
  {
    name: 'login-mechanism',
    pattern:
      /(?:unrecognized|unsupported|unknown|invalid) (?:authentication|AUTH|SASL) (?:type|mechanism)|(?:authentication|AUTH) (?:mechanism|type) (?:is )?(?:not supported|unknown|not available)/i,
    sample: '504 5.5.4 Unrecognized authentication type',
    reason: 'security-refused',
    meaning: 'The server does not offer this login mechanism here.',
    source: 'RFC 4954 4',
    actor: 'sending admin',
    next: [
      act('Use one of the mechanisms that the AUTH line after EHLO lists.'),
      act('Start TLS first: many servers offer logins only after it.'),
    ],
  },
  {
    name: 'login-failed',
    pattern:
      /(?:authentication|auth|login|logon|SASL \w{1,20} authentication) (?:has )?(?:failed|failure|unsuccessful|rejected|denied|error)|(?:incorrect|invalid|bad|wrong) (?:authentication data|credentials|password|user ?name|login)|authentication credentials invalid/i,
    sample: '535 5.7.8 Error: authentication failed: (reason unavailable)',
    reason: 'login-failed',
    meaning: 'User name or password was not accepted.',
    source: 'RFC 4954 6',
  },
  {
    name: 'login-required',
    pattern:
      /authentication (?:is )?required|must (?:be )?authenticat|(?:please|need to|you must|must) (?:log ?in|authenticate|sign in)|turn on SMTP authentication|not authenticated\b|requires? authentication|5\.7\.3 Client was not/i,
    holds: 'coded',
    sample: '530 5.7.0 Authentication required',
    reason: 'login-required',
    meaning: 'The server wants a login first.',
    source: 'RFC 4954 6',
  },
  {
    name: 'dmarc-failed',
    wins: ['rate-limited', 'spf-failed'],
    pattern: /\bDMARC\b/i,
    holds: 'coded',
    sample: '550 5.7.1 Email rejected per DMARC policy for contoso.test',
    reason: 'dmarc-failed',
    meaning: 'The From domain asks to refuse mail that fails DMARC, and this message fails.',
    source: 'RFC 7489 10.3',
  },
  {
    name: 'spf-failed',
    wins: ['policy-word'],
    pattern:
      /\bSPF\b.{0,60}\b(?:fail(?:ed|s|ure)?|policy|hard ?fail|reject(?:ed)?|check|invalid|not (?:pass|allow))|(?:fail(?:ed|s)?|due to|by) (?:the )?SPF\b|Sender Policy Framework|(?:not (?:allowed|authori[sz]ed|permitted)|doesn'?t allow) to send (?:mail )?(?:from|for)|is not allowed to send mail from|doesn'?t allow sending mails? from/i,
    holds: 'coded',
    sample: '550 5.7.1 SPF check failed for contoso.test',
    reason: 'spf-failed',
    meaning: 'The SPF record of the sender does not allow the sending host.',
    source: 'RFC 7372 3.2',
  },
  {
    name: 'dkim-failed',
    pattern:
      /\bDKIM\b(?!=).{0,60}\b(?:fail(?:ed|s|ure)?|invalid|missing|not|no|none|bad|broken|reject(?:ed)?)\b|no (?:passing|valid|acceptable) DKIM/i,
    holds: 'coded',
    sample: '550 5.7.20 No passing DKIM signature found',
    reason: 'dkim-failed',
    meaning: 'No acceptable DKIM signature was found in the message.',
    source: 'RFC 7372 3.1',
  },
  {
    name: 'too-many-recipients',
    pattern:
      /too many (?:recipients|rcpt)|(?:recipient|RCPT) (?:count|limit) (?:exceeded|reached)|(?:maximum|max) (?:number of )?recipients/i,
    sample: '452 4.5.3 Error: too many recipients',
    reason: 'too-many-recipients',
    meaning: 'The message has more recipients than the server takes at once.',
    source: 'RFC 5321 4.5.3.1.10',
  },
  {
    name: 'too-many-connections',
    wins: ['rate-limited'],
    pattern:
      /too many (?:concurrent |simultaneous |open )?(?:smtp )?(?:connections|sessions)|(?:concurrent|simultaneous|maximum(?: number of)?|concurrency) (?:smtp )?(?:connections?|sessions)\b|connection (?:limit|rate) |Trop de connexions|max(?:imum)? messages? per connection/i,
    sample: '421 4.7.0 Too many concurrent SMTP connections',
    reason: 'too-many-connections',
    meaning: 'This client has too many connections open, or opens them too fast.',
    source: 'RFC 5321 4.5.4.1',
  },
  {
    name: 'too-many-errors',
    pattern:
      /too many (?:errors|unrecognized commands|bad commands|invalid (?:commands|recipients)|unknown (?:users|recipients|commands)|failed|non-?mail commands|syntax)/i,
    sample: '550 5.7.1 Too many invalid recipients',
    reason: 'client-refused',
    meaning: 'The server ends the session because too many commands or recipients in it were wrong.',
    source: 'RFC 5321 4.3.2',
    next: [
      act('Look at the refusals before this reply: they name the cause.'),
      act('Take unknown recipients out of the list and try again.'),
    ],
  },
  {
    name: 'rate-limited',
    wins: ['poor-reputation'],
    pattern:
      /rate ?-?limit|throttl|too (?:much mail|many (?:messages|mails|e-?mails|login attempts))|(?:(?:sending|message|mail|hourly|daily) (?:rate|limit)|(?:sending|message|hourly|daily) quota) (?:is |has been |was )?(?:exceeded|reached)|too fast|slow(?:ing)? down|too quickly|exceeded (?:the |your |their )?(?:sending |message |mail |hourly |daily )(?:rate|limit)|excessive volume/i,
    holds: 'coded',
    sample: '450 4.7.1 Sending limit exceeded',
    reason: 'rate-limited',
    meaning: 'Too much mail came in too short a time.',
    source: 'RFC 3463 X.7.28',
  },
  {
    name: 'poor-reputation',
    wins: ['spam-classified'],
    pattern: /\b(?:bad|poor|low) (?:IP )?reputation\b|\breputation (?:is )?(?:too )?(?:bad|poor|low)\b|\bbad IP\b/i,
    sample: '554 5.7.1 Message refused: poor reputation of the sending host',
    reason: 'poor-reputation',
    meaning: 'The sending IP address or domain has a poor reputation with the receiver.',
    source: 'RFC 7070',
  },
  {
    name: 'country-blocked',
    wins: ['spam-classified'],
    pattern:
      /\b(?:geo-?ip|geographical location|country (?:is )?(?:not allowed|blocked|denied))\b|Host network,? not allowed/i,
    holds: 'coded',
    sample: '554 5.7.1 Mail from your country is blocked by GeoIP policy',
    reason: 'policy-refused',
    meaning: 'The receiver takes no mail from the country of the sending IP address.',
    source: ['zone-mta', 'sisimai Rhost/Mimecast.pm'],
  },
  {
    name: 'virus-found',
    wins: ['policy-word', 'spam-classified'],
    pattern: /\b(?:virus|malware|trojan|infected|INFECTED)\b/i,
    holds: 'coded',
    sample: '554 5.7.1 message is infected with a virus',
    reason: 'virus-found',
    meaning: 'A scanner found malware in the message.',
    source: 'RFC 3463 X.7.1',
  },
  {
    name: 'attachment-refused',
    pattern:
      /(?:attachment|file ?(?:type|name|extension)|banned (?:content|file)).{0,60}(?:not (?:allowed|accepted|permitted)|blocked|rejected|banned|illegal|prohibited|forbidden)|illegal attachment|rejecting banned content/i,
    holds: 'coded',
    sample: '552 5.7.0 Attachment type .exe is not allowed',
    reason: 'content-refused',
    meaning: 'The server does not take attachments of this kind.',
    source: 'RFC 3463 X.7.1',
  },
  {
    name: 'spam-classified',
    pattern:
      /(?:classified|detected|identified|considered|recogni[sz]ed|marked|looks like|rejected|refused|blocked|flagged|suspected|suspicion).{0,30}\b(?:spam|junk|unsolicited)\b|\b(?:spam|junk ?mail|unsolicited (?:bulk )?(?:e?-?mail|messages?)) (?:message |content |phrase )?(?:rejected|detected|refused|found|blocked|score|filter)|probability of spam|content rejected|JunkMail rejected|blocked for spam/i,
    holds: 'coded',
    sample: '550 5.7.1 Message content rejected: spam phrase (#rule 42)',
    reason: 'spam-refused',
    meaning: 'A filter took the message for spam.',
    source: 'RFC 3463 X.7.1',
  },
  {
    name: 'policy-word',
    pattern:
      /\b(?:policy|policies)\b.{0,30}\b(?:violation|reject(?:ed|ion)?|reasons?|restrictions?|prohibit(?:s|ed)?|block(?:ed)?)\b|rejected (?:due to|by|for) (?:\w{1,20} ){0,3}polic|administrative prohibition|prohibited by (?:administrator|policy)|delivery not authorized/i,
    holds: 'coded',
    sample: '554 5.7.1 Message rejected due to local policy reasons',
    reason: 'policy-refused',
    meaning: 'A rule of the receiver refuses the message.',
    source: 'RFC 3463 X.7.1',
  },
];
