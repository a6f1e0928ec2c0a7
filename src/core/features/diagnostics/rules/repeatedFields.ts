import type { Ticket } from '../../../ticket/ticket.ts';
import type { Finding } from '../finding.ts';

/** RFC 5322 3.6, RFC 2045 4, 5 and 6: fields that a header has once at most. */
const ONCE: ReadonlySet<string> = new Set([
  'date',
  'from',
  'sender',
  'reply-to',
  'to',
  'cc',
  'bcc',
  'message-id',
  'in-reply-to',
  'references',
  'subject',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
]);

/** A field that must stand once and stands again: programs differ in which one they show, sign or check. */
export function* repeatedFields(ticket: Ticket): Iterable<Finding> {
  for (const block of ticket.blocks) {
    if (block.kind !== 'message') continue;
    const seen = new Set<string>();
    for (const { name, nameSpan } of block.fields) {
      const key = name.toLowerCase();
      if (!ONCE.has(key)) continue;
      if (seen.has(key)) yield { code: 'field-repeated', span: nameSpan, data: { name } };
      seen.add(key);
    }
  }
}
