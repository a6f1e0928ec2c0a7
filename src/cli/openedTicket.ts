import { hasClosedReports, withOpenedReports } from '../core/ticket/openedReports.ts';
import { readTicket } from '../core/ticket/readTicket.ts';
import type { Start, Ticket } from '../core/ticket/ticket.ts';

/** A ticket with what stands in attached reports; what opens them is loaded where there are any. */
export async function readOpened(text: string, start: Start): Promise<Ticket> {
  const ticket = readTicket(text, start);
  if (!hasClosedReports(ticket)) return ticket;
  const { openAggregate } = await import('../message/main.ts');
  return withOpenedReports(ticket, openAggregate);
}
