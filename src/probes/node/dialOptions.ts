import type { ProxyAddress } from './proxyAddress.ts';

/** How to connect, as a user chose it. */
export interface DialOptions {
  /** The address of this machine to connect from. */
  readonly source?: string;
  readonly proxy?: ProxyAddress;
  /** What this client shows where a server asks for a certificate; in PEM, both held together by `clientCertificate`. */
  readonly client?: { readonly cert: string; readonly key: string };
  /** Authorities that are trusted besides those of this machine, in PEM. */
  readonly authorities?: readonly string[];
}
