import { heldPolicies } from '../../probes/node/smtp.ts';
import type { SmtpProbeResult } from '../../probes/smtp/types.ts';
import { checkJson, renderCheck } from '../../report/check/checkReport.ts';
import { interrupted } from '../interrupted.ts';

/** TLSA and MTA-STS of a domain held against what its servers showed: as lines behind the report, and as data. */
export async function policiesOf(
  domain: string,
  results: readonly SmtpProbeResult[],
  options: Parameters<typeof heldPolicies>[2],
): Promise<{
  readonly lines: readonly string[];
  readonly json: Record<string, unknown>;
  readonly isGood: boolean;
}> {
  const check = await heldPolicies(domain, results, options, interrupted());
  const isGood = check.areas.every(({ findings }) => findings.every(({ level }) => level !== 'fail'));
  const lines = ['', ...renderCheck(check, options.resolvers?.[0])];
  return { lines, json: checkJson(check), isGood };
}
