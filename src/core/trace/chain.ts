import { isIp } from '../mail/ipAddress.ts';
import type { HopProblem, TraceHop } from './hop.ts';
import { kindOfAddress } from './networks.ts';
import { hostNameOf, ownerOf } from './organisations.ts';

/** What the hops' names and addresses say about each other, a list a hop; hops are oldest first. */
export function chainProblems(hops: readonly TraceHop[]): readonly (readonly HopProblem[])[] {
  const problems: HopProblem[][] = hops.map(() => []);
  const places = hops.flatMap((hop, i) => (hop.origin === 'received' ? [i] : []));
  const receiver = ownerOf(hops[places.at(-1) as number]?.by ?? '')?.name;
  const boundary = places.findLast((i) => entersFromOutside(hops[i] as TraceHop));
  if (boundary !== undefined && hops[boundary]?.trusted === false) problems[boundary]?.push('outside-networks');
  for (const [k, place] of places.entries()) {
    const before = places[k - 1];
    if (before === undefined) continue;
    const [older, newer] = [hops[before] as TraceHop, hops[place] as TraceHop];
    if (!isBreak(older, newer)) continue;
    problems[place]?.push('chain-break');
    const below = boundary !== undefined && place <= boundary;
    // Mail that left a house and came back shows each server on the way, so it shows no break.
    if (below && receiver !== undefined && ownerOf(newer.by ?? '')?.name === receiver) {
      if (ownerOf(older.by ?? '')?.name === receiver && isFromElsewhere(older, receiver)) {
        problems[before]?.push('maybe-forged');
      }
    }
  }
  return problems;
}

/** Whether the hop shows an address that is not of the receiver's own network, as far as can be known. */
const entersFromOutside = (hop: TraceHop): boolean =>
  hop.trusted === undefined ? hop.address === 'public' : !hop.trusted;

/** Whether the hop says that it took the message in from outside; what a house sends itself may come back to it. */
function isFromElsewhere(hop: TraceHop, owner: string): boolean {
  const client = ownerOf(hop.from ?? '')?.name;
  return hop.address === 'public' && client !== owner;
}

/** Whether the server that took the message in before is certainly not the client that handed it on. */
function isBreak(older: TraceHop, newer: TraceHop): boolean {
  if (older.by === undefined) return false;
  const by = hostNameOf(older.by);
  const received = newer.received;
  const names = [newer.received?.from, received?.helo, received?.reverseName]
    .filter((name) => name !== undefined)
    .map(hostNameOf);
  const addresses = [newer.ip, ...names].filter((word) => word !== undefined && isIp(word));
  // Inside one network names are anything.
  if (newer.address !== undefined && newer.address !== 'public') return false;
  if (names.some((name) => name === 'localhost' || firstLabel(name) === firstLabel(by))) return false;
  if (newer.by !== undefined && hostNameOf(newer.by) === by) return false;
  if (isIp(by)) return kindOfAddress(by) === 'public' && addresses.length > 0 && !addresses.includes(by);
  const byIp = older.received?.byIp;
  if (byIp !== undefined && addresses.includes(byIp)) return false;
  // A name that is only known at home, or a user's, can be anyone's.
  const hosts = names.filter((name) => name.includes('.') && !isIp(name));
  if (hosts.length === 0) return false;
  const owner = ownerOf(by)?.name;
  return owner !== undefined && hosts.every((host) => ownerOf(host)?.name !== owner);
}

const firstLabel = (name: string): string | undefined => (isIp(name) ? name : name.split('.', 1)[0]);
