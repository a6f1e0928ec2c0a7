import { sameOrganisation } from '../../mail/domains.ts';
import { fieldsNamed } from '../../mail/header/fields.ts';
import { shownDomain } from '../../mail/header/identities.ts';
import { domainIn } from '../../mail/header/resultDomain.ts';
import type { Message } from '../../mail/message.ts';
import { trustedResults } from '../../trace/trust.ts';

/** Whether the author's domain signed what arrived without a signature of it that holds. */
export function isBrokenOnWay(message: Message): boolean {
  const shown = shownDomain(message);
  if (shown === undefined) return false;
  const results = (trustedResults(message)?.results ?? [])
    .filter(({ method }) => method === 'dkim')
    .map((one) => ({ domain: domainIn(one, 'd', 'i') ?? '', passed: one.result === 'pass' }));
  const isOwn = (domain: string): boolean => sameOrganisation(domain, shown);
  if (results.some(({ domain, passed }) => passed && isOwn(domain))) return false;
  const signed = fieldsNamed(message.fields, 'dkim-signature').map(
    ({ value }) => /(?:^|;)\s{0,9}d\s{0,9}=\s{0,9}([^;\s]{1,255})/.exec(value)?.[1] ?? '',
  );
  return signed.some(isOwn) || results.some(({ domain }) => isOwn(domain));
}
