import { commands, Disposable, window } from 'vscode';
import { askForName } from './nameInput.ts';
import { createAfterwards } from './smtp/afterwards.ts';
import type { ProbeDesk } from './smtp/desk.ts';
import { registerFlows } from './smtp/flows.ts';
import { askForm } from './smtp/form.ts';
import { envelopeHere } from './smtp/prefill.ts';
import { serverProbe } from './smtp/probeServer.ts';
import {
  draftOf,
  familyRow,
  portsRow,
  recipientsRow,
  STOP_WORDS,
  senderRow,
  stopRow,
  tlsRow,
  whereRow,
} from './smtp/rows.ts';
import { registerSample } from './smtp/sample.ts';
import { registerSessions } from './smtp/session.ts';

const ASK = {
  title: 'Probe SMTP Server',
  prompt: 'Host, address or mail domain, with a port if it is not 25. No mail is sent.',
  placeHolder: 'mx1.example.org or mx1.example.org:587',
};

export function registerProbes(all: ProbeDesk): Disposable {
  const { output, history, server, choices } = all;
  const afterwards = createAfterwards(history, server);
  const probe = async (given: unknown): Promise<void> => {
    if (typeof given === 'string' && given.trim() !== '') return afterwards.run(serverProbe(output, given.trim()));
    const target = await askForName(ASK);
    if (target === undefined) return;
    const draft = draftOf(choices.get(), await envelopeHere(server));
    const started = await askForm({
      title: `Probe SMTP Server ${target.slice(0, 100)}`,
      placeHolder: 'Enter starts it as it stands; choose a row to change it.',
      go: () => ({ label: '$(plug) Probe', detail: `It goes up to ${STOP_WORDS[draft.stopAfter]}; no mail is sent.` }),
      rows: [
        whereRow(draft),
        portsRow(draft),
        familyRow(draft),
        tlsRow(draft),
        stopRow(draft),
        senderRow(draft),
        recipientsRow(draft),
      ],
    });
    if (!started) return;
    if (draft.stopAfter === 'rcpt' && draft.recipients === '') {
      await window.showInformationMessage('To ask about recipients, name one in the row Recipients.');
      return;
    }
    choices.set(draft);
    await afterwards.run(serverProbe(output, target, draft));
  };
  return Disposable.from(
    afterwards,
    registerSessions(server, output, afterwards),
    registerFlows(all, afterwards),
    registerSample({ server, output, choices, afterwards }),
    commands.registerCommand('mailTriage.probeSmtpServer', probe),
    commands.registerCommand('mailTriage.repeatProbe', async () => {
      if (!(await history.repeat())) await window.showInformationMessage('No probe has run in this window yet.');
    }),
    commands.registerCommand('mailTriage.showOutput', () => output.show()),
  );
}
