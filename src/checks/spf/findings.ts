type Nothing = Readonly<Record<never, string>>;

/** About the SPF record of a domain and all that it includes. */
export interface SpfFindings {
  'spf-none': Nothing;
  /** What a receiver gets for a client; `term` is the one that decided, empty where none did. */
  'spf-of-client': {
    readonly sender: string;
    readonly result: string;
    readonly domain: string;
    readonly term: string;
  };
  'spf-several': { readonly count: number };
  /** The whole record with what it costs. */
  'spf-costs': { readonly lookups: number; readonly voids: number; readonly records: number; readonly text: string };
  'spf-lookups': { readonly lookups: number; readonly most: readonly string[] };
  'spf-voids': { readonly voids: number; readonly terms: readonly string[] };
  'spf-include-none': { readonly term: string; readonly at: string };
  'spf-include-several': { readonly term: string; readonly at: string };
  'spf-loop': { readonly term: string; readonly at: string };
  'spf-mx-names': { readonly count: number; readonly at: string };
  'spf-long': { readonly octets: number };
  'spf-cut': Nothing;
}
