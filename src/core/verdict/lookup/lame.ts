import type { Query } from '../../dns/lookup.ts';
import { act } from '../../knowledge/steps.ts';
import { withoutDot } from '../../text/domainName.ts';
import type { Verdict } from '../verdict.ts';
import { told } from './told.ts';

/** As dig prints it, with `+trace` as well. */
const DELEGATION = /^(\S{1,255}?)\.?[ \t]{1,80}\d{1,10}[ \t]{1,80}IN[ \t]{1,80}NS[ \t]{1,80}(\S{1,255})/gm;

const pair = (zone: string, host: string): string => `${withoutDot(zone)} ${withoutDot(host)}`.toLowerCase();

/** The zones and their name servers that the look-ups of a text show. */
export const delegations = (text: string, asked: readonly Query[]): ReadonlySet<string> =>
  new Set([
    ...[...text.matchAll(DELEGATION)].map(([, zone = '', host = '']) => pair(zone, host)),
    ...asked.flatMap(({ type, answers }) => (type === 'NS' ? answers.map(({ name, data }) => pair(name, data)) : [])),
  ]);

/** A server to which a zone is delegated and that gives no answer for it (RFC 1912 2.8). */
export function lameness(
  { name, type, server = '' }: Query,
  delegated: ReadonlySet<string>,
): Partial<Verdict> | undefined {
  const isReverse = type === 'PTR';
  for (let zone = name; zone.includes('.'); zone = zone.slice(zone.indexOf('.') + 1)) {
    if (!delegated.has(pair(zone, server))) continue;
    return {
      ...told('dns-failure', `${server} is a name server of ${zone} and gives no answer for it.`, 'RFC 1912 2.8', {
        ...(isReverse && { actor: 'sending admin' }),
        next: [
          (isReverse ? act.address : act.recipient)(
            'Load the zone there, or take the server out of the NS records, at the parent as well.',
          ),
        ],
      }),
      confidence: 'medium',
    };
  }
  return undefined;
}
