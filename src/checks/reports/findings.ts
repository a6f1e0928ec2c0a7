/** About the addresses that reports are sent to. */
export interface ReportFindings {
  /** `tag` of the record names `address`, at whose domain nobody takes mail. */
  'report-address-dead': {
    readonly tag: string;
    readonly address: string;
    readonly why: 'no-such-domain' | 'null-mx' | 'no-host';
  };
  /** More addresses than are looked at. */
  'report-addresses-left': { readonly left: number };
}
