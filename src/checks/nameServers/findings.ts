import type { AnswerStatus, RecordType } from '../../probes/ports.ts';

type Nothing = Readonly<Record<never, string>>;
type Host = { readonly zone: string };

/** About the name servers of the zone that a domain lies in. */
export interface NameServerFindings {
  'ns-found': {
    /** Those that were asked. */
    readonly hosts: readonly string[];
    /** How many more are named. */
    readonly left: number;
    readonly serial: number;
  };
  'ns-none': Nothing;
  'ns-single': { readonly host: string };
  'ns-one-network': { readonly network: string };
  /** Named by the zone, not by its parent. */
  'ns-missing-at-parent': Host;
  /** Named by the parent, not by the zone. */
  'ns-missing-in-zone': Host;
  'ns-no-glue': Host;
  'ns-glue-differs': { readonly glue: readonly string[]; readonly addresses: readonly string[] };
  'ns-no-such-name': Host;
  'ns-no-address': Host;
  'ns-is-alias': { readonly target: string };
  'ns-is-address': Nothing;
  'ns-not-public': { readonly addresses: readonly string[] };
  /** Addresses of a server that are too many to be asked. */
  'ns-addresses-left': { readonly addresses: readonly string[] };
  'ns-silent': { readonly addresses: readonly string[]; readonly all: boolean };
  /** It could not be asked from here. */
  'ns-not-asked': { readonly addresses: readonly string[]; readonly status: AnswerStatus };
  /** Somebody else answers in the place of every server. */
  'ns-intercepted': { readonly hosts: readonly string[] };
  /** Servers that were not asked, because there are many. */
  'ns-left': { readonly hosts: readonly string[] };
  'ns-lame': { readonly address: string; readonly status: AnswerStatus; readonly zone: string };
  'ns-serials-differ': { readonly serials: readonly string[] };
  'ns-records-differ': { readonly type: RecordType; readonly versions: readonly string[] };
  'ns-open-recursion': { readonly addresses: readonly string[] };
  'soa-expire': { readonly expire: number; readonly refresh: number };
  'soa-refresh': { readonly refresh: number; readonly retry: number };
  'soa-negative-ttl': { readonly seconds: number };
  'soa-mailbox': { readonly mailbox: string };
}
