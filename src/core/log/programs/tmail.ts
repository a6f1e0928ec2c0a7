import type { EntryDraft } from '../draft.ts';
import { setReply } from '../draft.ts';
import type { LogWord } from '../log.ts';
import { ipPeer, part } from '../logWords.ts';
import { asTime } from '../time.ts';
import { byReply } from './keyValue.ts';

const HEAD =
  /^\[([\w.:-]{1,255})\] (\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})?) [A-Z]{4,8} - ([\w-]{2,40}) {1,3}(?:([0-9a-f]{8,64}) - )?/;
const NAMED: readonly (readonly [RegExp, 'sender' | 'recipient' | 'messageId' | 'queueId'])[] = [
  [/^MAIL FROM:? (\S{1,320})/, 'sender'],
  [/^RCPT (?:TO:? ?)?(?:- )?\+ ?(\S{1,320})/, 'recipient'],
  [/^message-id: (\S{1,400})/, 'messageId'],
  [/\bqueued as (\S{6,80})/, 'queueId'],
  [/^(?:starting|new) delivery (?:from \S{1,320} )?to (\S{1,320})/, 'recipient'],
];

/** `[host] time LEVEL - part  session - 192.0.2.1:40672 - words` (tmail, core/log). */
export function readTmail(draft: EntryDraft, line: LogWord): void {
  const head = HEAD.exec(line.text);
  if (head === null) return;
  const [all, host = '', time = '', program = '', session] = head;
  draft.host = part(line, 1, 1 + host.length);
  draft.time = asTime(part(line, host.length + 3, host.length + 3 + time.length));
  const at = line.text.indexOf(` - ${program} `) + 3;
  draft.program = part(line, at, at + program.length);
  if (session !== undefined) draft.session = part(line, all.length - 3 - session.length, all.length - 3);
  let said = part(line, all.length);
  const peer = /^\[?([\da-fA-F.:]{3,45})\]?:\d{1,5} - /.exec(said.text);
  if (peer?.[1] !== undefined) {
    const ipAt = peer[0].indexOf(peer[1]);
    draft.client = ipPeer(part(said, ipAt, ipAt + peer[1].length));
    said = part(said, peer[0].length);
  }
  draft.reason = said;
  for (const [pattern, slot] of NAMED) {
    const match = pattern.exec(said.text);
    if (match?.[1] === undefined) continue;
    const from = match.index + match[0].length - match[1].length;
    const value = part(said, from, from + match[1].length);
    if (slot === 'recipient') draft.recipients.push(value);
    else draft[slot] = value;
    if (slot === 'queueId') draft.outcome = 'received';
  }
  const reply = /(?:^|[ :-]) ?(?=[45][0-5]\d[ -]\S)/.exec(said.text);
  if (reply !== null) setReply(draft, part(said, reply.index + reply[0].length));
  byReply(draft);
}
