import { type CheckResult, runChecks } from '../../checks/check.ts';
import { checksOf } from '../../checks/checksOf.ts';
import type { CancelSignal, Ports } from '../ports.ts';
import type { SmtpProbeResult } from '../smtp/types.ts';

/**
 * Holds the TLSA records of a domain's exchangers and its MTA-STS policy against what probes of port 25 were shown; no
 * mail server is connected to. Never rejects.
 */
export function heldAgainst(
  domain: string,
  results: readonly SmtpProbeResult[],
  ports: Ports,
  signal: CancelSignal,
): Promise<CheckResult> {
  const shown = new Map<string, SmtpProbeResult[]>();
  for (const result of results) {
    const { host, port } = result.endpoint;
    const name = ports.toAscii(host.replace(/\.$/, '')) ?? host;
    if (port === 25) shown.set(name, [...(shown.get(name) ?? []), result]);
  }
  const checks = checksOf({ kind: 'domain', name: domain }, ['dane', 'mta-sts']);
  return runChecks(domain, checks, ports, signal, { shown });
}
