import { defined } from '../../text/defined.ts';
/** What a Received field says of TLS. */
export interface TlsOfHop {
  readonly tls: boolean;
  readonly tlsVersion?: string;
  readonly cipher?: string;
}

/**
 * TLS by the protocol keyword (RFC 3848 and RFC 6531 4.3, a final S before an optional A; IronPort's `ESMTP/TLS/X`), by
 * Exim's `tls` clause, or by what a comment says: Postfix `using TLSv1.3 with cipher X`, sendmail and Google
 * `version=TLSv1.3 cipher=X`, Exchange `version=TLS1_2, cipher=X`, OpenSMTPD `TLSv1.3:X:256:NO`, Exim `TLS1.3` or
 * `TLS1.2:X:256`, Courier `TLS: TLSv1.2,256bits,X`, SmarterMail `version=TLS\Tls12`, qmail `X encrypted`, Mimecast
 * `Using TLS` and `with STARTTLS`, Exchange 2007 `TLS`.
 */
export function tlsOf(protocol: string | undefined, tlsClause: string | undefined, notes: readonly string[]): TlsOfHop {
  let version: string | undefined;
  let cipher = tlsClause;
  let said = false;
  for (const note of notes.slice(0, 40)) {
    const match = VERSION.exec(note);
    if (match !== null && version === undefined) {
      const family = match[1]?.toUpperCase();
      version = `${family}v${match[2]}${family === 'TLS' ? `.${match[3] ?? '0'}` : ''}`;
      cipher ??= match[4];
    }
    cipher ??= CIPHER.exec(note)
      ?.slice(1)
      .find((name) => name !== undefined);
    said ||= SAID.test(note);
  }
  cipher ??= /^E?SMTPA?\/TLS\/([A-Za-z0-9_-]{3,80})$/i.exec(protocol ?? '')?.[1];
  const byKeyword = protocol !== undefined && KEYWORD.test(protocol);
  return {
    tls: byKeyword || said || version !== undefined || cipher !== undefined,
    ...defined({ tlsVersion: version, cipher }),
  };
}

const KEYWORD = /^(?:(?:UTF8)?(?:E?SMTP|LMTP)SA?|HTTPS|E?SMTPA?\/TLS(?:\/.{0,80})?)$/i;
const VERSION = /(?:^|[\s=\\])(TLS|SSL)v?(\d)(?:[._]?(\d))?(?=$|[\s,:;)])(?::([A-Z0-9_-]{3,80}))?/i;
const CIPHER =
  /(?:^|[\s,;])(?:with cipher |cipher=)([A-Za-z0-9_-]{3,80})|^([A-Z0-9_-]{3,80}) encrypted$|,\d{1,4}bits,([A-Z0-9_-]{3,80})/;
/** The word alone; `not using STARTTLS` says the opposite. */
const SAID = /^(?:(?:using )?TLS|STARTTLS)$/i;
