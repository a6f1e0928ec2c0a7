import type { Ticket } from '../ticket/ticket.ts';
import type { Finding } from './diagnosticRows.ts';

export type Rule = (ticket: Ticket) => Iterable<Finding>;
