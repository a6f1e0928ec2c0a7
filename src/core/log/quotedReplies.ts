import type { QuotedReply } from '../replies/foundReply.ts';
import type { Lines } from '../text/lines.ts';
import { readEntry } from './entries.ts';
import { entrySpans } from './entrySpans.ts';
import type { Log, LogEntry } from './log.ts';

/** Words one of which every line with a reply or a delivery status has. */
const SIGNS =
  /said: |refused to talk|reject|bcc: |hold: |filter: |discard: |warn: |dsn=|error from remote|LMTP error|authenticator failed|re(?:sult|ply|sponse)=|stat=|smtpmsg=|from MTA|[.:] [45]\d\d[ -]|suspended: |LED=|LRT=|;[245]\d\d |QUEUE\.|[245]\.\d{1,3}\.\d/;

/**
 * The replies that the lines of a log quote, in order. A delivery that worked is told by its status alone, so of
 * such a line the status is given where there is one, as a reply without a code; confirmations in Exim's log have none.
 */
export function quotedReplies(lines: Lines, log: Log): readonly QuotedReply[] {
  const found: QuotedReply[] = [];
  for (const { start, end } of entrySpans(lines, log)) {
    if (!SIGNS.test(lines.text.slice(start, end))) continue;
    const reply = replyOf(readEntry(lines.text, start, end, log));
    if (reply !== undefined) found.push(reply);
  }
  return found;
}

/** What one line quotes: the other server's reply, or else its delivery status. */
function replyOf({ reply, dsn, format }: LogEntry): QuotedReply | undefined {
  const confirms = reply?.code !== undefined && reply.code < 400 && (dsn !== undefined || format === 'exim');
  if (reply !== undefined && !confirms) return reply;
  return dsn && { ...dsn, enhanced: dsn.text, enhancedSpan: { start: dsn.start, end: dsn.end } };
}
