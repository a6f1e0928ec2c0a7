import { eventOutcome } from './exports/eventWords.ts';
import type { LogOutcome } from './log.ts';

/** What a field of an entry is, whatever it is called. */
export type Slot =
  | 'recipient'
  | 'sender'
  | 'queueId'
  | 'messageId'
  | 'session'
  | 'server'
  | 'client'
  | 'code'
  | 'status'
  | 'enhanced'
  | 'reply'
  | 'time';

/** Names under which programs write a field: in small letters, without `_`, `-` and `.` in them. */
const NAMES: Readonly<Record<Slot, readonly string[]>> = {
  recipient: [
    'to',
    'rcpt',
    'rcptto',
    'rcpts',
    'recipient',
    'recipients',
    'recipientaddress',
    'envelopeto',
    'toaddress',
    'mailto',
    'envelopercpt',
    'finalrecipient',
    'recipientemailaddress',
    'deliveredto',
    'envto',
    'emailto',
    'rcptaddr',
    'duser',
  ],
  sender: [
    'from',
    'sender',
    'senderaddress',
    'mailfrom',
    'envelopefrom',
    'returnpath',
    'fromaddress',
    'envfrom',
    'mf',
    'envelopesender',
    'emailfrom',
    'senderfromaddress',
    'sendermailfromaddress',
    'suser',
  ],
  queueId: ['queueid', 'qid', 'msgid', 'internalmessageid', 'mailid', 'envelopeid', 'mtamsgid'],
  messageId: ['messageid', 'internetmessageid', 'mid', 'headermessageid', 'msgidheader'],
  session: ['session', 'sessionid', 'connectionid', 'connid', 'spanid'],
  server: [
    'server',
    'host',
    'relay',
    'remotehost',
    'remoteserver',
    'hostname',
    'mx',
    'mxhost',
    'remotemta',
    'dsnmta',
    'destination',
    'destinationhost',
    'smtphost',
    'smtpserver',
    'remotename',
    'nexthop',
  ],
  client: [
    'client',
    'clientip',
    'srcip',
    'sourceip',
    'remoteip',
    'remoteaddr',
    'ip',
    'clientaddress',
    'fromip',
    'peer',
  ],
  code: [
    'code',
    'smtpcode',
    'smtpstatus',
    'responsecode',
    'statuscode',
    'replycode',
    'smtpresponsecode',
    'smtpreplycode',
    'errorcode',
    'rc',
  ],
  enhanced: [
    'enhancedcode',
    'smtpenchcode',
    'enhancedstatus',
    'enhancedstatuscode',
    'dsn',
    'esc',
    'dsnstatus',
    'smtpenhancedcode',
  ],
  reply: [
    'reply',
    'response',
    'smtpreply',
    'smtpresponse',
    'smtpmsg',
    'message',
    'msg',
    'details',
    'detail',
    'reason',
    'error',
    'err',
    'errormsg',
    'errormessage',
    'diagnosticcode',
    'diagnostic',
    'dsndiag',
    'lasterror',
    'recipientstatus',
    'serverresponse',
    'statusmessage',
    'info',
    'authenticationdetails',
    'description',
    'cause',
    'data',
  ],
  status: [
    'status',
    'result',
    'event',
    'eventtype',
    'eventid',
    'outcome',
    'action',
    'deliverystatus',
    'deliveryaction',
    'state',
    'disposition',
    'act',
    'stat',
    'severity',
  ],
  time: ['time', 'timestamp', 'date', 'ts', 'datetime', 'received', 'eventtime', 'receivedtime'],
};

const SLOTS: ReadonlyMap<string, Slot> = new Map(
  Object.entries(NAMES).flatMap(([slot, names]) => names.map((name) => [name, slot as Slot] as const)),
);

export const slotOf = (name: string): Slot | undefined => SLOTS.get(name.toLowerCase().replace(/[_\-. ]/g, ''));

/** What words of a status say became of a message; what a program of no service dropped, it did not deliver. */
export const outcomeNamed = (words: string): LogOutcome | undefined =>
  /^dropped$/i.test(words.trim()) ? 'bounced' : eventOutcome(words.trim());
