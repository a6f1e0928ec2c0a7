import type { SmtpProbeResult } from '../../src/probes/smtp/types.ts';
import { renderSmtpProbe } from '../../src/report/smtpProbeReport.ts';
import { digest, heldIn } from '../support/held.ts';
import { variants } from '../support/variants.ts';

const held = heldIn('test/probes/reports.txt');

/** Holds the report of a probe whose ports, clock and certificates are made up, and those of results like its. */
export function heldProbe(result: SmtpProbeResult): void {
  const all = renderSmtpProbe(result);
  heldReport(all);
  const others = [...variants({ steps: result.steps, findings: result.findings, failure: result.failure })]
    .map((other) => renderSmtpProbe({ ...result, ...(other as Partial<SmtpProbeResult>) }))
    .map((lines) => lines.filter((line) => !all.includes(line)));
  held('others', [all.at(-1), digest(others)]);
}

/** Holds a report whose ports, clock and certificates are made up. */
export function heldReport(lines: readonly string[]): void {
  held(lines.findLast((line) => line.startsWith('* Result: ') || line.startsWith('# ')) ?? '', lines);
}

/** Holds the report of a probe of a server that listens, and those of flows like its. */
export function heldLabProbe(result: SmtpProbeResult): void {
  const all = withoutChance(renderSmtpProbe(result));
  heldReport(all);
  const others = [...variants({ flow: result.flow })]
    .map((other) => withoutChance(renderSmtpProbe({ ...result, ...(other as Partial<SmtpProbeResult>) })))
    .map((lines) => lines.filter((line) => !all.includes(line)));
  held('others', [all.at(-1), digest(others)]);
}

/** Without what its machine, its clock and chance make of it. */
const withoutChance = (lines: readonly string[]): readonly string[] =>
  lines.map((line) =>
    line
      .replace(/\b\d{1,9}(?:\.\d{1,3})? m?s\b/g, '(time)')
      .replace(/\b127\.0\.0\.1:\d{1,5}/g, '127.0.0.1:(port)')
      .replace(/\b\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d:\d\d)?/g, '(date)')
      .replace(/no-such-user-\w{1,40}/g, 'no-such-user'),
  );
