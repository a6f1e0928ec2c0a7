import { reportHost } from '../../core/dns/records/dmarcPolicy.ts';
import { recordsOf } from '../answers.ts';
import type { CheckContext } from '../context.ts';
import { evidenceFrom, type Finding } from '../finding.ts';

/** Addresses of a record that are looked at. */
export const MOST_ADDRESSES = 20;

/** An address of a record, and the tag that names it. */
export interface ReportAddress {
  readonly tag: string;
  readonly address: string;
}

/** Addresses for reports at whose domains nobody takes mail; a domain that is not answered for is not told of. */
export async function deadAddresses(
  addresses: readonly ReportAddress[],
  evidence: readonly string[],
  { ports, signal }: CheckContext,
): Promise<readonly Finding[]> {
  const found = addresses.slice(0, MOST_ADDRESSES).map(async ({ tag, address }): Promise<readonly Finding[]> => {
    const host = reportHost(address);
    if (host === undefined || !/^mailto:/i.test(address)) return [];
    const mx = await ports.resolve({ name: host, type: 'MX' }, signal);
    const [only, ...others] = recordsOf(mx);
    const isNull = only !== undefined && others.length === 0 && /^0+ \.$/.test(only.data);
    if (mx.status !== 'NXDOMAIN' && !isNull) return [];
    const why = isNull ? 'null-mx' : 'no-such-domain';
    const seen = [...evidence, ...evidenceFrom(mx)];
    return [
      { code: 'report-address-dead', level: 'warning', about: host, data: { tag, address, why }, evidence: seen },
    ];
  });
  return (await Promise.all(found)).flat();
}
