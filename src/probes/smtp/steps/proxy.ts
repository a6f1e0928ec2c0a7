import { isIpv6 } from '../../hostName.ts';
import type { ProxyHeader } from '../plan.ts';
import type { Step } from '../session.ts';

/** The line that a load balancer sends in front of everything (PROXY protocol 2.1); nothing answers it. */
export const sendProxyHeader: Step = async (session) => {
  const { proxyHeader } = session.options;
  if (proxyHeader === undefined) return undefined;
  const sent = writeProxyHeader(proxyHeader);
  const begun = session.clock.now();
  // That it could not be written shows at the banner.
  await session.write(sent);
  session.record({ step: 'proxy', sent, tls: session.tls, elapsed: session.clock.now() - begun });
  return undefined;
};

const writeProxyHeader = ({ source, sourcePort, destination, destinationPort }: ProxyHeader): string =>
  `PROXY ${isIpv6(source) ? 'TCP6' : 'TCP4'} ${source} ${destination} ${sourcePort} ${destinationPort}`;
