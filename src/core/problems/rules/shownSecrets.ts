import { secretsOfBlock } from '../../mask/findSecrets.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Finding } from '../diagnosticRows.ts';

/** Passwords, tokens and keys that whoever gets this text can use. */
export function* shownSecrets(ticket: Ticket): Iterable<Finding> {
  for (const block of ticket.blocks) {
    for (const { start, end, kind, encoded } of secretsOfBlock(ticket, block)) {
      yield { code: 'secret-shown', span: { start, end }, data: { kind, encoded: encoded === true } };
    }
  }
}
