import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';

/** A file that is named as a message and does not start with a header (RFC 5322 2.1). */
export function* missingHeader(ticket: Ticket): Iterable<Finding> {
  if (ticket.start !== 'message' || ticket.blocks.some((block) => block.kind === 'message')) return;
  const start = ticket.text.search(/\S/);
  if (start < 0) return;
  const end = ticket.lines.end(ticket.lines.lineOf(start));
  yield { code: 'header-missing', span: { start, end }, data: {} };
}
