import type { Query } from '../../dns/lookup.ts';
import { act } from '../../knowledge/steps.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Verdict } from '../verdict.ts';
import { delegations, lameness } from './lame.ts';
import { told } from './told.ts';

/**
 * A name that one resolver does not know, or gives no answer for, and for which another has records exists: what the
 * first one says tells of that resolver alone (RFC 8020 2: NXDOMAIN denies every type; RFC 2308 5: it is kept for a while).
 */
export function withDisagreements({ text, blocks }: Ticket, looked: readonly Verdict[]): readonly Verdict[] {
  if (!looked.some((one) => isDenied(one) || isListed(one) || isUnanswered(one))) return looked;
  const asked = blocks.flatMap((block) => (block.kind === 'lookup' ? block.queries : []));
  const byStart = new Map(asked.map((query) => [query.start, query]));
  const gone = new Map(asked.filter(({ status }) => status === 'NXDOMAIN').map((query) => [nameOf(query), query]));
  const answered = new Map(
    asked
      .filter((query) => query.answers.length > 0 && !isUnchecked(text, query))
      .map((query) => [nameOf(query), query]),
  );
  const answering = new Set([...answered.values()].map(({ server }) => server ?? ''));
  const delegated = delegations(text, asked);
  return looked.map((verdict) => {
    const query = byStart.get(verdict.span.start);
    if (query === undefined) return verdict;
    const unanswered = isUnanswered(verdict);
    const lame = unanswered ? lameness(query, delegated) : undefined;
    if (lame !== undefined) return { ...verdict, ...lame };
    const was = isListed(verdict) ? 'listed' : unanswered ? 'without an answer' : 'not found';
    const other = (was === 'listed' ? gone : unanswered || isDenied(verdict) ? answered : undefined)?.get(
      nameOf(query),
    );
    if (other === undefined)
      return verdict.reply === 'TIMEOUT' && answering.has(query.server ?? '?')
        ? { ...verdict, ...silentZone(query) }
        : verdict;
    if (isLater(other, query)) return atFirst(verdict, query, was);
    // What a resolver does not let pass may be the fault of the domain, though another one checks less.
    const isLeft = was === 'listed' || verdict.reply === 'SERVFAIL' || (unanswered && other.server === query.server);
    return isLeft ? verdict : { ...verdict, ...disagreement(query, other, unanswered) };
  });
}

const isDenied = ({ stage, reply }: Verdict): boolean => stage === 'dns' && reply === 'NXDOMAIN';

const isListed = ({ stage, code, failed }: Verdict): boolean => stage === 'dns' && code === 'blocklisted' && failed;

/** It is not known whether there is a record. */
const isUnanswered = ({ stage, reply = '', failed }: Verdict): boolean =>
  stage === 'dns' && failed && /^(?:SERVFAIL|TIMEOUT|CONNECTION-REFUSED|UNREACHABLE|REFUSED)$/.test(reply);

/** Asked without checking DNSSEC: that there are records says nothing of those who check. */
const isUnchecked = (text: string, { start, end }: Query): boolean =>
  / \+cd/.test(text.slice(text.lastIndexOf('\n', Math.max(0, start - 2)) + 1, end));

/** The same was asked of the same resolver, or, where there was no answer, of the usual one, further down. */
const isLater = (other: Query, { start, server, status }: Query): boolean =>
  other.start > start && (other.server === server || (other.server === undefined && status !== 'NXDOMAIN'));

/** A resolver that answers for other names waited for the name servers of this one. */
const silentZone = ({ name, server }: Query): Partial<Verdict> => ({
  ...told('dns-failure', `${server} answers for other names, and gave none for ${name} in time.`, 'RFC 1035 7.2', {
    retry: 'yes',
  }),
  confidence: 'medium',
});

/** What was so at first is no trouble that is left. */
const atFirst = (verdict: Verdict, { name }: Query, was: string): Verdict => ({
  ...verdict,
  role: 'notice',
  failed: false,
  summary: `${name} was ${was} at first; a look-up further down says otherwise.`,
  next: [],
});

const nameOf = ({ name }: Query): string => name.toLowerCase();

function disagreement({ name, server }: Query, other: Query, unanswered: boolean): Partial<Verdict> {
  const [one, two] =
    server === other.server ? ['One answer', 'another'] : [server ?? 'One resolver', other.server ?? 'another one'];
  const said = unanswered ? `gives no answer for ${name}` : `says that ${name} does not exist`;
  const step = unanswered
    ? 'Look whom the mail server asks: have that resolver answer again, or let it ask another one.'
    : 'Look whom the mail server asks: an internal resolver may have a zone of its own for the name, filter it, or still keep an old answer.';
  return {
    ...told(
      'dns-failure',
      `${one} ${said}, and ${two} has records of it. The name exists; not everybody who asks sees the same.`,
      'RFC 2308 5',
      { actor: 'sending admin', next: [act(step), act.recipient('Ask the name servers of the domain themselves.')] },
    ),
    confidence: 'medium',
  };
}
