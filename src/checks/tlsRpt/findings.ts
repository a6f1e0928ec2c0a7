type Nothing = Readonly<Record<never, string>>;

/** About reports on TLS (RFC 8460). */
export interface TlsRptFindings {
  'tls-rpt-none': Nothing;
  'tls-rpt-several': { readonly count: number };
  'tls-rpt-found': { readonly addresses: readonly string[] };
}
