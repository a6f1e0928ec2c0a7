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
  ...(
    [
      'email',
      'emailaddress',
      'rcptto',
      'recipient',
      'recipientaddress',
      'recipientemailaddress',
      'recipientsmtp',
      'rcpt',
      'finalrecipient',
      'contactemail',
    ] as const
  ).map((name) => [name, 'recipient'] as const),
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
    ] as const
  ).map((name) => [name, 'weakRecipient'] as const),
  ['recipientdomain', 'aside'],
  ['rcptdomain', 'aside'],
  // Senders
  ...(
    [
      'sender',
      'mailfrom',
      'envfrom',
      'envelopefrom',
      'senderaddress',
      'source',
      'msgfrom',
      'sendersmtp',
      'orig',
      'returnpath',
      'senderfromaddress',
    ] as const
  ).map((name) => [name, 'sender'] as const),
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
      'internetmessageid',
      'originalmessageid',
      'smtpid',
      'msgid',
      'messageid',
      'mimemessageid',
      'headermessageid',
    ] as const
  ).map((name) => [name, 'messageId'] as const),
  ...(['queueid', 'qid', 'mailid', 'spoolid', 'internalmessageid'] as const).map((name) => [name, 'queueId'] as const),
  // Servers
  ...(
    [
      'mxhost',
      'mx',
      'remotemta',
      'dsnmta',
      'smtpoutremotehost',
      'deliveredto',
      'remotehost',
      'nexthop',
      'nexthopdomain',
      'remoteserver',
      'relay',
      'fqdn',
      'receivingmta',
    ] as const
  ).map((name) => [name, 'server'] as const),
  ...(['host', 'server', 'hostname', 'serverhostname'] as const).map((name) => [name, 'weakServer'] as const),
  // Replies
  ...(
    [
      'diagnosticcode',
      'diag',
      'dsndiag',
      'rawreason',
      'output',
      'lasterror',
      'smtpresponse',
      'smtpreply',
      'smtpresponsemessage',
      'rejinfo',
      'err',
      'emailresponsemessage',
      'statusmessage',
      'serverresponse',
      'downstreammsgid',
      'eventdescription',
      'bouncereason',
      'delayreason',
      'deliverydetail',
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
      'heldreason',
      'quarantinerule',
      'threattypes',
      'type',
      'bouncesubtype',
      'subtype',
      'errorrelatedto',
      'messagecategory',
      'bounceclassification',
      'bouncecat',
      'classificationreason',
    ] as const
  ).map((name) => [name, 'weakReply'] as const),
  ...(
    [
      'smtpreplycode',
      'errorcode',
      'rejcode',
      'emailresponsecode',
      'eventsmtpreplycode',
      'bouncecode',
      'smtpcode',
      'code',
      'statuscode',
      'responsecode',
    ] as const
  ).map((name) => [name, 'code'] as const),
  // What became of it
  ...(
    [
      'event',
      'eventtype',
      'recordtype',
      'notificationtype',
      'status',
      'deliverystatus',
      'deliveryaction',
      'action',
      'state',
      'eventstatus',
      'eventid',
      'result',
      'finalaction',
      'outcome',
      'disposition',
      'delivered',
      'act',
      'recipientstatus',
      'latestdeliverylocation',
      'deliverylocation',
      'releasestatus',
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
    ] as const
  ).map((name) => [name, 'weakStatus'] as const),
  ['subject', 'subject'],
  ['messagesubject', 'subject'],
  ['headersubject', 'subject'],
  ['queuename', 'aside'],
  // What looks like one of the above and is none
  ...(
    [
      'replyto',
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
  [['failure', 'reason'], 'reply'],
  [['error', 'message'], 'reply'],
  [['last', 'error'], 'reply'],
  [['diagnostic'], 'reply'],
  [['rcpt'], 'recipient'],
  [['recipient'], 'recipient'],
  [['recipients'], 'recipient'],
  [['to', 'email'], 'recipient'],
  [['to', 'address'], 'recipient'],
  [['email', 'to'], 'recipient'],
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
export const SENDERS = /^(?:from|sender|source|mailfrom|commonheaders$)/;
export const RECIPIENTS =
  /^(?:to$|to[a-z]{0,12}recipients?$|rcpt|recipient|destination|bounced|complained|delayed|cc$)/;
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
