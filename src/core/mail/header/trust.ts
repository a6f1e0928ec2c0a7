import { sameOrganisation } from '../domains.ts';
import { isIp } from '../ipAddress.ts';
import type { AuthResults, Message, Received } from '../message.ts';

/**
 * How far a claim in a header can be believed by whoever holds this copy of the message (RFC 8601 1.6, 5 and 7.1):
 * `own` is written by the receiver's own servers, as far as the header shows;
 * `own-unnamed` stands where they write but names no server, as Microsoft does;
 * `other-server` stands where they write and names another organisation's server;
 * `below` stands below the hop at which the message came in, where the sender could write anything;
 * `sealed` is the copy in an ARC set, as good as the seals and the server that made it;
 * `unknown` where no Received field says who the receiver is.
 */
export type Trust = 'own' | 'own-unnamed' | 'other-server' | 'below' | 'sealed' | 'unknown';

/** Where the receiver's own part of a header ends. */
export interface OwnPart {
  /** The host that took the message from outside. */
  readonly border: Received;
  /** Offset of the first Received field below that others wrote; what starts there or behind is theirs. */
  readonly end: number;
}

/**
 * The part of the header that the receiver's own servers wrote: from the top down as long as the hosts behind `by` are
 * of one organisation. Hosts without a domain, such as `localhost`, belong to those above them. `trusted` names further
 * hosts or domains to be believed, such as a filter service in front.
 */
export function ownPart(message: Message, trusted: readonly string[] = []): OwnPart | undefined {
  let border: Received | undefined;
  let named: Received | undefined;
  // The newest hop stands on top.
  for (let i = message.hops.length - 1; i >= 0; i--) {
    const hop = message.hops[i] as Received;
    if (!/^received$/i.test(hop.field.name)) continue;
    const isOwn =
      hop.by === undefined || !hop.by.includes('.') || isIp(hop.by) || named?.by === undefined
        ? true
        : sameOrganisation(hop.by, named.by) || trusted.some((name) => sameOrganisation(hop.by as string, name));
    if (!isOwn) return border && { border, end: hop.field.start };
    border = hop;
    if (hop.by?.includes('.') && !isIp(hop.by)) named ??= hop;
  }
  return named === undefined || border === undefined ? undefined : { border, end: message.header.end };
}

/** How far one Authentication-Results field of the message can be believed. */
export function trustOf(message: Message, results: AuthResults, trusted: readonly string[] = []): Trust {
  if (/^arc-/i.test(results.header)) return 'sealed';
  const own = ownPart(message, trusted);
  if (own === undefined) return 'unknown';
  if (results.field.start >= own.end) return 'below';
  const hosts = message.hops.filter(({ field }) => field.start < own.end).map(({ by }) => by ?? '');
  const server = results.server;
  // Servers write above what they got, but some write their results below their own Received line: there only a name
  // counts that the border is bound to strip from what comes in (RFC 8601 5).
  const above = results.field.start < own.border.field.start;
  if (server === undefined) return above || hosts.some(isMicrosoft) ? 'own-unnamed' : 'below';
  const same = (host: string): boolean => host.toLowerCase() === server.toLowerCase() || sameOrganisation(host, server);
  if ([...hosts, ...trusted].some(same)) return 'own';
  return above ? 'other-server' : 'below';
}

/** The one provider that names no server. */
const isMicrosoft = (host: string): boolean => /(?:^|\.)(?:outlook|office365|hotmail)\.(?:com|us|cn)$/i.test(host);

/** The results to go by: the topmost that the receiver wrote itself, a named one before one without a name. */
export function trustedResults(message: Message, trusted: readonly string[] = []): AuthResults | undefined {
  const judged = message.authResults.map((results) => ({ results, trust: trustOf(message, results, trusted) }));
  return (
    judged.find(({ trust }) => trust === 'own')?.results ?? judged.find(({ trust }) => trust === 'own-unnamed')?.results
  );
}
