import { operatorOf } from '../knowledge/operators.ts';
import type { AuthResult, AuthResults, Message } from '../mail/message.ts';
import { least } from '../text/lists.ts';
import { ownPart } from './border.ts';
import { sameOperator } from './sameOperator.ts';

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

/** How far one Authentication-Results field of the message can be believed. */
export function trustOf(message: Message, results: AuthResults, trusted: readonly string[] = []): Trust {
  if (/^arc-/i.test(results.header)) return 'sealed';
  const own = ownPart(message, trusted);
  if (own === undefined) return 'unknown';
  const { server, field } = results;
  const hosts = own.hops.map(({ by }) => by ?? '');
  if (field.start >= own.end) return server !== undefined && isStripped(message, results, hosts) ? 'own' : 'below';
  // Servers write above what they got, but some write their results below their own Received line: there only a name
  // counts that the border is bound to strip from what comes in (RFC 8601 5).
  const above = field.start < own.border.field.start;
  if (server === undefined) return above || hosts.some(namesNoServer) ? 'own-unnamed' : 'below';
  if ([...hosts, ...trusted].some((host) => isOne(host, server))) return 'own';
  return above ? 'other-server' : 'below';
}

const namesNoServer = (host: string): boolean => operatorOf(host)?.namesNoServer === true;

const isOne = (host: string, server: string): boolean =>
  host.toLowerCase() === server.toLowerCase() || sameOperator(host, server);

/**
 * Whether a field below the border must be the receiver's own all the same: it has the very name of a server that took
 * the message in, which that server is bound to take off what comes in (RFC 8601 5). Some add theirs at the end of the
 * header. A server that wrote in its place did not write below as well.
 */
function isStripped(message: Message, { server, field }: AuthResults, hosts: readonly string[]): boolean {
  const name = server?.toLowerCase();
  const isName = (host: string): boolean =>
    host.toLowerCase() === name ||
    (server !== undefined && operatorOf(host)?.writesBelow === true && sameOperator(host, server));
  if (!hosts.some(isName)) return false;
  const firstForeign = ownPart(message)?.end ?? 0;
  return !message.authResults.some(
    (other) =>
      /^authentication-results$/i.test(other.header) &&
      other.field.start < Math.min(field.start, firstForeign) &&
      other.server !== undefined &&
      hosts.some((host) => isOne(host, other.server as string)),
  );
}

/** Fields that were picked out of a header have no way to hold them against: the topmost is the newest. */
const withoutWay = ({ hops, authResults }: Message): AuthResults | undefined =>
  hops.length > 0 ? undefined : authResults.find(({ header }) => !/^arc-/i.test(header));

/** Whether two fields are of one check: by one server, or by several of a provider that has a name for each method. */
const isSpokenWith = (server: string | undefined, first: string | undefined): boolean =>
  server?.toLowerCase() === first?.toLowerCase() ||
  (server !== undefined &&
    first !== undefined &&
    operatorOf(first)?.kind === 'provider' &&
    sameOperator(server, first));

/** What the receiver's own servers found. */
export interface OwnResults {
  /** Who says so, where it is named. */
  readonly server?: string;
  /** The fields, in the order of the text. */
  readonly fields: readonly AuthResults[];
  readonly results: readonly AuthResult[];
}

/**
 * The results to go by. Those of the operator that took the message from outside go before what an inner server found,
 * which sees another client; named ones before those without a name; then the topmost. Some servers write a field a
 * method: fields of one server that no hop parts are one.
 */
export function trustedResults(message: Message, trusted: readonly string[] = []): OwnResults | undefined {
  const border = ownPart(message, trusted)?.border.by ?? '';
  const judged = message.authResults.map((results) => ({ results, trust: trustOf(message, results, trusted) }));
  const named = judged.filter(({ trust }) => trust === 'own').map(({ results }) => results);
  const unnamed = judged.filter(({ trust }) => trust === 'own-unnamed').map(({ results }) => results);
  const atBorder = namesNoServer(border)
    ? unnamed[0]
    : (named.find(({ server }) => server?.toLowerCase() === border.toLowerCase()) ??
      named.find(({ server }) => server !== undefined && isOne(border, server)));
  const first = atBorder ?? named[0] ?? unnamed[0] ?? withoutWay(message);
  if (first === undefined) return undefined;
  const end = least(message.hops.map(({ field }) => field.start).filter((start) => start > first.field.start));
  const alike = first.server === undefined ? unnamed : named;
  const fields = (alike.length === 0 ? [first] : alike).filter(
    ({ server, field }) => isSpokenWith(server, first.server) && field.start >= first.field.start && field.start < end,
  );
  const seen = new Set<string>();
  const results = fields
    .flatMap((field) => field.results)
    .filter((result) => {
      const key = `${result.method} ${result.result} ${result.properties.map(({ property, value }) => `${property}=${value}`).join(' ')}`;
      return !seen.has(key) && seen.add(key);
    });
  return { ...(first.server !== undefined && { server: first.server }), fields, results };
}
