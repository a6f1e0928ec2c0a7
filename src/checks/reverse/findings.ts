/** About the names of addresses (RFC 1912 2.1, RFC 8501). */
export interface ReverseFindings {
  /** Address and name of each, as `203.0.113.5 mx.contoso.test`. */
  'reverse-found': { readonly pairs: readonly string[] };
  /** `host` is the exchanger that has the address; none where the address itself was asked about. */
  'reverse-none': { readonly host?: string };
  /** None of the names leads back to the address. */
  'reverse-unconfirmed': { readonly names: readonly string[]; readonly host?: string };
  /** The name looks as if a provider had made it out of the address. */
  'reverse-generic': { readonly name: string; readonly host?: string };
  'reverse-several': { readonly names: readonly string[]; readonly followed: number; readonly host?: string };
  'reverse-not-looked-up': { readonly left: number };
  /** The name said in HELO, and the addresses that it has instead. */
  'helo-not-qualified': { readonly helo: string };
  'helo-no-such-name': { readonly helo: string };
  'helo-differs': { readonly helo: string; readonly addresses: readonly string[] };
  'helo-fits': { readonly helo: string };
}
