import type { Login } from '../../probes/node/smtp.ts';
import type { Mechanism } from '../../probes/smtp/auth/mechanism.ts';
import type { OptionRows, OptionValues } from '../options.ts';
import { note } from '../output.ts';

/** What each mechanism takes, the strongest first. */
const SECRETS: Readonly<Record<Mechanism, 'Password' | 'Access token'>> = {
  'SCRAM-SHA-256-PLUS': 'Password',
  'SCRAM-SHA-256': 'Password',
  'CRAM-MD5': 'Password',
  PLAIN: 'Password',
  LOGIN: 'Password',
  OAUTHBEARER: 'Access token',
  XOAUTH2: 'Access token',
};
const MECHANISMS = Object.keys(SECRETS) as readonly Mechanism[];

/** How a probe logs in; the secret itself is no option. */
export const loginOptions = {
  auth: {
    kind: 'maybe',
    value: '[MECHANISM]',
    words:
      /^(?:PLAIN|LOGIN|XOAUTH2?|OAUTHBEARER|ANONYMOUS|EXTERNAL|NTLM|GSSAPI|GSS-SPNEGO|KERBEROS_V[45]|SRP|OTP|SKEY|(?:CRAM|DIGEST)-MD5|SCRAM-SHA\S{0,20})$/i,
    about: `log in, with the strongest mechanism for a password that is offered, or with ${MECHANISMS.join(', ')}`,
  },
  user: { kind: 'text', value: 'USER', about: 'who logs in; the password or token is asked for without echo' },
  'password-fd': { kind: 'text', value: 'NUMBER', about: 'read it from the first line of this file descriptor' },
  'password-env': { kind: 'text', value: 'NAME', about: 'take it from this environment variable' },
  'auth-without-tls': {
    kind: 'flag',
    about: 'send it in the clear where the server has no TLS, so that anybody on the way can read it',
  },
} as const satisfies OptionRows;

type LoginRead = { readonly ok: true; readonly auth?: Login } | { readonly ok: false; readonly problem: string };

const wrong = (problem: string): LoginRead => ({ ok: false, problem });

/** The login that the options ask for, its secret read; or what is wrong, without anything of the secret. */
export async function readLogin(values: OptionValues<typeof loginOptions>, target: string): Promise<LoginRead> {
  const { auth, user } = values;
  if (auth === undefined) {
    const other = (['user', 'password-fd', 'password-env', 'auth-without-tls'] as const).find((one) => one in values);
    return other === undefined ? { ok: true } : wrong(`--${other} goes with --auth`);
  }
  const asked = auth.toUpperCase();
  const mechanism = MECHANISMS.find((one) => one === asked);
  if (asked !== '' && mechanism === undefined) return wrong(`--auth speaks ${MECHANISMS.join(', ')}, and no other`);
  if (user === undefined || user === '') return wrong('--auth needs --user');
  const withoutTls = values['auth-without-tls'] === true;
  const what = mechanism === undefined ? 'Password' : SECRETS[mechanism];
  if (withoutTls) {
    note(
      `--auth-without-tls: where ${target} has no TLS, the ${what.toLowerCase()} goes in the clear, and anybody on the way can read it`,
    );
  }
  const { readSecret } = await import('./secret.ts');
  const source = { fd: values['password-fd'], env: values['password-env'] };
  const read = await readSecret(source, `${what} of ${user} at ${target}: `);
  if (!read.ok) return read;
  return { ok: true, auth: loginOf(user, read.secret, mechanism, withoutTls) };
}

const loginOf = (user: string, secret: string, mechanism: Mechanism | undefined, withoutTls: boolean): Login => ({
  user,
  secret: () => secret,
  ...(mechanism !== undefined && { mechanism }),
  ...(withoutTls && { withoutTls }),
});
