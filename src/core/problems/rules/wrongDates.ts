import { readDate } from '../../mail/header/date.ts';
import { fieldNamed } from '../../mail/header/fields.ts';
import { documentSpan, fieldText } from '../../mail/header/fieldText.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';
import type { WrongDate } from '../messageRows.ts';

/** A Date that is no moment, or not as RFC 5322 3.3 wants it. */
export function* wrongDates(ticket: Ticket): Iterable<Finding> {
  for (const block of ticket.blocks) {
    if (block.kind !== 'message') continue;
    const field = fieldNamed(block.fields, 'date');
    if (field === undefined) continue;
    const plain = fieldText(ticket.text, field);
    const date = readDate(plain.value, 0, plain.value.length);
    const problem: WrongDate | undefined =
      date.problems.find((one) => one !== 'leap-second') ?? (date.epoch === undefined ? 'unreadable' : undefined);
    if (problem === undefined) continue;
    const span = date.end > date.start ? documentSpan(plain, date) : field.nameSpan;
    yield { code: 'date-wrong', span, data: { problem } };
  }
}
