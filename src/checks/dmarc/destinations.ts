import { isDmarc, readDmarcPolicy, reportHost } from '../../core/dns/records/dmarcPolicy.ts';
import { isAnswered, textsOf } from '../answers.ts';
import type { CheckContext } from '../context.ts';
import { evidenceFrom, type Finding, unanswered } from '../finding.ts';
import { MOST_ADDRESSES, type ReportAddress } from '../reports/mailbox.ts';
import { discoverDmarc } from './discovery.ts';

/**
 * Whether those who get reports of another organisation have said that they want them (RFC 9990, RFC 7489 7.1). `from`
 * is the domain whose record names the addresses.
 */
export async function unauthorisedDestinations(
  from: string,
  addresses: readonly ReportAddress[],
  evidence: readonly string[],
  context: CheckContext,
): Promise<readonly Finding[]> {
  const found = addresses.slice(0, MOST_ADDRESSES).map((one) => ofDestination(from, one, evidence, context));
  return (await Promise.all(found)).flat();
}

async function ofDestination(
  from: string,
  { tag, address }: ReportAddress,
  evidence: readonly string[],
  { ports, signal }: CheckContext,
): Promise<readonly Finding[]> {
  const host = reportHost(address);
  if (host === undefined || host === from) return [];
  const [own, its] = await Promise.all([from, host].map((name) => discoverDmarc(name, ports.resolve, signal)));
  const open = own?.unanswered ?? its?.unanswered;
  if (open !== undefined) return [unanswered(open)];
  if (own?.organisation === its?.organisation) return [];
  const at = `${from}._report._dmarc.${host}`;
  const base = { level: 'warning', about: host } as const;
  if (at.length > 253) return [{ ...base, code: 'dmarc-report-name-long', data: { tag, address }, evidence }];
  const answer = await ports.resolve({ name: at, type: 'TXT' }, signal);
  if (!isAnswered(answer)) return [unanswered(answer)];
  const seen = [...evidence, ...evidenceFrom(answer)];
  const permissions = textsOf(answer).filter(isDmarc);
  if (permissions.length === 0) {
    return [{ ...base, code: 'dmarc-report-unauthorised', data: { tag, address, at }, evidence: seen }];
  }
  const instead = permissions
    .flatMap((text) => readDmarcPolicy(text)[tag === 'ruf' ? 'ruf' : 'rua'])
    .find((uri) => reportHost(uri) !== host);
  if (instead === undefined) return [];
  return [{ ...base, code: 'dmarc-report-elsewhere', data: { tag, address, instead }, evidence: seen }];
}
