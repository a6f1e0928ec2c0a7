import type { Lookup } from '../../dns/lookup.ts';
import { targetsIn } from '../../ticket/target.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { inOrder, type Token, tokenOf } from './tokens.ts';
import { weightTokens } from './weightTokens.ts';

/** How much of one answer is searched for hosts: the rest of a long text record is text. */
const SEARCHED = 300;

/** The names that were asked for, and the hosts and addresses that came back. */
export const lookupTokens = ({ text }: Ticket, lookup: Lookup): readonly Token[] =>
  inOrder([
    ...weightTokens(lookup.findings ?? []),
    ...lookup.queries.flatMap((query) => [
      ...tokenOf(query.nameSpan, 'mailHost'),
      ...query.answers.flatMap((answer) =>
        [...targetsIn(text, answer.start, Math.min(answer.end, answer.start + SEARCHED))].flatMap((target) =>
          tokenOf(target, target.kind === 'name' ? 'mailHost' : 'mailIp'),
        ),
      ),
    ]),
  ]);
