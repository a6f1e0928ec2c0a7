import {
  type Begun,
  type Login,
  MECHANISMS,
  type Mechanism,
  type SaslCrypto,
  TOKENS,
  unsendable,
} from './mechanism.ts';
import { cramMd5, login, plain } from './passwords.ts';
import { scram } from './scram.ts';
import { oauthBearer, xoauth2 } from './tokens.ts';

/** Characters of an answer in base64, its line break included (RFC 4954 4). */
export const LONGEST_ANSWER = 12_288;
/** Octets of user name and secret: with them no answer is longer. */
const LONGEST = 9000;

/** A mechanism to log in with, or why there is none. */
export type Choice =
  | { readonly kind: 'chosen'; readonly mechanism: Mechanism }
  /** No AUTH at all, or none of its words. */
  | { readonly kind: 'no-auth' }
  /** The one that was asked for is not among those that are offered; or where none was, none that takes a password. */
  | { readonly kind: 'not-offered'; readonly asked?: Mechanism };

/** What stands behind AUTH in the answer to EHLO, in capitals, each once (RFC 4954 3). */
export const offeredIn = (parameters: string): readonly string[] => [
  ...new Set(
    parameters
      .toUpperCase()
      .split(/[\s=]+/)
      .filter((word) => /^[A-Z0-9_-]{1,20}$/.test(word)),
  ),
];

/** The mechanism that was asked for, else the strongest one for a password that is offered; `isBindable`: there is TLS. */
export function chooseMechanism(offered: readonly string[], asked: Mechanism | undefined, isBindable: boolean): Choice {
  if (offered.length === 0) return { kind: 'no-auth' };
  if (asked !== undefined) {
    return offered.includes(asked) ? { kind: 'chosen', mechanism: asked } : { kind: 'not-offered', asked };
  }
  const mechanism = MECHANISMS.find(
    (one) => !TOKENS.has(one) && offered.includes(one) && (isBindable || one !== 'SCRAM-SHA-256-PLUS'),
  );
  return mechanism === undefined ? { kind: 'not-offered' } : { kind: 'chosen', mechanism };
}

/** What is offered that the probe does not speak. */
export const notSpoken = (offered: readonly string[]): readonly string[] =>
  offered.filter((one) => !(MECHANISMS as readonly string[]).includes(one));

/** Begins a login. What cannot be sent ends it before anything is. */
export function beginLogin(mechanism: Mechanism, asked: Login, crypto: SaslCrypto): Begun {
  for (const what of ['user', 'secret'] as const) {
    if (asked[what] === '') return unsendable(what, 'empty');
    if (asked[what].length > LONGEST) return unsendable(what, 'too-long');
  }
  switch (mechanism) {
    case 'SCRAM-SHA-256-PLUS':
      if (typeof asked.binding !== 'object') return { ok: false, problem: { kind: 'no-binding' } };
      return scram(asked, crypto);
    case 'SCRAM-SHA-256':
      return scram(asked, crypto);
    case 'CRAM-MD5':
      return cramMd5(asked, crypto);
    case 'PLAIN':
      return plain(asked);
    case 'LOGIN':
      return login(asked);
    case 'OAUTHBEARER':
      return oauthBearer(asked);
    case 'XOAUTH2':
      return xoauth2(asked);
  }
}
