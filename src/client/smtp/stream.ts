import type { FlowRequest, Login } from '../../probes/node/main.ts';
import type { CancelSignal } from '../../probes/ports.ts';
import type { SmtpPlan } from '../../probes/smtp/plan.ts';
import type { SmtpProbeResult, SmtpStep } from '../../probes/smtp/types.ts';
import { withIgnored } from '../../report/ignoredSettings.ts';
import { runCancellable } from '../cancellable.ts';
import { t } from '../platform/words.ts';
import type { ProbeReport } from '../probeHistory.ts';
import type { ProbeOutput } from '../probeOutput.ts';
import { fromMachine, withMachine } from '../remote/machine.ts';
import { ignoredSettings } from '../settings/ignoredSettings.ts';
import { probeSettings } from '../settings/settings.ts';
import { chosenWay, WAY_SETTINGS } from '../settings/waySettings.ts';
import { heldLines } from './held.ts';

/** The settings that decide what is asked of whom. */
export const SMTP_SETTINGS = [
  'dns.servers',
  'dns.timeout',
  'smtp.timeout',
  'smtp.heloName',
  'smtp.connectTo',
  ...WAY_SETTINGS,
] as const;

/** What a connection is asked to do. */
export interface SmtpRun {
  /** `host` or `host:port`. */
  readonly target: string;
  readonly plan: Omit<SmtpPlan, 'auth'> & { readonly auth?: Login; readonly helo?: string; readonly family?: 4 | 6 };
  /** What is asked about recipients or policy, in place of a message. */
  readonly request?: FlowRequest;
  /** The report with what else is to be said in it, in front of its last lines; the lines that were written stay. */
  readonly finish?: (lines: readonly string[]) => Promise<readonly string[]>;
}

export interface SmtpTask {
  /** While it runs. */
  readonly title: string;
  readonly runs: readonly SmtpRun[];
  /** TLSA and MTA-STS of the domain of the first recipient, else of the host, are held against what was shown. */
  readonly policies?: boolean;
}

/** Runs a conversation after the other; each step is written as it ends. Undefined where a bug ended it. */
export const streamProbes = (
  output: ProbeOutput,
  { title, runs, policies }: SmtpTask,
): Promise<ProbeReport | undefined> =>
  runCancellable({
    title: withMachine(title),
    run: async (signal, progress) => {
      const ignored = await ignoredSettings(SMTP_SETTINGS);
      const way = await chosenWay();
      if (way === undefined) return undefined;
      const lines: string[] = [];
      const results: SmtpProbeResult[] = [];
      for (const { plan, ...run } of runs) {
        if (signal.aborted) break;
        if (lines.length > 0) lines.push('');
        const told = lines.length > 0 ? [] : ignored;
        const streamed = await streamProbe(output, { ...run, plan: { ...way, ...plan } }, told, signal, progress);
        results.push(streamed.result);
        for (const line of streamed.lines) lines.push(line);
      }
      if (policies === true && !signal.aborted) {
        progress(t('DANE and MTA-STS are looked up'));
        const { plan, target } = runs[0] as SmtpRun;
        const { readServer } = await import('../../probes/node/main.ts');
        const domain = plan.envelope?.recipients[0]?.split('@').at(-1) ?? readServer(target).host;
        const more = ['', ...(await heldLines(domain, results, { ...probeSettings(), ...way, ...plan }, signal))];
        output.extend(more);
        for (const line of more) lines.push(line);
      }
      return { lines, ignored, ofSessions: true };
    },
  });

async function streamProbe(
  output: ProbeOutput,
  { target, plan, request, finish }: SmtpRun,
  ignored: readonly string[],
  signal: CancelSignal,
  progress: (step: string) => void,
): Promise<{ readonly lines: readonly string[]; readonly result: SmtpProbeResult }> {
  const { smtpServer, smtpFlow, readServer } = await import('../../probes/node/main.ts');
  const report = await import('../../report/smtpProbeReport.ts');
  const endpoint = readServer(target);
  const lines = [...fromMachine(report.renderProbeStart({ endpoint, started: Date.now(), asks: request?.kind }))];
  output.append(withIgnored(lines, ignored));
  output.show();
  const onStep = (step: SmtpStep): void => {
    progress(progressOf(step.step));
    const more = [...report.renderStep(step)];
    for (const line of more) lines.push(line);
    output.extend(more);
  };
  const options = { ...probeSettings(), ...plan };
  const result =
    request === undefined
      ? await smtpServer(endpoint, options, signal, onStep)
      : await smtpFlow(endpoint, request, options, signal, onStep);
  const written = lines.length;
  for (const line of report.renderProbeEnd(result)) lines.push(line);
  const whole = finish === undefined ? lines : await finish(lines);
  output.extend(whole.slice(written));
  return { lines: whole, result };
}

/** What has just been done, for the progress line, where it is not the answer to a command. */
const STEPS: Readonly<Partial<Record<SmtpStep['step'], string>>> = {
  name: t('its name is resolved'),
  redirect: t('connecting elsewhere, as the settings say'),
  connect: t('connected'),
  proxy: t('the PROXY header is sent'),
  together: t('the envelope is sent'),
  again: t('STARTTLS is asked for again'),
  banner: t('the greeting came'),
  message: t('the message is answered'),
  tls: t('TLS is up'),
  unasked: t('something came that nobody asked for'),
};

const progressOf = (step: SmtpStep['step']): string => STEPS[step] ?? t('{0} is answered', step.toUpperCase());
