import type { Span } from '../text/span.ts';

/**
 * What a secret is: user name and password of one login; a password; what was computed from one, so that it can be
 * guessed; a token or key that lets in whoever has it; an answer of a login that nobody here can read; a private key;
 * keys of a TLS session; a password that was shown elsewhere in the ticket, once more.
 */
export type SecretKind =
  | 'login'
  | 'password'
  | 'digest'
  | 'token'
  | 'response'
  | 'private-key'
  | 'session-key'
  | 'again';

/** A part of a text that must not be shared. */
export interface Secret extends Span {
  readonly kind: SecretKind;
  /** It stands in base64. */
  readonly encoded: boolean;
}

/** A secret and, where they can be read from it, the passwords that may stand elsewhere too. */
export interface FoundSecret extends Secret {
  readonly passwords: readonly string[];
}

/** What tells a reader that a secret stood here; both also read as base64 of a login's answer (RFC 4954 4). */
export const MASK = 'MASKED';
export const ENCODED_MASK = 'MASKED/PASSWORD/';

const HIDDEN =
  /^(?:[*xX•●#.…_-]{3,200}|\*{3}[A-Z ]{3,60}\*{3}|[<[({]{1,2}(?:[\p{L}\p{M}_.,:'’*/-]{0,60}|(?=[^<>]{0,60}[ ])[\p{L}\p{M}\d _.,:'’*/-]{0,60})[>\])}]{1,2}|\$\{\w{1,60}\}|\$?(?:null|nil|none|undefined|true|false|yes|no|on|off|hidden|redacted|removed|masked|censored|PROVIDED_BUT_REMOVED|\/\* secret \*\/))$/iu;
/** Also in several lines that an encoding joins. */
const MASKED = /^(?:MASKED)+(?![A-Za-z0-9])/;

/** Whether somebody has put a word in the place of the secret already, or there is none. */
export const isHidden = (value: string): boolean =>
  value.length < 300 && (value.trim() === '' || MASKED.test(value) || HIDDEN.test(value));

/** A key with its words masked; what a tool or a quoting mail program put in front of its lines stays. */
export const maskedKey = (key: string): string =>
  key.replace(/[^\s>|]*[A-Za-z0-9][^\s>|]*/g, (word) => (/^[A-Z]:$/.test(word) ? word : MASK));
