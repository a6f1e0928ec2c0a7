import { sameName, withoutDot } from '../../core/text/domainName.ts';
import type { Answer, CancelSignal, RecordType, Resolve, ResourceRecord } from '../../probes/ports.ts';
import { addressesOf, isAnswered, recordsOf } from '../answers.ts';
import { nameAbove, zoneOf } from '../zones.ts';

/** What the servers of the zone above say of a zone. */
export interface AtParent {
  readonly parent: string;
  /** In small letters, without the final dot. */
  readonly hosts: readonly string[];
  readonly glue: ReadonlyMap<string, readonly string[]>;
  readonly answer: Answer;
}

/** Servers of the parent that are asked until one says something, and addresses of each. */
const MOST_SERVERS = 3;

/** Asks the servers above a zone whom they name for it; undefined where none of them can be asked or tells. */
export async function askParent(apex: string, resolve: Resolve, signal: CancelSignal): Promise<AtParent | undefined> {
  const zone = await zoneOf(nameAbove(apex) || '.', resolve, signal);
  if ('failed' in zone) return undefined;
  const parent = zone.apex;
  const ask = (name: string, type: RecordType): Promise<Answer> => resolve({ name, type }, signal);
  const servers = recordsOf(await ask(parent, 'NS')).map(({ data }) => withoutDot(data));
  for (const host of servers.slice(0, MOST_SERVERS)) {
    const answers = await Promise.all([ask(host, 'A'), ask(host, 'AAAA')]);
    const at = answers.flatMap(addressesOf)[0];
    if (at === undefined) continue;
    const answer = await resolve({ name: apex, type: 'NS', at, recursion: false }, signal);
    if (!isAnswered(answer)) continue;
    // A server of both zones answers from the lower one, and says nothing of the delegation.
    const hosts = hostsOf(answer.authority ?? [], apex);
    if (hosts.length > 0) return { parent, hosts, glue: glueOf(answer), answer };
  }
  return undefined;
}

export const hostsOf = (records: readonly ResourceRecord[], zone: string): readonly string[] => [
  ...new Set(
    records
      .filter(({ name, type }) => type === 'NS' && sameName(name, zone))
      .map(({ data }) => withoutDot(data).toLowerCase()),
  ),
];

/** Addresses beside a referral, by host. */
export function glueOf({ additional = [] }: Answer): ReadonlyMap<string, readonly string[]> {
  const glue = new Map<string, readonly string[]>();
  for (const { name, type, data } of additional) {
    if (type !== 'A' && type !== 'AAAA') continue;
    const host = name.toLowerCase();
    glue.set(host, [...(glue.get(host) ?? []), data]);
  }
  return glue;
}
