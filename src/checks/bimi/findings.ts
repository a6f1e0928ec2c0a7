type Nothing = Readonly<Record<never, string>>;

/** About the picture beside a domain's messages (BIMI). */
export interface BimiFindings {
  'bimi-none': Nothing;
  'bimi-several': { readonly count: number };
  /** Empty addresses: the domain wants no picture. */
  'bimi-declined': Nothing;
  /** DMARC does not ask for enough; `why` is the record's tag that says so. */
  'bimi-dmarc-weak': { readonly domain: string; readonly why: string };
  'bimi-not-svg': { readonly address: string };
  'bimi-no-evidence': Nothing;
  'bimi-found': { readonly picture: string; readonly evidence: string };
}
