import { act } from '../../steps.ts';
import { ranked } from '../replyText.ts';

const NO_RECIPIENT = {
  reason: 'command-order',
  meaning: 'No recipient was accepted before, so there is nobody to send the message to.',
  source: 'RFC 5321 3.3',
  next: [act('Look at the replies to RCPT before this one: they name the cause.')],
} as const;

/** Set phrases of servers and notices about the recipient. */
export const recipientPhrases = ranked('phrase', [
  {
    name: 'notice-mailbox-size-allowed',
    pattern: /mailbox exceeds allowed size|user'?s mail ?folder is full|messages in recipient'?s mailbox exceeded/i,
    reason: 'mailbox-full',
    meaning: 'The mailbox holds as much as it may.',
    source: ['sisimai Lhost/IMailServer.pm', 'sisimai Lhost/Biglobe.pm', 'sisimai Reason/MailboxFull.pm'],
  },
  {
    name: 'mailbox-holds-too-many',
    pattern:
      /\btoo many (?:e-?mails?|messages|mails?) (?:are )?(?:(?:already )?(?:stored|kept|left) )?(?:on|in|at|for) (?:the |his |her |their |your |its |this |recipient'?s? )?(?:mail ?)?(?:server|box|inbox|account|folder|maildrop|spool)|mail ?box (?:has|holds|contains) too many (?:e-?mails|messages)|zu ?viele (?:E-?)?(?:Mails|Nachrichten) (?:auf dem Server|im Postfach|in der Mailbox)|trop de (?:messages|courriels) (?:dans|sur) (?:la bo[iî]te|le serveur)|demasiados (?:mensajes|correos) en (?:el|su) (?:buz[oó]n|servidor)|troppi messaggi (?:nella casella|sul server)|(?:message|mail) count (?:limit |quota )?(?:of the (?:mailbox|user) )?(?:is )?exceeded|exceeded the (?:maximum )?number of messages (?:in|for) (?:the |this )?mail ?box/i,
    reason: 'mailbox-full',
    meaning: 'The mailbox holds as many messages as it may.',
    source: ['RFC 3463 X.2.2', 'sisimai Reason/MailboxFull.pm'],
  },
  {
    name: 'notice-not-in-directory',
    pattern:
      /The recipient name is not recogni[sz]ed|^ {0,4}Unknown user: \S{1,64}@|Address not found[\s\S]{0,200}(?:couldn.t be found|unable to receive)/i,
    reason: 'recipient-unknown',
    meaning: 'The mailer looked the address up itself and knows no such mailbox or address.',
    source: ['sisimai Lhost/Exchange2003.pm', 'sisimai Lhost/IMailServer.pm'],
    sisimai: 'userunknown',
  },
  {
    name: 'notice-final-userid',
    wins: ['no-valid-recipients'],
    pattern:
      /Invalid final delivery user ?id|No valid recipients for this MM\b|is not a registered gateway user|ディレクトリ(?:ー)?(?:に(?:は|記載)|のリストに)/i,
    reason: 'recipient-unknown',
    meaning: 'The last server on the way knows no mailbox with this address.',
    source: ['sisimai Lhost/IMailServer.pm', 'sisimai Lhost/Verizon.pm', 'sisimai Reason/Rejected.pm'],
    sisimai: 'userunknown',
  },
  {
    name: 'notice-user-disabled',
    // An answer to AUTH is about the account of the login.
    also: /^(?!53[458] )/,
    pattern:
      /user\(s\) account is disabled|account has been disabled or discontinued|vdelivermail: account is locked|\baccount is locked\b|Mailbox is frozen|\buser \S{3,320} temporar(?:il)?y locked|Disabled recipient address/i,
    reason: 'recipient-inactive',
    meaning: 'The mailbox exists and is switched off or locked.',
    source: ['vpopmail-code vdelivermail.c', 'sisimai Reason/Suspend.pm'],
  },
  {
    name: 'notice-list-member',
    pattern:
      /You are not a member of this mailing list|the group you tried to contact \([^()\n]{1,200}\) may not exist/i,
    reason: 'list-problem',
    meaning: 'The list or group does not exist, or takes mail from its members only.',
    source: ['sisimai Lhost/FML.pm', 'sisimai Lhost/GoogleGroups.pm'],
  },
  {
    name: 'recipient-away',
    holds: 'coded',
    confidence: 'medium',
    // Some servers take no answers of programs.
    pattern:
      /\bout[- ]of[- ](?:the )?office\b(?! (?:e?-?mail|messag|notif|repl|respon)\w{0,8} (?:is|are|not)\b)|\b(?:am|is) (?:away|on (?:vacation|holiday|leave))\b/i,
    reason: 'policy-refused',
    meaning: 'The server refuses the message with the words of somebody who is away; the mailbox exists.',
    source: 'sisimai Reason/Vacation.pm',
    retry: 'later',
    next: [
      act('Answer for people who are away with a message of their own, and take the mail.'),
      act('Keep the address. Send the message again when the recipient is back.', 'sender'),
    ],
    sisimai: 'vacation',
  },
  {
    name: 'notice-list-loop',
    pattern: /Duplicated Message-ID in </i,
    reason: 'mail-loop',
    meaning: 'The list has seen a message with this Message-ID before and takes the second one for a loop.',
    source: ['sisimai Lhost/FML.pm', 'RFC 5322 3.6.4'],
    sisimai: 'systemerror',
  },
  {
    name: 'server-length-of-recipient',
    pattern: /Message length exceeds (?:administrative limit|limit set by recipient)/i,
    reason: 'too-large-for-mailbox',
    meaning: 'The message is longer than this mailbox takes.',
    source: 'RFC 3463 X.2.3',
  },
  {
    name: 'no-valid-recipients',
    pattern: /no valid recipients?\b/i,
    ...NO_RECIPIENT,
  },
  {
    // Exim repeats in the lines above why they were refused.
    name: 'rcpt-must-precede',
    vague: true,
    pattern: /All RCPT commands were rejected|valid RCPT command must precede/i,
    ...NO_RECIPIENT,
  },
]);

/** Words about the recipient: unknown, full, switched off, restricted, size, lists. */
export const recipientTexts = ranked('recipient', [
  {
    name: 'over-quota',
    wins: ['mailbox-full'],
    also: /^(?![^\n]{0,400}\b(?:send(?:ing|er'?s)?|submission|relay|daily|hourly|outgoing|outbound|rate|queue|messages? (?:per|quota|limits?|count|sent)|organi[sz]ation|API|per (?:hour|day|minute)|24 hours|bandwidth|connections?|client|(?:your|this|the) (?:IP|host|network))\b)/i,
    confidence: 'medium',
    pattern:
      /\b(?:over|exceed(?:s|ed|ing)?|above) ?(?:its |his |their |the )?(?:disk |mail |mailbox |storage )?quota|quota (?:has been |was |is )?(?:exceeded|full|violation)|account is over quota|Boite du destinataire pleine/i,
    reason: 'mailbox-full',
    meaning: 'The mailbox is over its quota.',
    source: ['RFC 3463 X.2.2', 'cyrus-imap-code imap/imap_err.et'],
  },
  {
    name: 'mailbox-full',
    wins: ['mailbox-full-status'],
    pattern:
      /\b(?:mail ?box|inbox|mail ?drop)\b.{0,60}\b(?:is |was )?full\b|\bmailbox size limit exceeded|exceeded (?:its |the |their )?storage allocation|user has exhausted (?:allowed|their) storage|extended quota violation/i,
    reason: 'mailbox-full',
    meaning: 'The mailbox is full.',
    source: 'RFC 3463 X.2.2',
  },
  {
    name: 'domain-full',
    wins: ['message-too-large', 'over-quota', 'mailbox-full-status'],
    pattern:
      /\bdomain(?:'s)? (?:size|storage|disk|space) (?:limit|quota) (?:is |was |has been )?(?:exceeded|reached|full)|\bdomain(?: ["'<]?[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}["'>]?)?,? (?:is |was |has |went )?(?:over|out of|exceed(?:s|ed|ing)|used up|reached) (?:its |the |their |all )?(?:allotted |total )?(?:disk|storage)\b|\b(?:disk|storage) (?:quota|space|limit) (?:of|for) (?:the |this |your )?domain\b[^\n]{0,80}?\b(?:exceeded|reached|full|used up|exhausted)\b/i,
    reason: 'mailbox-full',
    meaning: 'The domain of the recipient holds as much mail as it may.',
    source: 'RFC 3463 X.2.2',
    actor: 'receiving admin',
    next: [act('Raise the quota of the domain.')],
  },
  {
    name: 'mailbox-full-status',
    wins: ['mailbox-disabled', 'message-too-large', 'user-unknown'],
    pattern: /\b[45]\.2\.2\b/,
    also: /full|room|space|storage|limit/i,
    reason: 'mailbox-full',
    meaning: 'The mailbox is full.',
    source: 'RFC 3463 X.2.2',
  },
  {
    name: 'mailbox-disabled',
    wins: ['no-such-user'],
    pattern:
      /\b(?:mailbox|account|user|recipient|(?<!IP )address)\b.{0,60}\b(?:disabled|deactivated|suspended|inactive|discontinued)\b|\b(?:mailbox|account) (?:is |has been |was )(?:closed|locked|expired)\b/i,
    also: /^(?!53[45] )(?![^\n]{0,400}\b(?:your account|(?:sub|main|master|parent)[- ]?account|spam\w{0,4}|smtp account|marked as|sending|outbounds?|outgoing|inbounds?|authenticat\w{1,6}|log ?in|SMTP AUTH|relay\w{0,3}|submission|credentials?)\b)/i,
    holds: 'coded',
    reason: 'recipient-inactive',
    meaning: 'The mailbox exists but is switched off.',
    source: 'RFC 3463 X.2.1',
  },
  {
    name: 'inactivity',
    pattern: /blocked due to inactivity|no longer (?:active|in use|valid|available|with|works)/i,
    also: /^(?![^\n]{0,400}\b(?:log ?in|credentials?|password|key|token|certificate|service|server|supported|link)\b)/i,
    holds: 'coded',
    reason: 'recipient-inactive',
    meaning: 'The mailbox is not used any more.',
    source: 'RFC 3463 X.2.1',
  },
  {
    name: 'recipient-moved',
    pattern:
      /\b(?:has moved|user (?:has )?moved|new address is|please (?:use|try) (?:the )?(?:new )?address|user not local; please try)\b/i,
    holds: 'coded',
    reason: 'recipient-moved',
    meaning: 'The mailbox has moved; the reply may name the new address.',
    source: 'RFC 5321 3.4',
    next: [act('Send to the address that the reply names if you trust it.'), act('Ask the recipient another way.')],
  },
  {
    name: 'user-unknown',
    wins: ['no-such-user', 'rejected-by-recipient'],
    pattern:
      /\b(?:user|recipient|mailbox|account|addressee|(?<!IP )address|alias)\b.{0,60}\b(?:is )?(?:unknown|not (?:found|known|exist(?:ing)?|listed)|(?:does|do)(?: not|n'?t) exist|unavailable or does not exist)\b|\bUnknown (?:user|recipient|address|mailbox|account|local.?part)\b/i,
    also: /^(?![^\n]{0,400}(?:\bsender\b|domain (?:name )?(?:not found|does not exist|unknown)|\bHELO\b|reverse DNS|\bPTR\b|password|log ?in|AADSTS|config(?:uration)?\b|profile|unknown (?:internal |server |system )?(?:error|reason|problem)))/i,
    reason: 'recipient-unknown',
    meaning: 'The server knows no mailbox with this address: it does not exist there.',
    source: ['RFC 3463 X.1.1', 'sendmail-code sendmail/recipient.c'],
  },
  {
    name: 'no-such-user',
    wins: ['user-unknown-other-languages', 'recipient-not-valid'],
    pattern:
      /\bno such (?:user|recipient|mailbox|address|person|account|domain user|id)\b|\b(?:not a valid|invalid) (?:mailbox|e?mail address)\b|\bnot (?:a known|our) (?:user|customer|recipient)\b|no account (?:by|with) (?:that|this) name|not in (?:the )?recipient list/i,
    reason: 'recipient-unknown',
    meaning: 'The server knows no mailbox with this address: it does not exist there.',
    source: 'RFC 3463 X.1.1',
  },
  {
    // Some servers say so of addresses in outside domains, too.
    name: 'recipient-not-valid',
    confidence: 'medium',
    pattern: /\b(?:not a valid|invalid) (?:recipient|user)\b/i,
    reason: 'recipient-unknown',
    meaning: 'The server takes this address for none of its own: most often there is no such mailbox.',
    source: 'RFC 3463 X.1.1',
  },
  {
    name: 'user-unknown-other-languages',
    wins: ['recipient-not-valid'],
    pattern:
      /utilisateur inconnu|destinataire invalide|unbekannte[rn]? (?:benutzer|empf)|benutzer unbekannt|empf\S{1,4}nger unbekannt|usuario desconocido|utente sconosciuto/i,
    reason: 'recipient-unknown',
    meaning: 'The server knows no mailbox with this address: it does not exist there.',
    source: 'RFC 3463 X.1.1',
  },
  {
    name: 'mailbox-unavailable',
    vague: true,
    pattern: /mailbox unavailable|mailbox not available|recipient (?:temporarily )?unavailable/i,
    holds: 'coded',
    confidence: 'medium',
    reason: 'recipient-unknown',
    meaning: 'The mailbox is not available: most often it does not exist, else access to it is refused.',
    source: 'RFC 5321 4.2.3',
  },
  {
    name: 'rejected-by-recipient',
    pattern:
      /rejected by (?:the )?recipients?\b|(?:rejected|refused) by this user|recipient has (?:rejected|refused|blocked) (?:your|this|the|mail|messages?)\b|rejected message from <[^<>\n]{0,320}> \(e?reject\)|blocked by (?:the )?(?:user|recipient)\b(?!'s (?:domain|server|system|admin))/i,
    confidence: 'medium',
    reason: 'recipient-filtered',
    meaning: 'The recipient, or a rule of the mailbox, blocks this sender.',
    source: 'RFC 3463 X.7.1',
  },
  {
    name: 'restricted-recipient',
    pattern:
      /not authorized to (?:send|post|email)(?: mail| e-?mail| messages?)? to (?:this|the) (?:recipient|list|group|address|mailbox)|only accepts? (?:mail|messages) from|(?:list|group) is (?:closed|restricted)|has restricted (?:sms |text |incoming )?(?:e-?mail|messages?)|not allowed to (?:post|send) to (?:this|the) (?:list|group)/i,
    holds: 'coded',
    reason: 'recipient-restricted',
    meaning: 'The recipient takes mail from certain senders only, and this one is not among them.',
    source: 'RFC 3463 X.7.1, X.7.2',
  },
  {
    name: 'message-too-large',
    pattern:
      /\b(?:message|mail|e-?mail|msg|content|data)\b.{0,40}\b(?:too (?:big|large|long)|exceeds?|exceeded)\b.{0,40}\b(?:size|limit|maximum|big|bytes)\b|message (?:file )?too (?:big|large)|message size exceeds|exceeds (?:the |fixed )?(?:maximum )?(?:message |allowed )?size|maximum (?:message |email )?size exceeded|size limit exceeded/i,
    also: /^(?![^\n]{0,400}\b(?:lines?|rate|per (?:hour|day|minute)|hourly|hours?|daily|number of|connections?|recipients|mailbox|quota|hops?|headers?|attachments|volume|bandwidth|(?:account|user|domain|sender) (?:has )?exceed\w{0,3})\b)/i,
    holds: 'coded',
    reason: 'message-too-large',
    meaning: 'The message is larger than the server takes.',
    source: ['RFC 1870', 'postconf message_size_limit'],
  },
]);
