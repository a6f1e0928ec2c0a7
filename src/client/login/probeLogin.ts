import { commands, Disposable, window } from 'vscode';
import { phrase } from '../../core/text/words.ts';
import { askForName } from '../nameInput.ts';
import { t } from '../platform/words.ts';
import type { ProbeHistory } from '../probeHistory.ts';
import type { ProbeOutput } from '../probeOutput.ts';
import { streamProbes } from '../smtp/stream.ts';
import { askForLogin, askLoginAs } from './askForLogin.ts';
import type { KeptLogins } from './keptLogins.ts';

const ASK = {
  title: t('Probe SMTP Login'),
  prompt: t('Host of the server, with its port: 587 for STARTTLS, 465 for TLS from the start. No mail is sent.'),
  placeHolder: 'smtp.example.org:587',
};

/** The probe that logs in, and the command that forgets what it was told to keep. */
export function registerLoginProbe(output: ProbeOutput, history: ProbeHistory, kept: KeptLogins): Disposable {
  const run = async (given: unknown): Promise<void> => {
    const typed = typeof given === 'string' && given.trim() !== '' ? given.trim() : await askForName(ASK);
    if (typed === undefined) return;
    const target = /:\d{1,5}$/.test(typed) ? typed : `${typed}:587`;
    const as = await askLoginAs(target);
    if (as === undefined) return;
    // What is remembered for the next time asks for the secret anew.
    await history.run({
      title: phrase('Probed the login at {0}', target),
      target,
      start: async () => {
        const auth = await askForLogin(target, as, kept);
        if (auth === 'given-up') return undefined;
        const title = t('Probing the login at {0}', target.slice(0, 100));
        return streamProbes(output, { title, runs: [{ target, plan: { auth } }] });
      },
    });
  };
  return Disposable.from(
    commands.registerCommand('mailTriage.probeSmtpLogin', run),
    commands.registerCommand('mailTriage.forgetSmtpLogins', () => forget(kept)),
  );
}

/** Forgets one login that was kept, or all of them. */
async function forget(kept: KeptLogins): Promise<void> {
  const names = await kept.names();
  if (names.length === 0) {
    await window.showInformationMessage(t('No password or token of a login is kept.'));
    return;
  }
  const items = [
    ...names.map((name) => ({ label: name.user, description: name.target, name })),
    { label: t('All of them'), description: `${names.length}`, name: undefined },
  ];
  const chosen = await window.showQuickPick(items, {
    title: t('Forget SMTP Logins'),
    placeHolder: t('What to forget'),
  });
  if (chosen === undefined) return;
  if (chosen.name === undefined) await kept.forgetAll();
  else await kept.forget(chosen.name);
  await window.showInformationMessage(
    chosen.name === undefined ? t('All kept logins are forgotten.') : t('The login of {0} is forgotten.', chosen.label),
  );
}
