import type { MailExchanger } from '../../probes/mailExchangers.ts';
import type { Finding } from '../finding.ts';
import { isHostOf } from '../ready/services.ts';

/** Services that took mail once and are no more. */
const retired: readonly { readonly pattern: string; readonly service: string; readonly ended: string }[] = [
  { pattern: '*.psmtp.com', service: 'Postini', ended: '2015' },
  { pattern: '*.mxlogic.net', service: 'McAfee SaaS Email Protection (MX Logic)', ended: '2017' },
];

/** Exchangers that should not stand there, or are not what they look like. */
export function* unexpectedOnes(
  domain: string,
  exchangers: readonly MailExchanger[],
  expected: readonly string[],
  evidence: readonly string[],
): Iterable<Finding> {
  if (expected.length > 0) {
    const others = exchangers.filter(({ host }) => !expected.some((pattern) => isHostOf(pattern, host)));
    for (const { host: about } of others) {
      yield { code: 'mx-not-expected', level: 'fail', about, data: { expected }, evidence };
    }
    if (others.length === exchangers.length) {
      yield { code: 'mx-expected-missing', level: 'fail', about: domain, data: { expected }, evidence };
    }
  }
  const byAddress = new Map<string, string[]>();
  for (const { host, addresses } of exchangers) {
    const gone = retired.find(({ pattern }) => isHostOf(pattern, host));
    if (gone !== undefined) {
      const { service, ended } = gone;
      yield { code: 'mx-retired', level: 'warning', about: host, data: { service, ended }, evidence };
    }
    const [address] = addresses;
    if (addresses.length !== 1 || address === undefined) continue;
    const others = byAddress.get(address) ?? [];
    if (others.length > 0) {
      yield { code: 'mx-same-address', level: 'note', about: host, data: { others: [...others], address }, evidence };
    }
    byAddress.set(address, [...others, host]);
  }
}
