import { addressNumber } from '../../addressRanges.ts';
import { isIpv6, readEndpoint } from '../../hostName.ts';
import type { ProxyHeader } from '../plan.ts';
import type { Step } from '../session.ts';

/** What a load balancer sends in front of everything (PROXY protocol 2.1, 2.2); nothing answers it. */
export const sendProxyHeader: Step = async (session) => {
  const { proxyHeader } = session.options;
  if (proxyHeader === undefined) return undefined;
  const ends = endsOf(proxyHeader, session.stream.remote);
  const sent = `PROXY ${ends.isSix ? 'TCP6' : 'TCP4'} ${ends.source} ${ends.destination} ${ends.ports.join(' ')}`;
  const begun = session.clock.now();
  // That it could not be written shows at the banner.
  const octets = proxyHeader.version === 2 ? binaryHeader(ends) : undefined;
  await (octets === undefined ? session.write(sent) : session.stream.write(octets, 'latin1'));
  const binary = octets === undefined ? {} : { octets: octets.length };
  session.record({ step: 'proxy', sent, ...binary, tls: session.tls, elapsed: session.clock.now() - begun });
  return undefined;
};

interface Ends {
  readonly isSix: boolean;
  readonly source: string;
  readonly destination: string;
  readonly ports: readonly [source: number, destination: number];
}

/** Both addresses are of one family: one of IPv4 is mapped where the other is of IPv6 (RFC 4291 2.5.5.2). */
function endsOf(header: ProxyHeader, remote: string): Ends {
  const reached = readEndpoint(remote, 25);
  const { source, sourcePort, destination = reached?.host ?? source, destinationPort = reached?.port ?? 25 } = header;
  const isSix = isIpv6(source) || isIpv6(destination);
  const written = (address: string): string => (isSix && !isIpv6(address) ? `::ffff:${address}` : address);
  return { isSix, source: written(source), destination: written(destination), ports: [sourcePort, destinationPort] };
}

const SIGNATURE = '\r\n\r\n\0\r\nQUIT\n';

/** Version 2, PROXY, a stream of TCP (PROXY protocol 2.2), a character for each octet. */
function binaryHeader({ isSix, source, destination, ports }: Ends): string {
  const size = isSix ? 16 : 4;
  const address = (text: string): string => {
    const { version, value } = addressNumber(text) ?? { version: 4, value: 0n };
    return octetsOf(isSix && version === 4 ? MAPPED | value : value, size);
  };
  const body = `${address(source)}${address(destination)}${ports.map((port) => octetsOf(BigInt(port), 2)).join('')}`;
  return `${SIGNATURE}\x21${isSix ? '\x21' : '\x11'}${octetsOf(BigInt(body.length), 2)}${body}`;
}

/** `::ffff:0:0` */
const MAPPED = 0xffff_0000_0000n;

/** The lowest octets of a number, the highest of them first. */
const octetsOf = (number: bigint, count: number): string =>
  Array.from({ length: count }, (_, at) =>
    String.fromCharCode(Number((number >> BigInt(8 * (count - 1 - at))) & 0xffn)),
  ).join('');
