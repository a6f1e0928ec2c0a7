import { isIpv6, readEndpoint } from '../../hostName.ts';
import type { ProxyHeader } from '../plan.ts';
import type { Step } from '../session.ts';

/** The line that a load balancer sends in front of everything (PROXY protocol 2.1); nothing answers it. */
export const sendProxyHeader: Step = async (session) => {
  const { proxyHeader } = session.options;
  if (proxyHeader === undefined) return undefined;
  const sent = writeProxyHeader(proxyHeader, session.stream.remote);
  const begun = session.clock.now();
  // That it could not be written shows at the banner.
  await session.write(sent);
  session.record({ step: 'proxy', sent, tls: session.tls, elapsed: session.clock.now() - begun });
  return undefined;
};

/** Both addresses are of one family: one of IPv4 is mapped where the other is of IPv6 (RFC 4291 2.5.5.2). */
function writeProxyHeader(header: ProxyHeader, remote: string): string {
  const reached = readEndpoint(remote, 25);
  const { source, sourcePort, destination = reached?.host ?? source, destinationPort = reached?.port ?? 25 } = header;
  const isSix = isIpv6(source) || isIpv6(destination);
  const written = (address: string): string => (isSix && !isIpv6(address) ? `::ffff:${address}` : address);
  return `PROXY ${isSix ? 'TCP6' : 'TCP4'} ${written(source)} ${written(destination)} ${sourcePort} ${destinationPort}`;
}
