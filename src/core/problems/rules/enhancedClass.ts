import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';

/** Enhanced codes whose class is not that of the reply (RFC 2034 4). */
export function* enhancedClass(ticket: Ticket): Iterable<Finding> {
  for (const block of ticket.blocks) {
    if (block.kind !== 'conversation') continue;
    for (const event of block.events) {
      if (event.kind !== 'reply' || event.enhanced === undefined || event.enhancedSpan === undefined) continue;
      const kind = Math.floor(event.code / 100);
      // RFC 2034 4 gives replies of class 3 no enhanced code, so none can disagree.
      if (kind !== 2 && kind !== 4 && kind !== 5) continue;
      if (Number(event.enhanced[0]) === kind) continue;
      yield {
        code: 'enhanced-code-class',
        span: event.enhancedSpan,
        data: { reply: String(event.code), enhanced: event.enhanced },
      };
    }
  }
}
