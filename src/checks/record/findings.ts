import type { RecordType } from '../../probes/ports.ts';

/** About one look-up of one type. */
export interface LookUpFindings {
  readonly 'lookup-found': {
    readonly type: RecordType;
    readonly count: number;
    /** Seconds. */
    readonly ttl: number;
    /** What the server says of the answer: `from its own zone`, `validated by DNSSEC`. */
    readonly authoritative: boolean;
    readonly validated: boolean;
    /** The resolver that gave the answer. */
    readonly server: string;
    /** The name that an alias led to. */
    readonly target?: string;
  };
  readonly 'lookup-none': { readonly type: RecordType; readonly target?: string };
  readonly 'lookup-no-such-name': { readonly type: RecordType; readonly target?: string };
}
