import { getDomain, parse } from 'tldts';
import { isIp } from './ipAddress.ts';

/**
 * The organisational domain (RFC 7489 3.2, by the public suffix list): `mail.a.co.uk` gives `a.co.uk`. In small letters;
 * undefined for an IP address and for a name without a dot.
 */
export function organisationOf(host: string): string | undefined {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (!/^[^\s@<>[\]()"]{1,255}$/.test(name) || isIp(name) || !name.includes('.')) return undefined;
  return getDomain(name, { allowPrivateDomains: true, extractHostname: false, validateHostname: false }) ?? undefined;
}

/** Whether two hosts or domains are of one organisation; a name of one label is of none. */
export function sameOrganisation(a: string, b: string): boolean {
  const organisation = organisationOf(a);
  return organisation !== undefined && organisation === organisationOf(b);
}

/** Whether a name ends in a suffix of the public list, and has a label in front of it. */
export function hasPublicSuffix(name: string): boolean {
  const { isIcann, isPrivate, domain } = parse(name, {
    allowPrivateDomains: true,
    extractHostname: false,
    validateHostname: false,
  });
  return (isIcann === true || isPrivate === true) && domain !== null;
}

/** The domain of an address, in small letters. */
export const domainOf = (address: string): string | undefined => {
  const at = address.lastIndexOf('@');
  const domain = at < 0 ? '' : address.slice(at + 1).replace(/[>\s.]+$/, '');
  return domain === '' ? undefined : domain.toLowerCase();
};
