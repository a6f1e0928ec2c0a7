import { commands, type Disposable, type Uri, window } from 'vscode';
import type { VerifyStep } from '../message/verify/verifyMessage.ts';
import { renderAuthentication } from '../report/authenticationReport.ts';
import { withIgnored } from '../report/ignoredSettings.ts';
import { runCancellable } from './cancellable.ts';
import { sourceOf } from './documentBytes.ts';
import type { ProbeHistory, ProbeReport } from './probeHistory.ts';
import type { ProbeOutput } from './probeOutput.ts';
import { ignoredSettings } from './settings/ignoredSettings.ts';
import { probeSettings, trustedNetworks } from './settings/settings.ts';

const STEPS: Readonly<Record<VerifyStep, string>> = {
  dkim: 'DKIM signatures',
  arc: 'the ARC chain',
  spf: 'SPF',
  dmarc: 'DMARC',
};

/** Verifies the message under the cursor, and writes what came of it to the output. */
export const registerVerify = (output: ProbeOutput, history: ProbeHistory): Disposable =>
  commands.registerCommand('mailTriage.verifyAuthentication', async () => {
    const editor = window.activeTextEditor;
    if (editor === undefined) {
      await window.showInformationMessage('Open a message first: its signatures are verified with its own bytes.');
      return;
    }
    const { uri } = editor.document;
    const { line } = editor.selection.active;
    await history.run({
      title: 'Verified the authentication of the message',
      target: uri.toString(),
      start: () => verify(uri, line, output),
    });
  });

/** The report; undefined where there is no message, where a bug ended it, or the document is gone. */
const verify = (uri: Uri, line: number, output: ProbeOutput): Promise<ProbeReport | undefined> =>
  runCancellable({
    title: 'Verifying authentication',
    run: async (signal, step) => {
      const ignored = await ignoredSettings(['dns.servers', 'dns.timeout', 'trustedNetworks'], uri);
      const { verifyAuthentication } = await import('../message/main.ts');
      const options = { ...probeSettings(uri), trustedNetworks: trustedNetworks(uri) };
      const result = await verifyAuthentication(await sourceOf(uri, line), options, signal, (done) =>
        step(STEPS[done]),
      );
      if (result.outcome === 'no-message') {
        void window.showInformationMessage('There is no message here to verify. Open one, or put the cursor into it.');
        return undefined;
      }
      const lines = renderAuthentication(result);
      output.append(withIgnored(lines, ignored));
      output.show();
      return { lines, ignored };
    },
  });
