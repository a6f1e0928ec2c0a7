import type { Slot } from '../fieldNames.ts';

/** What a field of an export is: what a field of a log can be, and what only exports have. */
export type ExportSlot =
  | Slot
  | 'subject'
  | 'weakRecipient'
  | 'weakSender'
  | 'weakStatus'
  | 'weakReply'
  | 'weakServer'
  | 'aside';

/** Names whose meaning the rules below would miss, in small letters without `_`, `-`, `.` and blanks. */
export const NAMES: ReadonlyMap<string, ExportSlot> = new Map<string, ExportSlot>([
  // Recipients
  ...(['email', 'emailaddress', 'recipientsmtp', 'contactemail', 'contactalt'] as const).map(
    (name) => [name, 'recipient'] as const,
  ),
  ...(
    [
      'to',
      'targets',
      'destination',
      'hdrto',
      'headerto',
      'rawrcptto',
      'recipientheader',
      'originalrecipient',
      'toaddresses',
      'orcpt',
      'mimercpts',
      'address',
    ] as const
  ).map((name) => [name, 'weakRecipient'] as const),
  ['recipientdomain', 'aside'],
  ['rcptdomain', 'aside'],
  // Senders
  ...(['source', 'msgfrom', 'sendersmtp', 'orig', 'frm'] as const).map((name) => [name, 'sender'] as const),
  ...(
    [
      'from',
      'hdrfrom',
      'headerfrom',
      'friendlyfrom',
      'fromheaderaddress',
      'senderheader',
      'fromemail',
      'fromaddress',
      'p2sender',
      'p1sender',
      'sendermailfromaddress',
    ] as const
  ).map((name) => [name, 'weakSender'] as const),
  // Ids
  ...(
    [
      'rfc2822messageid',
      'originalmessageid',
      'smtpid',
      'msgid',
      'mimemessageid',
      'mimeid',
      'externalmsgid',
      'internetmsgid',
    ] as const
  ).map((name) => [name, 'messageId'] as const),
  ...(['spoolid', 'identity'] as const).map((name) => [name, 'queueId'] as const),
  // Servers
  ...(
    ['smtpoutremotehost', 'deliveredto', 'nexthopdomain', 'relayhostname', 'fqdn', 'receivingmta', 'mta'] as const
  ).map((name) => [name, 'server'] as const),
  ...(['host', 'server', 'hostname', 'serverhostname'] as const).map((name) => [name, 'weakServer'] as const),
  ...(['senderip', 'src', 'originip', 'sourceaddress'] as const).map((name) => [name, 'client'] as const),
  // Replies
  ...(
    [
      'diag',
      'rawreason',
      'output',
      'smtpresponsemessage',
      'rejinfo',
      'emailresponsemessage',
      'downstreammsgid',
      'eventdescription',
      'bouncereason',
      'delayreason',
      'deliverydetail',
      'smtpdialog',
      'deliveryerrors',
      'deliveryerror',
      'rejectioninfo',
      'finalactiondetails',
      'esafinalactiondetails',
    ] as const
  ).map((name) => [name, 'reply'] as const),
  ...(
    [
      'description',
      'details',
      'detail',
      'message',
      'msg',
      'response',
      'reason',
      'error',
      'info',
      'comment',
      'content',
      'bouncedescription',
      'name',
      'reasonextra',
      'remark',
      'remarks',
      'note',
      'notes',
      'comments',
      'heldreason',
      'quarantinerule',
      'threattypes',
      'type',
      'bouncesubtype',
      'subtype',
      'messagecategory',
      'bounceclassification',
      'bouncecat',
      'classificationreason',
      'rejectiontype',
      'messagetype',
      'quarantinereason',
      'holdreason',
      'threattype',
      'threatname',
      'virusname',
      'virusfound',
      'classification',
      'classifier',
      'class',
    ] as const
  ).map((name) => [name, 'weakReply'] as const),
  ...(['rejcode', 'emailresponsecode', 'eventsmtpreplycode', 'bouncecode'] as const).map(
    (name) => [name, 'code'] as const,
  ),
  // What became of it
  ...(
    [
      'recordtype',
      'notificationtype',
      'eventstatus',
      'finalaction',
      'delivered',
      'recipientstatus',
      'latestdeliverylocation',
      'deliverylocation',
      'releasestatus',
      'operationtype',
      'logsubtype',
      'spamaction',
      'avaction',
      'policyaction',
      'actiontaken',
      'verdict',
      'emailaction',
      'metric',
      'suppresssending',
      'sttext',
    ] as const
  ).map((name) => [name, 'status'] as const),
  ...(
    [
      'severity',
      'bouncetype',
      'bounce',
      'hardbounce',
      'success',
      'blocked',
      'delaytype',
      'isspam',
      'spam',
      'quarantinefolder',
      'mailtype',
      'folder',
    ] as const
  ).map((name) => [name, 'weakStatus'] as const),
  ['messagesubject', 'subject'],
  ['headersubject', 'subject'],
  ['queuename', 'aside'],
  // What looks like one of the above and is none
  ...(
    [
      'replyto',
      'errorrelatedto',
      'attachments',
      'tags',
      'useragent',
      'url',
      'link',
      'mailsubject',
      'networkmessageid',
      'stopsendingto',
      'contenttype',
      'directionality',
      'direction',
      'loglevel',
      'sgeventid',
      'eventsource',
      'messageinfo',
      'transactionid',
      'relatedrecipientaddress',
      'threatstatus',
      'tlsstate',
      'tlsinfo',
      'smtptlsstate',
      'smtpresponsereason',
      'actiontype',
      'fromdomain',
      'flagstatus',
      'inferenceclassification',
    ] as const
  ).map((name) => [name, 'aside'] as const),
]);

export type Rule = readonly [all: readonly string[], slot: ExportSlot];

/** What the words of a name say where the name is not known; the first rule all of whose words are in it. */
export const RULES: readonly Rule[] = [
  [['reply', 'to'], 'aside'],
  [['domain'], 'aside'],
  [['message', 'id'], 'messageId'],
  [['queue', 'id'], 'queueId'],
  [['recipient', 'status'], 'status'],
  [['ip', 'sender'], 'client'],
  [['ip', 'client'], 'client'],
  [['ip', 'source'], 'client'],
  [['ip', 'from'], 'client'],
  [['ip'], 'aside'],
  [['code', 'enhanced'], 'enhanced'],
  [['reply', 'code'], 'code'],
  [['response', 'code'], 'code'],
  [['smtp', 'code'], 'code'],
  [['error', 'code'], 'code'],
  [['bounce', 'code'], 'code'],
  [['smtp', 'response'], 'reply'],
  [['response', 'message'], 'reply'],
  [['bounce', 'reason'], 'reply'],
  [['bounce', 'message'], 'reply'],
  [['bounce', 'text'], 'reply'],
  [['bounce', 'detail'], 'reply'],
  [['bounce', 'details'], 'reply'],
  [['bounce', 'error'], 'reply'],
  [['smtp', 'error'], 'reply'],
  [['smtp', 'status'], 'reply'],
  [['mta', 'response'], 'reply'],
  [['rejection', 'code'], 'code'],
  [['reject', 'code'], 'code'],
  [['failure', 'code'], 'code'],
  [['failure', 'reason'], 'reply'],
  [['failure', 'message'], 'reply'],
  [['error', 'message'], 'reply'],
  [['last', 'error'], 'reply'],
  [['diagnostic'], 'reply'],
  [['rcpt'], 'recipient'],
  [['recipient'], 'recipient'],
  [['recipients'], 'recipient'],
  [['to', 'email'], 'recipient'],
  [['bounce', 'email'], 'recipient'],
  [['to', 'address'], 'recipient'],
  [['sender'], 'sender'],
  [['from'], 'weakSender'],
  [['subject'], 'subject'],
  [['remote', 'host'], 'server'],
  [['remote', 'server'], 'server'],
  [['remote', 'mta'], 'server'],
  [['mx'], 'server'],
  [['delivery', 'status'], 'status'],
  [['final', 'action'], 'status'],
  [['event', 'type'], 'status'],
  [['event', 'name'], 'status'],
  [['status'], 'weakStatus'],
  [['action'], 'weakStatus'],
  [['reason'], 'weakReply'],
  [['error'], 'weakReply'],
  [['response'], 'weakReply'],
  [['details'], 'weakReply'],
  [['timestamp'], 'time'],
  [['date'], 'time'],
  [['time'], 'time'],
];

/** Names of objects in which an address is the sender's or a recipient's. */
export const SENDERS = /^(?:from|sender|source|mailfrom|commonheaders)/;
export const RECIPIENTS = /^(?:to$|to[a-z]{0,12}recipient|rcpt|recipient|destination|bounced|complained|delayed|cc$)/;
export const ADDRESS: ReadonlySet<string> = new Set(['address', 'email', 'emailaddress', 'mail', 'addr']);
/** Objects whose fields speak of something else than this delivery. */
export const ASIDE: ReadonlySet<string> = new Set([
  'metadata',
  'rcptmeta',
  'useragentparsed',
  'geolocation',
  'geoip',
  'agent',
  'ecs',
  'signature',
  'headers',
  'customheaders',
  'tags',
  'usermetadata',
  'uservariables',
  'attachment',
  'attachments',
  'clientinfo',
  'storage',
  'campaigns',
  'flags',
  'kubernetes',
  'stream',
  'labels',
]);
