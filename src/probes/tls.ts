/** What a handshake gave. */
export interface TlsInfo {
  /** `TLSv1.3` */
  readonly version: string;
  readonly cipher: string;
  /** How the key was agreed on: `X25519`, `DH 2048`; absent where the TLS library does not tell. */
  readonly keyExchange?: string;
  /** Why the certificate is not trusted, in OpenSSL's code, the one that it met first; undefined when it is. */
  readonly distrust?: string;
  readonly subject?: string;
  readonly issuer?: string;
  readonly names: readonly string[];
  /** ISO 8601. */
  readonly notBefore?: string;
  readonly notAfter?: string;
  /**
   * What the server showed, its own certificate first, then those of its issuers, at most ten. The last one may be an
   * authority that this machine knows and that the server did not show.
   */
  readonly chain: readonly ShownCertificate[];
  /** What the server stapled about its own certificate; absent where it stapled nothing. */
  readonly revocation?: Revocation;
}

/** One certificate of a chain. */
export interface ShownCertificate {
  /** The common name, or the organisation where there is none. */
  readonly subject: string;
  readonly issuer: string;
  /** ISO 8601. */
  readonly notBefore?: string;
  readonly notAfter?: string;
  /** `RSA 2048`, `EC prime256v1`. */
  readonly key: string;
  /** `SHA-256 with RSA`. */
  readonly signature?: string;
  /** It is its own issuer. */
  readonly selfSigned?: true;
  /** It is among the authorities that this machine trusts. */
  readonly known?: true;
  /** Where its issuer's certificate can be had, as it says itself (RFC 5280 4.2.2.1). */
  readonly issuerAt?: string;
  /** SHA-256 of the whole certificate and of its public key, and SHA-512 of both, in capital hexadecimal digits (RFC 6698 2.1). */
  readonly digests: Readonly<Record<'cert-sha256' | 'spki-sha256' | 'cert-sha512' | 'spki-sha512', string>>;
  /** Both whole, in capital hexadecimal digits. */
  readonly cert: string;
  readonly spki: string;
}

/** A stapled OCSP response (RFC 6066 8). `from`, `until`: when it was made and how long it may be believed, ISO 8601. */
export type Revocation =
  | {
      readonly status: 'good' | 'revoked' | 'unknown';
      readonly from?: string;
      readonly until?: string;
      /** When it was revoked, ISO 8601. */
      readonly since?: string;
    }
  | {
      readonly status: 'unusable';
      /** It cannot be read, is about another certificate, has not the issuer's signature, the issuer is not shown, or its time is over. */
      readonly why: 'unreadable' | 'other-certificate' | 'not-signed' | 'no-issuer' | 'out-of-date';
    };

/**
 * What only the two ends of a TLS connection know, for logins that are bound to it (RFC 5056): its kind and its octets, a
 * character each.
 */
export interface ChannelBinding {
  /** Of TLS 1.3 (RFC 9266); of older versions (RFC 5929 3). */
  readonly type: 'tls-exporter' | 'tls-unique';
  readonly octets: string;
}

/** The versions of TLS, in Node's names. */
export const TLS_VERSIONS = ['TLSv1', 'TLSv1.1', 'TLSv1.2', 'TLSv1.3'] as const;
export type TlsVersion = (typeof TLS_VERSIONS)[number];

/** `1.2`, `1.0-1.1`, from the older to the newer one; undefined for anything else. */
export function readTlsVersions(text: string): TlsOffer | undefined {
  const [, from, to = from] = /^\s*(1\.[0-3])(?:\s?-\s?(1\.[0-3]))?\s*$/.exec(text) ?? [];
  const [first, last] = [from, to].map((one) => TLS_VERSIONS.find((version) => versionWords(version) === `TLS ${one}`));
  return first === undefined || last === undefined || first > last ? undefined : { from: first, to: last };
}

/** `TLS 1.2` */
export const versionWords = (version: TlsVersion): string =>
  version === 'TLSv1' ? 'TLS 1.0' : `TLS ${version.slice(4)}`;

/** What a client offers in a handshake; what the TLS library offers by itself where absent. */
export interface TlsOffer {
  readonly from?: TlsVersion;
  readonly to?: TlsVersion;
  /** Of TLS 1.2 and older, in OpenSSL's form, in the order of preference. */
  readonly ciphers?: string;
}
