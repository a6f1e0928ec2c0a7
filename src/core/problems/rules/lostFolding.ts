import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';

/** A header whose folded lines have lost the blanks in front (RFC 5322 2.2.3); said once, at the first of them. */
export function* lostFolding(ticket: Ticket): Iterable<Finding> {
  for (const block of ticket.blocks) {
    if (block.kind !== 'message') continue;
    const [span] = block.gluedLines;
    if (span !== undefined) {
      yield { code: 'header-folding-lost', span, data: { count: String(block.gluedLines.length) } };
    }
  }
}
