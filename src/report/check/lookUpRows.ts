import type { LookUpFindings, TicketFindings } from '../../checks/record/findings.ts';
import { withoutDot } from '../../core/text/domainName.ts';
import { cutTo, firstOf } from '../../core/text/few.ts';
import { formatDelay } from '../../core/trace/delay.ts';
import type { CheckRowsFor } from './checkRow.ts';

/** Records of one answer that a sentence names, and characters of each. */
const MOST = 8;
const LONGEST = 300;

/** `10 mx1.contoso.test, 20 mx2.contoso.test`. */
function listed(records: readonly string[], isGone = false): string {
  if (records.length === 0) return isGone ? 'no such name' : 'no record';
  const shown = records.map((data) => cutTo(data.startsWith('"') ? data : withoutDot(data), LONGEST));
  return firstOf(shown, MOST);
}

const lives = (ttl: number): string => (Number.isFinite(ttl) ? `, TTL ${formatDelay(1000 * ttl)}` : '');

const led = (target: string | undefined): string =>
  target === undefined ? '' : ` It is an alias that leads to ${target}.`;

export const lookUpRows: CheckRowsFor<LookUpFindings> = {
  'lookup-found': {
    source: 'RFC 1035 3.2.1',
    says: ({ type, count, ttl, authoritative, validated, server, target }) =>
      `${count === 1 ? 'One' : count} ${type === 'ANY' ? '' : `${type} `}${count === 1 ? 'record' : 'records'}, for resolvers to keep ${ttl} s${server === '' ? '' : `; ${server} answered`}${authoritative ? ' from its own zone' : ''}${validated ? ', validated by DNSSEC' : ''}.${led(target)}`,
  },
  'lookup-none': {
    source: 'RFC 2308 2.2',
    says: ({ type, target }, about) => `${about} exists, but has no ${type} record.${led(target)}`,
    next: ({ type }, about) => `Publish a ${type} record at ${about} if there is to be one.`,
  },
  'lookup-no-such-name': {
    source: 'RFC 2308 2.1',
    says: ({ target }, about) => `${target ?? about} does not exist (NXDOMAIN).${led(target)}`,
    next: () => 'Check the spelling; if it is right, the name was never created or was removed.',
  },
  'ask-same': {
    says: ({ type, now, ttl, isGone }) =>
      `DNS says what the ticket says of ${type}: ${listed(now, isGone)}${lives(ttl)}.`,
  },
  'ask-differs': {
    says: ({ type, told, now, ttl, isGone, went, came }) =>
      told.length + now.length > MOST
        ? `${type}: the ticket alone has ${went.length === 0 ? 'nothing' : listed(went)}; now there is besides what both have ${came.length === 0 ? 'nothing' : listed(came)}${lives(ttl)}.`
        : `${type}, the ticket: ${listed(told)}; now: ${listed(now, isGone)}${lives(ttl)}.`,
    next: ({ ttl }) =>
      Number.isFinite(ttl)
        ? `Who asked before the change may still see the old answer until its TTL has passed; what is published now is kept for ${formatDelay(1000 * ttl)}.`
        : 'If the record was meant to stay, publish it again.',
  },
};

export const ticketRows: CheckRowsFor<TicketFindings> = {
  'ticket-same': {
    says: ({ questions }) => `DNS says what the ticket says of ${listed(questions)}.`,
  },
  'ticket-left': {
    says: ({ questions }) => `Not asked again, because it is too much for one check: ${listed(questions)}.`,
    next: () => 'Ask again above the look-up.',
  },
};
