import type { Span } from '../../text/span.ts';

/** Of a finding that says all with its code. */
export type NoData = Readonly<Record<never, string>>;

/** Every mistake that is looked for in a record text, with what its message is filled with. */
export interface RecordProblemData {
  'record-not-ascii': { readonly char: string };
  'record-version': { readonly version: string; readonly value: string };
  'record-version-not-first': { readonly version: string };
  'record-tag-malformed': { readonly text: string };
  'record-tag-repeated': { readonly tag: string };
  'record-tag-unknown': { readonly tag: string };
  'record-tag-missing': { readonly tag: string };
  'record-semicolon-missing': { readonly tag: string };
  'record-value': { readonly tag: string; readonly value: string; readonly values: string };
  'record-wrong-name': { readonly name: string; readonly expected: string };
  'record-several': { readonly count: string };
  'record-string-too-long': { readonly length: string };
  'record-quotes': NoData;
  'spf-version-missing': { readonly text: string };
  'spf-sender-id': NoData;
  'spf-version': { readonly text: string };
  'spf-unknown-mechanism': { readonly term: string };
  'spf-equals': { readonly term: string };
  'spf-modifier-unknown': { readonly name: string };
  'spf-range': { readonly range: string; readonly isPrivate: string };
  'spf-itself': { readonly name: string };
  'spf-blank-missing': { readonly text: string };
  'spf-value-missing': { readonly name: string };
  'spf-value-unexpected': { readonly name: string };
  'spf-address': { readonly name: string; readonly address: string };
  'spf-prefix-length': { readonly prefix: string };
  'spf-domain': { readonly name: string; readonly domain: string };
  'spf-macro': { readonly text: string };
  'spf-too-many-lookups': { readonly count: string };
  'spf-ptr': NoData;
  'spf-pass-all': NoData;
  'spf-neutral-all': NoData;
  'spf-after-all': { readonly term: string };
  'spf-redirect-ignored': NoData;
  'spf-no-end': NoData;
  'spf-version-again': NoData;
  'spf-term-repeated': { readonly term: string };
  'spf-modifier-repeated': { readonly name: string };
  'dmarc-policy-not-second': NoData;
  'dmarc-address': { readonly tag: string; readonly address: string };
  'dmarc-address-scheme': { readonly tag: string; readonly address: string };
  'dmarc-no-effect': NoData;
  'dmarc-partly': { readonly percent: string };
  'dmarc-tag-removed': { readonly tag: string };
  'dkim-key-revoked': NoData;
  'dkim-key-testing': NoData;
  'dkim-key-blanks': NoData;
  'dkim-key-base64': { readonly text: string };
  'dkim-key-unreadable': { readonly algorithm: string };
  'dkim-key-too-short': { readonly bits: string };
  'dkim-key-short': { readonly bits: string };
  'dkim-key-sha1': NoData;
  'tls-rpt-address': { readonly address: string };
  'bimi-address': { readonly tag: string; readonly address: string };
}

export type RecordProblemCode = keyof RecordProblemData;

/** A mistake, or something worth knowing, without wording; offsets into the record's text. */
export type RecordProblem = {
  readonly [Code in RecordProblemCode]: Span & { readonly code: Code; readonly data: RecordProblemData[Code] };
}[RecordProblemCode];

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

/** Codes that say all. */
type BareCode = {
  [Code in RecordProblemCode]: RecordProblemData[Code] extends NoData
    ? NoData extends RecordProblemData[Code]
      ? Code
      : never
    : never;
}[RecordProblemCode];

export function problem<Code extends BareCode>(code: Code, span: Span): RecordProblem;
export function problem<Code extends RecordProblemCode>(
  code: Code,
  span: Span,
  data: RecordProblemData[Code],
): RecordProblem;
export function problem(code: RecordProblemCode, { start, end }: Span, data: object = {}): RecordProblem {
  // The overloads hold code and data together.
  return { code, start, end, data } as RecordProblem;
}
