import type { RecordType } from '../../probes/ports.ts';

/** About the DNSSEC of the zone that a domain lies in. */
export interface DnssecFindings {
  'dnssec-unsigned': Readonly<Record<never, string>>;
  'dnssec-valid': { readonly algorithms: readonly string[]; readonly server: string };
  /** The resolver does not say that it validated. */
  'dnssec-not-validated': { readonly server: string };
  /** Records that a validating resolver holds back; `why` are its own explanations. */
  'dnssec-bogus': { readonly types: readonly RecordType[]; readonly why: readonly string[] };
  /** Keys, but nothing at the parent. */
  'dnssec-no-ds': { readonly tags: readonly number[] };
  /** A DS at the parent, but no keys. */
  'dnssec-no-keys': { readonly tags: readonly number[] };
  'dnssec-ds-mismatch': { readonly tags: readonly number[]; readonly keys: readonly number[] };
  /** One DS of several fits no key. */
  'dnssec-ds-stray': { readonly tag: number };
  'dnssec-ds-length': { readonly tag: number; readonly digits: number; readonly expected: number };
  'dnssec-algorithm': { readonly algorithm: string };
  'dnssec-digest': { readonly digest: string };
  'dnssec-signatures-end': { readonly type: string; readonly hours: number };
  'dnssec-nsec3-iterations': { readonly iterations: number };
}
