import type { MtaStsMode } from '../../core/dns/records/mtaStsPolicy.ts';
import type { StreamFailure } from '../../probes/ports.ts';

type Nothing = Readonly<Record<never, string>>;

/** About MTA-STS (RFC 8461): the record, and the policy that is served for it. */
export interface MtaStsFindings {
  'mta-sts-none': Nothing;
  'mta-sts-several': { readonly count: number };
  /** A policy is served, but no record says so. */
  'mta-sts-record-missing': { readonly url: string };
  'mta-sts-host-missing': { readonly url: string };
  'mta-sts-unreachable': { readonly url: string; readonly failure: StreamFailure; readonly detail: string };
  'mta-sts-certificate': { readonly url: string; readonly detail: string };
  'mta-sts-redirect': { readonly url: string; readonly status: number };
  'mta-sts-status': { readonly url: string; readonly status: number };
  'mta-sts-content-type': { readonly contentType: string };
  'mta-sts-too-large': { readonly url: string };
  /** Exchangers that no pattern of the policy stands for. */
  'mta-sts-uncovered': {
    readonly hosts: readonly string[];
    readonly patterns: readonly string[];
    readonly mode: MtaStsMode;
  };
  /** What exchangers show that a sender who keeps to the policy does not deliver to: `mx1.contoso.test: no TLS`. */
  'mta-sts-not-met': { readonly faults: readonly string[]; readonly mode: MtaStsMode };
  'mta-sts-testing': { readonly id: string };
  'mta-sts-off': { readonly id: string };
  /** Seconds; `hosts` are the exchangers that the policy covers. */
  'mta-sts-found': { readonly id: string; readonly maxAge: number; readonly hosts: readonly string[] };
}
