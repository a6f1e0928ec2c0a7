import type { Explanation } from '../knowledge/explanation.ts';
import type { ReasonName } from '../knowledge/reasons.ts';
import { act, stepsBy } from '../knowledge/steps.ts';
import { domainOf, sameOrganisation } from '../mail/domains.ts';
import { short } from '../text/few.ts';

/** What is wrong with an address that whoever wrote never saw: it stands where the one that they wrote to is passed on. */
export function passedOn(told: Explanation, original = '', final = ''): Explanation {
  const [from, to] = [domainOf(original), domainOf(final)];
  const isUnproven = UNPROVEN.has(told.reason);
  if ((!isUnproven && !WRONG.has(told.reason)) || from === undefined || to === undefined) return told;
  // A server may know its own addresses by another name of its domain.
  if (sameOrganisation(from, to) && localPart(original) === localPart(final)) return told;
  const actor = 'receiving admin';
  const name = short(original);
  if (isUnproven) {
    const meaning = `${told.meaning} ${name} passes mail on to it: that breaks SPF, and DKIM where the message is changed.`;
    return {
      ...told,
      meaning,
      actor,
      next: stepsBy(actor, [
        act(`Let ${name} pass mail on unchanged, so that its DKIM signature holds, and seal it (ARC).`),
      ]),
    };
  }
  return {
    ...told,
    meaning: `${told.meaning} It is not what was written to: ${name} passes mail on to it.`,
    actor,
    next: stepsBy(actor, [act(`Correct or take away the address to which ${name} passes mail on.`)]),
    tells: { ...told.tells, passedOn: true },
  };
}

/** What passing mail on breaks. */
const UNPROVEN: ReadonlySet<ReasonName> = new Set(['dmarc-failed', 'spf-failed', 'sender-unauthenticated']);

const localPart = (address: string): string => address.slice(0, address.lastIndexOf('@')).toLowerCase();

const WRONG: ReadonlySet<ReasonName> = new Set([
  'recipient-unknown',
  'address-malformed',
  'recipient-moved',
  'domain-not-found',
]);
