type Nothing = Readonly<Record<never, string>>;

/** About the keys that a domain signs with (RFC 6376). */
export interface DkimFindings {
  /** As `google (RSA 2048)`. */
  'dkim-found': { readonly keys: readonly string[] };
  /** `_domainkey` does not exist, so nothing below it does. */
  'dkim-none': Nothing;
  /** None of the usual selectors has a key; `below`: there are names below `_domainkey` all the same. */
  'dkim-none-known': { readonly tried: number; readonly below: boolean };
  /** A selector that was asked for has no key. */
  'dkim-key-missing': { readonly selector: string };
  'dkim-not-a-key': { readonly selector: string; readonly text: string };
  'dkim-alias-gone': { readonly selector: string; readonly target: string };
  'dkim-several': { readonly selector: string; readonly count: number };
  /** Every selector has the same record. */
  'dkim-wildcard': { readonly text: string; readonly isRevoked: boolean };
  /** A service may send for the domain, but signs with a name of its own. */
  'dkim-service-unsigned': {
    readonly service: string;
    readonly selectors: readonly string[];
    /** SPF says nothing about the author's domain, either. */
    readonly isOwnEnvelope: boolean;
  };
}
