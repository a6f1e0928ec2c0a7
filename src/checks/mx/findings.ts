import type { ExchangerFinding } from '../../probes/mailExchangers.ts';

export type HostCode = Exclude<ExchangerFinding['code'], 'mx-unanswered' | 'mx-partly-unanswered'>;

/** About the exchangers of a domain (RFC 5321 5.1). */
export type MxFindings = {
  /** In the order in which a sending server tries them, as `10 mx1.contoso.test`. */
  readonly 'mx-found': { readonly exchangers: readonly string[] };
  readonly 'mx-implicit': { readonly addresses: readonly string[] };
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
