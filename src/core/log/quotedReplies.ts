import type { QuotedReply } from '../smtp/quoted.ts';
import { readEntry } from './entries.ts';
import type { Log, LogEntry } from './log.ts';

/** Words one of which every line with a reply or a delivery status has. */
const SIGNS =
  /said: |refused to talk|reject|bcc: |hold: |filter: |discard: |warn: |dsn=|error from remote|LMTP error|authenticator failed|re(?:sult|ply|sponse)=|stat=|smtpmsg=|from MTA|[.:] [45]\d\d[ -]|suspended: |LED=|LRT=|;[245]\d\d |QUEUE\.|[245]\.\d{1,3}\.\d/g;

/**
 * The replies that the lines of a log quote, in order. A delivery that worked is told by its status alone, so of
 * such a line the status is given where there is one, as a reply without a code; confirmations in Exim's log have none.
 */
export function quotedReplies(text: string, log: Log): readonly QuotedReply[] {
  const found: QuotedReply[] = [];
  const own = text.slice(log.start, log.end);
  SIGNS.lastIndex = 0;
  for (let match = SIGNS.exec(own); match !== null; match = SIGNS.exec(own)) {
    let start = match.index;
    while (start > 0 && !isBreak(own.charCodeAt(start - 1))) start--;
    let end = match.index;
    while (end < own.length && !isBreak(own.charCodeAt(end))) end++;
    const reply = replyOf(readEntry(text, log.start + start, log.start + end, log));
    if (reply !== undefined) found.push(reply);
    SIGNS.lastIndex = end + 1;
  }
  return found;
}

const isBreak = (c: number): boolean => c === 10 || c === 13;

/** What one line quotes: the other server's reply, or else its delivery status. */
function replyOf({ reply, dsn, format }: LogEntry): QuotedReply | undefined {
  const confirms = reply?.code !== undefined && reply.code < 400 && (dsn !== undefined || format === 'exim');
  if (reply !== undefined && !confirms) return reply;
  return dsn && { ...dsn, enhanced: dsn.text, enhancedSpan: { start: dsn.start, end: dsn.end } };
}
