import type { Span } from '../../text/span.ts';

/** Every mistake that is looked for in a record text. */
export type RecordProblemCode =
  | 'record-not-ascii'
  | 'record-version'
  | 'record-version-not-first'
  | 'record-tag-malformed'
  | 'record-tag-repeated'
  | 'record-tag-unknown'
  | 'record-tag-missing'
  | 'record-semicolon-missing'
  | 'record-value'
  | 'record-wrong-name'
  | 'record-several'
  | 'record-string-too-long'
  | 'spf-version'
  | 'spf-unknown-mechanism'
  | 'spf-blank-missing'
  | 'spf-value-missing'
  | 'spf-value-unexpected'
  | 'spf-address'
  | 'spf-prefix-length'
  | 'spf-domain'
  | 'spf-macro'
  | 'spf-too-many-lookups'
  | 'spf-ptr'
  | 'spf-pass-all'
  | 'spf-neutral-all'
  | 'spf-after-all'
  | 'spf-redirect-ignored'
  | 'spf-no-end'
  | 'spf-modifier-repeated'
  | 'dmarc-policy-not-second'
  | 'dmarc-address'
  | 'dmarc-no-effect'
  | 'dmarc-partly'
  | 'dmarc-tag-removed'
  | 'dkim-key-revoked'
  | 'dkim-key-testing'
  | 'dkim-key-base64'
  | 'dkim-key-unreadable'
  | 'dkim-key-too-short'
  | 'dkim-key-short'
  | 'dkim-key-sha1'
  | 'tls-rpt-address'
  | 'bimi-address';

/** A mistake, or something worth knowing, without wording; offsets into the record's text. */
export interface RecordProblem extends Span {
  readonly code: RecordProblemCode;
  /** Filled into the message. */
  readonly data: { readonly [name: string]: string };
}

/** One `name=value` of a tag list (RFC 6376 3.2); the span holds both. */
export interface RecordTag extends Span {
  readonly name: string;
  readonly nameSpan: Span;
  /** Blanks around it taken off. */
  readonly value: string;
  readonly valueSpan: Span;
}

/** One mechanism or modifier of SPF (RFC 7208 4.6.1). */
export interface SpfTerm extends Span {
  readonly kind: 'mechanism' | 'modifier' | 'unknown';
  /** In small letters. */
  readonly name: string;
  readonly nameSpan: Span;
  /** `+` where none is written (RFC 7208 4.6.2); modifiers have none. */
  readonly qualifier?: '+' | '-' | '~' | '?';
  /** What stands behind the colon or equals sign, without the prefix lengths. */
  readonly value?: string;
  readonly valueSpan?: Span;
}

export interface SpfRecord {
  readonly kind: 'spf';
  readonly terms: readonly SpfTerm[];
  /** Terms of this record that make the receiver ask the DNS (RFC 7208 4.6.4); included records add theirs. */
  readonly lookups: number;
  readonly problems: readonly RecordProblem[];
}

export type TagRecordKind = 'dmarc' | 'dkim-key' | 'mta-sts' | 'tls-rpt' | 'bimi';

export interface TagRecord {
  readonly kind: TagRecordKind;
  readonly tags: readonly RecordTag[];
  /** Of a DKIM key, as far as it could be read. */
  readonly key?: DkimKey;
  readonly problems: readonly RecordProblem[];
}

export interface DkimKey {
  /** `rsa`, `ed25519`, or what `k=` says. */
  readonly algorithm: string;
  /** Length of the modulus or key in bits; undefined where it cannot be read. */
  readonly bits?: number;
}

/** A text record that is understood, as a tree; offsets are relative to the joined text. */
export type RecordText = SpfRecord | TagRecord;

export function problem(
  code: RecordProblemCode,
  span: Span,
  data: { readonly [name: string]: string } = {},
): RecordProblem {
  return { code, start: span.start, end: span.end, data };
}
