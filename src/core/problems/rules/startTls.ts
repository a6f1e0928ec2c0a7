import { type SessionView, type Step, sessionsOf } from '../../session/sessionView.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';

/** STARTTLS not used, not waited for, or not followed (RFC 3207 4). */
export function* startTls(ticket: Ticket): Iterable<Finding> {
  for (const view of sessionsOf(ticket)) {
    const tls = view.steps.find((step) => step.command.verb === 'STARTTLS');
    if (tls === undefined) yield* unused(view);
    else if (tls.reply?.code === 220) {
      yield* injected(view, tls);
      yield* notFollowed(view, tls, view.conversation.dialect === 'telnet');
    }
  }
}

/** Mail was sent in the clear though the server offered TLS. */
function* unused({ steps }: SessionView): Iterable<Finding> {
  const mail = steps.find((step) => step.command.verb === 'MAIL');
  const offered = mail?.offer?.get('STARTTLS');
  if (mail === undefined || offered === undefined || mail.secured) return;
  yield { code: 'starttls-unused', span: { start: offered.start, end: offered.end }, data: {} };
}

/** A command that came in the same breath as STARTTLS: a man in the middle can put it there (RFC 3207 6). */
function* injected({ events }: SessionView, tls: Step): Iterable<Finding> {
  for (let i = tls.at + 1; i < events.length; i++) {
    const event = events[i];
    if (event === undefined || event === tls.reply) return;
    if (event.kind !== 'command') continue;
    yield { code: 'starttls-injection', span: event.verbSpan, data: { verb: event.verb } };
    return;
  }
}

function* notFollowed({ events }: SessionView, tls: Step, telnet: boolean): Iterable<Finding> {
  for (let i = tls.at + 1; i < events.length; i++) {
    const event = events[i];
    if (event?.kind !== 'command' || tls.reply === undefined || event.start < tls.reply.end) continue;
    if (event.tls !== false && !telnet) return;
    yield { code: 'starttls-not-followed', span: event.verbSpan, data: { verb: event.verb } };
    return;
  }
}
