import { secretsInSteps } from '../../mask/findSecrets.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';

/** Passwords, tokens and keys that whoever gets this text can use. */
export function* shownSecrets(ticket: Ticket): Iterable<Finding | undefined> {
  for (const block of ticket.blocks) {
    for (const secret of secretsInSteps(ticket, block)) {
      if (secret === undefined) {
        yield undefined;
        continue;
      }
      const { start, end, kind, encoded } = secret;
      yield { code: 'secret-shown', span: { start, end }, data: { kind, encoded: encoded === true } };
    }
  }
}
