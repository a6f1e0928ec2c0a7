import { addressScope } from '../../probes/hostName.ts';
import { lookUpMailExchangers } from '../../probes/mailExchangers.ts';
import type { CheckContext } from '../context.ts';
import type { Finding } from '../finding.ts';
import { lookUpName } from './addressName.ts';

/** Addresses that are followed back to their names. */
const MOST_ADDRESSES = 40;

/** Whether the addresses of a domain's exchangers have names, and whether these lead back. */
export async function checkReverse({ name, ports, signal }: CheckContext): Promise<readonly Finding[]> {
  const result = await lookUpMailExchangers(name, ports, signal);
  if (result.outcome !== 'found' && result.outcome !== 'implicit') return [];
  const pairs = new Map<string, string>();
  for (const { host, addresses } of result.exchangers) {
    for (const address of addresses) {
      // Nobody but the network itself can ask for the name of an address of its own.
      if (addressScope(address) === undefined && !pairs.has(address)) pairs.set(address, host);
    }
  }
  const chosen = [...pairs].slice(0, MOST_ADDRESSES);
  const found = await Promise.all(chosen.map(([address, host]) => lookUpName(address, { ports, signal }, host)));
  const findings: Finding[] = found.flatMap((one) => one.findings);
  const good = found.filter(({ confirmed, findings: wrong }) => confirmed !== undefined && wrong.length === 0);
  if (good.length > 0) {
    const told = good.map(({ address, confirmed }) => `${address} ${confirmed}`);
    const evidence = good.flatMap((one) => one.evidence);
    findings.push({ code: 'reverse-found', level: 'pass', about: name, data: { pairs: told }, evidence });
  }
  const left = pairs.size - chosen.length;
  if (left > 0) {
    findings.push({ code: 'reverse-not-looked-up', level: 'unknown', about: name, data: { left }, evidence: [] });
  }
  return findings;
}
