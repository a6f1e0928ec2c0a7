import { withIgnored } from '../../report/ignoredSettings.ts';
import { runCancellable } from '../cancellable.ts';
import type { ProbeReport, RememberedProbe } from '../probeHistory.ts';
import type { ProbeOutput } from '../probeOutput.ts';
import { fromMachine, withMachine } from '../remote/machine.ts';
import { ignoredSettings } from '../settings/ignoredSettings.ts';
import { probeSettings } from '../settings/settings.ts';
import { chosenWay } from '../settings/waySettings.ts';
import { bare, readRecipients } from './addresses.ts';
import type { Choices } from './choices.ts';
import { SMTP_SETTINGS, type SmtpRun, streamProbes } from './stream.ts';

/** The plan that choices make; the envelope only where it is to be said. */
export function planOf({ tls, stopAfter, sender, recipients }: Choices): SmtpRun['plan'] {
  const says = stopAfter === 'mail' || stopAfter === 'rcpt';
  return {
    tls,
    stopAfter,
    ...(says && {
      envelope: { from: bare(sender), recipients: stopAfter === 'rcpt' ? readRecipients(recipients) : [] },
    }),
  };
}

/** A host with its port, where the port was not typed with it. */
export function withPort(host: string, port: number): string {
  if (/^\[[^\]]{1,100}\]:\d{1,5}$|^[^:]{1,300}:\d{1,5}$/.test(host)) return host;
  const bareHost = host.replace(/^\[|\]$/g, '');
  return bareHost.includes(':') ? `[${bareHost}]:${port}` : `${bareHost}:${port}`;
}

/** The usual probe as it is remembered: choices and all. */
export const serverProbe = (output: ProbeOutput, target: string, choices?: Choices): RememberedProbe => ({
  title: `Probed SMTP server ${target}`,
  target,
  start: () => {
    const title = `Probing SMTP server ${target.slice(0, 100)}`;
    if (choices?.where === 'mx') return everyAddress(output, title, target, choices);
    const plan = choices === undefined ? {} : planOf(choices);
    const ports = choices?.ports ?? [];
    const targets = ports.length === 0 ? [target] : [...new Set(ports.map((port) => withPort(target, port)))];
    return streamProbes(output, { title, runs: targets.map((one) => ({ target: one, plan })) });
  },
});

/** All exchangers at once: they are written when all are through. */
const everyAddress = (
  output: ProbeOutput,
  title: string,
  target: string,
  choices: Choices,
): Promise<ProbeReport | undefined> =>
  runCancellable({
    title: withMachine(title),
    run: async (signal, progress) => {
      const ignored = await ignoredSettings(SMTP_SETTINGS);
      const way = await chosenWay();
      if (way === undefined) return undefined;
      const { smtpServers } = await import('../../probes/node/main.ts');
      const { renderEveryAddress } = await import('../../report/everyAddressReport.ts');
      const family = choices.family === 'any' ? {} : { family: choices.family === '4' ? (4 as const) : (6 as const) };
      const lines: string[] = [];
      for (const port of choices.ports) {
        if (signal.aborted) break;
        progress(`every address, port ${port}`);
        const options = { ...probeSettings(), ...way, ...planOf(choices), ...family };
        const found = fromMachine(renderEveryAddress(await smtpServers(withPort(target, port), options, signal)));
        const more = [...(lines.length > 0 ? [''] : []), ...found];
        if (lines.length === 0) {
          output.append(withIgnored(more, ignored));
          output.show();
        } else output.extend(more);
        for (const line of more) lines.push(line);
      }
      return { lines, ignored };
    },
  });
