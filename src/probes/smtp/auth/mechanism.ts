import type { ChannelBinding } from '../../tls.ts';

/** Octets, a character each (U+0000 to U+00FF). */
export type Octets = string;

/** The mechanisms that the probe speaks, the strongest that takes a password first. */
export const MECHANISMS = [
  'SCRAM-SHA-256-PLUS',
  'SCRAM-SHA-256',
  'CRAM-MD5',
  'PLAIN',
  'LOGIN',
  'OAUTHBEARER',
  'XOAUTH2',
] as const;

export type Mechanism = (typeof MECHANISMS)[number];

/** Their secret is an access token, not a password. */
export const TOKENS: ReadonlySet<Mechanism> = new Set(['OAUTHBEARER', 'XOAUTH2'] as const);

/** What logs in, and where. */
export interface Login {
  readonly user: string;
  /** The password, or the token. */
  readonly secret: string;
  /** The server as asked, which OAUTHBEARER names. */
  readonly host: string;
  readonly port: number;
  /** The TLS connection that SCRAM shall be bound to; `not-offered`: it could be, and the server does not offer it. */
  readonly binding?: ChannelBinding | 'not-offered';
}

/** Cryptography, from outside; a hash that this machine forbids (MD5 under FIPS) gives undefined. */
export interface SaslCrypto {
  hmac(hash: 'md5' | 'sha256', key: Octets, data: Octets): Octets | undefined;
  sha256(data: Octets): Octets;
  /** PBKDF2 with HMAC-SHA-256, 32 octets (RFC 5802 2.2, Hi). */
  stretch(password: Octets, salt: Octets, iterations: number): Promise<Octets>;
  random(count: number): Octets;
}

/** What keeps a login from going on, said without anything that it holds. */
export type LoginProblem =
  /** User name, password or token cannot be sent by this mechanism. */
  | { readonly kind: 'bad-login'; readonly what: 'user' | 'secret'; readonly why: Unsendable }
  | { readonly kind: 'bad-challenge'; readonly why: BadChallenge }
  /** SCRAM: more rounds than anybody computes for a stranger, or none. */
  | { readonly kind: 'bad-iterations'; readonly iterations: number }
  /** SCRAM: the server does not show that it knows the password (RFC 5802 3). */
  | { readonly kind: 'unproven'; readonly why: 'forged' | 'missing' }
  | { readonly kind: 'no-hash'; readonly hash: 'MD5' }
  /** There is no TLS that the login could be bound to. */
  | { readonly kind: 'no-binding' };

export type Unsendable = 'empty' | 'nul' | 'too-long' | 'forbidden-character' | 'mixed-direction' | 'no-token';

/**
 * `not-base64`; `form`: not as the mechanism has it; `nonce`: SCRAM's nonce is not ours with more behind it, so that the
 * answer is for somebody else's login (RFC 5802 5.1); `too-many`: asked for more than the mechanism has.
 */
export type BadChallenge = 'not-base64' | 'form' | 'nonce' | 'too-many';

export type Answer =
  | { readonly ok: true; readonly octets: Octets }
  | { readonly ok: false; readonly problem: LoginProblem };

export const answer = (octets: Octets): Answer => ({ ok: true, octets });
export const problem = (problem: LoginProblem): Answer => ({ ok: false, problem });
export const badChallenge = (why: BadChallenge): Answer => problem({ kind: 'bad-challenge', why });

/** One login by one mechanism (RFC 4422 3), from the client's side. */
export interface Exchange {
  /** What the client says first; absent where the server begins. */
  readonly first?: Octets;
  /** Answers a challenge behind that. */
  answer(challenge: Octets): Promise<Answer>;
  /** What is still missing when the server says that the login is done. */
  lacks?(): LoginProblem | undefined;
  /** What the server said of a token or a proof that it refuses. */
  refusal?(): LoginRefusal | undefined;
  /** Rounds that the server asked for (SCRAM). */
  iterations?(): number | undefined;
  /** What was computed from the secret and must not be shown. */
  readonly derived: readonly Octets[];
}

/** The members of the JSON in which a server says why it refuses a token (RFC 7628 3.2.2), or SCRAM's error (RFC 5802 7). */
export interface LoginRefusal {
  readonly status: string;
  readonly scope?: string;
  readonly schemes?: string;
  readonly description?: string;
}

export type Begun =
  | { readonly ok: true; readonly exchange: Exchange }
  | { readonly ok: false; readonly problem: LoginProblem };

export const begun = (exchange: Exchange): Begun => ({ ok: true, exchange });
export const unsendable = (what: 'user' | 'secret', why: Unsendable) =>
  ({ ok: false, problem: { kind: 'bad-login', what, why } }) as const;
