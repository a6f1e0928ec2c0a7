import type { MtaStsProblemData } from '../core/dns/records/mtaStsPolicy.ts';
import type {
  RecordProblem,
  RecordProblemCode,
  RecordProblemData,
  RecordText,
} from '../core/dns/records/recordText.ts';
import { describeExtendedError } from '../core/knowledge/dns/extendedErrors.ts';
import type { DiagnosticLevel } from '../core/knowledge/problems/diagnosticRow.ts';
import { recordRows } from '../core/knowledge/problems/recordRows.ts';
import type { FindingLevel } from '../core/text/finding.ts';
import type { Answer, AnswerStatus, RecordType, ResourceRecord } from '../probes/ports.ts';
import type { BimiFindings } from './bimi/findings.ts';
import type { BlockListFindings } from './blockLists/findings.ts';
import type { CaaFindings } from './caa/findings.ts';
import type { DaneFindings } from './dane/findings.ts';
import type { DkimFindings } from './dkim/findings.ts';
import type { DmarcFindings } from './dmarc/findings.ts';
import type { DnssecFindings } from './dnssec/findings.ts';
import type { MtaStsFindings } from './mtaSts/findings.ts';
import type { MxFindings } from './mx/findings.ts';
import type { NameServerFindings } from './nameServers/findings.ts';
import type { ReadyFindings } from './ready/findings.ts';
import type { LookUpFindings, TicketFindings } from './record/findings.ts';
import type { ReportFindings } from './reports/findings.ts';
import type { ReverseFindings } from './reverse/findings.ts';
import type { SpfFindings } from './spf/findings.ts';
import type { TlsRptFindings } from './tlsRpt/findings.ts';
import type { TraceFindings } from './trace/findings.ts';

/** One thing that was found out, without wording: the words stand with the reports, by the code. */
export interface FindingOf<Code extends string, Data> {
  readonly code: Code;
  readonly level: FindingLevel;
  /** The name, host or address that it is about, without a final dot. */
  readonly about: string;
  readonly data: Data;
  /** What it rests on, each as a zone file would write it: `contoso.test. 300 IN MX 10 mx1.contoso.test.` */
  readonly evidence: readonly string[];
}

/** The findings of an interface that gives the data of each code. */
export type FindingsOf<DataByCode> = {
  readonly [Code in keyof DataByCode & string]: FindingOf<Code, DataByCode[Code]>;
}[keyof DataByCode & string];

/** What any check may meet. */
export interface DnsFindings {
  /** Nothing is known of the records: no answer, or one that says nothing about the name. */
  'dns-unanswered': {
    readonly type: RecordType;
    readonly status: AnswerStatus;
    /** The server's or the system's own words. */
    readonly detail: string;
  };
  'dns-alias-loop': { readonly type: RecordType };
}

/** Mistakes in the text of a record, found by the rules that read records wherever they stand. */
type RecordFindings = {
  readonly [Code in RecordProblemCode]: RecordProblemData[Code] & { readonly kind: RecordText['kind'] };
};

/** What the words of each code are filled with. */
export interface CheckFindingData
  extends DnsFindings,
    RecordFindings,
    LookUpFindings,
    TicketFindings,
    MxFindings,
    SpfFindings,
    NameServerFindings,
    DnssecFindings,
    DaneFindings,
    CaaFindings,
    BlockListFindings,
    ReadyFindings,
    TraceFindings,
    MtaStsProblemData,
    DmarcFindings,
    ReportFindings,
    DkimFindings,
    MtaStsFindings,
    TlsRptFindings,
    BimiFindings,
    ReverseFindings {}

export type CheckCode = keyof CheckFindingData;
export type Finding = FindingsOf<CheckFindingData>;

/** A line of evidence holds so many characters, and a finding rests on so many records. */
const LONGEST = 4000;
const MOST_RECORDS = 25;

/** A record as evidence; one that is very long is cut, and an ellipsis says so. */
export function evidenceOf({ name, ttl, type, data }: ResourceRecord): string {
  const text = `${name === '.' ? '' : name}. ${ttl} IN ${type} ${data.slice(0, LONGEST)}`;
  return data.length > LONGEST ? `${text}…` : text;
}

/** The records of an answer as evidence, or what came instead of any: `contoso.test. TXT: NXDOMAIN`. */
export function evidenceFrom({ records, question, status }: Answer): readonly string[] {
  if (records.length > MOST_RECORDS) {
    return [...records.slice(0, MOST_RECORDS).map(evidenceOf), `; and ${records.length - MOST_RECORDS} more records`];
  }
  if (records.length > 0) return records.map(evidenceOf);
  return [`${question.name}. ${question.type}: ${status}${status === 'NOERROR' ? ', no record' : ''}`];
}

/** That there is no name to be looked at. */
export const noSuchName = (answer: Answer): Finding => ({
  code: 'lookup-no-such-name',
  level: 'warning',
  about: answer.question.name,
  data: { type: answer.question.type },
  evidence: evidenceFrom(answer),
});

/** That an answer says nothing about the records. */
export function unanswered(answer: Answer): Finding {
  const { name, type } = answer.question;
  const evidence = evidenceFrom(answer);
  if (answer.aliasLoop === true)
    return { code: 'dns-alias-loop', level: 'fail', about: name, data: { type }, evidence };
  const extended = answer.extended?.map(describeExtendedError) ?? [];
  const detail = [...extended, answer.detail ?? ''].filter(Boolean).join('; ');
  return {
    code: 'dns-unanswered',
    level: 'unknown',
    about: name,
    data: { type, status: answer.status, detail },
    evidence,
  };
}

const LEVELS: Readonly<Record<DiagnosticLevel, FindingLevel>> = {
  error: 'fail',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** How a problem of the editor weighs as a finding. */
export const levelOf = (level: DiagnosticLevel): FindingLevel => LEVELS[level];

/** What is wrong with the text of a record that stands at `about`. */
export const recordFindings = (
  about: string,
  { kind, problems }: { readonly kind: RecordText['kind']; readonly problems: readonly RecordProblem[] },
  evidence: readonly string[],
): readonly Finding[] =>
  // The data of a problem is that of its own code; a spread loses that they belong together.
  problems.map(
    ({ code, data }) =>
      ({ code, level: levelOf(recordRows[code].level), about, data: { kind, ...data }, evidence }) as Finding,
  );
