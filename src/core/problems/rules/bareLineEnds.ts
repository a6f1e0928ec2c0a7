import { dataLines, isSpelled } from '../../session/messageData.ts';
import type { Conversation, MessageData } from '../../smtp/conversation.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';

/**
 * Lines of message data that end in a lone LF or CR where all around ends in CR LF (RFC 5321 2.3.8): servers that
 * disagree on where a line ends can be made to see a second message in it.
 */
export function* bareLineEnds(ticket: Ticket): Iterable<Finding> {
  for (const block of ticket.blocks) {
    if (block.kind !== 'conversation' || !block.events.some((event) => event.kind === 'data')) continue;
    const around = endsInCrLf(ticket, block);
    for (const event of block.events) {
      if (event.kind !== 'data') continue;
      const spelled = isSpelled(ticket, event);
      if (!around && !spelled) continue;
      yield* ofMessage(ticket, event, spelled);
    }
  }
}

function* ofMessage(ticket: Ticket, data: MessageData, spelled: boolean): Iterable<Finding> {
  // Where no line of the message ends in CR LF, the tool wrote the message its own way.
  if (!isMixed(ticket, data)) return;
  for (const { start, end, ends, next } of dataLines(ticket, data)) {
    if (ends !== 'LF' && ends !== 'CR') continue;
    const dot = isDot(ticket.text, start, end) || ticket.text[next] === '.';
    yield {
      code: 'line-end-bare',
      span: spelled || end === start ? { start: end, end: next } : { start: end - 1, end },
      data: { character: ends, dot },
    };
  }
}

function isMixed(ticket: Ticket, data: MessageData): boolean {
  for (const { ends } of dataLines(ticket, data)) if (ends === 'CRLF') return true;
  return false;
}

const isDot = (text: string, start: number, end: number): boolean => end - start === 1 && text[start] === '.';

/** Whether the commands and replies all end in CR LF; the first of them tell. */
function endsInCrLf(ticket: Ticket, conversation: Conversation): boolean {
  let seen = 0;
  for (const event of conversation.events) {
    if (event.kind !== 'reply' && event.kind !== 'command') continue;
    const line = ticket.lines.lineOf(event.start);
    if (line + 1 === ticket.lines.count) break;
    if (ticket.lines.next(line) - ticket.lines.end(line) !== 2) return false;
    if (++seen === 50) break;
  }
  return seen > 0;
}
