import { commands, type Disposable, Uri, window } from 'vscode';
import { NOT_RESTORED } from '../core/text/outlookFile.ts';
import { phrase } from '../core/text/words.ts';
import type { AuthenticationResult } from '../message/verify/authentication.ts';
import type { VerifyStep } from '../message/verify/verifyMessage.ts';
import type { Verified } from '../protocol/ticket.ts';
import { withIgnored } from '../report/ignoredSettings.ts';
import type { ActiveTicket } from './activeTicket.ts';
import { runCancellable } from './cancellable.ts';
import { sourceOf } from './documentBytes.ts';
import { isOutlookUri } from './outlookMessages.ts';
import { t } from './platform/words.ts';
import type { ProbeHistory, ProbeReport } from './probeHistory.ts';
import type { ProbeOutput } from './probeOutput.ts';
import { ignoredSettings } from './settings/ignoredSettings.ts';
import { probeSettings, trustedNetworks } from './settings/settings.ts';

const STEPS: Readonly<Record<VerifyStep, string>> = {
  dkim: t('DKIM signatures'),
  arc: t('the ARC chain'),
  spf: 'SPF',
  dmarc: 'DMARC',
};

/** Verifies the message under the cursor, or at a line of a document, and writes what came of it to the output. */
export const registerVerify = (
  output: ProbeOutput,
  history: ProbeHistory,
  ticket: Pick<ActiveTicket, 'verified'>,
): Disposable =>
  commands.registerCommand('mailTriage.verifyAuthentication', async (given?: unknown, at?: unknown) => {
    const editor = window.activeTextEditor;
    const isGiven = typeof given === 'string' && typeof at === 'number';
    if (editor === undefined && !isGiven) {
      await window.showInformationMessage(t('Open a message first: its signatures are verified with its own bytes.'));
      return;
    }
    const uri = isGiven ? Uri.parse(given) : (editor?.document.uri as Uri);
    if (isOutlookUri(uri)) {
      await window.showInformationMessage(NOT_RESTORED);
      return;
    }
    const line = isGiven ? at : (editor?.selection.active.line ?? 0);
    await history.run({
      title: phrase('Verified the authentication of the message'),
      target: uri.toString(),
      start: () => verify(uri, line, output, (result) => ticket.verified(uri, verifiedOf(result, line))),
    });
  });

/** What was found, in short; what was cancelled says nothing. */
const verifiedOf = ({ outcome, spf, dkim, dmarc, arc }: AuthenticationResult, line: number): readonly Verified[] =>
  outcome !== 'checked'
    ? []
    : [
        { method: 'spf', result: spf.result, about: spf.domain, line },
        ...dkim.map(({ result, domain }) => ({ method: 'dkim' as const, result, about: domain, line })),
        ...(dkim.length === 0 ? [{ method: 'dkim' as const, result: 'none', line }] : []),
        { method: 'dmarc', result: dmarc.result, about: dmarc.author, line },
        ...(arc.sets > 0 ? [{ method: 'arc' as const, result: arc.result, line }] : []),
      ];

/** The report; undefined where there is no message, where a bug ended it, or the document is gone. */
const verify = (
  uri: Uri,
  line: number,
  output: ProbeOutput,
  tell: (result: AuthenticationResult) => void,
): Promise<ProbeReport | undefined> =>
  runCancellable({
    title: t('Verifying authentication'),
    run: async (signal, step) => {
      const ignored = await ignoredSettings(['dns.servers', 'dns.timeout', 'trustedNetworks'], uri);
      const { verifyAuthentication } = await import('../message/main.ts');
      const options = { ...probeSettings(uri), trustedNetworks: trustedNetworks(uri) };
      const result = await verifyAuthentication(await sourceOf(uri, line), options, signal, (done) =>
        step(STEPS[done]),
      );
      if (result.outcome === 'no-message') {
        void window.showInformationMessage(
          t('There is no message here to verify. Open one, or put the cursor into it.'),
        );
        return undefined;
      }
      tell(result);
      const { renderAuthentication } = await import('../report/authenticationReport.ts');
      const lines = renderAuthentication(result);
      output.append(withIgnored(lines, ignored));
      output.show();
      return { lines, ignored };
    },
  });
