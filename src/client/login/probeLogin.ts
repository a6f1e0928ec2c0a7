import { commands, Disposable, window } from 'vscode';
import { withIgnored } from '../../report/ignoredSettings.ts';
import { runCancellable } from '../cancellable.ts';
import { askForName } from '../nameInput.ts';
import type { ProbeHistory, ProbeReport } from '../probeHistory.ts';
import type { ProbeOutput } from '../probeOutput.ts';
import { ignoredSettings } from '../settings/ignoredSettings.ts';
import { probeSettings } from '../settings/settings.ts';
import { chosenWay, WAY_SETTINGS } from '../settings/waySettings.ts';
import { askForSecret, askLoginAs, type LoginAs } from './askForLogin.ts';
import type { KeptLogins } from './keptLogins.ts';

const SETTINGS = [
  'dns.servers',
  'dns.timeout',
  'smtp.timeout',
  'smtp.heloName',
  'smtp.connectTo',
  ...WAY_SETTINGS,
] as const;

const ASK = {
  title: 'Probe SMTP Login',
  prompt: 'Host of the server, with its port: 587 for STARTTLS, 465 for TLS from the start. No mail is sent.',
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
      title: `Probed the login at ${target}`,
      target,
      start: () => probe(target, as, output, kept),
    });
  };
  return Disposable.from(
    commands.registerCommand('mailTriage.probeSmtpLogin', run),
    commands.registerCommand('mailTriage.forgetSmtpLogins', () => forget(kept)),
  );
}

async function probe(
  target: string,
  as: LoginAs,
  output: ProbeOutput,
  kept: KeptLogins,
): Promise<ProbeReport | undefined> {
  const settings = probeSettings();
  // A kept secret is for the server of that name: it goes nowhere else, whatever the settings say.
  const isElsewhere = Object.keys(settings.connectTo).length > 0;
  const given = await askForSecret(target, as, isElsewhere ? undefined : kept);
  if (given === undefined) return undefined;
  return runCancellable({
    title: `Probing the login at ${target.slice(0, 100)}`,
    run: async (signal, step) => {
      const way = await chosenWay();
      if (way === undefined) return undefined;
      const { smtpServer } = await import('../../probes/node/main.ts');
      const { renderSmtpProbe } = await import('../../report/smtpProbeReport.ts');
      const ignored = await ignoredSettings(SETTINGS);
      const { secret, ...consent } = given;
      const auth = { ...as, ...consent, secret: () => secret };
      const lines = renderSmtpProbe(
        await smtpServer(target, { ...settings, ...way, auth }, signal, ({ step: name }) => step(name.toUpperCase())),
      );
      output.append(withIgnored(lines, ignored));
      output.show();
      return { lines, ignored };
    },
  });
}

/** Forgets one login that was kept, or all of them. */
async function forget(kept: KeptLogins): Promise<void> {
  const names = await kept.names();
  if (names.length === 0) {
    await window.showInformationMessage('No password or token of a login is kept.');
    return;
  }
  const items = [
    ...names.map((name) => ({ label: name.user, description: name.target, name })),
    { label: 'All of them', description: `${names.length}`, name: undefined },
  ];
  const chosen = await window.showQuickPick(items, { title: 'Forget SMTP Logins', placeHolder: 'What to forget' });
  if (chosen === undefined) return;
  if (chosen.name === undefined) await kept.forgetAll();
  else await kept.forget(chosen.name);
  await window.showInformationMessage(
    chosen.name === undefined ? 'All kept logins are forgotten.' : `The login of ${chosen.label} is forgotten.`,
  );
}
