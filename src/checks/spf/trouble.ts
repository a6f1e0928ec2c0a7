import type { RecordType } from '../../probes/ports.ts';

/** Why a whole check ends in an error. */
export type SpfTrouble =
  | { readonly kind: 'lookups' | 'voids'; readonly limit: number }
  | { readonly kind: 'mx-names' | 'record' | 'several' | 'no-record'; readonly domain: string }
  | { readonly kind: 'unanswered'; readonly name: string; readonly type: RecordType };

/** Ends the whole check, however deep in its includes. */
export class Stop extends Error {
  /** RFC 7208 2.6.6, 2.6.7 */
  readonly result: 'temperror' | 'permerror';
  readonly trouble: SpfTrouble;

  constructor(trouble: SpfTrouble) {
    super(trouble.kind);
    this.result = trouble.kind === 'unanswered' ? 'temperror' : 'permerror';
    this.trouble = trouble;
  }
}
