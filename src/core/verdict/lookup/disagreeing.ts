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
  if (!looked.some((one) => isDenied(one) || isListed(one))) return looked;
  const asked = blocks.flatMap((block) => (block.kind === 'lookup' ? block.queries : []));
  const denied = new Map(asked.map((query) => [query.start, query]));
  const gone = new Map(asked.filter(({ status }) => status === 'NXDOMAIN').map((query) => [nameOf(query), query]));
  const answered = new Map(asked.filter(({ answers }) => answers.length > 0).map((query) => [nameOf(query), query]));
  return looked.map((verdict) => {
    const query = denied.get(verdict.span.start);
    if (query === undefined) return verdict;
    const was = isListed(verdict) ? 'listed' : 'not found';
    const other = (was === 'listed' ? gone : isDenied(verdict) ? answered : undefined)?.get(nameOf(query));
    if (other === undefined) return verdict;
    if (isLater(other, query)) return atFirst(verdict, query, was);
    return was === 'listed' ? verdict : { ...verdict, ...disagreement(query, other) };
  });
}

const isDenied = ({ stage, reply }: Verdict): boolean => stage === 'dns' && reply === 'NXDOMAIN';

const isListed = ({ stage, code, failed }: Verdict): boolean => stage === 'dns' && code === 'blocklisted' && failed;

/** The same was asked of the same resolver, further down. */
const isLater = (other: Query, query: Query): boolean => other.start > query.start && other.server === query.server;

/** What was so at first is no trouble that is left. */
const atFirst = (verdict: Verdict, { name }: Query, was: string): Verdict => ({
  ...verdict,
  role: 'notice',
  failed: false,
  summary: `${name} was ${was} at first; a look-up further down says otherwise.`,
  next: [],
});

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
              act.recipient('Ask the name servers of the domain themselves.'),
            ],
          },
        ),
      ),
    ),
    confidence: 'medium',
  };
}
