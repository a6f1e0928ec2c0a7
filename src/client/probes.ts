import { commands, Disposable, window } from 'vscode';
import type { CancelSignal } from '../probes/ports.ts';
import type { SmtpStep } from '../probes/smtp/types.ts';
import { withIgnored } from '../report/ignoredSettings.ts';
import { runCancellable } from './cancellable.ts';
import { askForName } from './nameInput.ts';
import type { ProbeHistory, ProbeReport } from './probeHistory.ts';
import type { ProbeOutput } from './probeOutput.ts';
import { ignoredSettings } from './settings/ignoredSettings.ts';
import { probeSettings } from './settings/settings.ts';

/** A probe as a palette command: asks for its target, runs with progress and cancel, gives lines of text. */
interface Probe {
  readonly command: string;
  readonly title: (target: string) => string;
  /** The same when it is done. */
  readonly done: (target: string) => string;
  /** The settings that decide what is asked of whom. */
  readonly settings: readonly string[];
  readonly ask: { readonly title: string; readonly prompt: string; readonly placeHolder: string };
  readonly run: (target: string, signal: CancelSignal, progress: (step: string) => void) => Promise<readonly string[]>;
}

const DNS_SETTINGS = ['dns.servers', 'dns.timeout'] as const;

const probes: readonly Probe[] = [
  {
    command: 'mailTriage.probeSmtpServer',
    title: (target) => `Probing SMTP server ${target}`,
    done: (target) => `Probed SMTP server ${target}`,
    settings: [...DNS_SETTINGS, 'smtp.timeout', 'smtp.heloName', 'smtp.connectTo'],
    ask: {
      title: 'Probe SMTP Server',
      prompt: 'Host or address of the server, with a port if it is not 25. No mail is sent.',
      placeHolder: 'mx1.example.org or mx1.example.org:587',
    },
    run: async (target, signal, progress) => {
      const { smtpServer } = await import('../probes/node/main.ts');
      const { renderSmtpProbe } = await import('../report/smtpProbeReport.ts');
      return renderSmtpProbe(
        await smtpServer(target, probeSettings(), signal, ({ step }) => progress(progressOf(step))),
      );
    },
  },
];

/** What has just been done, for the progress line, where it is not the answer to a command. */
const STEPS: Readonly<Partial<Record<SmtpStep['step'], string>>> = {
  name: 'its name is resolved',
  redirect: 'connecting elsewhere, as the settings say',
  connect: 'connected',
  proxy: 'the PROXY header is sent',
  together: 'the envelope is sent',
  again: 'STARTTLS is asked for again',
  banner: 'the greeting came',
  message: 'the message is answered',
  tls: 'TLS is up',
  unasked: 'something came that nobody asked for',
};

const progressOf = (step: SmtpStep['step']): string => STEPS[step] ?? `${step.toUpperCase()} is answered`;

export function registerProbes(output: ProbeOutput, history: ProbeHistory): Disposable {
  const run = async (probe: Probe, given: unknown): Promise<void> => {
    const target = typeof given === 'string' && given.trim() !== '' ? given.trim() : await askForName(probe.ask);
    if (target === undefined) return;
    await history.run({ title: probe.done(target), target, start: () => runProbe(probe, target, output) });
  };
  return Disposable.from(
    ...probes.map((probe) => commands.registerCommand(probe.command, (given: unknown) => run(probe, given))),
    commands.registerCommand('mailTriage.repeatProbe', async () => {
      if (!(await history.repeat())) await window.showInformationMessage('No probe has run in this window yet.');
    }),
    commands.registerCommand('mailTriage.showOutput', () => output.show()),
  );
}

/** The report; undefined where a bug ended the probe. */
const runProbe = (probe: Probe, target: string, output: ProbeOutput): Promise<ProbeReport | undefined> =>
  runCancellable({
    title: probe.title(target.slice(0, 100)),
    run: async (signal, step) => {
      const ignored = await ignoredSettings(probe.settings);
      const lines = await probe.run(target, signal, step);
      output.append(withIgnored(lines, ignored));
      output.show();
      return { lines, ignored };
    },
  });
