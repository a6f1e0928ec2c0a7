import type { Query } from '../../dns/lookup.ts';
import { act, wait } from '../../knowledge/steps.ts';
import { withoutDot } from '../../text/domainName.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Verdict } from '../verdict.ts';
import { told } from './told.ts';

/** Servers that name different exchangers of one domain: one of them keeps what was changed since (RFC 1034 3.6). */
export function verdictsOfDifferences({ blocks }: Ticket): readonly Verdict[] {
  const seen = new Map<string, Map<string, Query>>();
  for (const block of blocks) {
    for (const query of block.kind === 'lookup' ? block.queries : []) {
      if (query.type !== 'MX' || query.status !== 'NOERROR' || exchangersOf(query) === '') continue;
      const name = query.name.toLowerCase();
      const byServer = seen.get(name) ?? new Map<string, Query>();
      // What one server says last is what it says now.
      seen.set(name, byServer.set(query.server ?? '', query));
    }
  }
  return [...seen.values()].flatMap((byServer) => {
    const [first, ...others] = byServer.values();
    const other = first && others.find((one) => exchangersOf(one) !== exchangersOf(first));
    return first === undefined || other === undefined ? [] : difference(first, other);
  });
}

/** In one order, whatever the server's is (RFC 1035 6.2). */
const exchangersOf = ({ answers }: Query): string =>
  answers
    .filter(({ type = 'MX' }) => type === 'MX')
    .map(({ data }) => withoutDot(data.trim().split(/\s{1,20}/)[1] ?? '').toLowerCase())
    .sort()
    .join(', ');

const keeps = ({ answers: [one] }: Query): string => (one?.ttl === undefined ? '' : ` (TTL ${one.ttl})`);

function difference(first: Query, other: Query): Verdict {
  const says = (query: Query, whose: string): string =>
    `${query.server ?? whose} names ${exchangersOf(query)}${keeps(query)}`;
  return {
    ...told(
      'dns-failure',
      `For ${first.name}, ${says(first, 'one resolver')}, and ${says(other, 'another one')}: they differ. Where the records were changed, a resolver keeps the old ones until their TTL has run out.`,
      'RFC 1035 3.2.1',
      {
        actor: 'nobody',
        next: [
          wait('Wait until the TTL has run out, and let the old server take mail until then.'),
          act.recipient(
            'Ask all name servers of the domain: where they differ themselves, mend the zone.',
            'receiving admin',
          ),
        ],
      },
    ),
    span: { start: other.start, end: other.end },
    role: 'notice',
    failed: false,
    confidence: 'medium',
    stage: 'dns',
    server: first.name,
    recipients: [],
    times: 1,
  };
}
