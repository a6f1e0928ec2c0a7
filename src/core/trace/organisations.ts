import { operatorOf } from '../knowledge/operators.ts';
import { organisationOf } from '../mail/domains.ts';
import { isIp } from '../mail/ipAddress.ts';
import type { Organisation, TraceHop } from './hop.ts';
import { kindOfAddress } from './networks.ts';

interface Owner {
  readonly name: string;
  readonly filter: boolean;
}

/** Who runs a host, by its name; undefined for addresses and for names that are only known at home. */
export function ownerOf(host: string): Owner | undefined {
  const name = hostNameOf(host);
  if (name.length > 253 || !name.includes('.') || isIp(name)) return undefined;
  const operator = operatorOf(name);
  if (operator !== undefined) return { name: operator.name, filter: operator.kind === 'filter' };
  const domain = organisationOf(name);
  return domain === undefined ? undefined : { name: domain, filter: false };
}

/** In lower case, brackets and the dot at the end taken off. */
export const hostNameOf = (host: string): string =>
  host
    .toLowerCase()
    .replace(/^\[(?:ipv6:)?/, '')
    .replace(/\]$/, '')
    .replace(/\.$/, '');

/** The organisation of each hop, undefined where its server's name does not tell. Hops are oldest first. */
export function organisationsOf(hops: readonly TraceHop[]): readonly (Organisation | undefined)[] {
  const owners = hops.map((hop) => (hop.by === undefined ? undefined : ownerOf(hop.by)));
  // Gmail names servers inside by private addresses: they are of the house that the message is in.
  for (const [i, hop] of hops.entries()) {
    if (owners[i] !== undefined || hop.by === undefined) continue;
    const kind = kindOfAddress(hostNameOf(hop.by));
    if (kind !== undefined && kind !== 'public') owners[i] = owners[i - 1] ?? owners[i + 1];
  }
  const known = owners.filter((owner) => owner !== undefined && !owner.filter);
  const [first, last] = [known[0]?.name, known.at(-1)?.name];
  const isOther = (owner: Owner | undefined, name: string | undefined): boolean =>
    owner !== undefined && !owner.filter && owner.name !== name;
  const firstOther = owners.findIndex((owner) => isOther(owner, first));
  const sender = firstOther < 0 ? 0 : firstOther;
  const receiver = owners.findLastIndex((owner) => isOther(owner, last)) + 1;
  return owners.map((owner, i) => {
    if (owner === undefined) return undefined;
    if (owner.filter) return { name: owner.name, role: 'filter' };
    if (i >= receiver) return { name: owner.name, role: 'receiver' };
    return i < sender ? { name: owner.name, role: 'sender' } : { name: owner.name };
  });
}
