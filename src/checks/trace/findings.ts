import type { AnswerStatus, RecordType } from '../../probes/ports.ts';

/** Which server said it. */
interface Who {
  readonly server: string;
  readonly address: string;
}

/** About the walk from the root servers to a name. */
export interface TraceFindings {
  /** A server of `zone` names the servers of the next one. */
  'trace-step': Who & { readonly zone: string; readonly hosts: readonly string[] };
  'trace-alias': Who & { readonly target: string };
  'trace-lame': { readonly address: string; readonly status: AnswerStatus; readonly zone: string };
  'trace-silent': { readonly address: string; readonly status: AnswerStatus; readonly zone: string };
  'trace-answer': Who & { readonly type: RecordType; readonly records: readonly string[] };
  'trace-no-data': Who & { readonly type: RecordType };
  'trace-no-such-name': Who;
  /** None of the servers of a zone led further. */
  'trace-stuck': { readonly zone: string; readonly hosts: readonly string[] };
  'trace-unknown': { readonly zone: string; readonly hosts: readonly string[] };
  'trace-cut': { readonly steps: number };
  /** What resolvers answer is not what the zone says. */
  'trace-differs': {
    readonly type: RecordType;
    readonly resolver: readonly string[];
    readonly zone: readonly string[];
    readonly server: string;
    readonly ttl: number;
  };
}
