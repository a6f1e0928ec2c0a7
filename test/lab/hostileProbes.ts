import { type SmtpOptions, smtpServer } from '../../src/probes/node/smtp.ts';
import { renderSmtpProbe } from '../../src/report/smtpProbeReport.ts';

interface Probe {
  readonly target: string;
  readonly options: SmtpOptions;
  /** Lines of the message, made where it is sent: what carries them between processes holds them several times. */
  readonly lines?: { readonly line: string; readonly count: number };
}

/** What a process of its own is asked to probe, as its one message; it answers with the largest memory that it needed. */
export interface Probes {
  readonly at: readonly Probe[];
}

process.once('message', async ({ at }: Probes) => {
  const { signal } = new AbortController();
  const results = await Promise.all(at.map((one) => smtpServer(one.target, optionsOf(one), signal)));
  for (const result of results) renderSmtpProbe(result);
  process.send?.({ kilobytes: process.resourceUsage().maxRSS });
  process.disconnect();
});

const optionsOf = ({ options, lines }: Probe): SmtpOptions =>
  lines === undefined ? options : { ...options, message: { text: lines.line.repeat(lines.count) } };
