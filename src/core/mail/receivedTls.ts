/** What a Received field says of TLS. */
export interface TlsOfHop {
  readonly tls: boolean;
  readonly tlsVersion?: string;
  readonly cipher?: string;
}

/**
 * TLS by the protocol keyword (RFC 3848 and RFC 6531 4.3, a final S before an optional A), by Exim's `tls` clause, or by a
 * comment: Postfix `using TLSv1.3 with cipher X`, sendmail and Google `version=TLSv1.3 cipher=X`, Exchange
 * `version=TLS1_2, cipher=X`, OpenSMTPD `TLSv1.3:X:256:NO`, Exim `TLS1.3` or `TLS1.2:X:256`.
 */
export function tlsOf(
  protocol: string | undefined,
  tlsClause: string | undefined,
  comments: readonly string[],
): TlsOfHop {
  let version: string | undefined;
  let cipher = tlsClause;
  for (const comment of comments.slice(0, 20)) {
    const match =
      /(?:^|[\s=])(TLS|SSL)v?(\d)(?:[._](\d))?(?=$|[\s,:;)])(?::([A-Z0-9_-]{3,80}))?/i.exec(comment) ?? undefined;
    if (match !== undefined && version === undefined) {
      version = `${match[1]?.toUpperCase()}v${match[2]}${match[1]?.toUpperCase() === 'TLS' ? `.${match[3] ?? '0'}` : ''}`;
      cipher ??= match[4];
    }
    cipher ??= /(?:^|[\s,;])(?:with cipher |cipher=)([A-Za-z0-9_-]{3,80})/.exec(comment)?.[1];
  }
  const byKeyword = protocol !== undefined && /^(?:(?:UTF8)?(?:E?SMTP|LMTP)SA?|HTTPS)$/i.test(protocol);
  return {
    tls: byKeyword || version !== undefined || cipher !== undefined,
    ...(version === undefined ? {} : { tlsVersion: version }),
    ...(cipher === undefined ? {} : { cipher }),
  };
}
