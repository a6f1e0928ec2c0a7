import type { Ticket } from '../../ticket/ticket.ts';
import { readVerdicts } from '../../verdict/read.ts';
import type { Finding } from './finding.ts';

/** Recipients that a delivery report gives as failed or delayed (RFC 3464 2.3.3). */
export function* failedReports(ticket: Ticket): Iterable<Finding> {
  // Conversations are left out: their replies are explained one by one, and there may be very many.
  const blocks = ticket.blocks.filter((block) => block.kind === 'message');
  for (const verdict of readVerdicts({ ...ticket, blocks })) {
    if (verdict.stage !== 'report' || !verdict.failed) continue;
    yield {
      code: verdict.retry === 'yes' ? 'report-delayed' : 'report-failed',
      span: verdict.span,
      data: { recipient: verdict.recipient ?? 'a recipient', reply: verdict.reply ?? '', meaning: verdict.summary },
    };
  }
}
