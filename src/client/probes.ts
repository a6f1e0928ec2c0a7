import { commands, Disposable, window } from 'vscode';
import { askForLogin, type LoginAs } from './login/askForLogin.ts';
import type { KeptLogins } from './login/keptLogins.ts';
import { askForName, problemOf } from './nameInput.ts';
import { t } from './platform/words.ts';
import { registerRepeat } from './repeat.ts';
import { createAfterwards } from './smtp/afterwards.ts';
import { type Choices, STOPS } from './smtp/choices.ts';
import type { ProbeDesk } from './smtp/desk.ts';
import { registerFlows } from './smtp/flows.ts';
import { askForm } from './smtp/form.ts';
import { envelopeHere } from './smtp/prefill.ts';
import { serverProbe } from './smtp/probeServer.ts';
import {
  draftOf,
  familyRow,
  type LoginDraft,
  loginRow,
  policiesRow,
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
import { withPort } from './smtp/target.ts';

const ASK = {
  title: t('Probe SMTP Server'),
  prompt: t('Host, address or mail domain, with a port if it is not 25. No mail is sent.'),
  placeHolder: t('mx1.example.org or mx1.example.org:587'),
};

/** Asks for the secret of a login; what is kept goes to the one server only that it was kept for. */
const secretOf =
  (as: LoginAs, target: string, { where, ports: [port = 25, ...others] }: Choices, logins: KeptLogins) =>
  () => {
    const isOne = where === 'one' && others.length === 0;
    return isOne
      ? askForLogin(withPort(target, port), as, logins)
      : askForLogin(where === 'mx' ? t('every exchanger of {0}', target) : target, as, undefined);
  };

export function registerProbes(all: ProbeDesk): Disposable {
  const { output, history, server, choices } = all;
  const afterwards = createAfterwards(history, server);
  const probe = async (given: unknown): Promise<void> => {
    if (typeof given === 'string' && given.trim() !== '') {
      const problem = problemOf(given.trim());
      if (problem === undefined) return afterwards.run(serverProbe(output, given.trim()));
      await window.showInformationMessage(problem);
      return;
    }
    const target = await askForName(ASK);
    if (target === undefined) return;
    const draft = draftOf(choices.get(), await envelopeHere(server));
    const login: LoginDraft = {};
    const logsIn = (): void => {
      if (STOPS.indexOf(draft.stopAfter) < STOPS.indexOf('auth')) draft.stopAfter = 'auth';
    };
    const started = await askForm({
      title: t('Probe SMTP Server {0}', target.slice(0, 100)),
      placeHolder: t('Enter starts it as it stands; choose a row to change it.'),
      go: () => ({
        label: `$(plug) ${t('Probe')}`,
        detail: t('It goes up to {0}; no mail is sent.', STOP_WORDS[draft.stopAfter]),
      }),
      rows: [
        whereRow(draft),
        portsRow(draft),
        familyRow(draft),
        tlsRow(draft),
        policiesRow(draft),
        stopRow(draft),
        loginRow(login, target, logsIn),
        senderRow(draft),
        recipientsRow(draft),
      ],
    });
    if (!started) return;
    if (draft.stopAfter === 'rcpt' && draft.recipients === '') {
      await window.showInformationMessage(t('To ask about recipients, name one in the row Recipients.'));
      return;
    }
    if (draft.stopAfter === 'auth' && login.as === undefined) {
      await window.showInformationMessage(t('To ask about a login, name who logs in in the row Login.'));
      return;
    }
    choices.set({ ...draft, stopAfter: draft.stopAfter === 'auth' ? 'secured' : draft.stopAfter });
    const secret = login.as === undefined ? undefined : secretOf(login.as, target, draft, all.logins);
    await afterwards.run(serverProbe(output, target, { ...draft }, secret));
  };
  return Disposable.from(
    afterwards,
    registerSessions(all, afterwards),
    registerFlows(all, afterwards),
    registerSample(all, afterwards),
    commands.registerCommand('mailTriage.probeSmtpServer', probe),
    registerRepeat(output, history),
  );
}
