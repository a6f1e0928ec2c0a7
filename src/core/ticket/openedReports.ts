import type { Log } from '../log/log.ts';
import type { Message } from '../mail/message.ts';
import type { OpenedAggregate } from '../mail/reports/reportWords.ts';
import type { Block, Ticket } from './ticket.ts';

/** Opens the reports that are attached to a message, or that a text is; `text` is what the offsets count in. */
export type ReportOpener = (text: string, block: Message | Log) => OpenedAggregate;

/** A report that is a text by itself, and what stands in it as a whole. */
interface OpenedLog extends Log {
  readonly opened: OpenedAggregate;
}

const isOpened = (log: Log): log is OpenedLog => 'opened' in log;

/** What stands in a report that is a text by itself, where it was opened. */
export const openedOf = (log: Log): OpenedAggregate | undefined => (isOpened(log) ? log.opened : undefined);

/** Messages of a ticket whose reports are opened: a packed file may hold a thousand times its size. */
const MOST = 20;

const UNOPENED: OpenedAggregate = {
  digests: [],
  problems: [
    `It was not opened, because the reports of ${MOST} messages in front of it were: the command that shows the table opens it.`,
  ],
};

/** Whether there are reports that nobody opened yet. */
export const hasClosedReports = ({ blocks }: Ticket): boolean => blocks.some(isClosed);

/** The ticket with what stands in the reports that it carries. The core can neither unpack nor read XML itself. */
export function withOpenedReports(ticket: Ticket, open: ReportOpener): Ticket {
  if (!hasClosedReports(ticket)) return ticket;
  let opened = 0;
  const blocks = ticket.blocks.map((block) => {
    if (!isClosed(block)) return block;
    const found = block.kind === 'message' && opened++ >= MOST ? UNOPENED : open(ticket.text, block);
    if (block.kind === 'message') return { ...block, aggregate: { ...block.aggregate, opened: found } };
    const log: OpenedLog = { ...block, opened: found };
    return log;
  });
  return { ...ticket, blocks };
}

type Closed = Log | (Message & { readonly aggregate: NonNullable<Message['aggregate']> });

const isClosed = (block: Block): block is Closed =>
  block.kind === 'log'
    ? (block.format === 'dmarc-report' || block.format === 'tls-report') && !isOpened(block)
    : block.kind === 'message' && block.aggregate !== undefined && block.aggregate.opened === undefined;
