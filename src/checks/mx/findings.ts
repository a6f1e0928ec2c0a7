import type { ExchangerFinding } from '../../probes/mailExchangers.ts';

export type HostCode = Exclude<ExchangerFinding['code'], 'mx-unanswered' | 'mx-partly-unanswered'>;

/** About the exchangers of a domain (RFC 5321 5.1). */
export type MxFindings = {
  /** In the order in which a sending server tries them, as `10 mx1.contoso.test`. */
  readonly 'mx-found': { readonly exchangers: readonly string[]; readonly hasEqual: boolean };
  readonly 'mx-implicit': { readonly addresses: readonly string[] };
  /** Hosts that the user does not expect, and what is expected. */
  readonly 'mx-not-expected': { readonly expected: readonly string[] };
  readonly 'mx-expected-missing': { readonly expected: readonly string[] };
  /** Of a service that is no more. */
  readonly 'mx-retired': { readonly service: string; readonly ended: string };
  /** Two exchangers that are one. */
  readonly 'mx-same-address': { readonly others: readonly string[]; readonly address: string };
  readonly 'mx-null': Readonly<Record<never, string>>;
  readonly 'mx-no-such-domain': Readonly<Record<never, string>>;
  readonly 'mx-no-host': Readonly<Record<never, string>>;
} & {
  readonly [Code in HostCode]: {
    readonly target?: string;
    readonly addresses?: readonly string[];
    readonly more?: number;
  };
};
