import type { Trust } from '../../core/trace/trust.ts';
import type { Answer, AnswerStatus } from '../../probes/ports.ts';

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

/** What was added: how many lines, and how they start. */
interface Added {
  readonly lines: string;
  readonly text: string;
}

interface Named {
  readonly name: string;
}

interface Changed {
  readonly was: string;
  readonly now: string;
}

interface Unanswered extends Named {
  readonly status: AnswerStatus;
}

type Nothing = Readonly<Record<never, never>>;

/** What each finding is told with. */
export interface AuthenticationData {
  // the body
  readonly 'body-cut': Added;
  readonly 'body-top-added': Added;
  readonly 'body-footer-in-part': Added;
  readonly 'body-part-added': Added;
  readonly 'body-wrapped': Nothing;
  readonly 'body-dots': { readonly how: 'lost' | 'added' };
  readonly 'body-from-quoting': Nothing;
  readonly 'body-trailing-blanks': { readonly how: 'stripped' | 'added' };
  readonly 'body-line-ends': Nothing;
  readonly 'body-charset': Changed;
  readonly 'body-base64-rewrapped': Nothing;
  readonly 'body-quoted-printable': { readonly now: string };
  readonly 'body-canonicalization': { readonly stated: string; readonly used: string };
  /** `megabytes`: of a larger body no other change is looked for. */
  readonly 'body-links-rewritten': { readonly by: string; readonly megabytes?: string };
  readonly 'body-missing': Nothing;
  readonly 'body-signed-empty': Nothing;
  readonly 'body-changed': Nothing;
  readonly 'body-unsearched': { readonly megabytes: string };
  readonly 'body-length-limit': { readonly signed: string; readonly behind: string };
  // the header
  readonly 'header-genuine': Nothing;
  readonly 'header-subject-tag': { readonly tag: string };
  readonly 'header-field-added': Named;
  readonly 'header-refolded': Nothing;
  readonly 'header-encoding-changed': Changed;
  readonly 'header-from-rewritten': Nothing;
  readonly 'header-changed': Nothing;
  // the signature; `when` in milliseconds since 1970
  readonly 'signature-expired': { readonly when: string };
  readonly 'signature-from-future': { readonly when: string };
  readonly 'signature-tag-missing': { readonly tags: string };
  readonly 'signature-unknown-algorithm': { readonly algorithm: string; readonly c: string };
  readonly 'signature-from-not-signed': Nothing;
  readonly 'signature-sha1': Nothing;
  readonly 'signature-lenient': { readonly warning: string };
  readonly 'signature-other': { readonly comment: string };
  // the key
  readonly 'key-missing': Named;
  readonly 'key-no-record': Named;
  readonly 'key-unanswered': Unanswered;
  readonly 'key-revoked': Named;
  readonly 'key-too-short': { readonly bits: string };
  readonly 'key-short': { readonly bits: string };
  readonly 'key-type': Named & { readonly key: string; readonly signature: string };
  readonly 'key-hash': Named & { readonly hash: string };
  readonly 'key-not-email': Named & { readonly services: string };
  readonly 'key-version': Named & { readonly version: string };
  readonly 'key-unreadable': Named;
  readonly 'key-testing': Nothing;
  readonly 'key-several': Named & { readonly count: string };
  // SPF
  readonly 'spf-no-address': Nothing;
  readonly 'spf-no-sender': Nothing;
  readonly 'spf-unanswered': Unanswered & { readonly type: string };
  readonly 'spf-error': { readonly why: string };
  // ARC
  readonly 'arc-chain-broken': { readonly why: string };
  readonly 'arc-unanswered': Unanswered;
}

export type AuthenticationCode = keyof AuthenticationData;

/** Findings that explain no failure. */
export type NoteCode = Extract<
  AuthenticationCode,
  'header-genuine' | 'key-short' | 'key-testing' | 'body-length-limit' | 'signature-lenient'
>;

/** What was found, without wording, with the data of its own code. */
export type AuthenticationFinding = {
  readonly [Code in AuthenticationCode]: { readonly code: Code; readonly data: AuthenticationData[Code] };
}[AuthenticationCode];

/** A finding; codes that are told with nothing are given nothing. */
export const finding = <Code extends AuthenticationCode>(
  code: Code,
  ...[data]: Nothing extends AuthenticationData[Code] ? [] : [AuthenticationData[Code]]
): AuthenticationFinding => ({ code, data: data ?? {} }) as AuthenticationFinding;

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
  /** Signatures behind those, which count as well. */
  readonly moreSignatures?: number;
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

const NOTES: Readonly<Record<NoteCode, true>> = {
  'header-genuine': true,
  'key-short': true,
  'key-testing': true,
  'body-length-limit': true,
  'signature-lenient': true,
};
export const isNote = ({ code }: AuthenticationFinding): boolean => Object.hasOwn(NOTES, code);
