import type { MtaStsProblemData } from '../dns/records/mtaStsPolicy.ts';
import type { SetProblemData } from '../dns/records/setProblem.ts';
import type { DiagnosticRow, RowsFor } from '../knowledge/problems/diagnosticRow.ts';
import { policyRows } from '../knowledge/problems/policyRows.ts';
import { type RecordFindings, recordRows } from '../knowledge/problems/recordRows.ts';
import { recordSetRows } from '../knowledge/problems/recordSetRows.ts';
import { type ZoneProblemData, zoneRows } from '../knowledge/problems/zoneRows.ts';
import type { Span } from '../text/span.ts';
import { type MessageFindings, messageRows } from './messageRows.ts';
import { type SessionFindings, sessionRows } from './sessionRows.ts';

/** What the message of each code is filled with. */
export interface FindingData
  extends SessionFindings,
    MessageFindings,
    RecordFindings,
    SetProblemData,
    MtaStsProblemData,
    ZoneProblemData {}

export type DiagnosticCode = keyof FindingData;

/** What a rule found, without wording; offsets into the text. */
export type Finding = {
  readonly [Code in DiagnosticCode]: {
    readonly code: Code;
    readonly span: Span;
    readonly data: FindingData[Code];
    /** The record that it is about, by name and type: `contoso.test TXT`. */
    readonly record?: string;
  };
}[DiagnosticCode];

/** What a limit leaves out: problems of a kind that are not listed, or characters in which none of the kind is looked for. */
export interface LeftOut {
  readonly code?: undefined;
  readonly of: DiagnosticCode;
  readonly what: 'problems' | 'characters';
  /** Where the first of it stands. */
  readonly span: Span;
  readonly left: number;
  /** Whether there may be more, because counting ended too. */
  readonly atLeast: boolean;
}

export const isLeftOut = (one: Finding | LeftOut): one is LeftOut => 'left' in one;

/** Every diagnostic by its stable code: what it is, its level, its source and its wording. */
export const diagnosticRows: RowsFor<FindingData> = {
  ...sessionRows,
  ...messageRows,
  ...recordRows,
  ...recordSetRows,
  ...policyRows,
  ...zoneRows,
};

/** The message of a finding. */
export function messageOf({ code, data }: Finding): string {
  // A finding holds the data of its own code; that they belong together is lost where the row is taken by its code.
  const row: DiagnosticRow<never> = diagnosticRows[code];
  return row.says(data as never);
}
