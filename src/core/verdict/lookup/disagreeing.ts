import type { Query } from '../../dns/lookup.ts';
import { stated } from '../../knowledge/explanation.ts';
import { because } from '../../knowledge/meaning.ts';
import { act } from '../../knowledge/steps.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { explained, type Verdict } from '../verdict.ts';

/**
 * A name that one resolver does not know and for which another has records exists: what the first one says tells of that
 * resolver alone (RFC 8020 2: NXDOMAIN denies every type; RFC 2308 5: it is kept for a while).
 */
export function withDisagreements({ blocks }: Ticket, looked: readonly Verdict[]): readonly Verdict[] {
  if (!looked.some(isDenied)) return looked;
  const asked = blocks.flatMap((block) => (block.kind === 'lookup' ? block.queries : []));
  const denied = new Map(asked.map((query) => [query.start, query]));
  const answered = new Map(asked.filter(({ answers }) => answers.length > 0).map((query) => [nameOf(query), query]));
  return looked.map((verdict) => {
    const query = isDenied(verdict) ? denied.get(verdict.span.start) : undefined;
    const other = query && answered.get(nameOf(query));
    return query === undefined || other === undefined ? verdict : { ...verdict, ...disagreement(query, other) };
  });
}

const isDenied = ({ stage, reply }: Verdict): boolean => stage === 'dns' && reply === 'NXDOMAIN';

const nameOf = ({ name }: Query): string => name.toLowerCase();

function disagreement(denied: Query, other: Query): Partial<Verdict> {
  const isOther = denied.server !== undefined && other.server !== undefined && denied.server !== other.server;
  const [one, two] = isOther ? [denied.server, other.server] : ['One answer', 'another'];
  return {
    ...explained(
      stated(
        because(
          'dns-failure',
          `${one} says that ${denied.name} does not exist, and ${two} has records of it. The name exists; not everybody who asks sees the same.`,
          'RFC 2308 5',
          {
            actor: 'sending admin',
            retry: 'later',
            next: [
              act(
                'Look whom the mail server asks: an internal resolver may have a zone of its own for the name, filter it, or still keep an old answer.',
              ),
              act('Ask the name servers of the domain themselves.'),
            ],
          },
        ),
      ),
    ),
    confidence: 'medium',
  };
}
