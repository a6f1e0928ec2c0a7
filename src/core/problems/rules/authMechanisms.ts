import { wordsOf } from '../../session/argument.ts';
import { sessionsOf } from '../../session/sessionView.ts';
import { firstOf } from '../../text/few.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';

/** A login by a mechanism that the server did not offer (RFC 4954 3 and 4). */
export function* authMechanisms(ticket: Ticket): Iterable<Finding> {
  for (const { steps, verbs } of sessionsOf(ticket)) {
    if (!verbs.has('AUTH')) continue;
    for (const { command, offer } of steps) {
      if (command.verb !== 'AUTH' || offer === undefined) continue;
      const [mechanism] = wordsOf(ticket.text, command.argument);
      // RFC 4422 3.1; anything else was written over by the tool or by a person.
      if (mechanism === undefined || !/^[\w-]{1,20}$/.test(mechanism.word)) continue;
      const words = offer.get('AUTH')?.words;
      if (words?.includes(mechanism.word.toUpperCase())) continue;
      yield {
        code: 'auth-not-offered',
        span: { start: mechanism.start, end: mechanism.end },
        data: { mechanism: mechanism.word.toUpperCase(), offered: firstOf(words ?? [], 12) },
      };
    }
  }
}
