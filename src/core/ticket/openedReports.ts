import type { Message } from '../mail/message.ts';
import type { OpenedAggregate } from '../mail/reports/reportWords.ts';
import type { Block, Ticket } from './ticket.ts';

/** Opens the reports that are attached to a message; `text` is what its offsets count in. */
export type ReportOpener = (text: string, message: Message) => OpenedAggregate;

/** Messages of a ticket whose reports are opened. */
const MOST = 20;

/** Whether there are reports that nobody opened yet. */
export const hasClosedReports = ({ blocks }: Ticket): boolean => blocks.some(isClosed);

/** The ticket with what stands in the reports that its messages carry. The core can unpack nothing itself. */
export function withOpenedReports(ticket: Ticket, open: ReportOpener): Ticket {
  if (!hasClosedReports(ticket)) return ticket;
  let opened = 0;
  const blocks = ticket.blocks.map((block) => {
    if (!isClosed(block) || opened++ >= MOST) return block;
    return { ...block, aggregate: { ...block.aggregate, opened: open(ticket.text, block) } };
  });
  return { ...ticket, blocks };
}

type Closed = Message & { readonly aggregate: NonNullable<Message['aggregate']> };

const isClosed = (block: Block): block is Closed =>
  block.kind === 'message' && block.aggregate !== undefined && block.aggregate.opened === undefined;
