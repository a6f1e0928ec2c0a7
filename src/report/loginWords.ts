import type { LoginFailure, LoginFinding } from '../probes/smtp/auth/loginPlan.ts';
import type { BadChallenge, Unsendable } from '../probes/smtp/auth/mechanism.ts';
import { MOST_ITERATIONS } from '../probes/smtp/auth/scram.ts';
import type { FailureWords } from './failureWords.ts';

const CLEAR_OPTION = '--auth-without-tls, or the open lock of the box for the password';

/** Why a login was not tried or not ended. */
export function wordLoginFailure(failure: LoginFailure, host: string): FailureWords {
  switch (failure.kind) {
    case 'login-needs-tls':
      return {
        code: 'login-needs-tls',
        text: `${host} gave no TLS, and a password is not sent in the clear: the login was not tried.`,
        next: `Switch STARTTLS on at the server, or probe the port that has TLS (465). Where the password may be read on the way, say so (${CLEAR_OPTION}).`,
        source: 'RFC 4954 9',
      };
    case 'no-auth':
      return {
        code: 'login-not-offered',
        text: `${host} offers no login (AUTH) here.`,
        next: 'Mail is submitted on 587 or 465; on port 25 most servers offer no login. Look whether logins are switched on.',
        source: 'RFC 4954 3',
      };
    case 'mechanism-not-offered':
      return {
        code: 'login-mechanism',
        text:
          failure.asked === undefined
            ? `${host} offers no mechanism for a password that this probe speaks, but: ${failure.offered.join(', ')}.`
            : `${host} does not offer ${failure.asked}, but: ${failure.offered.join(', ')}.`,
        next: 'Ask for one of those, with a token for XOAUTH2 and OAUTHBEARER, or switch another one on at the server.',
        source: 'RFC 4954 4',
      };
    case 'no-hash':
      return {
        code: 'login-mechanism',
        text: `CRAM-MD5 cannot be computed here: this machine does not allow ${failure.hash}.`,
        next: 'Ask for another mechanism.',
        source: 'RFC 4954 4',
      };
    case 'no-binding':
      return {
        code: 'login-needs-tls',
        text: `SCRAM-SHA-256-PLUS binds the login to TLS, and ${host} gave none: the login was not tried.`,
        next: 'Switch STARTTLS on at the server, or ask for SCRAM-SHA-256.',
        source: 'RFC 5802 6',
      };
    case 'bad-login':
      return {
        code: 'login-bad-secret',
        text: `the ${failure.what === 'user' ? 'user name' : 'password or token'} cannot be sent: ${UNSENDABLE[failure.why]}. Nothing of it was.`,
        next: 'Check what was typed or pasted, blanks and line ends at its ends too.',
        source: 'RFC 4013 2.3',
      };
    case 'bad-challenge':
      return {
        code: 'login-bad-challenge',
        text: `${host} asked in the login for what the mechanism does not have: ${BAD_CHALLENGE[failure.why]}. The login was given up.`,
        next: 'Look at the login of the server, and at what stands in front of it.',
        source: 'RFC 4954 4',
      };
    case 'bad-iterations':
      return {
        code: 'login-bad-challenge',
        text: `${host} asked for ${failure.iterations} rounds of the hash; between 1 and ${MOST_ITERATIONS} are computed. The login was given up.`,
        next: 'Look at the settings of SCRAM; 4096 rounds are usual, and some hundred thousand do no harm.',
        source: 'RFC 7677 4',
      };
    case 'unproven':
      return {
        code: 'login-unproven',
        text:
          failure.why === 'forged'
            ? `${host} does not know the password: its signature is wrong. It may be another server than the one that is meant.`
            : `${host} took the login without showing that it knows the password. It may be another server than the one that is meant.`,
        next: 'Look at who answers there (its certificate, its address); change the password if it was sent there by other mechanisms.',
        source: 'RFC 5802 3',
      };
  }
}

const UNSENDABLE: Readonly<Record<Unsendable, string>> = {
  empty: 'it is empty',
  nul: 'it holds a NUL',
  'too-long': 'it is longer than an answer may be',
  'forbidden-character': 'it holds a character that no login may hold',
  'mixed-direction': 'it mixes letters that are written from right to left with others',
  'no-token': 'a token has neither blanks nor letters beyond ASCII, and no "Bearer" in front of it',
};

const BAD_CHALLENGE: Readonly<Record<BadChallenge, string>> = {
  'not-base64': 'its challenge is no base64',
  form: 'its challenge is not of the form that is due',
  nonce: 'its nonce is not ours with more behind it, as of a server that repeats an earlier login',
  'too-many': 'it asked once more than there are answers',
};

/** A login that was refused, by the code (RFC 4954 4 and 6). */
export function loginRefused(code: number, host: string): FailureWords {
  const [text, next] = REFUSED.get(code) ?? [
    'refused the login',
    code < 500 ? 'Try again later; the words of the server say why.' : 'Read its words: they say why.',
  ];
  return { code: 'reply-refused', text: `${host} ${text} (${code}, its words are above).`, next, source: 'RFC 4954 6' };
}

const REFUSED: ReadonlyMap<number, readonly [text: string, next: string]> = new Map([
  [421, ['closed the connection instead of an answer to the login', 'Try again later.']],
  [
    432,
    [
      'wants the password to be changed or set anew for this mechanism first',
      'Log in once with PLAIN under TLS, or change the password.',
    ],
  ],
  [454, ['cannot check logins at the moment', 'Try again later; look at the service that knows the passwords.']],
  [500, ['does not know this form of a login', 'Ask for another mechanism; the line may be too long for it.']],
  [501, ['could not read the login', 'Look at its log: user name or password may hold what it does not take.']],
  [504, ['does not know the mechanism that it offers', 'Ask for another mechanism.']],
  [530, ['wants something else before a login', 'Probe with TLS (--tls required); read its words.']],
  [
    534,
    ['finds the mechanism too weak for this user', 'Ask for a stronger one, or use an app password, as its words say.'],
  ],
  [
    535,
    [
      'does not accept user name and password or token',
      'Check both, whether the whole address is wanted as user name, and whether the account may log in over SMTP.',
    ],
  ],
  [538, ['wants TLS for this mechanism', 'Probe with TLS (--tls required).']],
]);

interface Row<Finding> {
  readonly level: 'fail' | 'warning' | 'note' | 'pass';
  readonly says: (finding: Finding) => string;
  readonly next?: string;
  readonly source?: `RFC ${string}`;
}

const exposed = (hashed: boolean): string =>
  hashed ? 'what was computed from the password, by which it can be guessed' : 'the password or token';

/** What each finding of a login says. */
const ROWS: { readonly [Code in LoginFinding['code']]: Row<Extract<LoginFinding, { readonly code: Code }>> } = {
  'login-accepted': {
    level: 'pass',
    says: ({ user, mechanism }) => `${user} was logged in with ${mechanism}.`,
    source: 'RFC 4954 6',
  },
  'login-mechanisms-not-tried': {
    level: 'note',
    says: ({ mechanisms }) =>
      `The server also offers mechanisms that this probe does not speak: ${mechanisms.join(', ')}.`,
    source: 'RFC 4954 3',
  },
  'login-in-clear': {
    level: 'warning',
    says: ({ mechanism, hashed }) =>
      `The login went without TLS (${mechanism}): whoever is on the way could read ${exposed(hashed)}.`,
    next: 'Change the password where the way was not yours alone, and switch TLS on at the server.',
    source: 'RFC 4954 9',
  },
  'login-untrusted-tls': {
    level: 'warning',
    says: ({ mechanism, hashed }) =>
      `The certificate does not show who the server is (${mechanism}): somebody between could have read ${exposed(hashed)}.`,
    next: 'Mend the certificate: programs that check it do not log in, and users of those that do not are at risk.',
    source: 'RFC 4954 9',
  },
  'login-few-iterations': {
    level: 'warning',
    says: ({ iterations }) =>
      `The server hashes passwords with ${iterations} rounds; at least 4096 are due, or they are soon guessed.`,
    next: 'Set the passwords anew with more rounds.',
    source: 'RFC 7677 4',
  },
  'login-refused-why': {
    level: 'note',
    says: ({ refusal: { status, scope, schemes, description } }) =>
      [
        `The server says of the login: status ${status}`,
        ...(description === undefined ? [] : [description]),
        ...(scope === undefined ? [] : [`it wants the scope ${scope}`]),
        ...(schemes === undefined ? [] : [`it takes ${schemes}`]),
      ].join('; '),
    source: 'RFC 7628 3.2.2',
  },
  'secret-echoed': {
    level: 'fail',
    says: () =>
      'The server said the secret, or what was sent of it, back. That is not shown above; logs of servers and programs will have it.',
    next: 'Change the password, and find out why the server repeats what is secret.',
    source: 'RFC 4954 9',
  },
};

/** A finding of a login in words. */
export function wordLoginFinding(finding: LoginFinding) {
  const { level, says, next, source } = ROWS[finding.code] as Row<LoginFinding>;
  return { level, text: says(finding), next, source };
}

export const isLoginFinding = (finding: { readonly code: string }): finding is LoginFinding =>
  Object.hasOwn(ROWS, finding.code);
