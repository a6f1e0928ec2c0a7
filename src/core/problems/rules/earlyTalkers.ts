import { sessionsOf } from '../../session/sessionView.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';

/** Clients that spoke before the server's banner (RFC 5321 4.3.1); where the start was cut off nobody knows. */
export function* earlyTalkers(ticket: Ticket): Iterable<Finding> {
  for (const { events, greeting, fromStart } of sessionsOf(ticket)) {
    const first = events[0];
    // The PROXY line of a load balancer is no command and comes first by design.
    if (!fromStart || first?.kind !== 'command' || first.verb === 'PROXY' || greeting?.code !== 220) continue;
    yield { code: 'spoke-before-banner', span: first.verbSpan, data: { verb: first.verb } };
  }
}
