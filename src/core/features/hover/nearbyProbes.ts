import { reasons } from '../../knowledge/reasons.ts';
import type { Place } from '../../knowledge/steps.ts';
import { touches } from '../../text/span.ts';
import { type Target, targetOf } from '../../ticket/target.ts';
import type { Block, Ticket } from '../../ticket/ticket.ts';
import { verdictsAround } from '../../verdict/readVerdicts.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { checkLink, lookUpLink, probeLink } from '../links/probeLinks.ts';

/** Links that check what stands under the cursor, with the host and the domains at hand filled in; empty without any. */
export function nearbyProbes(ticket: Ticket, block: Block, offset: number): string {
  const verdicts = verdictsAround(ticket, block, offset);
  // A report on one recipient is about that recipient wherever the cursor stands in it.
  const whole = block.kind === 'message' && verdicts.length === 1 ? verdicts[0] : undefined;
  const verdict = verdicts.find(({ span }) => touches(span, offset)) ?? whole;
  if (verdict === undefined) return '';
  const links = new Set<string>();
  for (const place of reasons[verdict.code].probes) {
    const target = targetAtPlace(verdict, place);
    if (target === undefined) continue;
    links.add(place === 'server' ? probeLink(target) : lookUpLink(target));
    if (place !== 'server') links.add(checkLink(target));
  }
  return [...links].join(' | ');
}

/** The domain that a verdict is about: what would be checked first; undefined where it is about none. */
export function domainOfVerdict(verdict: Verdict): string | undefined {
  for (const place of reasons[verdict.code].probes) {
    const target = place === 'server' ? undefined : targetAtPlace(verdict, place);
    if (target !== undefined) return target.name;
  }
  return targetAtPlace(verdict, 'recipient')?.name;
}

function targetAtPlace({ server, recipients, sender }: Verdict, place: Place): Target | undefined {
  const address = place === 'recipient' ? recipients[0] : sender;
  const name = place === 'server' ? server : address?.slice(address.lastIndexOf('@') + 1);
  const target = name === undefined ? undefined : targetOf(name, 0);
  return place !== 'server' && target?.kind === 'address' ? undefined : target;
}
