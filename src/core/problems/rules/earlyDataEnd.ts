import { sessionsOf } from '../../session/sessionView.ts';
import type { MessageData } from '../../smtp/conversation.ts';
import type { Span } from '../../text/span.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';

/** A lone dot inside a message that ended it: the rest of the message was taken for commands (RFC 5321 4.5.2). */
export function* earlyDataEnd(ticket: Ticket): Iterable<Finding> {
  for (const { events, steps, strange } of sessionsOf(ticket)) {
    if (!strange) continue;
    let next = 0;
    let data: MessageData | undefined;
    let strays = 0;
    let wordy = false;
    for (const event of events) {
      if (event.kind === 'data') {
        data = event.complete ? event : undefined;
        strays = 0;
        wordy = false;
      }
      if (event.kind !== 'command') continue;
      const reply = steps[next++]?.reply;
      if (data === undefined) continue;
      if (event.known || reply === undefined || reply.code < 500 || reply.code > 503) {
        data = undefined;
        continue;
      }
      strays++;
      wordy ||= event.argument.end > event.argument.start;
      // One lone word may be a typing error.
      if (strays < 2 && !wordy) continue;
      yield { code: 'data-ended-early', span: lastLine(ticket, data), data: {} };
      data = undefined;
    }
  }
}

function lastLine(ticket: Ticket, data: Span): Span {
  const start = Math.max(data.start, ticket.lines.start(ticket.lines.lineOf(Math.max(data.start, data.end - 1))));
  return { start, end: data.end };
}
