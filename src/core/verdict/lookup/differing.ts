import type { Query } from '../../dns/lookup.ts';
import { stated } from '../../knowledge/explanation.ts';
import { because } from '../../knowledge/meaning.ts';
import { act, wait } from '../../knowledge/steps.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Verdict } from '../verdict.ts';
import { ofQuery } from './lookupVerdicts.ts';

/** Servers that name different exchangers of one domain: one of them keeps what was changed since (RFC 1034 3.6). */
export function verdictsOfDifferences({ blocks }: Ticket): readonly Verdict[] {
  const seen = new Map<string, Map<string, Query>>();
  for (const query of blocks.flatMap((block) => (block.kind === 'lookup' ? block.queries : []))) {
    if (query.type !== 'MX' || exchangersOf(query) === '') continue;
    const name = query.name.toLowerCase();
    // What one server says last is what it says now.
    seen.set(name, (seen.get(name) ?? new Map<string, Query>()).set(query.server ?? 'the resolver', query));
  }
  return [...seen].flatMap(([name, byServer]) => {
    const [first, ...others] = byServer;
    const other = first && others.find(([, one]) => exchangersOf(one) !== exchangersOf(first[1]));
    if (first === undefined || other === undefined) return [];
    const said = [first, other].map(([server, one]) => `${server} names ${exchangersOf(one)}${keeps(one)}`).join(', ');
    const explanation = stated(
      because('dns-failure', `For ${name}, ${said}: an old answer is kept until its TTL has run out.`, 'RFC 2308 5', {
        actor: 'nobody',
        next: [
          wait('Wait until then, and let the old server take mail.'),
          act.recipient('Ask the name servers of the domain themselves.', 'receiving admin'),
        ],
      }),
    );
    return { ...ofQuery(other[1], explanation), role: 'notice', failed: false, confidence: 'medium' };
  });
}

/** In one order, whatever the server's is (RFC 1035 6.2). */
const exchangersOf = ({ answers }: Query): string =>
  answers
    .flatMap(({ type = 'MX', data }) =>
      type === 'MX' ? (/\s(\S{1,255}?)\.?$/.exec(data)?.[1]?.toLowerCase() ?? []) : [],
    )
    .sort()
    .join(', ');

const keeps = ({ answers: [one] }: Query): string => (one?.ttl === undefined ? '' : ` (TTL ${one.ttl})`);
