import type { Ticket } from '../../ticket/ticket.ts';
import { explainRecipient } from '../../verdict/reportRecipient.ts';
import type { Finding } from '../diagnosticRows.ts';

/** Recipients that a delivery report gives as failed or delayed (RFC 3464 2.3.3). */
export function* failedReports(ticket: Ticket): Iterable<Finding> {
  for (const block of ticket.blocks) {
    if (block.kind !== 'message') continue;
    for (const recipient of block.report?.recipients ?? []) {
      if (recipient.action !== 'failed' && recipient.action !== 'delayed') continue;
      const { codes, explanation, span } = explainRecipient(recipient, block.report?.format);
      yield {
        code: recipient.action === 'delayed' ? 'report-delayed' : 'report-failed',
        span,
        data: {
          recipient: recipient.finalRecipient ?? recipient.originalRecipient ?? 'a recipient',
          reply: codes,
          meaning: explanation.meaning,
        },
      };
    }
  }
}
