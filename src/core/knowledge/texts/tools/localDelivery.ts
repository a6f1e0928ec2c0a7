import { act, again, probe } from '../../steps.ts';
import { ranked } from '../replyText.ts';

/** What a mail server says of its own delivery and routing, without a reply of another. */
export const localDeliveryErrors = ranked('tool', [
  {
    name: 'mailbox-not-writable',
    pattern:
      /(?:cannot (?:update|access|open|create) (?:the )?(?:mailbox|maildir|mail spool)|maildir delivery failed|unable to create lock file|failed to (?:open|lock|create) (?:the )?(?:mailbox|mail spool|maildir|lock file)|can'?t create (?:user )?(?:output|mailbox)|(?:\/var\/(?:spool\/)?mail|Maildir)\S{0,200}:?)[^\n]{0,200}\b(?:Permission denied|Read-only file system|Operation not permitted)|Permission denied: failed to (?:open|lock|create)[^\n]{0,60}(?:mailbox|maildir|spool)/i,
    reason: 'delivery-program-failed',
    meaning: 'The mail server may not write to the mailbox: owner or rights of the file or folder are wrong.',
    source: ['postfix-code src/global/mbox_open.c', 'exim-code src/src/transports/appendfile.c'],
    next: [
      act(
        'Correct owner and rights of the mailbox and its folder: the user of the mailbox must be able to write there.',
      ),
      act('Look for a mandatory access control (SELinux, AppArmor) that forbids it.'),
      again('Send the message again, or flush the queue, after that.'),
    ],
  },
  {
    name: 'delivery-mailbox-locked',
    pattern:
      /mailbox \S{1,300} is locked|\bmailbox (?:\S{1,300} )?is (?:busy|in use)\b|\bLock failure on "|unable to (?:get|obtain) (?:a )?lock (?:on|for)[^\n]{0,40}(?:mailbox|file)|lock(?:ing)? (?:of )?(?:the )?mailbox (?:timed out|failed)|dotlock[^\n]{0,60}(?:timeout|timed out)/i,
    reason: 'delivery-program-failed',
    meaning: 'Another program holds the mailbox, so that the mail server cannot write to it for the moment.',
    source: ['exim-code src/src/transports/appendfile.c', 'postfix-code src/global/mbox_open.c'],
    retry: 'yes',
    next: [act('Look for a stale lock file beside the mailbox, and for a program that keeps it open.')],
  },
  {
    name: 'no-usable-exchanger',
    pattern:
      /No (?:usable |valid )?(?:mail (?:hosts?|exchangers?)|usable MX(?: hosts?| records?)?) (?:found |available |known )?for (?:domain )?\S|no usable (?:mail )?exchangers?|no IP address found for host|(?:MX|mail exchanger) (?:records? )?(?:points? to|has) (?:an? )?(?:invalid|bad|private|unusable) (?:name|host|address)|no host (?:found|known) for the domain/i,
    reason: 'domain-not-found',
    meaning: 'DNS names no host with an address that takes mail for this domain.',
    source: ['RFC 5321 5.1', 'exim-code src/src/routers/dnslookup.c'],
    next: [
      act('Check the part behind the @ for typing errors.'),
      probe.recipient('Look the MX records of the domain up, and the A and AAAA records of the hosts that they name.'),
      act.recipient('Correct the MX records of the domain.', 'receiving admin'),
    ],
  },
  {
    name: 'own-exchanger-not-local',
    pattern:
      /listed as a best-preference MX or A for that host[^\n]{0,40}(?:isn'?t|not) in my control\/locals|it isn'?t in my control\/locals file|config error: mail loops back to me|MX problem\?\)/i,
    reason: 'routing-failed',
    meaning:
      'DNS says that this very server takes the mail of the domain, and the server does not know the domain as its own.',
    source: ['postfix-code src/smtp/smtp_addr.c', 'qmail-code qmail-remote.c', 'sendmail-code sendmail/deliver.c'],
    actor: 'sending admin',
    next: [
      act(
        'Add the domain to those that this server delivers itself or passes on (mydestination, virtual or relay domains, locals, class w).',
      ),
      probe.recipient('Look the MX records of the domain up if it should go to another server.'),
    ],
  },
]);
