import { codeBefore } from '../../session/offer.ts';
import { sessionsOf } from '../../session/sessionView.ts';
import type { Reply } from '../../smtp/conversation.ts';
import type { Span } from '../../text/span.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';

/** Replies of several lines whose codes differ, or that have no last line (RFC 5321 4.2.1). */
export function* brokenReplies(ticket: Ticket): Iterable<Finding> {
  for (const { events } of sessionsOf(ticket)) {
    for (let i = 0; i + 1 < events.length; i++) {
      const event = events[i];
      const next = events[i + 1];
      if (event?.kind !== 'reply' || next === undefined) continue;
      if (isClosed(ticket.text, event) || isJoined(ticket.text, event)) continue;
      const open = openLine(ticket.text, event);
      if (open === undefined) continue;
      const code = String(event.code).padStart(3, '0');
      if (next.kind !== 'reply') yield { code: 'reply-unfinished', span: open, data: { reply: code } };
      else if (next.code !== event.code) {
        const other = String(next.code).padStart(3, '0');
        yield { code: 'reply-codes-differ', span: next.codeSpan, data: { reply: code, other } };
      }
    }
  }
}

/** Whether the lines of the reply stand in one, as a packet list shows them: `250-mx.contoso.test | PIPELINING | SIZE 10240000`. */
const isJoined = (text: string, { parts }: Reply): boolean =>
  parts.length === 1 &&
  / \| [A-Z0-9]/.test(text.slice(parts[0]?.start ?? 0, (parts[0]?.start ?? 0) + 300).split('\n', 1)[0] ?? '');

/** Wrapped lines at the end that are looked through for the code of their line. */
const WRAPPED = 6;

/** Whether the last line has a blank right behind its code, as nearly all have. */
function isClosed(text: string, reply: Reply): boolean {
  const at = reply.parts.at(-1)?.start ?? 0;
  return (
    text[at - 1] === ' ' &&
    isDigit(text.charCodeAt(at - 2)) &&
    isDigit(text.charCodeAt(at - 4)) &&
    !isDigit(text.charCodeAt(at - 5))
  );
}

const isDigit = (c: number): boolean => c >= 0x30 && c <= 0x39;

/** The code and hyphen of the last line, where it says that more follow. */
function openLine(text: string, reply: Reply): Span | undefined {
  for (let i = reply.parts.length - 1; i >= 0 && i >= reply.parts.length - WRAPPED; i--) {
    const part = reply.parts[i] as Span;
    const code = codeBefore(text, part);
    if (code !== undefined)
      return code.more ? { start: code.start, end: Math.max(part.end, code.start + 4) } : undefined;
  }
  return undefined;
}
