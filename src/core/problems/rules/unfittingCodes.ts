import { successAt } from '../../knowledge/commands.ts';
import { isReplyCode } from '../../replies/replyCode.ts';
import { sessionsOf } from '../../session/sessionView.ts';
import { type Stage, verbNamed } from '../../smtp/verbs.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';

/**
 * Replies of class 2 and 3 that cannot answer the command before them (RFC 5321 4.3.2). Refusals are not judged: any
 * command may be refused by any code of class 4 and 5, and clients go by the first digit (RFC 5321 4.2).
 */
export function* unfittingCodes(ticket: Ticket): Iterable<Finding> {
  for (const { events, whole } of sessionsOf(ticket)) {
    if (!whole) continue;
    let saidLast: Stage = 'connect';
    for (const event of events) {
      if (event.kind !== 'reply') saidLast = event.kind === 'command' ? verbNamed(event.verb) : `(${event.kind})`;
      else if (event.code < 400 && isReplyCode(event.code)) {
        const allowed = successAt(event.answers);
        // A tool that leaves lines out shifts what answers what: then the code fits what was said last.
        if (allowed.length === 0 || allowed.includes(event.code) || successAt(saidLast).includes(event.code)) continue;
        yield {
          code: 'reply-unexpected',
          span: event.codeSpan,
          data: { reply: String(event.code), stage: event.answers, allowed: allowed.join(', ') },
        };
      }
    }
  }
}
