/** About the CAA records that hold for a domain (RFC 8659). `at` is the name at which they stand. */
export interface CaaFindings {
  'caa-none': Readonly<Record<never, string>>;
  /** The issuers of each kind of certificate; undefined: as for ordinary ones. */
  'caa-found': {
    readonly at: string;
    readonly issuers: readonly string[];
    readonly wildcards?: readonly string[];
    readonly mail?: readonly string[];
  };
  'caa-forbidden': { readonly at: string };
  'caa-unrestricted': { readonly at: string };
  'caa-value': { readonly tag: string; readonly value: string; readonly suggestion: string };
  'caa-parameter': { readonly tag: string; readonly value: string };
  'caa-tag-unknown': { readonly tag: string; readonly meant: string };
  'caa-tag-critical': { readonly tag: string };
  'caa-flags': { readonly flags: number };
  'caa-iodef': { readonly value: string; readonly suggestion: string };
}
