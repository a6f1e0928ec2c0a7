import { defined } from '../../text/defined.ts';
import { append } from '../../text/lists.ts';
import { type EntryDraft, keep, setReply, setSize } from '../draft.ts';
import type { LogOutcome, LogPeer, LogWord } from '../log.ts';
import { bare, ipPeer, part } from '../logWords.ts';
import { asRow, type Row } from '../tableRow.ts';
import { asTime, epochOf } from '../time.ts';

const OUTCOMES: ReadonlyMap<string, LogOutcome> = new Map([
  ['RECEIVE', 'received'],
  ['SUBMIT', 'received'],
  ['SEND', 'sent'],
  ['SENDEXTERNAL', 'sent'],
  ['DELIVER', 'sent'],
  ['FAIL', 'bounced'],
  ['DEFER', 'deferred'],
  ['SUBMITDEFER', 'deferred'],
  ['RESUBMITDEFER', 'deferred'],
  ['SUBMITFAIL', 'bounced'],
  ['RESUBMITFAIL', 'bounced'],
  ['DELIVERFAIL', 'bounced'],
  ['BADMAIL', 'discarded'],
  ['DROP', 'discarded'],
  ['POISONMESSAGE', 'held'],
  ['MODERATORREJECT', 'rejected'],
]);

/** What an event of a message tracking log, or of a message trace, does with a message. */
export const exchangeOutcome = (event: string): LogOutcome | undefined =>
  OUTCOMES.get(event.toUpperCase().replaceAll(' ', ''));

/** A row of the tracking log of Exchange 2007 and later ("Message tracking", learn.microsoft.com). */
export function readExchange(draft: EntryDraft, line: LogWord, columns: readonly string[]): void {
  if (line.text.startsWith('#')) return;
  const row = asRow(line, columns, ',');
  const taken = new Set<string>();
  const take = (name: string): LogWord | undefined => {
    taken.add(name);
    return row.get(name);
  };
  const time = take('date-time');
  if (time !== undefined) draft.time = asTime(time);
  const event = take('event-id');
  const source = take('source');
  const sender = take('sender-address');
  const messageId = take('message-id');
  const queueId = take('internal-message-id');
  const server = take('server-hostname');
  if (event !== undefined) draft.eventId = event;
  if (source !== undefined) draft.eventSource = source;
  if (sender !== undefined) draft.sender = sender.text === '<>' ? bare(sender) : sender;
  if (messageId !== undefined) draft.messageId = bare(messageId);
  if (queueId !== undefined) draft.queueId = queueId;
  const outcome = OUTCOMES.get(event?.text ?? '');
  if (outcome !== undefined) draft.outcome = outcome;
  if (event !== undefined) draft.status = event;
  readPeers(draft, row, take, server);
  append(draft.recipients, list(take('recipient-address')));
  const size = take('total-bytes');
  if (size !== undefined) setSize(draft, size);
  readStatus(draft, take('recipient-status'));
  const reference = take('reference');
  if (reference !== undefined) draft.relatedId = bare(reference);
  for (const [name, value] of row) if (!taken.has(name)) keep(draft, name, value);
}

/** On SEND the client columns are this server and the server columns the next one; else it was received from the client. */
function readPeers(
  draft: EntryDraft,
  row: Row,
  take: (name: string) => LogWord | undefined,
  server: LogWord | undefined,
): void {
  const clientIp = take('client-ip');
  const clientName = take('client-hostname');
  const serverIp = take('server-ip');
  if (row.get('event-id')?.text.startsWith('SEND') === true) {
    const relay = peer(serverIp, server);
    if (relay !== undefined) draft.relay = relay;
    if (clientName !== undefined) draft.host = clientName;
    return;
  }
  const client = peer(clientIp, clientName);
  if (client !== undefined) draft.client = client;
  if (server !== undefined) draft.host = server;
}

const peer = (ip: LogWord | undefined, host: LogWord | undefined): LogPeer | undefined =>
  ip !== undefined ? ipPeer(ip, host) : host && { ...host, host };

/** Values with semicolons between them. */
function list(value: LogWord | undefined): readonly LogWord[] {
  if (value === undefined) return [];
  const found: LogWord[] = [];
  let at = 0;
  for (const one of value.text.split(';')) {
    if (one !== '') found.push(bare(part(value, at, at + one.length)));
    at += one.length + 1;
  }
  return found;
}

const STATUS_REPLY = /(?:LED=|LRT=|'|^|\s|\{)(?=[245][0-5]\d[ -])/;

/** `[{LED=550 5.1.1 …};{FQDN=…};{IP=…}]`, `550 4.4.7 QUEUE.Expired; …`, `To`. */
function readStatus(draft: EntryDraft, status: LogWord | undefined): void {
  if (status === undefined) return;
  draft.reason = status;
  const at = STATUS_REPLY.exec(status.text);
  if (at === null) return;
  const from = at.index + at[0].length;
  const close = status.text.startsWith('[{') || at[0].startsWith('{') ? status.text.indexOf('}', from) : -1;
  setReply(draft, part(status, from, close < 0 ? status.text.length : close));
}

const OUTCOMES_2003: ReadonlyMap<string, LogOutcome> = new Map([
  ['1012', 'received'],
  ['1004', 'received'],
  ['1019', 'received'],
  ['1027', 'received'],
  ['1003', 'sent'],
  ['1011', 'sent'],
  ['1023', 'sent'],
  ['1028', 'sent'],
  ['1031', 'sent'],
  ['9', 'sent'],
  ['1030', 'bounced'],
  ['1021', 'discarded'],
  ['1039', 'discarded'],
  ['1040', 'rejected'],
  ['1026', 'bounced'],
  ['1022', 'bounced'],
  ['1032', 'deferred'],
  ['1035', 'deferred'],
  ['1037', 'deferred'],
]);

/** A row of the tracking log of Exchange 2000 and 2003; its times are in UTC. */
export function readExchange2003(draft: EntryDraft, line: LogWord, columns: readonly string[]): void {
  if (line.text.startsWith('#')) return;
  const row = asRow(line, columns, '\t');
  const taken = new Set<string>();
  const take = (name: string): LogWord | undefined => {
    taken.add(name);
    return row.get(name);
  };
  const date = take('date');
  const time = take('time');
  if (date !== undefined && time !== undefined) {
    const both = part(line, date.start - line.start, time.end - line.start);
    draft.time = { ...both, ...defined({ epoch: epochOf(`${date.text} ${time.text}`) }) };
  }
  const event = take('event-id');
  const messageId = take('msgid');
  const sender = take('sender-address');
  const size = take('total-bytes');
  const host = take('server-hostname');
  const client = peer(take('client-ip'), take('client-hostname'));
  const linked = take('linked-msgid');
  if (event !== undefined) {
    draft.eventId = event;
    draft.status = event;
    const outcome = OUTCOMES_2003.get(event.text);
    if (outcome !== undefined) draft.outcome = outcome;
  }
  if (messageId !== undefined) draft.messageId = bare(messageId);
  if (sender !== undefined) draft.sender = bare(sender);
  if (size !== undefined) setSize(draft, size);
  if (host !== undefined) draft.host = host;
  if (client !== undefined) draft.client = client;
  if (linked !== undefined) draft.relatedId = bare(linked);
  append(draft.recipients, list(take('recipient-address')));
  for (const [name, value] of row) if (!taken.has(name)) keep(draft, name, value);
}
