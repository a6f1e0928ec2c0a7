import type { Trust } from '../../core/mail/header/trust.ts';
import type { Answer } from '../../probes/ports.ts';

/** What verifying the authentication of one message came to; this room makes it, src/report words it. */
export interface AuthenticationResult {
  /** Decoded; empty where the message has none. */
  readonly subject: string;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly outcome: 'checked' | 'cancelled' | 'no-message' | 'too-large';
  readonly source: SourceBytes;
  /** One for each DKIM-Signature field, topmost first. */
  readonly dkim: readonly SignatureCheck[];
  readonly arc: ArcCheck;
  readonly spf: SpfCheck;
  readonly dmarc: DmarcCheck;
  readonly claims: readonly Claim[];
  /** Every question that was asked, in the order of asking. */
  readonly answers: readonly Answer[];
}

/** Where the bytes came from, and what may have been lost on the way. */
export interface SourceBytes {
  readonly from: 'file' | 'editor' | 'input';
  /** The line breaks as they were found; a message in transit has CR LF only (RFC 5321 2.3.8). */
  readonly lineEnds: 'crlf' | 'lf' | 'mixed' | 'none';
  /** Bytes of the message. */
  readonly size: number;
  /** The header alone was there. */
  readonly headerOnly: boolean;
  /** UTF-8 of U+FFFD in it: an editor or tool could not read what stood there. */
  readonly lostBytes: boolean;
}

/**
 * RFC 8601 2.7. `unchecked` stands for everything that could not be found out, `temperror` among it: it says nothing
 * about the message.
 */
export type MethodResult = 'pass' | 'fail' | 'softfail' | 'neutral' | 'none' | 'policy' | 'permerror' | 'unchecked';

/** What was found, without wording. */
export interface AuthenticationFinding {
  readonly code: AuthenticationCode;
  readonly data: Readonly<Record<string, string>>;
}

export type AuthenticationCode =
  // the body
  | 'body-cut'
  | 'body-top-added'
  | 'body-footer-in-part'
  | 'body-part-added'
  | 'body-wrapped'
  | 'body-dots'
  | 'body-from-quoting'
  | 'body-trailing-blanks'
  | 'body-line-ends'
  | 'body-charset'
  | 'body-base64-rewrapped'
  | 'body-quoted-printable'
  | 'body-canonicalization'
  | 'body-links-rewritten'
  | 'body-missing'
  | 'body-signed-empty'
  | 'body-changed'
  | 'body-length-limit'
  // the header
  | 'header-genuine'
  | 'header-subject-tag'
  | 'header-field-added'
  | 'header-refolded'
  | 'header-encoding-changed'
  | 'header-from-rewritten'
  | 'header-changed'
  // the signature
  | 'signature-expired'
  | 'signature-from-future'
  | 'signature-tag-missing'
  | 'signature-unknown-algorithm'
  | 'signature-from-not-signed'
  | 'signature-sha1'
  | 'signature-lenient'
  | 'signature-other'
  // the key
  | 'key-missing'
  | 'key-no-record'
  | 'key-unanswered'
  | 'key-revoked'
  | 'key-too-short'
  | 'key-short'
  | 'key-type'
  | 'key-hash'
  | 'key-not-email'
  | 'key-version'
  | 'key-unreadable'
  | 'key-testing'
  | 'key-several'
  // SPF
  | 'spf-no-address'
  | 'spf-no-sender'
  | 'spf-unanswered'
  | 'spf-error'
  // ARC
  | 'arc-chain-broken'
  | 'arc-unanswered';

export interface SignatureCheck {
  /** Empty where the tag is missing. */
  readonly domain: string;
  readonly selector: string;
  readonly algorithm: string;
  /** `relaxed/simple`, as the signature has it. */
  readonly canonicalization: string;
  readonly result: MethodResult;
  readonly findings: readonly AuthenticationFinding[];
}

export interface ArcCheck {
  /** Sets in the message; 0 where there is no chain. */
  readonly sets: number;
  readonly result: MethodResult;
  /** Who sealed, oldest first. */
  readonly sealers: readonly string[];
  readonly findings: readonly AuthenticationFinding[];
}

export interface SpfCheck {
  readonly result: MethodResult;
  /** Whose record was evaluated: of the envelope sender, or of the HELO name (RFC 7208 2.3, 2.4). */
  readonly identity: 'mailfrom' | 'helo';
  readonly domain: string;
  readonly ip?: string;
  readonly helo?: string;
  /** The name of the field in which the address was found. */
  readonly recordedIn?: string;
  /** The server that recorded the address. */
  readonly recordedBy?: string;
  /** Where the envelope sender was found: a field's name. */
  readonly senderFrom?: string;
  readonly record?: string;
  readonly findings: readonly AuthenticationFinding[];
}

/** Whether the domain of a method stands for the author's (RFC 9989 4.4). */
export interface Alignment {
  readonly method: 'spf' | 'dkim';
  readonly domain: string;
  readonly result: MethodResult;
  readonly mode: 'strict' | 'relaxed';
  /** Undefined where it could not be found out. */
  readonly aligned?: boolean;
}

export interface DmarcCheck {
  readonly result: MethodResult;
  /** The domain of From; empty where there is none, or several. */
  readonly author: string;
  /** Why there is no result. */
  readonly reason?:
    | 'no-author-domain'
    | 'multiple-author-domains'
    | 'invalid-author-domain'
    | 'multiple-from-fields'
    | 'dns'
    | 'methods-unchecked';
  /** Where the record was found. */
  readonly policyDomain?: string;
  readonly policy?: string;
  readonly record?: string;
  readonly testing: boolean;
  readonly alignments: readonly Alignment[];
}

/** One result in an Authentication-Results field, held against what was found here. */
export interface Claim {
  readonly server: string;
  /** How far the field can be believed. */
  readonly trust: Trust;
  readonly method: string;
  /** The domain that it is about, where it says so. */
  readonly about?: string;
  readonly claimed: string;
  readonly found: MethodResult;
  /** Undefined where it could not be compared. */
  readonly agrees?: boolean;
}
