import { authMechanisms } from '../../knowledge/extensions.ts';
import { wordsOf } from '../../session/argument.ts';
import { type SessionView, type Step, sessionsOf } from '../../session/sessionView.ts';
import type { Conversation } from '../../smtp/conversation.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';
import { mayBeEncrypted } from './tlsTraces.ts';

/** Logins that give the password away on a connection without TLS (RFC 4954 4; RFC 8314 3). */
export function* clearCredentials(ticket: Ticket): Iterable<Finding> {
  for (const view of sessionsOf(ticket)) {
    if (!view.verbs.has('AUTH')) continue;
    for (const step of view.steps) {
      if (step.command.verb !== 'AUTH' || step.secured || !givesAway(ticket, view, step)) continue;
      const [mechanism] = wordsOf(ticket.text, step.command.argument);
      const sure = isClear(view.conversation, step);
      if (!sure && mayBeEncrypted(ticket.text, view.conversation, view.session)) continue;
      yield {
        code: sure ? 'credentials-in-clear' : 'credentials-maybe-in-clear',
        span: { start: step.command.start, end: mechanism?.end ?? step.command.end },
        data: { mechanism: mechanism?.word.toUpperCase() ?? '' },
      };
    }
  }
}

/** An offer of STARTTLS is never made over TLS (RFC 3207 4.2), and telnet knows none. */
const isClear = (conversation: Conversation, { command, offer }: Step): boolean =>
  command.tls === false || offer?.has('STARTTLS') === true || conversation.dialect === 'telnet';

/** Whether the password was sent: with the command, or in an answer to a 334. */
function givesAway(ticket: Ticket, view: SessionView, step: Step): boolean {
  const [mechanism, response] = wordsOf(ticket.text, step.command.argument);
  if (mechanism === undefined || authMechanisms.get(mechanism.word.toUpperCase())?.revealing !== true) return false;
  // A lone "=" is an empty response (RFC 4954 4).
  if (response !== undefined && response.word !== '=') return true;
  for (let i = step.at + 1; i < view.events.length; i++) {
    const event = view.events[i];
    if (event?.kind === 'command') return false;
    // A lone asterisk cancels (RFC 4954 4).
    if (event?.kind === 'auth')
      return ticket.text.slice(event.start, Math.min(event.end, event.start + 3)).trim() !== '*';
  }
  return false;
}
