import { act, again, probe, queueRetries } from '../../steps.ts';
import { spokenBy } from '../replyText.ts';

/** Words of the store driver, the resolver and the routing of Exchange, with the names that they give their errors. */
export const exchangeStoreTexts = spokenBy('exchange', [
  {
    name: 'exchange-store-busy',
    pattern:
      /STOREDRV[^\n]{0,80}(?:too busy|throttling limit exceeded|database thread limit|server thread limit|ResourceUnhealthy|server is busy)|MapiExceptionRpcServerTooBusy/i,
    reason: 'server-busy',
    meaning: 'The mailbox server has more to do at the moment than it can, and takes the message later.',
    source: 'ms-exchange-server',
    next: [queueRetries],
  },
  {
    name: 'exchange-store-offline',
    mark: 'words',
    pattern:
      /STOREDRV[^\n]{0,80}(?:is offline|database offline|server offline)|(?:MailboxOffline|MailboxServerOffline|ConnectionFailedTransient|StorageTransient|StoragePermanentlyUnavailable)Exception|MapiException(?:MdbOffline|NetworkError|ServerUnavailable|Timeout|EndOfSession|LogonFailed|WrongServer)|no route to the mailbox database/i,
    reason: 'system-error',
    meaning: 'The mailbox database of the recipient could not be reached, or did not answer in time.',
    source: 'ms-exchange-server',
    retry: 'yes',
    next: [
      act('Check that the mailbox database is mounted and healthy, and look into the event log of the mailbox server.'),
      again('Send again later.', 'sender'),
    ],
  },
  {
    name: 'exchange-store-moving',
    pattern: /MailboxInTransitException|MapiExceptionMailboxInTransit|mailbox is (?:currently )?being moved/i,
    reason: 'server-busy',
    meaning: 'The mailbox is being moved to another database at the moment, and takes mail again after that.',
    source: 'ms-exchange-server',
    retry: 'yes',
    next: [queueRetries, act('Look at the move request of the mailbox if it lasts for hours.', 'receiving admin')],
  },
  {
    name: 'exchange-store-conversion',
    pattern:
      /ConversionFailedException|\bM2MCVT\.|\bCAT\.InvalidContent|\b5\.6\.0 {1,2}Corrupt message content|MapiExceptionCorrupt|StorageError; storage error in content conversion/i,
    reason: 'content-unsupported',
    meaning: 'Exchange could not convert the content of the message, or found it damaged.',
    source: 'ms-exchange-server',
    actor: 'sender',
    next: [
      act('Write the message anew instead of forwarding or answering the old one, as HTML or plain text.'),
      act(
        'Look for the message in the message tracking log: the exception names what could not be read.',
        'receiving admin',
      ),
    ],
  },
  {
    name: 'exchange-store-folder-full',
    wins: ['exchange-mailbox-quota'],
    pattern: /MessagePerFolderCountReceiveQuota|FolderCountQuota|MapiExceptionMaxObjsExceeded/i,
    reason: 'mailbox-full',
    meaning: 'A folder of the mailbox holds as many messages as Exchange allows.',
    source: 'ms-exchange-server',
    next: [act('Move or delete messages of the largest folder.'), again('Send again when there is room.', 'sender')],
  },
  {
    name: 'exchange-store-too-large',
    pattern: /MessageSubmissionExceededException|MapiExceptionMaxSubmissionExceeded/i,
    reason: 'too-large-for-mailbox',
    meaning: 'The message is larger than the mailbox store of Exchange takes.',
    source: 'ms-exchange-server',
  },
  {
    name: 'exchange-own-mailbox-full',
    wins: ['exchange-mailbox-quota'],
    pattern: /STOREDRV\.Submi[^\n]{0,40}QuotaExceededException\.Mapi/i,
    reason: 'mailbox-full',
    meaning: 'The mailbox that sends is full itself, and Exchange sends nothing from it until there is room.',
    source: 'ms-exchange-server',
    actor: 'sender',
    next: [act('Delete or archive mail of the account that sends, then send again.')],
  },
  {
    name: 'exchange-mx-loopback',
    pattern: /SMTPSEND\.DNS\.MxLoopback/i,
    reason: 'routing-failed',
    meaning:
      'The MX records of the domain lead back to the server that sends, which does not count the domain among its own.',
    source: 'ms-exchange-server',
    actor: 'sending admin',
    next: [
      act('Add the domain to the accepted domains if its mailboxes are here.'),
      probe.recipient('Look up the MX records of the domain: correct them if they lead here by mistake.'),
    ],
  },
  {
    name: 'exchange-no-next-hop',
    pattern:
      /ROUTING\.(?:NoNextHop|NoRoute|UnreachableQueue|NoLocalMdb|NoMdb)|\bUnableToRoute\b|unable to route due to/i,
    reason: 'routing-failed',
    meaning: 'Exchange has no send connector or no mailbox database to which it could hand the message.',
    source: 'ms-exchange-server',
    next: [
      act('Check that an enabled send connector covers the domain of the recipient, and which servers it uses.'),
      act('Check the accepted domains and the target address of the recipient.'),
    ],
  },
  {
    name: 'exchange-route-size',
    pattern: /ROUTING\.SizeLimit|SMTPSEND\.(?:Over)?AdvertisedSizeLimit|SMTPSEND\.OverAdvertisedSizeLimit/i,
    reason: 'message-too-large',
    meaning: 'The message is larger than the next server or the connector to it takes.',
    source: 'ms-exchange-server',
  },
  {
    name: 'exchange-invalid-in-smtp',
    pattern: /RESOLVER\.ADR\.InvalidInSmtp|IMCEAINVALID-/i,
    reason: 'address-malformed',
    meaning: 'The program that sent put an entry that is no address into the form of one (IMCEAINVALID).',
    source: 'ms-exchange-server',
    next: [
      act('Delete the entry from the list of suggested recipients and type the address anew.'),
      act('Correct the contact from which the address was taken.'),
    ],
  },
  {
    name: 'exchange-not-approved',
    pattern: /APPROVAL\.(?:NotAuthorized|ApprovalRequestExpired|Rejected)|rejected by (?:the|a) moderator/i,
    reason: 'recipient-restricted',
    meaning: 'The recipient is moderated, and the moderator did not let the message through.',
    source: 'ms-exchange-server',
    actor: 'recipient',
    next: [act('Have the moderator approve the message, or ask the owner to be exempt from moderation.')],
  },
  {
    name: 'exchange-abuse-from-range',
    wins: ['exchange-banned-spam'],
    mark: 'words',
    pattern: /Spam abuse detected from IP range/i,
    reason: 'poor-reputation',
    meaning: 'Microsoft takes no mail from this range of IP addresses because spam came from it.',
    source: 'ms-exchange-online',
    next: [act('Find and stop the spam.'), act('Ask Microsoft support, with the full reply, to lift the ban.')],
  },
  {
    name: 'exchange-ip-block-list',
    mark: 'words',
    pattern: /your IP has been found on a block ?list/i,
    reason: 'blocklisted',
    meaning:
      'The connection filter of Exchange has the sending IP address on a block list, its own or one that it asks.',
    source: 'ms-exchange-server',
    next: [
      act.address('Look up the sending IP address at the block lists.'),
      act('Allow the IP address in the connection filter if its mail is wanted.', 'receiving admin'),
    ],
  },
  {
    name: 'exchange-mime-parts',
    mark: 'words',
    pattern: /Number of parsed MIME parts exceeds|Invalid MIME Content: /i,
    reason: 'message-malformed',
    meaning: 'The message has more parts, or parts nested more deeply, than Exchange takes.',
    source: 'ms-exchange-server',
    next: [act('Send fewer attachments, and no messages inside messages inside messages.')],
  },
]);
