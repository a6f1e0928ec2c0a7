import { isIp } from '../../mail/ipAddress.ts';
import { hostNameOf } from '../../trace/organisations.ts';

/** Whether a name is none: what stands for one that is not known, what no host has (RFC 2606 2), and what any has. */
export const isNowhere = (name: string | undefined): boolean =>
  name !== undefined && /\.(?:unknown|invalid|localdomain)$|^localhost\./i.test(name);

/** The host in a clause of a Received line, by a name that others can know. */
export function hostIn(name: string | undefined): string | undefined {
  const host = name === undefined ? '' : hostNameOf(name);
  return host.includes('.') && !isIp(host) && /^[\w.-]{1,253}$/.test(host) && !isNowhere(host) ? host : undefined;
}
