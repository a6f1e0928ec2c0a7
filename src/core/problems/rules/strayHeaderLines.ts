import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';

/** Lines in a header that are neither a field nor the continuation of one (RFC 5322 2.2). */
export function* strayHeaderLines(ticket: Ticket): Iterable<Finding> {
  for (const block of ticket.blocks) {
    if (block.kind !== 'message') continue;
    for (const span of block.strayLines) yield { code: 'header-stray-line', span, data: {} };
  }
}
