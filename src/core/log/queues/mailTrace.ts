import { defined } from '../../text/defined.ts';
import type { Lines } from '../../text/lines.ts';
import { type EntryDraft, setPeer } from '../draft.ts';
import type { LogWord } from '../log.ts';
import { part } from '../logWords.ts';
import { asTime } from '../time.ts';

/** What Zimbra's zmmsgtrace tells of a message, a recipient an entry: its hops, and what the last server made of it. */
const HEAD = /Message ID '[^'\r\n]{1,400}'[ \t]*\r?\n[^\s@]{0,200}@?\S{0,255} -->|[ \t]{1,8}Recipient \S{1,200}@\S/y;
const ROW = /^(?:[ \t]{1,8}\S|\S{0,455} -->)/;

export function startsTrace(text: string, at: number): boolean {
  HEAD.lastIndex = at;
  return HEAD.test(text);
}

/** Behind the rows of one recipient; the first has the head of the message above. */
export function endOfTrace(lines: Lines, first: number): number {
  const rowAt = (line: number): string => lines.text.slice(lines.start(line), lines.start(line) + 500);
  let seen = false;
  let end = first;
  do {
    const isRecipient = /^[ \t]{1,8}Recipient /.test(rowAt(end));
    if (isRecipient && seen) break;
    seen ||= isRecipient;
    end++;
  } while (end < first + 500 && lines.has(end) && ROW.test(rowAt(end)));
  return end;
}

export function readTrace(draft: EntryDraft, trace: LogWord): void {
  const { text } = trace;
  const wordOf = (pattern: RegExp): LogWord | undefined => {
    const match = pattern.exec(text);
    if (match === null) return undefined;
    const end = match.index + match[0].length;
    return part(trace, end - (match[1] as string).length, end);
  };
  const messageId = wordOf(/^Message ID '([^'\r\n]{1,400})(?=')/);
  const sender = wordOf(/^([^\s@]{1,200}@\S{1,255})(?= -->)/m);
  Object.assign(draft, defined({ messageId, sender }));
  const recipient = wordOf(/^[ \t]{1,8}Recipient (\S{1,200}@\S{1,255})/m);
  if (recipient !== undefined) draft.recipients.push(recipient);
  const time = wordOf(/^[ \t]{1,8}(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(?= - )/m);
  if (time !== undefined) draft.time = asTime(time);
  const server = wordOf(/ --> ([\w.-]{1,255})(?= \([\w.:]{2,45}\) status \w{4,10}\s*$)/);
  if (server !== undefined) setPeer(draft, 'relay', server);
  const status = wordOf(/ status (sent|bounced|deferred)(?=\s*$)/);
  if (status === undefined) return;
  draft.status = status;
  draft.outcome = status.text as 'sent' | 'bounced' | 'deferred';
}
