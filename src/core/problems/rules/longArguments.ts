import { lengthLimits } from '../../knowledge/lengthLimits.ts';
import { octets, readPathArgument } from '../../session/argument.ts';
import { isGreeting } from '../../session/sessionView.ts';
import type { Command } from '../../smtp/conversation.ts';
import type { Span } from '../../text/span.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';

/** What is left of a command line behind a verb, a blank and CR LF. */
const LINE = lengthLimits.commandLine - 7;

/** Arguments longer than any real one: how old servers were attacked, and how they still are probed. */
export function* longArguments(ticket: Ticket): Iterable<Finding> {
  for (const block of ticket.blocks) {
    if (block.kind !== 'conversation') continue;
    for (const event of block.events) {
      if (event.kind !== 'command') continue;
      const found = tooLongArgument(ticket.text, event);
      if (found !== undefined) yield found;
    }
  }
}

/** The finding for one command, if its argument is too long. */
export function tooLongArgument(text: string, command: Command): Finding | undefined {
  const { verb, argument } = command;
  if ((argument.end - argument.start) * 3 <= lengthLimits.domain) return undefined;
  if (isGreeting(verb)) return longer(text, verb, argument, lengthLimits.domain);
  if (verb === 'MAIL' || verb === 'RCPT') {
    const path = readPathArgument(text, command)?.path;
    return path === undefined ? longer(text, verb, argument, LINE) : longer(text, verb, path, lengthLimits.path - 2);
  }
  return command.known && verb !== 'AUTH' && verb !== 'X-EXPS' ? longer(text, verb, argument, LINE) : undefined;
}

function longer(text: string, verb: string, span: Span, limit: number): Finding | undefined {
  const length = octets(text, span);
  if (length <= limit) return undefined;
  return {
    code: 'argument-too-long',
    span: { start: span.start, end: span.end },
    data: { verb, length: String(length), limit: String(limit) },
  };
}
