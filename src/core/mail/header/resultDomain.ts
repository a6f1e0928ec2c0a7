import { withoutAngles } from '../../text/angles.ts';
import { domainOf } from '../domains.ts';
import type { AuthResult } from '../message.ts';

/** The first property of these names, if it is a domain or an address: the domain in small letters (RFC 8601 2.3). */
export function domainIn({ properties }: AuthResult, ...names: readonly string[]): string | undefined {
  const value = withoutAngles(properties.find(({ property }) => names.includes(property))?.value);
  const domain = (value?.includes('@') === true ? domainOf(value) : value?.toLowerCase()) ?? '';
  return /^[\w-]{1,63}(?:\.[\w-]{1,63}){1,10}$/.test(domain) ? domain : undefined;
}
