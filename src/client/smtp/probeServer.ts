import { defined } from '../../core/text/defined.ts';
import { phrase } from '../../core/text/words.ts';
import type { GivenLogin } from '../login/askForLogin.ts';
import { t } from '../platform/words.ts';
import type { RememberedProbe } from '../probeHistory.ts';
import type { ProbeOutput } from '../probeOutput.ts';
import { bare, readRecipients } from './addresses.ts';
import type { Choices } from './choices.ts';
import { everyAddress } from './everyAddress.ts';
import { type SmtpRun, streamProbes } from './stream.ts';
import { withPort } from './target.ts';

/** The plan that choices make; the envelope only where it is to be said. */
function planOf({ tls, family, stopAfter, sender, recipients }: Choices): SmtpRun['plan'] {
  const says = stopAfter === 'mail' || stopAfter === 'rcpt';
  return {
    tls,
    ...familyOf(family),
    stopAfter,
    ...(says && {
      envelope: { from: bare(sender), recipients: stopAfter === 'rcpt' ? readRecipients(recipients) : [] },
    }),
  };
}

/** Addresses of one family only, where that is chosen. */
export const familyOf = (family: Choices['family']): { readonly family?: 4 | 6 } =>
  family === 'any' ? {} : { family: family === '4' ? 4 : 6 };

/** The usual probe as it is remembered: choices and all. `login` asks for the secret, each time. */
export const serverProbe = (
  output: ProbeOutput,
  target: string,
  choices?: Choices,
  login?: () => Promise<GivenLogin>,
): RememberedProbe => ({
  title: phrase('Probed SMTP server {0}', target),
  target,
  start: async () => {
    const title = t('Probing SMTP server {0}', target.slice(0, 100));
    if (choices === undefined) return streamProbes(output, { title, runs: [{ target, plan: {} }] });
    const given = await login?.();
    if (given === 'given-up') return undefined;
    const { ports, policies } = choices;
    const plan = { ...planOf(choices), ...defined({ auth: given }) };
    if (choices.where === 'mx') return everyAddress(output, { title, target, ports, plan, policies });
    const targets = [...new Set(ports.map((port) => withPort(target, port)))];
    return streamProbes(output, { title, runs: targets.map((one) => ({ target: one, plan })), policies });
  },
});
