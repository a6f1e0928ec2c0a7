import { readTicket } from '../ticket/readTicket.ts';
import { ticketJson } from './ticketJson.ts';

/**
 * Printed reports of probes as data: each address with what came of it, and the verdicts that `read --json` gives of the
 * same text.
 */
export function probesJson(target: string, text: string): Record<string, unknown> {
  const { probes, checks, verdicts } = ticketJson(target, readTicket(text)) as Readonly<
    Record<'probes' | 'checks' | 'verdicts', readonly Placed[]>
  >;
  return {
    target,
    addresses: probes.map((probe) => ({
      ...probe,
      findings: checks.filter(({ line }) => line >= probe.line && line <= probe.lastLine),
    })),
    verdicts,
  };
}

interface Placed {
  readonly line: number;
  readonly lastLine: number;
}
