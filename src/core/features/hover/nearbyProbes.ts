import type { ReasonName } from '../../knowledge/reasons.ts';
import { touches } from '../../text/span.ts';
import { type Target, targetOf } from '../../ticket/target.ts';
import type { Block, Ticket } from '../../ticket/ticket.ts';
import { verdictsOf } from '../../verdict/readVerdicts.ts';
import type { Verdict } from '../../verdict/verdict.ts';
import { lookUpLink, probeLink } from '../links/probeLinks.ts';

/** What a probe would have to look at to check a finding. */
type Place = 'server' | 'recipient' | 'sender';

/** Where the cause of each reason lies; all places for a reason that is not listed. */
const PLACES: Readonly<Partial<Record<ReasonName, readonly Place[]>>> = {
  'recipient-unknown': ['recipient'],
  'address-malformed': ['recipient'],
  'domain-not-found': ['recipient'],
  'mail-not-accepted': ['recipient'],
  'relaying-denied': ['recipient', 'server'],
  'routing-failed': ['recipient', 'server'],
  'mail-loop': ['recipient'],
  'sender-domain-not-found': ['sender'],
  'spf-failed': ['sender'],
  'dkim-failed': ['sender'],
  'dmarc-failed': ['sender'],
  'sender-unauthenticated': ['sender'],
  'mailbox-full': ['recipient'],
  'connection-failed': ['server', 'recipient'],
  'tls-failed': ['server'],
  'tls-required': ['server'],
  greylisted: ['server'],
  'server-busy': ['server'],
  'login-failed': ['server'],
  'login-required': ['server'],
};

const ALL: readonly Place[] = ['server', 'recipient', 'sender'];

/** Links that check what stands under the cursor, with the host and the domains at hand filled in; empty without any. */
export function nearbyProbes(ticket: Ticket, block: Block, offset: number): string {
  const verdicts = verdictsOf(ticket, block);
  // A report on one recipient is about that recipient wherever the cursor stands in it.
  const whole = block.kind === 'message' && verdicts.length === 1 ? verdicts[0] : undefined;
  const verdict = verdicts.find(({ span }) => touches(span, offset)) ?? whole;
  if (verdict === undefined) return '';
  const links = new Set<string>();
  for (const place of PLACES[verdict.code as ReasonName] ?? ALL) {
    const target = targetAtPlace(verdict, place);
    if (target === undefined) continue;
    links.add(place === 'server' ? probeLink(target) : lookUpLink(target));
  }
  return [...links].join(' | ');
}

function targetAtPlace({ server, recipients, sender }: Verdict, place: Place): Target | undefined {
  const address = place === 'recipient' ? recipients[0] : sender;
  const name = place === 'server' ? server : address?.slice(address.lastIndexOf('@') + 1);
  const target = name === undefined ? undefined : targetOf(name, 0);
  return place !== 'server' && target?.kind === 'address' ? undefined : target;
}
