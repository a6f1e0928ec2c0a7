import { lengthLimits } from '../../knowledge/lengthLimits.ts';
import { octets } from '../../session/argument.ts';
import { dataLines } from '../../session/messageData.ts';
import { codeBefore } from '../../session/offer.ts';
import type { Command, Reply } from '../../smtp/conversation.ts';
import type { Span } from '../../text/span.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';
import { tooLongArgument } from './longArguments.ts';

/** Lines longer than a server or a program need take. */
export function* longLines(ticket: Ticket): Iterable<Finding> {
  for (const block of ticket.blocks) {
    if (block.kind === 'message') yield* ofMessage(ticket, block);
    if (block.kind !== 'conversation') continue;
    for (const event of block.events) {
      if (event.kind === 'data') {
        if (!hasLongLine(ticket, event)) continue;
        for (const line of dataLines(ticket, event))
          yield* longer(ticket.text, line, lengthLimits.textLine, 0, 'message');
      } else if (event.end - event.start <= SHORT) continue;
      else if (event.kind === 'reply') yield* ofReply(ticket.text, event);
      else if (event.kind === 'auth') yield* longer(ticket.text, event, lengthLimits.authLine, 2, 'command');
      else if (tooLongArgument(ticket.text, event) === undefined) {
        yield* longer(ticket.text, event, limitOf(event), 2, 'command');
      }
    }
  }
}

/** A cheap first look: most messages have none. */
function hasLongLine({ lines }: Ticket, { start, end }: Span): boolean {
  let from = start;
  for (let line = lines.lineOf(start); from < end; line++) {
    const next = lines.next(line);
    if (next - from > lengthLimits.textLine / 3) return true;
    if (next <= from) return false;
    from = next;
  }
  return false;
}

/** UTF-8 needs at most three octets for one UTF-16 code unit. */
const SHORT = Math.floor(lengthLimits.commandLine / 3) - 2;

function limitOf(command: Command): number {
  if (command.verb === 'AUTH' || command.verb === 'X-EXPS') return lengthLimits.authLine;
  return command.verb === 'MAIL' || command.verb === 'RCPT'
    ? lengthLimits.commandLine + lengthLimits.parameters
    : lengthLimits.commandLine;
}

function* ofReply(text: string, reply: Reply): Iterable<Finding> {
  for (const part of reply.parts) {
    if (part.end - part.start <= SHORT - 16) continue;
    const start = codeBefore(text, part)?.start;
    if (start !== undefined) yield* longer(text, { start, end: part.end }, lengthLimits.replyLine, 2, 'reply');
  }
}

function* ofMessage({ text, lines }: Ticket, message: Span): Iterable<Finding> {
  let { start } = message;
  for (let line = lines.lineOf(start); start < message.end; line++) {
    const next = lines.next(line);
    if (next - start > lengthLimits.textLine / 3)
      yield* longer(text, { start, end: lines.end(line) }, lengthLimits.textLine, 0, 'message');
    start = next;
  }
}

function* longer(text: string, span: Span, limit: number, breaks: number, what: string): Iterable<Finding> {
  if ((span.end - span.start) * 3 + breaks <= limit) return;
  const length = octets(text, span) + breaks;
  if (length <= limit) return;
  yield {
    code: 'line-too-long',
    span: { start: span.start, end: span.end },
    data: { length: String(length), limit: String(limit), what },
  };
}
