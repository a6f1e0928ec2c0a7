import { type SmtpOptions, smtpServer } from '../../src/probes/node/smtp.ts';
import { renderSmtpProbe } from '../../src/report/smtpProbeReport.ts';

/** What a process of its own is asked to probe, as its one message; it answers with the largest memory that it needed. */
export interface Probes {
  readonly at: readonly { readonly target: string; readonly options: SmtpOptions }[];
}

process.once('message', async ({ at }: Probes) => {
  const { signal } = new AbortController();
  const results = await Promise.all(at.map(({ target, options }) => smtpServer(target, options, signal)));
  for (const result of results) renderSmtpProbe(result);
  process.send?.({ kilobytes: process.resourceUsage().maxRSS });
  process.disconnect();
});
