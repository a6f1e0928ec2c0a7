import { explainReply } from '../../knowledge/explainReply.ts';
import { isReplyCode } from '../../replies/replyCode.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { replyFacts } from '../../verdict/replyFacts.ts';
import type { Finding } from '../diagnosticRows.ts';

/** Replies of class 4 and 5 (RFC 5321 4.2.1), and three digits that are no reply code at all. */
export function* failedReplies(ticket: Ticket): Iterable<Finding> {
  for (const block of ticket.blocks) {
    if (block.kind !== 'conversation') continue;
    for (const event of block.events) {
      if (event.kind !== 'reply') continue;
      const span = { start: event.start, end: event.end };
      const code = String(event.code).padStart(3, '0');
      if (!isReplyCode(event.code)) {
        yield { code: 'reply-not-a-code', span, data: { reply: code } };
      } else if (event.code >= 400) {
        const explanation = explainReply(replyFacts(ticket.text, event));
        yield {
          code: event.code < 500 ? 'reply-transient' : 'reply-permanent',
          span,
          data: {
            reply: event.enhanced === undefined ? code : `${code} ${event.enhanced}`,
            meaning: explanation.meaning,
          },
        };
      }
    }
  }
}
