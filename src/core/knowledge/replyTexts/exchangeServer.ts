import { act, probe } from '../steps.ts';
import { type ReplyText, says } from './replyText.ts';

const ndr = 'Microsoft Learn: Non-delivery reports in Exchange Online';
const exchange = 'Microsoft Learn: Non-delivery reports and bounce messages in Exchange Server';

/** Words of the resolver and the store driver of Exchange, which Exchange Online shares. */
const components: readonly ReplyText[] = [
  says(
    'exchange-legacy-address',
    /RESOLVER\.ADR\.ExRecip(?:ient)?NotFound/i,
    '550 5.1.1 RESOLVER.ADR.ExRecipNotFound; not found',
    'recipient-unknown',
    'The message went to an old internal address of a mailbox that was moved or made anew, not to its mail address.',
    'Microsoft Learn: ExRecipNotFound NDR',
    {
      next: [
        act('Delete the address from the list of suggested recipients and choose it anew.'),
        act('Add the old address to the mailbox as an X500 proxy address.', 'receiving admin'),
      ],
    },
  ),
  says(
    'exchange-recipient-not-found',
    /RESOLVER\.ADR\.Recip(?:ient)?NotFound|not found by SMTP address lookup|\b5\.1\.10\b[^\n]{0,80}recipient[^\n]{0,80}not found/i,
    '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient bob@contoso.test not found by SMTP address lookup',
    'recipient-unknown',
    'Exchange found no mailbox with this address.',
    ndr,
    {
      next: [
        act('Check the address letter by letter.'),
        act('Delete the address from the list of suggested recipients and choose it anew.'),
        act('Check the mailbox, the type of the domain and the directory sync.', 'receiving admin'),
      ],
    },
  ),
  says(
    'exchange-bad-directory-object',
    /RESOLVER\.ADR\.(?:BadPrimary|Ambiguous|InvalidSmtp)/i,
    '550 5.2.0 RESOLVER.ADR.BadPrimary; recipient primary SMTP address is missing or invalid',
    'system-error',
    'The directory entry of the recipient has a wrong, missing or doubled address.',
    'Microsoft Learn: BadPrimary NDR',
    { next: [act('Correct the proxy addresses of the directory entry.')] },
  ),
  says(
    'exchange-sender-size-limit',
    /RESOLVER\.RST\.SendSizeLimit/i,
    '550 5.2.3 RESOLVER.RST.SendSizeLimit.Sender; message too large for this sender',
    'message-too-large',
    'The message is larger than the sending mailbox or its organisation may send.',
    exchange,
    {
      next: [
        act('Send a link to the file, or a smaller file.'),
        act('Raise the limit of the mailbox or of the organisation.', 'sending admin'),
      ],
    },
  ),
  says(
    'exchange-size-restriction',
    /RESOLVER\.RST\.RecipSizeLimit/i,
    '550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient',
    'too-large-for-mailbox',
    'The message is larger than the recipient or its organisation takes.',
    exchange,
    { sisimai: 'mesgtoobig' },
  ),
  says(
    'exchange-auth-required',
    /RESOLVER\.RST\.AuthRequired/i,
    '550 5.7.1 RESOLVER.RST.AuthRequired; authentication required',
    'recipient-restricted',
    'The recipient takes mail from senders inside the organisation only, and this one has not logged in.',
    ndr,
    // A code of three digits (5.7.124) says more.
    { also: /^(?!\d{0,3} \d\.7\.\d{3})/, sisimai: 'securityerror' },
  ),
  says(
    'exchange-restriction',
    /RESOLVER\.RST\.(?:NotAuthorized|RestrictedTo|OrganizationRejected)/i,
    '550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized',
    'recipient-restricted',
    'The recipient takes mail from certain senders only, and this one is not among them.',
    ndr,
    // A code of three digits (5.7.124) says more.
    { also: /^(?!\d{0,3} \d\.7\.\d{3})/ },
  ),
  says(
    'exchange-nonexistent-domain',
    /SMTPSEND\.DNS\.NonExistentDomain/i,
    '550 5.4.4 SMTPSEND.DNS.NonExistentDomain; nonexistent domain',
    'domain-not-found',
    'The sending Exchange server found no such domain in DNS.',
    exchange,
    {
      next: [
        act('Check the part behind the @ for typing errors.'),
        act('Check the DNS servers that the Exchange server asks.', 'sending admin'),
      ],
    },
  ),
  says(
    'exchange-submit-address',
    /STOREDRV\.Submit; ?invalid recipient address/i,
    '550 5.1.3 STOREDRV.Submit; invalid recipient address',
    'address-malformed',
    'The mailbox did not send the message, because an address in it is not written as an address must be.',
    exchange,
  ),
  says(
    'exchange-mailbox-quota',
    /MapiExceptionShutoffQuotaExceeded|ShutoffQuotaExceededException|STOREDRV\S{0,80}QuotaExceeded|STOREDRV\.Deliver[:;.]{1,2} ?mailbox full|\b5\.2\.2\b[^\n]{0,60}(?:mailbox full|quota)[^\n]{0,200}(?:STOREDRV|outlook\.com|exchange)/i,
    '554 5.2.2 mailbox full;STOREDRV.Deliver.Exception:MapiExceptionShutoffQuotaExceeded',
    'mailbox-full',
    'The mailbox of the recipient is over its quota.',
    exchange,
  ),
  says(
    'exchange-mailbox-disabled',
    /STOREDRV\.Deliver[^\n]{0,80}mailbox disabled|MapiExceptionMailboxDisabled|AccountDisabledException/i,
    '550 5.2.1 STOREDRV.Deliver: mailbox disabled',
    'recipient-inactive',
    'The mailbox of the recipient is disabled in Exchange.',
    exchange,
  ),
  says(
    'exchange-folder-missing',
    /STOREDRV\.Deliver\S{0,80}MapiExceptionNotFound/i,
    '554 5.2.0 STOREDRV.Deliver.Exception:ObjectNotFoundException.MapiExceptionNotFound; Failed to process message due to a permanent exception',
    'delivery-program-failed',
    'The mailbox store looked for something in the mailbox that is not there, such as the folder of a feature.',
    'Microsoft Learn: 554 5.2.0 STOREDRV.Deliver.Exception',
    {
      next: [
        act('Switch the Clutter feature off for this mailbox.'),
        act('Check the rules of the mailbox for folders that no longer exist.'),
      ],
    },
  ),
  says(
    'exchange-store-driver',
    /STOREDRV\.Deliver/i,
    '550 5.2.0 STOREDRV.Deliver.Exception:MailboxUnavailableException',
    'delivery-program-failed',
    'The mailbox store refused the delivery; the name of the exception tells why.',
    exchange,
    {
      also: /^(?!\d{0,3} \d\.\d\.\d{3})/,
      next: [act('Look up the named exception, and check the mailbox and its database.')],
    },
  ),
];

/** Words of the transport of Exchange Server. */
const transport: readonly ReplyText[] = [
  says(
    'exchange-moderation-expiry',
    /APPROVAL\.InvalidExpiry/i,
    '550 5.6.0 APPROVAL.InvalidExpiry; Cannot read expiry policy.',
    'list-problem',
    'The group is moderated, and its organisation lacks the retention tag that moderation needs.',
    'Microsoft Learn: 550 5.6.0 APPROVAL.InvalidExpiry',
    { next: [act('Create a retention policy tag with IsDefaultModeratedRecipientsPolicyTag.')] },
  ),
  says(
    'exchange-content-not-checked',
    /\b5\.6\.0\b[^\n]{0,20}Invalid message content/i,
    '554 5.6.0 Invalid message content',
    'content-unsupported',
    'The server could not work through the content in time; with Exchange Online a mail flow rule that looks into attachments does this.',
    'Microsoft Learn: 554 5.6.0 Invalid message content',
    {
      next: [
        act('Look for a mail flow rule that holds messages back when its check does not complete.'),
        act('Send the attachment another way, or with a password.'),
      ],
    },
  ),
  says(
    'exchange-forwarding-loop',
    /RESOLVER\.FWD\.Loop/i,
    '550 5.4.6 RESOLVER.FWD.Loop; there is a forwarding loop in the directory',
    'mail-loop',
    'Recipients in the directory of Exchange forward to each other.',
    'Exchange wording (RESOLVER.FWD)',
    { next: [act('Correct the forwarding addresses of the recipients.')] },
  ),
  says(
    'exchange-no-connector',
    /ROUTING\.NoConnectorForAddressType/i,
    '550 4.4.4 ROUTING.NoConnectorForAddressType; unable to route for address type',
    'routing-failed',
    'Exchange has no send connector for an address of this kind.',
    'Exchange wording (ROUTING)',
    {
      next: [
        act('Check that a send connector covers the domain of the recipient.'),
        act('Check the address of the recipient in the directory.'),
      ],
    },
  ),
  says(
    'exchange-unrecognized-command',
    /\b5\.3\.3\b[^\n]{0,40}unrecognized command(?![^\n]{0,40}XXXX)/i,
    '500 5.3.3 Unrecognized command',
    'command-unknown',
    'The server does not know or does not offer the command; between Exchange servers their own login is missing then.',
    exchange,
    {
      actor: 'receiving admin',
      retry: 'later',
      next: [
        act('Check that the receive connector allows Exchange Server authentication if both sides are Exchange.'),
        act('Check whether a firewall between the two hosts changes SMTP commands.'),
      ],
    },
  ),
  says(
    'exchange-back-pressure',
    /insufficient system resources/i,
    '452 4.3.1 Insufficient system resources',
    'system-full',
    'The Exchange server is short of disk space or memory and takes no more mail for now.',
    exchange,
    { next: [act('Free disk space on the volume of the queue database.'), act('Check the memory use of the server.')] },
  ),
  says(
    'exchange-service-inactive',
    /\b4\.3\.2\b[^\n]{0,40}(?:service not (?:available|active)|system not accepting network messages)/i,
    '421 4.3.2 Service not active',
    'server-busy',
    'The mail service of this host is not active; an Exchange server in maintenance, or one without a fitting connector, says so.',
    exchange,
    {
      actor: 'receiving admin',
      next: [
        act('Check that the components of the server are active and its transport services run.'),
        act('Check that a receive connector on port 25 takes connections from this client.'),
      ],
    },
  ),
  says(
    'exchange-connection-dropped',
    /\b4\.4\.2\b[^\n]{0,40}connection dropped/i,
    '421 4.4.2 Connection dropped due to SocketError',
    'connection-failed',
    'The session broke off on the way: a firewall, a filter or a size limit is the usual cause.',
    exchange,
    {
      next: [
        act('Switch SMTP inspection off in the firewalls between the two hosts.'),
        act('Look in the log of the other server at this time.'),
        act('Compare the size of the message with the limits of both sides.'),
      ],
    },
  ),
  says(
    'exchange-hop-count',
    /hop count exceeded|\b5\.4\.(?:6|14)\b[^\n]{0,60}routing loop/i,
    '554 5.4.14 Hop count exceeded - possible mail loop ATTR34',
    'mail-loop',
    'The message passed too many servers: it goes round in a circle.',
    ndr,
    {
      next: [
        act('Check forwarding, connectors and the type of the accepted domain in a hybrid set-up.'),
        act('Read the Received fields to see which servers hand the message round.'),
      ],
    },
  ),
  says(
    'exchange-too-many-recipients',
    /\b5\.5\.3\b(?![^\n]{0,300}(?:gsmtp|google|for this sender))[^\n]{0,40}too many recipients/i,
    '550 5.5.3 Too many recipients',
    'too-many-recipients',
    'The message has more recipients than the server allows for one message.',
    exchange,
    { actor: 'sender' },
  ),
  says(
    'exchange-server-authentication',
    /cannot achieve exchange server authentication|\b5\.7\.3\b[^\n]{0,20}not authorized/i,
    '454 4.7.0 Cannot achieve Exchange Server authentication',
    'security-refused',
    'Two Exchange servers could not log in to each other.',
    exchange,
    {
      next: [
        act('Check connectors and their remote IP ranges.'),
        act('Switch SMTP inspection off in the firewall between the servers.'),
      ],
    },
  ),
  says(
    'exchange-unable-to-relay',
    /\bunable to relay\b/i,
    '550 5.7.54 SMTP; Unable to relay recipient in non-accepted domain',
    'relaying-denied',
    'The server takes mail for this outside domain only from clients it knows; Exchange says it in these words.',
    ndr,
    {
      next: [
        act('Authenticate (SMTP AUTH) on port 587 before sending to outside domains.'),
        act('Have a receive connector set up that lets the IP address of this host relay.'),
        probe('Look up the MX records of the domain of the recipient: the message may have gone to the wrong server.'),
      ],
    },
  ),
  says(
    'exchange-client-not-authenticated',
    /client was not authenticated/i,
    '530 5.7.1 Client was not authenticated',
    'login-required',
    'The Exchange server takes no mail without a login on this connector.',
    ndr,
    {
      actor: 'receiving admin',
      next: [
        act('Allow anonymous senders on the connector that takes mail from the Internet.'),
        act('Set a login in the program or device that sends.', 'sending admin'),
      ],
    },
  ),
  says(
    'exchange-send-as-refused',
    /does not have permissions to send as this sender/i,
    '550 5.7.60 SMTP; Client does not have permissions to send as this sender',
    'sender-not-allowed',
    'The account of the login may not send as this From address.',
    'Exchange wording (5.7.60)',
  ),
  says(
    'exchange-reserved-domain',
    /\b5\.1\.[45]\b[^\n]{0,80}reserved by RFC 2606/i,
    '550 5.1.4 Recipient address reserved by RFC 2606',
    'mail-not-accepted',
    'The domain of the recipient is reserved for tests and examples and can have no mailbox.',
    exchange,
    { next: [act('Use the real domain of the recipient: example.com, .test and the like never take mail.')] },
  ),
  says(
    'exchange-single-label',
    /single label domains not accepted/i,
    '550 5.1.6 Recipient addresses in single label domains not accepted',
    'address-malformed',
    'The domain of the recipient has no dot, so it is no full domain.',
    exchange,
    { next: [act('Write the full domain behind the @.')] },
  ),
  says(
    'exchange-sender-malformed',
    /\b5\.1\.7\b[^\n]{0,40}(?:invalid address|unknown sender address)/i,
    '501 5.1.7 Invalid address',
    'sender-refused',
    'The sender address is not written as an address must be.',
    exchange,
    { next: [act('Correct the envelope sender (MAIL FROM) in the program that sends.')] },
  ),
  says(
    'exchange-hello-name',
    /HELO \/ EHLO requires domain address|\b5\.5\.4\b[^\n]{0,3}Invalid domain name/i,
    '501 5.5.4 Invalid domain name',
    'greeting-refused',
    'The name in HELO or EHLO is missing or is no valid host name.',
    'Exchange wording (5.5.4)',
  ),
  says(
    'exchange-quarantined',
    /Content Filter agent quarantined this message/i,
    '550 5.2.1 Content Filter agent quarantined this message',
    'spam-refused',
    'The spam filter of Exchange put the message into quarantine.',
    exchange,
    {
      actor: 'receiving admin',
      next: [act('Release the message from the quarantine mailbox.'), act('Allow the sender if its mail is wanted.')],
    },
  ),
  says(
    'exchange-poison',
    /\b5\.3\.0\b[^\n]{0,40}too many related errors/i,
    '550 5.3.0 Too many related errors',
    'message-malformed',
    'The message is broken so badly that the server stopped working on it.',
    exchange,
    {
      next: [
        act('Write the message anew with another program.'),
        act('Look into the poison queue of the Exchange server.', 'receiving admin'),
      ],
    },
  ),
  says(
    'exchange-wrong-connector-name',
    /\b5\.3\.5\b[^\n]{0,40}system incorrectly configured/i,
    '550 5.3.5 System incorrectly configured',
    'mail-loop',
    'The server would send the message to itself: with Exchange a receive connector often bears the name of another server.',
    exchange,
    {
      next: [
        act('Correct the host name (FQDN) of the receive connector.'),
        act('Check the MX records and connectors for a loop.'),
      ],
    },
  ),
  says(
    'exchange-no-dialogue',
    /could not find a way to (?:successfully )?communicate with the destination system/i,
    'Your mail system could not find a way to successfully communicate with the destination system. Please notify your administrator. <mail.contoso.test #5.5.0>',
    'connection-failed',
    'Exchange reached the other server, but the SMTP dialogue broke off; why is not in the report.',
    exchange,
    {
      actor: 'sending admin',
      retry: 'later',
      next: [
        act(
          'Look for events 4000 and 4001 of MSExchangeTransport on the server that wrote the report: the reason stands there.',
        ),
        probe(
          'Check that the public address of the server has a reverse name, and that the name leads back to the address.',
        ),
        probe('Hold an SMTP session by hand with the mail exchanger of the recipient and read what it answers.'),
      ],
    },
  ),
  says(
    'exchange-delivery-not-authorized',
    /\b5\.7\.1\b[^\n]{0,40}delivery not authorized(?!, message refused: \S)/i,
    '550 5.7.1 Delivery not authorized, message refused',
    'recipient-restricted',
    'The recipient, or a rule of its organisation, does not take mail from this sender.',
    exchange,
    {
      next: [
        act('Allow the sender in the delivery settings, or change the mail flow rule that matched.'),
        act('Ask the recipient another way to have that done.', 'sender'),
      ],
    },
  ),
  says(
    'exchange-mailbox-not-accessible',
    /\b5\.2\.1\b[^\n]{0,40}mailbox cannot be accessed/i,
    '550 5.2.1 Mailbox cannot be accessed',
    'recipient-inactive',
    'The mailbox exists, but it is disabled or offline.',
    exchange,
  ),
  says(
    'exchange-bad-destination',
    /\b5\.1\.1\b[^\n]{0,40}bad destination mailbox address/i,
    '550 5.1.1 Bad destination mailbox address',
    'recipient-unknown',
    'There is no such recipient.',
    exchange,
    {
      next: [
        act('Check the address letter by letter.'),
        act('Delete the address from the list of suggested recipients and type it anew.'),
      ],
    },
  ),
  says(
    'exchange-ambiguous-address',
    /\b5\.1\.4\b[^\n]{0,60}ambiguous/i,
    '550 5.1.4 Recipient address is ambiguous',
    'system-error',
    'More than one entry in the directory has this address.',
    exchange,
    { next: [act('Find the entries with the same address and leave it to one of them.')] },
  ),
  says(
    'exchange-list-expansion',
    /\b5\.2\.4\b[^\n]{0,60}expansion problem/i,
    '550 5.2.4 Mailing list expansion problem',
    'list-problem',
    'The group behind this address could not be resolved into its members.',
    exchange,
    { holds: 'coded', codes: [550, 554] },
  ),
  says(
    'exchange-forwarding-wrong',
    /\b5\.2\.14\b[^\n]{0,60}misconfigured forwarding/i,
    '550 5.2.14 Misconfigured forwarding address',
    'system-error',
    'The mailbox forwards to an address that is wrong or no longer exists.',
    exchange,
    { next: [act('Correct or remove the forwarding address of the mailbox.')] },
  ),
  says(
    'exchange-agent-depth',
    /\b5\.4\.11\b[^\n]{0,60}message depth exceeded/i,
    '550 5.4.11 Agent generated message depth exceeded',
    'mail-loop',
    'An agent or rule of Exchange made a message that made the next one, and so on.',
    exchange,
    { next: [act('Check the transport agents, journaling and mail flow rules for one that answers its own mail.')] },
  ),
  says(
    'exchange-content-invalid',
    /\b5\.5\.6\b[^\n]{0,60}invalid message content/i,
    '550 5.5.6 Invalid message content',
    'message-malformed',
    'The server could not read the content of the message.',
    exchange,
    {
      actor: 'receiving admin',
      next: [
        act('Look in the log of the Exchange server for what is wrong with the message.'),
        act('Write the message anew, without copied parts, and send it again.', 'sender'),
      ],
    },
  ),
  says(
    'exchange-routing-arguments',
    /\b5\.4\.4\b[^\n]{0,60}invalid arguments/i,
    '550 5.4.4 Invalid arguments',
    'routing-failed',
    'Exchange found no way to the next server for this recipient.',
    exchange,
    {
      actor: 'receiving admin',
      next: [act('Check send connectors, routing groups and the DNS settings of the server.')],
    },
  ),
  says(
    'exchange-x400-address',
    /\b5\.1\.2\b[^\n]{0,60}invalid X\.400/i,
    '550 5.1.2 Invalid X.400 address',
    'address-malformed',
    'The directory entry holds an X.400 address that is not valid.',
    exchange,
    { actor: 'receiving admin', retry: 'later', next: [act('Correct the X.400 address of the directory entry.')] },
  ),
];

/** Words of Exchange Server. */
export const exchangeServerTexts: readonly ReplyText[] = [...components, ...transport];
