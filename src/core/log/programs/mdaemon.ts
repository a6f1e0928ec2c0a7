import { readRow } from '../csvRow.ts';
import { type EntryDraft, keep, setSize } from '../draft.ts';
import type { LogWord } from '../log.ts';
import { bare, decimal, group, ipPeer, part } from '../logWords.ts';
import { asTime } from '../time.ts';

const ROUTING =
  /^[A-Z][a-z]{2} (?<time>\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,3})?): (?:\d\d: )?(?:\[(?<process>\d{1,10})\] )?/d;
const NAMED =
  /^\* {1,3}(?<name>From|To|Subject|Message-ID|Size(?: \(bytes\))?|Route slip(?: host)?): {0,4}(?<value>.*)$/;

/** A row of MDaemon's statistics log or a line of its routing log. */
export function readMdaemon(draft: EntryDraft, line: LogWord): void {
  if (line.text.startsWith('"')) {
    readStatistics(draft, line);
    return;
  }
  const head = ROUTING.exec(line.text);
  if (head === null) return;
  const time = group(line, head, 'time');
  const process = group(line, head, 'process');
  if (time !== undefined) draft.time = asTime(time);
  if (process !== undefined) draft.process = process;
  const said = part(line, head[0].length);
  draft.reason = said;
  const file = /\b(p[a-z]\d{8,20})\.msg\b/.exec(said.text);
  if (file?.[1] !== undefined) draft.queueId = part(said, file.index, file.index + file[1].length);
  const named = NAMED.exec(said.text);
  if (named === null) return;
  const [, name, rest] = named as unknown as [string, string, string];
  readNamed(draft, name, bare(part(said, said.text.length - rest.length)));
}

function readNamed(draft: EntryDraft, name: string, value: LogWord): void {
  if (name === 'From') draft.sender = value;
  else if (name === 'To') draft.recipients.push(value);
  else if (name === 'Message-ID') draft.messageId = value;
  else if (name.startsWith('Size')) setSize(draft, value);
  else keep(draft, name, value);
}

/** Start, end, kind, number, sender, recipient, …, address, …, size. */
function readStatistics(draft: EntryDraft, line: LogWord): void {
  const [time, end, kind, number, sender, recipient, other, , ip, , , , size] = readRow(line, ',');
  if (time !== undefined) draft.time = asTime(time);
  if (kind !== undefined) draft.eventId = kind;
  if (end !== undefined) keep(draft, 'end', end);
  if (number !== undefined) keep(draft, 'number', number);
  if (sender !== undefined) draft.sender = sender;
  for (const address of [recipient, other]) if (address?.text.includes('@')) draft.recipients.push(address);
  const bytes = size === undefined ? undefined : decimal(size);
  if (bytes !== undefined) draft.size = bytes;
  if (kind?.text === 'SMTPI') draft.outcome = 'received';
  if (kind?.text === 'SMTPO') draft.outcome = 'sent';
  if (ip === undefined || ip.text === '') return;
  if (kind?.text === 'SMTPO') draft.relay = ipPeer(ip);
  else draft.client = ipPeer(ip);
}
