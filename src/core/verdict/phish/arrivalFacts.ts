import { domainOf, sameOrganisation } from '../../mail/domains.ts';
import type { FilterVerdict } from '../../mail/filters/filterMark.ts';
import { filterMarks } from '../../mail/filters/filterMarks.ts';
import type { Message } from '../../mail/message.ts';
import { withoutAngles } from '../../text/angles.ts';
import { short } from '../../text/few.ts';
import { append } from '../../text/lists.ts';
import { ownPart } from '../../trace/border.ts';
import { traceMessage } from '../../trace/messageTrace.ts';
import { trustedResults } from '../../trace/trust.ts';
import type { Told } from '../arrival/told.ts';
import { whoOf } from '../arrival/who.ts';
import { whyOf } from '../arrival/why.ts';
import type { Fact, Facts } from './fact.ts';
import { fromOf } from './people.ts';

/** What the receiver found out about the sender, what its filters thought, and what of the header is made up. */
export function arrivalFacts(message: Message): Facts {
  const { authentication, disguises, madeUp } = whoOf(message, traceMessage(message));
  const against: Fact[] = [];
  const good: Fact[] = [];
  const unknown: Fact[] = [];
  if (authentication === undefined) {
    if (message.fields.length > 3)
      unknown.push({
        words: 'No result of SPF, DKIM or DMARC stands in the header that can be taken for the receiver’s own.',
        at: message.header,
      });
  } else if (authentication.outcome === 'passed') {
    good.push({ words: `${authentication.words} That says who sent it, not what for.`, at: authentication });
  } else {
    const stranger = authentication.outcome === 'failed' ? undefined : domainNotVouchedFor(message);
    if (stranger === undefined) (authentication.outcome === 'failed' ? against : unknown).push(factOf(authentication));
    else
      against.push({
        words: `${authentication.words} Nothing of that is for ${short(stranger)}, the domain that From shows.`,
        at: authentication,
      });
  }
  append(against, disguises.map(factOf));
  const filters = filterFacts(message);
  return { against: [...against, ...filters.against, ...madeUp.map(factOf)], for: [...good, ...filters.for], unknown };
}

/** The domain of From, where SPF and DKIM passed for others alone and DMARC did not say that this is enough. */
function domainNotVouchedFor(message: Message): string | undefined {
  const from = domainOf(fromOf(message)?.address ?? '');
  const passed = trustedResults(message)?.results.filter(({ result }) => result === 'pass') ?? [];
  if (from === undefined || passed.some(({ method }) => method === 'dmarc')) return undefined;
  const vouchers = passed.flatMap(({ method, properties }) =>
    method === 'spf' || method === 'dkim'
      ? properties.filter(({ property }) => /^(?:mailfrom|mail|helo|d|i)$/.test(property)).map(({ value }) => value)
      : [],
  );
  const domains = vouchers.map((value) => domainOf(withoutAngles(value)) ?? value.toLowerCase());
  return domains.length === 0 || domains.some((domain) => domain === from || sameOrganisation(domain, from))
    ? undefined
    : from;
}

const factOf = (told: Told): Fact => ({ words: told.words, at: { start: told.start, end: told.end } });

/** What speaks for a message, of a filter. */
const GOOD: ReadonlySet<FilterVerdict> = new Set(['allowed', 'clean']);

/** Between the Received field of the receiver and the next one the sender may have written, but not against himself. */
function filterFacts(message: Message): Pick<Facts, 'against' | 'for'> {
  const receiver = ownPart(message);
  const told = whyOf(message);
  const favourable = new Set(
    filterMarks(message)
      .filter(({ says }) => GOOD.has(says))
      .map(({ field }) => field.start),
  );
  const border = receiver?.border.field.start ?? 0;
  const end = receiver?.end ?? 0;
  return {
    against: told.filter(({ against, start }) => against === true && start < end).map(factOf),
    for: told.filter(({ against, start }) => against !== true && favourable.has(start) && start < border).map(factOf),
  };
}
