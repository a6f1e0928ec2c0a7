import { commands } from '../../../knowledge/commands.ts';
import { isReplyCode } from '../../../knowledge/replyCodes.ts';
import type { Ticket } from '../../../ticket/ticket.ts';
import { sessionsOf } from '../../session/sessionView.ts';
import type { Finding } from '../finding.ts';

/** Codes of success and of going on for what is no command. 353: PRDR of Exim. */
const STAGES: ReadonlyMap<string, readonly number[]> = new Map([
  ['connect', [220]],
  ['DATA', [354]],
  ['(data)', [250, 353]],
  ['(auth)', [235, 334]],
]);

/**
 * Replies of class 2 and 3 that cannot answer the command before them (RFC 5321 4.3.2). Refusals are not judged: any
 * command may be refused by any code of class 4 and 5, and clients go by the first digit (RFC 5321 4.2).
 */
export function* unfittingCodes(ticket: Ticket): Iterable<Finding> {
  for (const { events, whole } of sessionsOf(ticket)) {
    if (!whole) continue;
    let saidLast = 'connect';
    for (const event of events) {
      if (event.kind !== 'reply') saidLast = event.kind === 'command' ? event.verb : `(${event.kind})`;
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

const successAt = (stage: string): readonly number[] => STAGES.get(stage) ?? commands.get(stage)?.success ?? [];
