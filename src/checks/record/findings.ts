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
  /** The text and DNS say the same. */
  readonly 'ask-same': AskedAgain;
  readonly 'ask-differs': AskedAgain & {
    /** Records that the text alone has. */
    readonly went: readonly string[];
    /** Records that DNS alone has. */
    readonly came: readonly string[];
  };
}

interface AskedAgain {
  readonly type: RecordType;
  /** What the text says, the data of each record. */
  readonly told: readonly string[];
  readonly now: readonly string[];
  /** Seconds; infinite where there is no record. */
  readonly ttl: number;
  /** The name does not exist any more. */
  readonly isGone: boolean;
}

/** About a whole check, held against what a ticket says. */
export interface TicketFindings {
  /** Questions to which the text and DNS give the same answer: `MX contoso.test`. */
  readonly 'ticket-same': { readonly questions: readonly string[] };
  /** Questions of the text that are too many to be asked again. */
  readonly 'ticket-left': { readonly questions: readonly string[] };
}
