import type { Query } from '../../dns/lookup.ts';
import { domainOf, organisationOf } from '../../mail/domains.ts';
import type { Span } from '../../text/span.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { Verdict } from '../../verdict/verdict.ts';

/** A name that somebody looked up and that is not the one that was meant. The span is that of the look-up. */
export interface TypingError extends Span {
  readonly asked: string;
  readonly meant: string;
}

/** Domains that do not exist, and those of the ticket, that are compared with each other. */
const MOST_ASKED = 100;
const MOST_KNOWN = 500;

/**
 * Look-ups of a name that does not exist and that differs by a typing error from a domain that the ticket is about:
 * `mail.contosso.test` where the mail goes to contoso.test.
 */
export function typingErrors(ticket: Ticket, verdicts: readonly Verdict[]): readonly TypingError[] {
  const queries = ticket.blocks.flatMap((block) => (block.kind === 'lookup' ? block.queries : []));
  if (!queries.some(isUnknown)) return [];
  const known = knownDomains(ticket, queries, verdicts);
  const near = [...known].slice(0, MOST_KNOWN);
  const found: TypingError[] = [];
  const compared = new Map<string, string | undefined>();
  for (const { name, start, end } of queries.filter(isUnknown)) {
    const own = organisationOf(name);
    if (own === undefined) continue;
    if (known.has(own)) continue;
    if (!compared.has(own) && compared.size < MOST_ASKED) compared.set(own, meantBy(own, near));
    const meant = compared.get(own);
    if (meant !== undefined) found.push({ asked: name, meant, start, end });
  }
  return found;
}

const isUnknown = ({ status, name }: Query): boolean => status === 'NXDOMAIN' && name !== '';

/** The domains of the addresses and servers of a ticket, and what was found in DNS. */
function knownDomains(
  { text, blocks }: Ticket,
  queries: readonly Query[],
  verdicts: readonly Verdict[],
): ReadonlySet<string> {
  const addresses = verdicts.flatMap(({ recipients, sender, places = [] }) => [
    ...recipients,
    ...(sender === undefined ? [] : [sender]),
    ...places.flatMap((place) => place.recipients),
  ]);
  const written = blocks.flatMap((block) =>
    block.kind === 'prose'
      ? [
          ...text
            .slice(block.start, Math.min(block.end, block.start + 20_000))
            .matchAll(/@([\w-]{1,63}(?:\.[\w-]{1,63}){1,8})/g),
        ].map(([, domain]) => domain as string)
      : [],
  );
  const names = [
    ...addresses.map((address) => domainOf(address) ?? ''),
    ...written,
    ...verdicts.filter(({ stage }) => stage !== 'dns').map(({ server = '' }) => server),
    ...queries.filter(({ status }) => status === 'NOERROR').map(({ name }) => name),
  ];
  return new Set([...new Set(names)].map((name) => organisationOf(name)).filter((name) => name !== undefined));
}

/** The one of some domains from which a name differs by a slip of the fingers; undefined where it is one of them. */
export function meantBy(name: string, known: Iterable<string>): string | undefined {
  const own = organisationOf(name);
  if (own === undefined) return undefined;
  const near: string[] = [];
  for (const domain of known) {
    if (domain === own) return undefined;
    if (isSlip(own, domain)) near.push(domain);
  }
  return near[0];
}

/** Whether two names differ by one letter, or two of a long name: left out, doubled, another one, or two changed places. */
export function isSlip(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter < 6 || Math.abs(a.length - b.length) > 2 || Math.max(a.length, b.length) > 100) return false;
  const edits = distance(a, b);
  return edits === 1 || (edits === 2 && shorter >= 12);
}

/**
 * Optimal string alignment: how many letters are to be put in, taken out, changed, or swapped with their neighbour; of
 * more than two, at least so many.
 */
function distance(a: string, b: string): number {
  let [before, row]: [number[], number[]] = [[], [...Array(b.length + 1).keys()]];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let low = i;
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let least = Math.min(change, (row[j] as number) + 1, (next[j - 1] as number) + 1);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] as number) + 1);
      next.push(least);
      low = Math.min(low, least);
    }
    if (low > 2) return low;
    [before, row] = [row, next];
  }
  return row[b.length] as number;
}
