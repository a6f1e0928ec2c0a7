import { recordProblemsOf } from '../../../dns/records/answerRecords.ts';
import type { RecordProblemCode } from '../../../dns/records/recordText.ts';
import type { Span } from '../../../text/span.ts';
import type { Ticket } from '../../../ticket/ticket.ts';

/** A mistake in a record text, without wording. */
export interface RecordFinding {
  readonly code: RecordProblemCode;
  readonly span: Span;
  /** Filled into the message. */
  readonly data: { readonly [name: string]: string };
}

/** Mistakes in the SPF, DMARC, DKIM, MTA-STS, TLS-RPT and BIMI records that lookups show. */
export function* recordProblems(ticket: Ticket): Iterable<RecordFinding> {
  for (const block of ticket.blocks) {
    if (block.kind !== 'lookup') continue;
    for (const query of block.queries) {
      for (const { code, data, kind, start, end } of recordProblemsOf(ticket.text, query)) {
        yield { code, span: { start, end }, data: { kind, ...data } };
      }
    }
  }
}
