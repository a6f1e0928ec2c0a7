import { recordProblemsOf } from '../../dns/records/answerRecords.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';

/** Mistakes in the SPF, DMARC, DKIM, MTA-STS, TLS-RPT and BIMI records that lookups show. */
export function* recordProblems(ticket: Ticket): Iterable<Finding> {
  for (const block of ticket.blocks) {
    if (block.kind !== 'lookup') continue;
    for (const query of block.queries) {
      for (const { code, data, kind, start, end } of recordProblemsOf(ticket.text, query)) {
        // The data of a problem is that of its own code; a spread loses that they belong together.
        yield { code, span: { start, end }, data: { kind, ...data } } as Finding;
      }
    }
  }
}
