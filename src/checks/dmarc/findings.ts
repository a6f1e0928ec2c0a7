import type { DmarcRequest } from '../../core/dns/records/dmarcPolicy.ts';

type Nothing = Readonly<Record<never, string>>;

/** A record that applies. */
interface Applied {
  /** The domain below whose `_dmarc` it stands. */
  readonly from: string;
  readonly text: string;
}

/** About the DMARC policy of a domain (RFC 9989). */
export interface DmarcFindings {
  'dmarc-none': Nothing;
  'dmarc-several': { readonly count: number };
  /** What stands at the name counts as no DMARC record. */
  'dmarc-unrecognised': { readonly text: string };
  'dmarc-alias': { readonly target: string };
  'dmarc-alias-gone': { readonly target: string };
  /** Neither a valid policy nor an address for reports, so the record is not applied. */
  'dmarc-not-applied': Applied;
  'dmarc-taken-as-none': Applied;
  'dmarc-found': Applied & {
    readonly policy: DmarcRequest;
    readonly tag: 'p' | 'sp' | 'np';
    readonly reports: boolean;
  };
  'dmarc-monitoring': Applied & { readonly tag: 'p' | 'sp' | 'np'; readonly reports: boolean };
  /** t=y: what is published, and what is asked for instead. */
  'dmarc-test': { readonly policy: DmarcRequest; readonly instead: DmarcRequest };
  'dmarc-subdomains-weaker': {
    readonly tag: 'sp' | 'np';
    readonly value: DmarcRequest;
    readonly than: DmarcRequest;
  };
  /** sp or np in the record of a domain that is not the organisational one. */
  'dmarc-tag-without-effect': { readonly tag: 'sp' | 'np'; readonly organisation: string };
  /** By the tree walk (RFC 9989) and by the list of public suffixes (RFC 7489). */
  'dmarc-organisation-differs': {
    readonly walk: string;
    readonly list: string;
    /** Whose record applies by each; none where no record applies. */
    readonly walkRecord?: string;
    readonly listRecord?: string;
  };
  'dmarc-report-unauthorised': {
    readonly tag: string;
    readonly address: string;
    /** Where the permission would have to stand. */
    readonly at: string;
  };
  'dmarc-report-name-long': { readonly tag: string; readonly address: string };
  /** The permission sends reports on to another host, which is not allowed. */
  'dmarc-report-elsewhere': { readonly tag: string; readonly address: string; readonly instead: string };
  /** aspf=s, and services that SPF names put another domain into the envelope. */
  'dmarc-strict-envelope': { readonly services: readonly string[] };
  /** adkim=s in the record of the domain above: signatures of that are none of this one. */
  'dmarc-strict-signature': { readonly from: string };
  /** Neither SPF nor DKIM can pass for the domain. */
  'dmarc-cannot-pass': { readonly policy: DmarcRequest };
}
