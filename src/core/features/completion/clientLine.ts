import { type SessionView, sessionViews } from '../../session/sessionView.ts';
import type { Command, Conversation, SmtpEvent } from '../../smtp/conversation.ts';
import { firstEndingBehind } from '../../text/span.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { blockAt } from '../positions.ts';

/** A line in which a person writes a command, up to the cursor. */
export interface ClientLine {
  /** Offset at which the command starts, behind the marks of the dialect. */
  readonly start: number;
  /** The command up to the cursor. */
  readonly said: string;
  /** The session before this line; undefined in an empty document. */
  readonly view?: SessionView;
  /** The events of it that end before this line. */
  readonly before: readonly SmtpEvent[];
}

/** A longer line is none that a person writes. */
const LIMIT = 1000;
/** More events of a session are not needed to know where it stands. */
const BEFORE = 400;

/** The client line under the cursor; undefined in a reply, in message data, in a login and in other text. */
export function clientLineAt(ticket: Ticket, offset: number): ClientLine | undefined {
  const line = ticket.lines.lineOf(offset);
  const lineStart = ticket.lines.start(line);
  if (offset - lineStart > LIMIT) return undefined;
  if (ticket.text.length <= LIMIT && isOnly(ticket.text)) {
    return { start: lineStart, said: ticket.text.slice(lineStart, offset), before: [] };
  }
  const conversation = conversationBefore(ticket, lineStart, offset);
  if (conversation === undefined) return undefined;
  const next = firstEndingBehind(conversation.events, lineStart);
  const here = conversation.events[next];
  if (here !== undefined && here.start <= offset && here.end >= lineStart) {
    return here.kind === 'command' && offset >= here.start
      ? lineOf(ticket, conversation, here.start, offset, next)
      : undefined;
  }
  const decoration = decorationOf(ticket, conversation, next);
  if (decoration === undefined || !ticket.text.startsWith(decoration, lineStart)) return undefined;
  const start = lineStart + decoration.length;
  return start > offset ? undefined : lineOf(ticket, conversation, start, offset, next);
}

/** A document that holds nothing but a word or two on one line. */
const isOnly = (text: string): boolean => /^[ \t\r\n]*[A-Za-z]{0,12}(?:[ \t][^\r\n]{0,500})?[ \t\r\n]*$/.test(text);

/** The conversation that holds the cursor, or that ends above it with nothing but blanks between. */
function conversationBefore(ticket: Ticket, lineStart: number, offset: number): Conversation | undefined {
  const block = blockAt(ticket, offset);
  if (block?.kind === 'conversation' && block.start < lineStart) return block;
  if (block === undefined || lineStart === 0 || ticket.text.slice(block.start, lineStart).trim() !== '')
    return undefined;
  const above = blockAt(ticket, block.start - 1);
  return above?.kind === 'conversation' ? above : undefined;
}

/** What stands in front of the client's words in this conversation, taken from the last command before. */
function decorationOf(ticket: Ticket, conversation: Conversation, next: number): string | undefined {
  for (let i = next - 1; i >= 0 && i >= next - BEFORE; i--) {
    const event = conversation.events[i];
    if (event?.kind === 'command') return inFrontOf(ticket, event);
  }
  const first = conversation.events[0];
  const reply =
    first === undefined ? '' : ticket.text.slice(ticket.lines.start(ticket.lines.lineOf(first.start)), first.start);
  if (reply.trim() === '') return '';
  return /^S: ?$/.test(reply) ? reply.replace('S', 'C') : undefined;
}

const inFrontOf = (ticket: Ticket, { start }: Command): string =>
  ticket.text.slice(ticket.lines.start(ticket.lines.lineOf(start)), start);

function lineOf(
  ticket: Ticket,
  conversation: Conversation,
  start: number,
  offset: number,
  next: number,
): ClientLine | undefined {
  const last = conversation.events[next - 1];
  const view = last && sessionViews(ticket.text, conversation)[last.session];
  if (last === undefined || view === undefined) return { start, said: ticket.text.slice(start, offset), before: [] };
  // The message, or an answer to the login, is due: no command.
  if (last.kind === 'reply' && (last.code === 354 || last.code === 334)) return undefined;
  if (last.kind === 'data' && !last.complete) return undefined;
  const before: SmtpEvent[] = [];
  for (let i = next - 1; i >= 0 && before.length < BEFORE; i--) {
    const event = conversation.events[i];
    if (event !== undefined && event.session === last.session) before.push(event);
  }
  return { start, said: ticket.text.slice(start, offset), view, before: before.reverse() };
}
