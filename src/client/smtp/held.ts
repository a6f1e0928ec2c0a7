import type { SmtpOptions } from '../../probes/node/main.ts';
import type { CancelSignal } from '../../probes/ports.ts';
import type { SmtpProbeResult } from '../../probes/smtp/types.ts';

/** TLSA and MTA-STS of a domain against what its servers showed on port 25, as lines behind their reports. */
export async function heldLines(
  domain: string,
  results: readonly SmtpProbeResult[],
  options: SmtpOptions,
  signal: CancelSignal,
): Promise<readonly string[]> {
  const { heldPolicies } = await import('../../probes/node/main.ts');
  const { renderCheck } = (await import('../checks/words.ts')).words;
  const check = await heldPolicies(domain, results, options, signal);
  return renderCheck(check, options.resolvers?.[0]);
}
