import type { HiddenSecrets } from './hidden.ts';
import type { LoginProblem, LoginRefusal, Mechanism, SaslCrypto } from './mechanism.ts';

/** A login that a probe shall try (RFC 4954). */
export interface LoginPlan {
  /** None: the strongest one for a password that the server offers. */
  readonly mechanism?: Mechanism;
  readonly user: string;
  /** Password or token; asked for when the login is said, so that no value of a plan or a result holds it. */
  readonly secret: () => string;
  /** The user has said that the secret may go in the clear where there is no TLS. */
  readonly withoutTls?: true;
  readonly crypto: SaslCrypto;
  /** What no step, finding or reply may show; one for all connections of a probe, since a server can say it in the next one. */
  readonly hidden: HiddenSecrets;
}

/** Why a login was not tried or not ended. */
export type LoginFailure = { readonly step: 'auth' } & (
  | LoginProblem
  /** There is no TLS, and the user has not said that it may be without; nothing was sent. */
  | { readonly kind: 'login-needs-tls' }
  | { readonly kind: 'no-auth' }
  | { readonly kind: 'mechanism-not-offered'; readonly asked?: Mechanism; readonly offered: readonly string[] }
);

/** What is worth knowing of a login. */
export type LoginFinding =
  | { readonly code: 'login-accepted'; readonly user: string; readonly mechanism: Mechanism }
  /** Mechanisms that are offered and that the probe does not speak. */
  | { readonly code: 'login-mechanisms-not-tried'; readonly mechanisms: readonly string[] }
  /** `hashed`: the secret itself is not sent. */
  | { readonly code: 'login-in-clear' | 'login-untrusted-tls'; readonly mechanism: Mechanism; readonly hashed: boolean }
  | { readonly code: 'login-few-iterations'; readonly iterations: number }
  | { readonly code: 'login-refused-why'; readonly refusal: LoginRefusal }
  /** The server said the secret, or what was sent of it, back; that is not shown. */
  | { readonly code: 'secret-echoed' };
