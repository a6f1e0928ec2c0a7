import { act, again } from '../../steps.ts';
import { ranked } from '../replyText.ts';

const log = act('Look in the log of the receiving server for what the delivery program printed.');

/** Words of the programs that put mail into mailboxes, files and commands: Postfix, sendmail, Exim and their kin. */
export const localDeliveryTexts = ranked('phrase', [
  {
    name: 'delivery-exit-status',
    pattern:
      /(?:data format error|command line usage error|internal software error|critical OS file missing|input\/output error|system resource problem|remote error in protocol|local configuration error|service unavailable|cannot open input|unknown mail system error)\. Command output:/i,
    reason: 'delivery-program-failed',
    meaning:
      'The command that takes the mail stopped with an error, and the words behind “Command output” are its own.',
    source: ['postfix-code src/global/sys_exits.c', 'sysexits'],
    next: [log, act('Run the command by hand as the user of the mailbox.')],
  },
  {
    name: 'delivery-permission',
    pattern:
      /permission denied\. Command output:|mail to (?:command|file) is restricted|\b5\.7\.0 {1,2}permission denied$|can(?:no|')t open (?:mailbox|mail ?spool)[^\n]{0,120}permission denied|permission denied (?:on|for|during|while) (?:the )?deliver(?:y|ing)\b|Delivery to file \S{1,200} is not (?:permitted|allowed)/i,
    reason: 'delivery-program-failed',
    meaning: 'The delivery program may not write to the mailbox, file or command that the address leads to.',
    source: ['postfix-code src/local/mailbox.c', 'sysexits'],
    next: [
      act('Check owner and rights of the mailbox or file, and the rules of SELinux or AppArmor.'),
      log,
      again('Send again when it is mended.', 'sender'),
    ],
  },
  {
    name: 'delivery-maildir',
    pattern:
      /create maildir file [^\n]{1,200}|destination \S{1,200} is not (?:a regular file|owned by recipient)|cannot (?:access home directory|update mailbox)|unable to (?:create|open) (?:maildir|mailbox)|error (?:reading forwarding file|writing message)/i,
    reason: 'delivery-program-failed',
    meaning: 'The server could not write into the mailbox or the folder of the recipient.',
    source: ['postfix-code src/local/maildir.c', 'postfix-code src/virtual/maildir.c'],
    next: [act('Check owner, rights and free space of the mailbox, and its folder.'), log],
  },
  {
    name: 'delivery-alias-loop',
    pattern:
      /alias database loop for|(?::include:|recipient) nesting limit exceeded|aliasing\/forwarding loop broken|alias expansion: [^\n]{1,200} loop/i,
    reason: 'mail-loop',
    meaning: 'Aliases or forwardings of the receiving server lead to each other.',
    source: ['postfix-code src/local/alias.c', 'sendmail-code sendmail/recipient.c'],
    next: [act('Correct the aliases and forwarding files that this address leads to.')],
  },
  {
    name: 'delivery-alias-unavailable',
    pattern: /alias database unavailable|\buser lookup error\b|\baddress resolver failure\b|\btable lookup failure\b/i,
    reason: 'system-error',
    meaning: 'The server could not read the table or the directory in which it looks addresses up.',
    source: 'postfix-code src/local/alias.c',
  },
  {
    name: 'delivery-transport-missing',
    pattern: /\bmail transport unavailable\b|\bunknown mail transport error\b/i,
    reason: 'system-error',
    meaning: 'The part of the mail server that delivers to this destination does not run, or is not set up.',
    source: 'postfix-code src/qmgr/qmgr_transport.c',
    actor: 'sending admin',
    next: [act('Look in the log of this server for the transport and why it does not run; check master.cf.')],
  },
  {
    name: 'client-tls-configuration',
    pattern: /\bclient TLS configuration problem\b/i,
    reason: 'tls-failed',
    meaning: 'The TLS policy that the sending server has for this domain is not valid, so that it does not connect.',
    source: 'postfix-code src/smtp/smtp_tls_policy.c',
    actor: 'sending admin',
    next: [act('Look in the log of this server for the warning about the TLS policy, and correct what it names.')],
  },
  {
    name: 'delivery-primary-relay',
    pattern: /unable to find primary relay for/i,
    reason: 'routing-failed',
    meaning: 'This server is a backup mail host of the domain, and finds no host that comes before it.',
    source: 'postfix-code src/smtp/smtp_addr.c',
    next: [act.recipient('Check the MX records of the domain, and that the primary host can be resolved from here.')],
  },
  {
    name: 'delivery-mime-nesting',
    pattern:
      /MIME nesting exceeds safety limit|message header length exceeds safety limit|improper use of 8-bit data in message (?:body|header)|invalid message\/\* or multipart\/\* encoding domain/i,
    reason: 'message-malformed',
    meaning: 'The headers or parts of the message break the rules that this server holds them to.',
    source: 'postfix-code src/global/mime_state.c',
    sisimai: 'contenterror',
  },
  {
    name: 'delivery-requiretls',
    pattern: /Sender requested REQUIRETLS|REQUIRETLS policy configuration/i,
    reason: 'tls-required',
    meaning: 'The sender asked for encryption all the way (REQUIRETLS), and the next server cannot promise it.',
    source: 'RFC 8689',
    actor: 'receiving admin',
  },
  {
    name: 'delivery-internal',
    pattern: /\b[45]\.[23]\.0 {1,2}(?:<[^<>\s]{1,320}> )?Temporary internal (?:error|failure)/i,
    reason: 'system-error',
    meaning: 'The server that puts mail into mailboxes has trouble of its own with this one.',
    source: 'dovecot-code src/lmtp',
  },
  {
    name: 'delivery-nul-characters',
    pattern: /Message contains NUL characters|NUL characters? in (?:message|body)/i,
    reason: 'message-malformed',
    meaning: 'The message holds NUL characters, which no mail may have.',
    source: ['cyrus-imap-code imap/imap_err.et', 'RFC 5322 4'],
  },
]);
