/** What an event or a source of Exchange's message tracking log means. */
export interface TrackingEvent {
  /** What the log calls it, where the log has only a number. */
  readonly name?: string;
  readonly meaning: string;
  readonly products: string;
  readonly source: string;
}

const KB = 'Microsoft KB 821905';
const PAGE = 'learn.microsoft.com, Exchange Server, Message tracking';

const numbered = (id: number, name: string, meaning: string, products = 'Exchange 2000 and 2003', source = KB) =>
  [String(id), { name, meaning, products, source }] as const;

/** Events of Exchange 2000 and 2003 by their number. */
export const trackingNumbers: ReadonlyMap<string, TrackingEvent> = new Map([
  numbered(0, 'Transfer in', 'The MTA took a message from another server, a connector or a gateway.'),
  numbered(1, 'Probe in', 'The MTA took an X.400 probe from another MTA or a gateway.'),
  numbered(2, 'Report in', 'A delivery report or a receipt came in.'),
  numbered(4, 'Submission', 'A client submitted a message.'),
  numbered(5, 'Probe submission', 'A user submitted an X.400 probe.'),
  numbered(6, 'Probe out', 'An X.400 probe was sent on.'),
  numbered(7, 'Transfer out', 'The MTA handed a message to another server, a connector or a gateway.'),
  numbered(8, 'Report out', 'A delivery report was sent on.'),
  numbered(9, 'Delivery', 'The message reached a mailbox or a public folder.'),
  numbered(10, 'Report delivery', 'A delivery report reached a mailbox.'),
  numbered(18, 'StartAssocByMTSUser', 'A program opened its association with the MTA.'),
  numbered(23, 'ReleaseAssocByMTSUser', 'A program closed its association with the MTA.'),
  numbered(26, 'Expansion', 'A distribution list was expanded to its members.', 'Exchange 2000', 'Microsoft KB 246959'),
  numbered(28, 'Redirection', 'The message was sent on to another mailbox than the one addressed.'),
  numbered(29, 'Rerouting', 'The message was sent over another path than the first choice.'),
  numbered(31, 'Downgrading', 'The message was changed to X.400 of 1984 before it was passed on.'),
  numbered(33, 'Report absorption', 'There were more reports than the limit allows, and the surplus was dropped.'),
  numbered(34, 'Report generation', 'A delivery report was made.'),
  numbered(43, 'Unroutable report', 'No route was found for a report, and it was deleted.'),
  numbered(50, 'Message deleted', 'An administrator deleted an X.400 message that waited for a gateway.'),
  numbered(51, 'Probe deleted', 'An administrator deleted an X.400 probe that waited for a gateway.'),
  numbered(52, 'Report deleted', 'An administrator deleted an X.400 report that waited for a gateway.'),
  numbered(1000, 'Local delivery', 'Sender and recipient have their mailboxes on this server, and it was delivered.'),
  numbered(1001, 'Backbone in', 'The store took it from another MAPI system over a connector or gateway.'),
  numbered(1002, 'Backbone out', 'The store gave it to another MAPI system over a connector or gateway.'),
  numbered(1003, 'Gateway out', 'It was sent through a gateway.'),
  numbered(1004, 'Gateway in', 'It was received from a gateway.'),
  numbered(1005, 'Gateway report in', 'A delivery report was received from a gateway.'),
  numbered(1006, 'Gateway report out', 'A delivery report was sent through a gateway.'),
  numbered(1007, 'Gateway report made', 'A gateway made a report that it could not deliver.'),
  numbered(1010, 'SMTP queue out', 'It waits in the queue for delivery over the Internet.'),
  numbered(1011, 'SMTP transfer out', 'It was handed over for a recipient on the Internet.'),
  numbered(1012, 'SMTP transfer in', 'It was received from the Internet.'),
  numbered(1013, 'SMTP message to store', 'It came from the Internet and was passed to the store.'),
  numbered(1014, 'SMTP rerouting', 'It was rerouted or forwarded to the Internet.'),
  numbered(1015, 'SMTP report in', 'A delivery report was received over SMTP.'),
  numbered(1016, 'SMTP report out', 'A delivery report was sent over SMTP.'),
  numbered(1017, 'SMTP report made', 'A delivery report was made.'),
  numbered(
    1018,
    'SMTP report absorbed',
    'A delivery report could not be delivered itself and was dropped, since no report is made about a report.',
  ),
  numbered(
    1019,
    'Submitted to Advanced Queuing',
    'A message was given to Advanced Queuing, the first step of everything that passes SMTP; it may be logged more than once.',
  ),
  numbered(1020, 'Outbound transfer begins', 'The server is about to send it to the next server.'),
  numbered(
    1021,
    'Moved to Badmail',
    'It could neither be delivered nor returned, and lies in the Badmail folder of the virtual server.',
  ),
  numbered(1022, 'Advanced Queuing failed', 'Advanced Queuing failed for good; the event log of the server says why.'),
  numbered(1023, 'Local delivery', 'The store driver delivered it, as Advanced Queuing reports.'),
  numbered(
    1024,
    'Submitted to the categorizer',
    'It was given to the categorizer, which looks up recipients and limits.',
  ),
  numbered(1025, 'Submission begins', 'A message is being given to Advanced Queuing.'),
  numbered(
    1026,
    'Message failed',
    'Advanced Queuing could not process it, so the sender was sent a report or it was put into the Badmail folder.',
    'Exchange 2000 and 2003',
    'theemailadmin.com, List of Message Tracking IDs for Troubleshooting',
  ),
  numbered(
    1027,
    'Submitted by the store',
    'The store gave it to the store driver, the first step of mail that is written in a mailbox of this server.',
  ),
  numbered(1028, 'Local delivery', 'The store driver delivered it to a mailbox of this server.'),
  numbered(1029, 'Gateway delivery', 'The store driver gave it to the MTA for a gateway or connector.'),
  numbered(1030, 'Not delivered', 'Delivery failed for all recipients, and the sender was sent a report.'),
  numbered(1031, 'Outbound transfer ends', 'The next server took it.'),
  numbered(1032, 'Categorization retried', 'The categorizer will try it again.', 'Exchange 2003'),
  numbered(1033, 'Categorized', 'Recipients were looked up, and it waits for routing.', 'Exchange 2003'),
  numbered(1034, 'Routed', 'A route was found, and it waits to be sent to another server.', 'Exchange 2003'),
  numbered(1035, 'Routing retried', 'No route could be used, and routing will be tried again.', 'Exchange 2003'),
  numbered(1036, 'Queued for local delivery', 'It waits for delivery to a mailbox of this server.', 'Exchange 2003'),
  numbered(1037, 'Local delivery retried', 'The mailbox did not take it, and it will be tried again.', 'Exchange 2003'),
  numbered(1038, 'Queued for a gateway', 'A route was found, and it waits for a gateway.', 'Exchange 2003'),
  numbered(1039, 'Deleted as spam', 'The Intelligent Message Filter deleted it.', 'Exchange 2003'),
  numbered(1040, 'Rejected as spam', 'The Intelligent Message Filter refused it.', 'Exchange 2003'),
  numbered(1041, 'Archived as spam', 'The Intelligent Message Filter put it into its archive.', 'Exchange 2003'),
  numbered(1042, 'Alternate recipient', 'It was sent on to the alternate recipient of the mailbox.', 'Exchange 2003'),
]);

const named = (id: string, meaning: string, products = 'Exchange 2007 and later') =>
  [id, { meaning, products, source: PAGE }] as const;
const SINCE_2010 = 'Exchange 2010 and later';
const SINCE_2013 = 'Exchange 2013 and later';

/** Events of Exchange 2007 and later by the value of `event-id`. */
export const trackingEvents: ReadonlyMap<string, TrackingEvent> = new Map([
  named(
    'AGENTINFO',
    'A transport agent, such as a mail flow rule or a spam filter, wrote its own data into custom-data.',
  ),
  named('BADMAIL', 'A file from the Pickup or Replay folder could neither be delivered nor returned.'),
  named('CLIENTSUBMISSION', 'A message was submitted from the Outbox of a mailbox.', SINCE_2013),
  named('DEFER', 'Delivery was put off and will be tried again.'),
  named('DELIVER', 'The message was delivered to a local mailbox.'),
  named('DELIVERFAIL', 'A delivery agent wanted to put the message into a folder that does not exist.', SINCE_2013),
  named(
    'DROP',
    'The message was dropped without a report to the sender, as spam filters and moderation do.',
    SINCE_2010,
  ),
  named('DSN', 'A delivery report was made; the reference column names the message that it is about.'),
  named('DUPLICATEDELIVER', 'The mailbox had the message already, so this copy was dropped.', SINCE_2010),
  named('DUPLICATEEXPAND', 'A recipient turned up twice while a group was expanded.', SINCE_2010),
  named('DUPLICATEREDIRECT', 'The alternate recipient was a recipient already.', SINCE_2010),
  named('EXPAND', 'A group was expanded to its members.'),
  named('FAIL', 'Delivery failed for good; recipient-status says why.'),
  named('HADISCARD', 'A shadow copy was discarded because the primary copy reached the next hop.', SINCE_2010),
  named('HARECEIVE', 'This server received a shadow copy from another one.', SINCE_2010),
  named('HAREDIRECT', 'A shadow copy was made.', SINCE_2010),
  named('HAREDIRECTFAIL', 'No shadow copy could be made.', SINCE_2010),
  named('INITMESSAGECREATED', 'The recipient is moderated, and a request was sent to the moderator.', SINCE_2010),
  named('LOAD', 'The message lay in the queue when the service started and was loaded.', SINCE_2010),
  named('MODERATIONEXPIRE', 'No moderator decided in time.', SINCE_2010),
  named('MODERATORAPPROVE', 'A moderator let the message pass.', SINCE_2010),
  named('MODERATORREJECT', 'A moderator refused the message.', SINCE_2010),
  named('MODERATORSALLNDR', 'None of the moderators could be reached with the request.', SINCE_2010),
  named('NOTIFYMAPI', 'The server saw a message in the Outbox of a mailbox.', SINCE_2010),
  named('NOTIFYSHADOW', 'The server saw a message in an Outbox that needs a shadow copy.', SINCE_2013),
  named('POISONMESSAGE', 'The message was put into the poison queue or taken out of it.'),
  named('PROCESS', 'The message was processed.', SINCE_2010),
  named('PROCESSMEETINGMESSAGE', 'A message of the calendar was processed on its way to the mailbox.', SINCE_2013),
  named('RECEIVE', 'The message was taken in: over SMTP, from a mailbox, or from the Pickup or Replay folder.'),
  named('REDIRECT', 'The message was sent on to another recipient, because the directory or a rule says so.'),
  named('RESOLVE', 'The recipient turned out to have another address in the directory.'),
  named('RESUBMIT', 'The message was sent once more from the Safety Net.', SINCE_2010),
  named('RESUBMITDEFER', 'Sending once more from the Safety Net was put off.', SINCE_2013),
  named('RESUBMITFAIL', 'Sending once more from the Safety Net failed.', SINCE_2013),
  named('SEND', 'The message was sent over SMTP to another server or service.'),
  named('SUBMIT', 'A message was taken from a mailbox and given to transport; source-context names the mailbox.'),
  named('SUBMITDEFER', 'Taking the message from the mailbox was put off.', SINCE_2010),
  named('SUBMITFAIL', 'The message could not be taken from the mailbox.', SINCE_2010),
  named('SUPPRESSED', 'The message was not sent on.', SINCE_2010),
  named('THROTTLE', 'The message was slowed down; the reference column says by which rule.', SINCE_2010),
  named(
    'TRANSFER',
    'Recipients were moved to a copy of the message, because content had to be converted, a limit was met or an agent asked for it.',
  ),
]);

/** Parts of Exchange 2007 and later by the value of `source`. */
export const trackingSources: ReadonlyMap<string, TrackingEvent> = new Map([
  named('ADMIN', 'A person did it, in the queue viewer or with the Replay folder.'),
  named('AGENT', 'A transport agent did it.'),
  named('APPROVAL', 'Moderation did it.', SINCE_2010),
  named('BOOTLOADER', 'It is about mail that was unfinished when the service started.', SINCE_2010),
  named('DNS', 'It follows from the DNS.'),
  named('DSN', 'It is about a delivery report.'),
  named('GATEWAY', 'A foreign connector did it.'),
  named('MAILBOXRULE', 'A rule of the mailbox did it.', SINCE_2010),
  named('MEETINGMESSAGEPROCESSOR', 'The calendar did it.', SINCE_2010),
  named('ORAR', 'The sender had named an alternate recipient.'),
  named('PICKUP', 'It came from the Pickup folder.'),
  named('POISONMESSAGE', 'The check for messages that make the service crash did it.'),
  named('PUBLICFOLDER', 'A public folder with an address did it.'),
  named('QUEUE', 'The queue did it.'),
  named('REDUNDANCY', 'Shadow redundancy did it.', SINCE_2010),
  named('RESOLVER', 'Looking up recipients in the directory did it.', SINCE_2013),
  named('ROUTING', 'The categorizer did it while it looked for a route.'),
  named('SAFETYNET', 'The Safety Net did it.', SINCE_2013),
  named('SMTP', 'The SMTP send or receive component did it.'),
  named('STOREDRIVER', 'The part that talks to mailboxes did it.'),
]);

const TRACE = 'learn.microsoft.com, Exchange Online, Message trace';
const traced = (id: string, meaning: string) =>
  [id, { meaning, products: 'Exchange Online message trace', source: TRACE }] as const;

/** States and further events of a message trace in Exchange Online. */
export const traceStatuses: ReadonlyMap<string, TrackingEvent> = new Map([
  traced('Delivered', 'The message was delivered.'),
  traced('Failed', 'The message was not delivered, and is not tried again.'),
  traced('Pending', 'The message is being delivered or tried again.'),
  traced('Expanded', 'The message went to a group, which was expanded to its members before delivery.'),
  traced('Quarantined', 'The message lies in quarantine.'),
  traced('FilteredAsSpam', 'The message was judged spam and was refused or put aside, but not into quarantine.'),
  traced('GettingStatus', 'The message came in, and its state is not known yet.'),
  traced('Spam', 'A filter judged the message spam.'),
  traced('Malware', 'A filter found malware in the message.'),
  traced('Advanced Threat Protection', 'Defender acted on the message, an attachment or a link in it.'),
]);

const field = (id: string, meaning: string): readonly [string, TrackingEvent] =>
  [id.toLowerCase(), { meaning, products: 'Exchange 2007 and later', source: PAGE }] as const;
const oldField = (id: string, meaning: string): readonly [string, TrackingEvent] =>
  [id.toLowerCase(), { meaning, products: 'Exchange 2000 and 2003', source: 'Microsoft KB 246959' }] as const;

/** Columns of the log by their name in lower case; names that both generations have stand once. */
export const trackingFields: ReadonlyMap<string, TrackingEvent> = new Map([
  oldField('Date', 'Day of the event, in the zone that the column Time names.'),
  oldField('Time', 'Time of the event.'),
  oldField('Partner-Name', 'The service or server that the message came from or went to.'),
  oldField('MSGID', 'The Message-ID of the message.'),
  oldField('Priority', 'Priority: 0 for normal, 1 for high, -1 for low.'),
  oldField('Recipient-Report-Status', 'Whether the recipient is the subject of a report.'),
  oldField('Number-Recipients', 'Number of recipients of the message.'),
  oldField('Origination-Time', 'When the message was written.'),
  oldField('Encryption', 'Whether the message is signed or encrypted.'),
  oldField('service-Version', 'Version of the service that wrote the line.'),
  oldField('Linked-MSGID', 'The Message-ID of the message that this one is about.'),
  field('date-time', 'Time of the event in UTC (ISO 8601).'),
  field('client-ip', 'Address of the server or client that handed the message over.'),
  field('client-hostname', 'Name of the server or client that handed the message over.'),
  field('server-ip', 'Address of the server that took the message.'),
  field('server-hostname', 'Name of the server that took the message.'),
  field('source-context', 'More about the source, such as the session or the mailbox.'),
  field('connector-id', 'The Send or Receive connector that the message passed.'),
  field('source', 'The part of Exchange that wrote the event.'),
  field('event-id', 'What happened.'),
  field('internal-message-id', 'Number that this server gave to the message.'),
  field('message-id', 'The Message-ID of the header, the same on every server.'),
  field('network-message-id', 'Id that Exchange keeps for the message and its copies from server to server.'),
  field('recipient-address', 'Addresses of the recipients.'),
  field('recipient-status', 'State or reply for each recipient, in the order of the recipients.'),
  field('total-bytes', 'Size of the message in bytes, with attachments.'),
  field('recipient-count', 'Number of recipients of the message.'),
  field('related-recipient-address', 'The other recipient of an expansion, redirection or resolution.'),
  field('reference', 'The message that a report is about, or what else belongs to the event.'),
  field('message-subject', 'Subject of the message.'),
  field('sender-address', 'Address of the sender in the header, else that of the envelope.'),
  field('return-path', 'Sender in the envelope; it gets the reports.'),
  field('message-info', 'More about the event, such as when the message came in.'),
  field('directionality', 'Whether the message is incoming or outgoing.'),
  field('tenant-id', 'The organization in Exchange Online.'),
  field('original-client-ip', 'Address of the client that sent the message first.'),
  field('original-server-ip', 'Address of the server that took the message first.'),
  field('custom-data', 'What agents and rules wrote of the event.'),
  field('transport-traffic-type', 'Kind of the traffic, such as Email.'),
  field('log-id', 'Number of the line.'),
  field('schema-version', 'Version of Exchange that wrote the line.'),
]);
