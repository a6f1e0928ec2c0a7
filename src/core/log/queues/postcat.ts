import type { Lines } from '../../text/lines.ts';
import type { EntryDraft } from '../draft.ts';
import type { LogWord } from '../log.ts';
import { part } from '../logWords.ts';
import { asTime } from '../time.ts';

/** What postcat(1) prints of a file of the queue in front of the message: `*** ENVELOPE RECORDS deferred/3/3F373F5418 ***`. */
const STARTS = /\*{3} ENVELOPE RECORDS [\w./-]{1,200} \*{3}/y;

export function startsQueueFile(text: string, at: number): boolean {
  if (text[at] !== '*') return false;
  STARTS.lastIndex = at;
  return STARTS.test(text);
}

/** Behind the line that says where the message starts. */
export function endOfQueueFile(lines: Lines, first: number): number {
  let end = first + 1;
  for (; lines.has(end); end++) {
    const said = lines.text.slice(lines.start(end), Math.min(lines.end(end), lines.start(end) + 40));
    if (said.startsWith('*** MESSAGE CONTENTS')) return end + 1;
    if (!/^[a-z_]{3,30}: /.test(said)) break;
  }
  return end;
}

/** The envelope of the message. */
export function readQueueFile(draft: EntryDraft, records: LogWord): void {
  const id = /^\*{3} ENVELOPE RECORDS [^\r\n]{0,180}?([\w-]{5,30}) \*{3}/.exec(records.text);
  if (id?.[1] !== undefined) {
    const at = id[0].length - 4 - id[1].length;
    draft.queueId = part(records, at, at + id[1].length);
  }
  for (const match of records.text.matchAll(/^(sender|recipient|message_arrival_time): ([^\r\n]{0,400})/gm)) {
    const at = match.index + match[0].length - (match[2] as string).length;
    const value = part(records, at, match.index + match[0].length);
    if (match[1] === 'sender') draft.sender = value;
    else if (match[1] === 'recipient') draft.recipients.push(value);
    else draft.time = asTime(value);
  }
}
