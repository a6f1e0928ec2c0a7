import { headerFields } from '../../knowledge/headerFields.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';

/** A field that must stand once and stands again: programs differ in which one they show, sign or check. */
export function* repeatedFields(ticket: Ticket): Iterable<Finding> {
  for (const block of ticket.blocks) {
    if (block.kind !== 'message') continue;
    const seen = new Set<string>();
    for (const { name, nameSpan } of block.fields) {
      const key = name.toLowerCase();
      if (headerFields.get(key)?.once !== true) continue;
      if (seen.has(key)) yield { code: 'field-repeated', span: nameSpan, data: { name } };
      seen.add(key);
    }
  }
}
