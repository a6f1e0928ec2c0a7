import type { Asked } from './commandLine.ts';
import type { DnsStatus } from './dnsStatus.ts';
import type { Found } from './queryBuilder.ts';

/** What is read of one message that dig prints. */
export interface DigMessage {
  firstLine: number;
  status?: DnsStatus;
  question?: Asked;
  server?: string;
  section: string;
  /** False for the copy of the query that `+qr` prints. */
  response: boolean;
  validated?: boolean;
  extendedError?: string;
  /** The name that `host -v` says it tries. */
  tried?: string;
  /** That no answer came. */
  failure?: DnsStatus;
  answers: Found[];
}

/** Where nothing says what was asked. */
export const UNKNOWN: Asked = { name: '', type: '?' };
/** Before anything is read; `firstLine` -1: the line is not known yet. */
export const emptyMessage = (firstLine: number): DigMessage => ({
  firstLine,
  section: '',
  response: true,
  answers: [],
});

export function lastOwner(answers: readonly Found[]): Asked | undefined {
  const first = answers[0];
  return first === undefined ? undefined : { name: first.name, type: first.type };
}
