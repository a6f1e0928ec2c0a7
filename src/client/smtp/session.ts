import { commands, Disposable, window } from 'vscode';
import { defined } from '../../core/text/defined.ts';
import { cutTo } from '../../core/text/few.ts';
import { phrase } from '../../core/text/words.ts';
import { differencesRequest, type Recipe, type RecipeStep } from '../../protocol/session.ts';
import { askForLogin, askLoginAs, type LoginAs } from '../login/askForLogin.ts';
import { t } from '../platform/words.ts';
import type { Afterwards } from './afterwards.ts';
import { type Place, placeOf, recipeAt, registerCopySession } from './copySession.ts';
import type { ProbeDesk } from './desk.ts';
import { type SmtpRun, streamProbes } from './stream.ts';

export const registerSessions = (desk: ProbeDesk, afterwards: Afterwards): Disposable =>
  Disposable.from(
    registerCopySession(desk.server),
    commands.registerCommand('mailTriage.runSession', async (uri: unknown, line: unknown) => {
      const place = placeOf(uri, line);
      if (place !== undefined) await runAgain(desk, afterwards, place);
    }),
  );

async function runAgain({ server, output, logins }: ProbeDesk, afterwards: Afterwards, place: Place): Promise<void> {
  const recipe = await recipeAt(server, place);
  if (recipe === undefined) return;
  if (recipe.host === undefined) {
    await window.showInformationMessage(t('The text does not say to which server this session went.'));
    return;
  }
  const target = recipe.host.includes(':') ? `[${recipe.host}]:${recipe.port}` : `${recipe.host}:${recipe.port}`;
  const agreed = await confirm(recipe, target);
  if (agreed === undefined) return;
  const { until, as } = agreed;
  const finish = (report: readonly string[]): Promise<readonly string[]> =>
    server.request(differencesRequest, { ...place, report, until }).catch(() => report);
  await afterwards.run({
    title: phrase('Ran a session with {0} again', target),
    target,
    start: async () => {
      // What was agreed to once is not agreed to for good: a message is asked about each time.
      if (until === 'MESSAGE' && !(await mayBeSent(recipe, target))) return undefined;
      const auth = as === undefined ? undefined : await askForLogin(target, as, logins);
      if (auth === 'given-up') return undefined;
      const runs: readonly SmtpRun[] = [{ target, plan: { ...planOf(recipe, until), ...defined({ auth }) }, finish }];
      return streamProbes(output, { title: t('Running the session with {0} again', target.slice(0, 100)), runs });
    },
  });
}

const ORDER: readonly RecipeStep[] = ['BANNER', 'EHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'MESSAGE'];

/** How far a session goes that is run again, and who logs in in it. */
interface Agreed {
  readonly until: RecipeStep;
  readonly as?: LoginAs;
}

/**
 * The step up to which it is to go; nothing is sent unless that is chosen. The login of a session is left out unless
 * somebody logs in: the text tells neither who nor with what password.
 */
async function confirm(recipe: Recipe, target: string, as?: LoginAs): Promise<Agreed | undefined> {
  const reached = ORDER.indexOf(recipe.reached === 'AUTH' && as === undefined ? 'STARTTLS' : recipe.reached);
  const careful = ORDER[Math.min(reached, ORDER.indexOf('RCPT'))] as RecipeStep;
  const run = t('Run up to {0}', careful);
  const other = t('Choose the Last Step…');
  const logIn = t('Log In, Too…');
  const choice = await window.showInformationMessage(
    t('Run this session with {0} again?', target),
    { modal: true, detail: detailOf(recipe, careful, as) },
    run,
    other,
    ...(recipe.auth !== undefined && as === undefined ? [logIn] : []),
  );
  if (choice === run) return { until: careful, ...defined({ as }) };
  if (choice === logIn) {
    const chosen = await askLoginAs(target, recipe.auth);
    return chosen && confirm(recipe, target, chosen);
  }
  if (choice !== other) return undefined;
  const steps = ORDER.slice(0, reached + 1).filter(
    (step) =>
      step !== 'DATA' &&
      (step !== 'STARTTLS' || recipe.tls === 'starttls') &&
      (step !== 'AUTH' || (recipe.auth !== undefined && as !== undefined)),
  );
  const items = steps.map((step) => ({
    label: step,
    description: step === 'MESSAGE' ? t('the message is SENT; you are asked once more') : t('nothing is sent'),
    step,
  }));
  const item = await window.showQuickPick(items, { title: t('Run the session with {0} up to', target) });
  return item && { until: item.step, ...defined({ as }) };
}

/** What would be said, in words. */
function detailOf(recipe: Recipe, until: RecipeStep, as: LoginAs | undefined): string {
  const { envelope, hello, helo, tls, auth } = recipe;
  const says = (step: RecipeStep): boolean => ORDER.indexOf(step) <= ORDER.indexOf(until);
  const lines = [
    ...(recipe.hostFromGreeting
      ? [t('The text does not say where it connected; this is the name that the server gave.')]
      : []),
    ...(tls === 'implicit' ? [t('TLS from the first byte')] : []),
    ...(says('EHLO') ? [`${hello === 'LHLO' ? 'LHLO' : 'EHLO'} ${helo ?? t('with the name of the settings')}`] : []),
    ...(tls === 'starttls' && says('STARTTLS') ? [t('STARTTLS, and EHLO again')] : []),
    ...(as !== undefined && says('AUTH') ? [t('AUTH as {0}; the secret is asked for next', as.user)] : []),
    ...(auth !== undefined && as === undefined ? [t('no AUTH: the login of the session ({0}) is left out', auth)] : []),
    ...(envelope !== undefined && says('MAIL') ? [`MAIL FROM:<${envelope.from}>`] : []),
    ...(envelope !== undefined && says('RCPT') ? recipientsOf(envelope.recipients) : []),
    ...['QUIT', ...recipe.cut.map((clause) => `(${clause})`), ''],
    t('No message is sent.'),
  ];
  return lines.map((line) => cutTo(line, 300)).join('\n');
}

const recipientsOf = (recipients: readonly { readonly address: string }[]): readonly string[] => [
  ...recipients.slice(0, 10).map(({ address }) => `RCPT TO:<${address}>`),
  ...(recipients.length > 10 ? [t('and {0} more recipients', recipients.length - 10)] : []),
];

async function mayBeSent({ envelope, message }: Recipe, target: string): Promise<boolean> {
  const octets = new TextEncoder().encode(message?.lines.join('\r\n') ?? '').length;
  const to = envelope?.recipients
    .map(({ address }) => address)
    .join(', ')
    .slice(0, 500);
  const send = t('Send');
  const detail = [
    t('Sender: {0}', envelope?.from || t('<> (the null sender)')),
    t('Recipient: {0}', to ?? ''),
    t('Size: {0} bytes', octets),
    '',
    t('The message is sent for real.'),
  ].join('\n');
  return (
    (await window.showWarningMessage(t('Send the message through {0}?', target), { modal: true, detail }, send)) ===
    send
  );
}

function planOf({ hello, helo, tls, envelope, message }: Recipe, until: RecipeStep): SmtpRun['plan'] {
  const says = ORDER.indexOf(until) >= ORDER.indexOf('MAIL') && envelope !== undefined;
  return {
    ...(hello === 'LHLO' && { protocol: 'lmtp' as const }),
    ...(helo !== undefined && { helo }),
    tls: tls === 'starttls' ? 'required' : tls,
    ...(until !== 'MESSAGE' && { stopAfter: STOPS[until] }),
    ...(says && {
      envelope: {
        from: envelope.from,
        recipients: until === 'MAIL' ? [] : envelope.recipients.map(({ address }) => address),
        mailParameters: envelope.parameters,
        rcptParameters: envelope.recipients[0]?.parameters ?? [],
      },
    }),
    ...(until === 'MESSAGE' && message !== undefined && { message: { text: `${message.lines.join('\r\n')}\r\n` } }),
  };
}

const STOPS: Readonly<Record<Exclude<RecipeStep, 'MESSAGE'>, NonNullable<SmtpRun['plan']['stopAfter']>>> = {
  BANNER: 'banner',
  EHLO: 'hello',
  STARTTLS: 'secured',
  AUTH: 'auth',
  MAIL: 'mail',
  RCPT: 'rcpt',
  DATA: 'rcpt',
};
