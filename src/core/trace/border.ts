import { operatorOf } from '../knowledge/operators.ts';
import { domainOf, organisationOf } from '../mail/domains.ts';
import { isIp } from '../mail/ipAddress.ts';
import type { Message, Received } from '../mail/message.ts';
import { defined } from '../text/defined.ts';
import { kindOfAddress } from './networks.ts';
import { sameOperator } from './sameOperator.ts';

/** Where the receiver's own part of a header ends. */
export interface OwnPart {
  /** The host that took the message from outside. */
  readonly border: Received;
  /** The Received fields that the receiver's own side wrote, the newest first. */
  readonly hops: readonly Received[];
  /** Offset of the first Received field below that others wrote; what starts there or behind is theirs. */
  readonly end: number;
}

/**
 * The part of the header that the receiver's own servers wrote: from the top down as long as the hosts behind `by` are
 * of one operator and took the message from each other. Hosts without a domain, such as `localhost`, belong to those
 * above them. A filter or gateway in front is of the receiver's side where the header proves it. `trusted` names further
 * hosts or domains to be believed.
 */
export function ownPart(message: Message, trusted: readonly string[] = []): OwnPart | undefined {
  if (trusted.length > 0) return findOwnPart(message, trusted);
  const known = found.get(message);
  if (known !== undefined) return known.part;
  const part = findOwnPart(message, trusted);
  found.set(message, defined({ part }));
  return part;
}

/** Every result, wait and field of a message asks for it. */
const found = new WeakMap<Message, { readonly part?: OwnPart }>();

function findOwnPart(message: Message, trusted: readonly string[]): OwnPart | undefined {
  const received = [...message.hops].reverse().filter(({ field, with: protocol }) => {
    // A program that fetches mail from a mailbox is no server on the way (RFC 1939, RFC 9051).
    return /^received$/i.test(field.name) && !/^(?:pop3?|imap)/i.test(protocol ?? '');
  });
  const first = received.find(({ by }) => isHost(by))?.by;
  if (first === undefined) return ofUnnamed(message, received);
  const stated = statedClientHop(message, received);
  const isTrusted = (host: string): boolean => trusted.some((name) => sameOperator(host, name));
  const hops: Received[] = [];
  /** The hosts whose domain a hop must have to be of the receiver's side: its operator, and filters in front. */
  let house = first;
  for (const [i, hop] of received.entries()) {
    const border = hops.at(-1);
    if (border !== undefined) {
      const isBelowStated = stated === undefined || i > stated;
      const inFront = isBelowStated && isInFront(message, received, i, border, hops);
      const isBehind = isBelowStated && isInside(border, hop);
      const isOwn = isBehind || !isHost(hop.by) || sameOperator(hop.by, house) || isTrusted(hop.by);
      // A host that tells no domain is nobody's where the one above took the message from a public address.
      const isStranger = hop.by !== undefined && !isHost(hop.by) && isHost(border.by) && isPublic(border.ip);
      const handedIn = stated !== undefined || isStranger || cameFromOutside(border, house, isTrusted);
      if (isBelowStated && !inFront && (!isOwn || handedIn)) return { border, hops, end: hop.field.start };
      if ((inFront || isBehind) && isHost(hop.by)) house = hop.by;
    }
    hops.push(hop);
  }
  return { border: hops.at(-1) as Received, hops, end: message.header.end };
}

/**
 * Where no host tells its domain (`by mx19`, `by localhost`), the receiver's part goes down to the first that took the
 * message from a public address.
 */
function ofUnnamed({ header }: Message, received: readonly Received[]): OwnPart | undefined {
  const at = received.findIndex(({ ip }) => isPublic(ip));
  const border = received[at];
  if (border?.by === undefined) return undefined;
  return { border, hops: received.slice(0, at + 1), end: received[at + 1]?.field.start ?? header.end };
}

const isHost = (host: string | undefined): host is string => host?.includes('.') === true && !isIp(host);

const isPublic = (ip: string | undefined): boolean => ip !== undefined && kindOfAddress(ip) === 'public';

/**
 * Whether a host got the message from the next inside one network, though their names do not tell: by LMTP, which is not
 * spoken between networks (RFC 2033 5), or from a gateway whose domain has a twin that is only known at home.
 */
function isInside({ by, ip, from, with: protocol, field }: Received, next: Received): boolean {
  if (isPublic(ip) || !isHost(next.by)) return false;
  if (/^lmtp/i.test(protocol ?? '') || /\bby [\w.-]{1,255} \(LMTPProxy\)/.test(field.value)) return true;
  if (ip === undefined || !isHost(by) || !AT_HOME.test(by) || from?.toLowerCase() !== next.by.toLowerCase())
    return false;
  return labelOf(by) === organisationOf(next.by)?.split('.', 1)[0];
}

const labelOf = (host: string): string | undefined => host.toLowerCase().split('.').at(-2);

/** What ends so is only known at home (RFC 6762, RFC 8375, and what networks use without asking). */
const AT_HOME = /\.(?:local|localdomain|lan|internal|intra|corp|home|arpa)\.?$/i;

/** Whether a hop shows that the client which handed the message in is of another house. */
function cameFromOutside(hop: Received, house: string, isTrusted: (host: string) => boolean): boolean {
  if (!isPublic(hop.ip)) return false;
  const client = [hop.reverseName, hop.from].find((name) => isHost(name) && !/^unknown$/i.test(name));
  if (client === undefined || AT_HOME.test(client)) return false;
  if (isTrusted(client)) return false;
  const by = isHost(hop.by) ? hop.by : house;
  if (!sameOperator(client, by)) return true;
  return operatorOf(by)?.handsOut?.test(client.toLowerCase().replace(/\.$/, '')) === true;
}

/**
 * Whether the hop is of a filter or a gateway that stands in front of the receiver. The host above must have looked up
 * the client's name itself, as anybody can say HELO in another's name. A gateway is the receiver's where it is of the
 * recipient's own domain; one of a provider with many customers is not proven by that. A filter also stands behind senders: it is the receiver's where it checked the message as one
 * that comes in.
 */
function isInFront(
  message: Message,
  received: readonly Received[],
  at: number,
  border: Received,
  own: readonly Received[],
): boolean {
  const { by } = received[at] as Received;
  const client = border.reverseName ?? lookedUpByMicrosoft(message, border);
  if (!isHost(by) || client === undefined || !sameOperator(client, by)) return false;
  if (own.some((hop) => isHost(hop.by) && sameOperator(hop.by, by))) return false;
  const operator = operatorOf(by);
  const isShared = operator?.kind === 'provider' || operator?.kind === 'sender';
  if (!isShared && own.some((hop) => hop.for !== undefined && sameOperator(domainOf(hop.for) ?? '', by))) return true;
  if (operator?.kind !== 'filter') return false;
  const { inbound, takesIn, checksBothWays } = operator;
  if (takesIn?.test(by.toLowerCase()) === true) return true;
  const customer = customerIn(message, by, own);
  if (customer !== undefined) return customer === 'receiver';
  if (
    inbound !== undefined &&
    message.fields.some(({ name, value }) => inbound.test(`${name}: ${value.slice(0, 500)}`))
  )
    return true;
  // What its own customers send is not checked for SPF.
  if (checksBothWays === true) return false;
  return message.authResults.some(
    ({ header, server, results }) =>
      /^authentication-results$/i.test(header) &&
      server !== undefined &&
      sameOperator(server, by) &&
      results.some(({ method, result }) => method.toLowerCase() === 'spf' && result !== 'none'),
  );
}

/** Microsoft's servers write no reverse name beside the address; the report of its filter has both. */
function lookedUpByMicrosoft({ fields }: Message, { by, ip }: Received): string | undefined {
  if (ip === undefined || !isHost(by) || operatorOf(by)?.namesNoServer !== true) return undefined;
  const report = fields.find(({ name }) => /^x-forefront-antispam-report$/i.test(name))?.value ?? '';
  const key = (name: string): string | undefined =>
    new RegExp(`(?:^|;)\\s{0,5}${name}:\\s{0,5}([^;\\s]{1,255})`).exec(report)?.[1];
  const [address, name] = [key('CIP'), key('PTR')];
  return address?.toLowerCase() === ip.toLowerCase() && isHost(name) ? name : undefined;
}

/** Whose filter it is, where the host is named after one of the two: `esa1.contoso.iphmx.com`. */
function customerIn(message: Message, by: string, own: readonly Received[]): 'sender' | 'receiver' | undefined {
  const labels = by.toLowerCase().split(/[.-]/);
  const isNamed = (address: string | undefined): boolean => {
    const label = organisationOf(domainOf(address ?? '') ?? '')?.split('.', 1)[0];
    return label !== undefined && label.length > 3 && labels.includes(label);
  };
  const value = (name: string): string | undefined =>
    /[^\s<>",;:()]{1,64}@[^\s<>",;:()]{1,200}/.exec(
      message.fields.find((field) => field.name.toLowerCase() === name)?.value.slice(0, 1000) ?? '',
    )?.[0];
  const toReceiver = [...own.map((hop) => hop.for), value('delivered-to'), value('to')].some(isNamed);
  const bySender = [value('return-path'), value('from')].some(isNamed);
  return toReceiver === bySender ? undefined : toReceiver ? 'receiver' : 'sender';
}

/**
 * The hop that recorded the client which Microsoft's own results name (`sender IP is …`): where a filter or gateway
 * stands in front and Microsoft was told so (Enhanced Filtering for Connectors), that is not the client of its own hop.
 */
function statedClientHop(message: Message, received: readonly Received[]): number | undefined {
  const isMicrosoft = ({ by }: Received): boolean => isHost(by) && operatorOf(by)?.namesNoServer === true;
  if (received.find(({ by }) => isHost(by)) !== received.find(isMicrosoft)) return undefined;
  const end = received.find(({ by }, i) => i > 0 && isHost(by) && operatorOf(by)?.namesNoServer !== true)?.field.start;
  const results = message.authResults.find(
    ({ header, server, field }) =>
      /^authentication-results$/i.test(header) && server === undefined && (end === undefined || field.start < end),
  );
  const ip = /\bsender IP is\s{1,9}([\da-f.:]{2,45})/i.exec(results?.field.value ?? '')?.[1];
  if (ip === undefined || !isPublic(ip)) return undefined;
  const at = received.findIndex((hop) => hop.ip?.toLowerCase() === ip.toLowerCase());
  return at < 0 ? undefined : at;
}
