import type { Answer, Lookup, Query } from '../../dns/lookup.ts';
import { byRecord, canBeAsked, isTold, ownAnswers, told } from '../../dns/told.ts';
import type { Span } from '../../text/span.ts';
import { t } from '../../text/words.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { probeCommands } from '../links/probeLinks.ts';

export interface AskLens {
  readonly at: Span;
  readonly title: string;
  readonly command: string;
  readonly argument: unknown;
}

/** Lenses of one look-up, and exchangers of one answer; what they leave out is counted in one more. */
const MOST = 30;
const MOST_EXCHANGERS = 10;

/** A name that a lens shows: a title has icons by `$(name)`, and more than this no tool asks for. */
const NAME = /^(?=.{1,253}$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,40}$/i;

/** Above each look-up, record and exchanger: ask now, and say what differs; above the whole: check the domain. */
export function* askLenses(ticket: Ticket, lookup: Lookup): Iterable<AskLens> {
  const domain = domainOf(lookup.queries.find(({ name }) => domainOf(name) !== undefined)?.name ?? '');
  if (domain !== undefined) {
    yield { at: lookup, title: t('Check {0}', domain), command: probeCommands.check, argument: domain };
  }
  // The report of a check has all its records at once, and is made again at once.
  if (lookup.findings !== undefined) return;
  let count = 0;
  for (const [i, query] of lookup.queries.entries()) {
    for (const lens of ofQuery(ticket, query, domain)) {
      if (++count > MOST) {
        yield* others(lens.at, lookup.queries.length - i, domain);
        return;
      }
      yield lens;
    }
  }
}

/** What has no lens of its own is asked by the check of the domain. */
function* others(at: Span, left: number, domain: string | undefined): Iterable<AskLens> {
  if (domain === undefined) return;
  const title =
    left === 1 ? t('1 more from here on: check {0}', domain) : t('{0} more from here on: check {1}', left, domain);
  yield { at, title, command: probeCommands.check, argument: domain };
}

function* ofQuery(ticket: Ticket, query: Query, domain: string | undefined): Iterable<AskLens> {
  if (canBeAsked(query.type)) {
    yield* ask(query, query.name, query.type, isTold(query) ? ownAnswers(query) : undefined);
  } else {
    for (const answers of byRecord(query.answers).values()) {
      const [first] = answers;
      if (first?.type !== undefined) yield* ask(first, first.name, first.type, answers);
    }
  }
  const exchangers = query.answers.filter(({ type }) => type === 'MX' || (type === undefined && query.type === 'MX'));
  for (const answer of exchangers.slice(0, MOST_EXCHANGERS)) {
    const host = /^\d{1,5}\s{1,10}(\S{1,254})$/.exec(answer.data.trim())?.[1]?.replace(/\.$/, '');
    if (host === undefined || !NAME.test(host)) continue;
    const known = addressesOf(ticket, host, 'A');
    const known6 = addressesOf(ticket, host, 'AAAA');
    const title = t('addresses of {0}', host);
    yield known.length === 0
      ? { at: answer, title: t('Ask: {0}', title), command: probeCommands.lookUpRecord, argument: `A ${host}` }
      : {
          at: answer,
          title: t('Ask again: {0}', title),
          command: 'mailTriage.askAgain',
          argument: told(host, 'A', known),
        };
    if (known6.length > 0) {
      yield {
        at: answer,
        title: t('Ask again: {0}', t('{0} of {1}', 'AAAA', host)),
        command: 'mailTriage.askAgain',
        argument: told(host, 'AAAA', known6),
      };
    }
  }
  const next = exchangers[MOST_EXCHANGERS];
  if (next !== undefined) yield* others(next, exchangers.length - MOST_EXCHANGERS, domain);
}

/** Nothing is known of what was not answered: it is asked, and compared with nothing. */
function* ask(at: Span, name: string, type: string, answers: readonly Answer[] | undefined): Iterable<AskLens> {
  if (!NAME.test(name) || !canBeAsked(type)) return;
  yield answers === undefined
    ? {
        at,
        title: t('Ask: {0}', t('{0} of {1}', type, name)),
        command: probeCommands.lookUpRecord,
        argument: `${type} ${name}`,
      }
    : {
        at,
        title: t('Ask again: {0}', t('{0} of {1}', type, name)),
        command: 'mailTriage.askAgain',
        argument: told(name, type, answers),
      };
}

/** The addresses of a host that the ticket has, of IPv4 or of IPv6. */
function addressesOf(ticket: Ticket, host: string, type: 'A' | 'AAAA'): readonly Answer[] {
  const wanted = host.toLowerCase();
  for (const block of ticket.blocks) {
    if (block.kind !== 'lookup') continue;
    for (const { name, answers } of block.queries.slice(0, 200)) {
      const found = answers.slice(0, 200).filter((one) => one.type === type && one.name.toLowerCase() === wanted);
      if (found.length > 0) return found;
      if (name.toLowerCase() === wanted && answers.length > 0 && answers.every((one) => one.type === type))
        return answers;
    }
  }
  return [];
}

/** The domain that a name belongs to, labels of services taken off; undefined for reverse names and what is none. */
export function domainOf(name: string): string | undefined {
  const domain = name.replace(/^(?:[^.]{1,63}\.){0,10}_[^.]{1,62}\./, '').toLowerCase();
  return NAME.test(domain) && !/\.arpa$/.test(domain) ? domain : undefined;
}
