import { type QuickInputButton, ThemeIcon, window } from 'vscode';
import type { Login } from '../../probes/node/main.ts';
import type { Mechanism } from '../../probes/smtp/auth/mechanism.ts';
import { t } from '../platform/words.ts';
import { probeSettings } from '../settings/settings.ts';
import type { KeptLogins } from './keptLogins.ts';

/** Who logs in, without the secret: what may be remembered. */
export interface LoginAs {
  readonly user: string;
  /** None: the strongest one for a password that the server offers. */
  readonly mechanism?: Mechanism;
}

/** The secret, and what the user said of it in the very box where it was typed. */
interface GivenSecret {
  readonly secret: string;
  readonly withoutTls?: true;
}

const MECHANISMS: readonly { readonly label: string; readonly description: string; readonly mechanism?: Mechanism }[] =
  [
    { label: t('The strongest one for a password'), description: t('of those that the server offers') },
    {
      label: 'SCRAM-SHA-256-PLUS',
      description: t('password, which is not sent; bound to TLS'),
      mechanism: 'SCRAM-SHA-256-PLUS',
    },
    { label: 'SCRAM-SHA-256', description: t('password, which is not sent'), mechanism: 'SCRAM-SHA-256' },
    { label: 'CRAM-MD5', description: t('password, sent as a digest'), mechanism: 'CRAM-MD5' },
    { label: 'PLAIN', description: t('password'), mechanism: 'PLAIN' },
    { label: 'LOGIN', description: t('password'), mechanism: 'LOGIN' },
    { label: 'OAUTHBEARER', description: t('access token'), mechanism: 'OAUTHBEARER' },
    { label: 'XOAUTH2', description: t('access token, as Google and Microsoft have it'), mechanism: 'XOAUTH2' },
  ];

/** Asks who logs in and how, `usual` first where it is spoken here; undefined where the user gives up. */
export async function askLoginAs(target: string, usual?: string): Promise<LoginAs | undefined> {
  const typed = await window.showInputBox({
    title: t('Log in at {0}', target),
    prompt: t('User name, often the whole mail address. The password is asked for next.'),
    placeHolder: 'alice@example.org',
    ignoreFocusOut: true,
  });
  const user = typed?.trim();
  if (user === undefined || user === '') return undefined;
  const first = MECHANISMS.filter(({ label }) => label === usual);
  const others = MECHANISMS.filter(({ label }) => label !== usual);
  const chosen = await window.showQuickPick([...first, ...others], {
    title: t('Log in at {0}', target),
    placeHolder: t('How to log in'),
  });
  if (chosen === undefined) return undefined;
  return { user, ...(chosen.mechanism !== undefined && { mechanism: chosen.mechanism }) };
}

/** The login of a probe with its secret; `given-up` where the user left the box. */
export type GivenLogin = Login | 'given-up';

/** The login of `as` at a target: its secret is asked for. A kept one is used, and kept, only where `kept` is given. */
export async function askForLogin(target: string, as: LoginAs, kept: KeptLogins | undefined): Promise<GivenLogin> {
  // A kept secret is for the server of that name: it goes nowhere else, whatever the settings say.
  const isElsewhere = Object.keys(probeSettings().connectTo).length > 0;
  const given = await askForSecret(target, as, isElsewhere ? undefined : kept);
  if (given === undefined) return 'given-up';
  const { secret, ...consent } = given;
  return { ...as, ...consent, secret: () => secret };
}

/**
 * Asks for a password or token in a masked box. It is kept only where the user switches that on there, and is sent
 * without TLS only where the user switches that on there. `kept`: none where nothing kept may be used for this target.
 */
async function askForSecret(
  target: string,
  { user, mechanism }: LoginAs,
  kept: KeptLogins | undefined,
): Promise<GivenSecret | undefined> {
  const known = await kept?.get(target, user);
  const isToken = mechanism === 'OAUTHBEARER' || mechanism === 'XOAUTH2';
  const what = isToken ? t('Access token of {0}', user) : t('Password of {0}', user);
  const empty = isToken ? t('The access token is empty.') : t('The password is empty.');
  const box = window.createInputBox();
  const keep: QuickInputButton = {
    iconPath: new ThemeIcon('save'),
    tooltip: t('Keep it in the secret storage, or not'),
  };
  const clear: QuickInputButton = {
    iconPath: new ThemeIcon('unlock'),
    tooltip: t('Send it without TLS too, or not'),
  };
  const chosen = { keeps: false, withoutTls: false };
  const show = (): void => {
    const used = known === undefined ? '' : ` ${t('Empty: the kept one is used.')}`;
    const stays = chosen.keeps ? t('It is kept in the secret storage.') : t('It is not kept.');
    const goes = chosen.withoutTls
      ? t('IT IS SENT IN THE CLEAR where the server has no TLS, and anybody on the way can read it.')
      : t('It is sent under TLS only.');
    box.prompt = `${what}.${used} ${stays} ${goes}`;
  };
  box.title = t('Log in at {0}', target);
  box.password = true;
  box.ignoreFocusOut = true;
  box.buttons = kept === undefined ? [clear] : [keep, clear];
  show();
  const answer = new Promise<string | undefined>((resolve) => {
    box.onDidTriggerButton((button) => {
      if (button === keep) chosen.keeps = !chosen.keeps;
      else chosen.withoutTls = !chosen.withoutTls;
      show();
    });
    box.onDidAccept(() => {
      if (box.value === '' && known === undefined) box.validationMessage = empty;
      else resolve(box.value || known);
    });
    box.onDidHide(() => resolve(undefined));
  });
  box.show();
  const secret = await answer;
  box.dispose();
  if (secret === undefined) return undefined;
  if (chosen.keeps) await kept?.keep(target, user, secret);
  return { secret, ...(chosen.withoutTls && { withoutTls: true }) };
}
