import type { Ticket } from '../ticket/ticket.ts';
import type { Finding } from './diagnosticRows.ts';

/** What it finds; undefined stands for a step of a long search, behind which something else may be done. */
export type Rule = (ticket: Ticket) => Iterable<Finding | undefined>;
