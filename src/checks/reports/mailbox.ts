import { reportHost } from '../../core/dns/records/dmarcPolicy.ts';
import type { Answer, RecordType } from '../../probes/ports.ts';
import { isAnswered, recordsOf } from '../answers.ts';
import type { CheckContext } from '../context.ts';
import { evidenceFrom, type Finding } from '../finding.ts';

/** Addresses of a record that are looked at; receivers need not send to more than two (RFC 7489 6.2). */
export const MOST_ADDRESSES = 10;

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
    const ask = (type: RecordType): Promise<Answer> => ports.resolve({ name: host, type }, signal);
    const mx = await ask('MX');
    const [only, ...others] = recordsOf(mx);
    const isNull = only !== undefined && others.length === 0 && /^0+ \.$/.test(only.data);
    if (!isAnswered(mx) || (only !== undefined && !isNull)) return [];
    // Without an MX record mail goes to the domain's own address (RFC 5321 5.1).
    const own = mx.status === 'NOERROR' && !isNull ? await Promise.all([ask('A'), ask('AAAA')]) : [];
    if (own.some((answer) => !isAnswered(answer) || recordsOf(answer).length > 0)) return [];
    const why = isNull ? 'null-mx' : mx.status === 'NXDOMAIN' ? 'no-such-domain' : 'no-host';
    const seen = [...evidence, ...[mx, ...own].flatMap(evidenceFrom)];
    return [
      { code: 'report-address-dead', level: 'warning', about: host, data: { tag, address, why }, evidence: seen },
    ];
  });
  const left = addresses.length - found.length;
  const about = reportHost(addresses[0]?.address ?? '') ?? '';
  const more: readonly Finding[] =
    left > 0 ? [{ code: 'report-addresses-left', level: 'note', about, data: { left }, evidence }] : [];
  return [...(await Promise.all(found)).flat(), ...more];
}
