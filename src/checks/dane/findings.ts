import type { TlsaFault } from './fault.ts';

type Nothing = Readonly<Record<never, string>>;

/** About the TLSA records of the exchangers of a domain (RFC 7672). */
export interface DaneFindings {
  'dane-none': { readonly hosts: readonly string[] };
  /** Records that may be used, of a host. */
  'dane-found': { readonly records: readonly string[]; readonly server: string; readonly compared: boolean };
  /** The others have some. */
  'dane-missing': Nothing;
  /** Exchangers that are too many to be looked at. */
  'dane-left': { readonly hosts: readonly string[] };
  'dane-mx-insecure': Nothing;
  /** The zone of the host is not signed. */
  'dane-insecure': { readonly zone: string };
  'dane-not-validated': { readonly server: string };
  'dane-bogus': { readonly why: readonly string[] };
  'dane-unusable': { readonly record: string; readonly fault: TlsaFault };
  'dane-none-usable': Nothing;
  /** No record fits what the server shows; `shown` is the record that would. */
  'dane-mismatch': { readonly shown: string };
  /** Some fit, these do not. */
  'dane-rollover': { readonly records: readonly string[] };
  'dane-certificate': { readonly problems: readonly string[] };
  'dane-no-tls': Nothing;
  'dane-not-reached': { readonly step: string; readonly detail: string };
}
