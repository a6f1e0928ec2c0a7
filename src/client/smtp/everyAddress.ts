import type { FlowRequest } from '../../probes/node/main.ts';
import { withIgnored } from '../../report/ignoredSettings.ts';
import { runCancellable } from '../cancellable.ts';
import { t } from '../platform/words.ts';
import type { ProbeReport } from '../probeHistory.ts';
import type { ProbeOutput } from '../probeOutput.ts';
import { fromMachine, withMachine } from '../remote/machine.ts';
import { ignoredSettings } from '../settings/ignoredSettings.ts';
import { probeSettings } from '../settings/settings.ts';
import { chosenWay } from '../settings/waySettings.ts';
import { heldLines } from './held.ts';
import { SMTP_SETTINGS, type SmtpRun } from './stream.ts';
import { withPort } from './target.ts';

/** What every address of the exchangers of a domain, or of a host that has none, is asked. */
interface EveryAddressTask {
  /** While it runs. */
  readonly title: string;
  readonly target: string;
  readonly ports: readonly number[];
  readonly plan: SmtpRun['plan'];
  readonly request?: FlowRequest;
  /** TLSA and MTA-STS of the domain are held against what was shown. */
  readonly policies: boolean;
}

/** All exchangers at once: they are written when all are through. Undefined where a bug ended it. */
export const everyAddress = (
  output: ProbeOutput,
  { title, target, ports, plan, request, policies }: EveryAddressTask,
): Promise<ProbeReport | undefined> =>
  runCancellable({
    title: withMachine(title),
    run: async (signal, progress) => {
      const ignored = await ignoredSettings(SMTP_SETTINGS);
      const way = await chosenWay();
      if (way === undefined) return undefined;
      const { smtpServers, readServer } = await import('../../probes/node/main.ts');
      const { renderEveryAddress } = await import('../../report/everyAddressReport.ts');
      const options = { ...probeSettings(), ...way, ...plan };
      const lines: string[] = [];
      const write = (found: readonly string[]): void => {
        const more = [...(lines.length > 0 ? [''] : []), ...found];
        if (lines.length === 0) {
          output.append(withIgnored(more, ignored));
          output.show();
        } else output.extend(more);
        for (const line of more) lines.push(line);
      };
      const results = [];
      for (const port of ports) {
        if (signal.aborted) break;
        progress(t('every address, port {0}', port));
        const found = await smtpServers(withPort(target, port), options, signal, request);
        for (const { result } of found.probes) results.push(result);
        write(fromMachine(renderEveryAddress(found)));
      }
      if (policies && !signal.aborted) {
        progress(t('DANE and MTA-STS are looked up'));
        write(await heldLines(readServer(target).host, results, options, signal));
      }
      return { lines, ignored, ofSessions: true };
    },
  });
