import { sessionsOf } from '../../session/sessionView.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';

/** VRFY and EXPN that were answered with names (RFC 5321 3.5.3 and 7.3); 252 gives nothing away. */
export function* disclosedAddresses(ticket: Ticket): Iterable<Finding> {
  for (const { events, verbs } of sessionsOf(ticket)) {
    if (!verbs.has('VRFY') && !verbs.has('EXPN')) continue;
    for (const event of events) {
      if (event.kind !== 'reply' || (event.answers !== 'VRFY' && event.answers !== 'EXPN')) continue;
      if (event.code !== 250 && event.code !== 251) continue;
      yield { code: 'address-disclosed', span: { start: event.start, end: event.end }, data: { verb: event.answers } };
    }
  }
}
