import { type SessionView, sessionsOf } from '../../session/sessionView.ts';
import type { SmtpEvent } from '../../smtp/conversation.ts';
import { type Stage, verbNamed } from '../../smtp/verbs.ts';
import { firstEndingBehind, type Span } from '../../text/span.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';
import type { CutOff } from '../sessionRows.ts';

/** Sessions that end without QUIT (RFC 5321 4.1.1.10), and the step at which they stopped. */
export function* cutOffSessions(ticket: Ticket): Iterable<Finding> {
  for (const view of sessionsOf(ticket)) {
    const last = view.events.at(-1);
    if (last === undefined || endsInOrder(view, last)) continue;
    const step = stepOf(view, last);
    const why = whyOf(last);
    const span =
      last.kind === 'command' ? last.verbSpan : last.kind === 'reply' ? last.codeSpan : endOf(ticket.text, last);
    if (why !== undefined) yield { code: 'session-cut-off', span, data: { step, why } };
    else if (isCutByNote(ticket, view)) yield { code: 'session-cut-off', span, data: { step, why: 'closed' } };
    else yield { code: 'session-without-quit', span, data: { step } };
  }
}

/** The last character that can be seen, of the event or of what stands above it. */
function endOf(text: string, { end }: SmtpEvent): Span {
  let at = end - 1;
  while (at > 0 && end - at < 1000 && /\s/.test(text[at] as string)) at--;
  return { start: at, end: at + 1 };
}

/** Whether nothing is missing at the end, or what follows cannot be seen. */
function endsInOrder({ steps, events, greeting }: SessionView, last: SmtpEvent): boolean {
  if (steps.length === 0 || steps.some(({ command }) => command.verb === 'QUIT')) return true;
  if (!events.some((event) => event.kind === 'reply')) return true;
  if (last.kind !== 'reply') return false;
  // The server closed it (RFC 5321 3.8), or would not talk at all (RFC 5321 3.1).
  if (last.code === 221 || last.code === 421 || (greeting !== undefined && greeting.code >= 400)) return true;
  // What comes behind STARTTLS is encrypted and not in every log.
  return last.code === 220 && last.answers !== 'connect';
}

/** What was still due when it stopped. */
function whyOf(last: SmtpEvent): CutOff | undefined {
  if (last.kind === 'command' || last.kind === 'auth') return 'no-reply';
  if (last.kind === 'data') return last.complete ? 'no-reply' : 'no-dot';
  if (last.code === 354) return 'no-data';
  return last.code === 334 ? 'no-answer' : undefined;
}

function stepOf({ steps }: SessionView, last: SmtpEvent): Stage {
  if (last.kind === 'reply') return last.answers;
  if (last.kind === 'data') return '(data)';
  if (last.kind === 'auth') return '(auth)';
  const verb = steps.at(-1)?.command.verb;
  return verb === undefined ? '?' : verbNamed(verb);
}

const CUT =
  /\b(?:connection|session|socket|stream|peer|host|server)\b.{0,60}\b(?:closed|lost|reset|timed? ?out|aborted|hung up|disconnected)\b|\b(?:timed out|timeout|broken pipe)\b/i;

/** A word of the tool right behind the session that the connection broke. */
function isCutByNote(ticket: Ticket, { conversation, session }: SessionView): boolean {
  const first = firstEndingBehind(conversation.notes, session.end);
  return conversation.notes
    .slice(first, first + 2)
    .some(({ start, end }) => CUT.test(ticket.text.slice(start, Math.min(end, start + 200))));
}
