import type { CheckCode, CheckFindingData, DnsFindings, Finding } from '../../checks/finding.ts';
import type { RecordProblemCode } from '../../core/dns/records/recordText.ts';
import { type RecordFindings, recordRows } from '../../core/knowledge/problems/recordRows.ts';
import { sourceWords } from '../../core/knowledge/sources.ts';
import type { WordedFinding } from '../../core/text/finding.ts';
import { plainText } from '../../core/text/plain.ts';
import { statusAdvice, statusMeaning } from '../dnsStatus.ts';
import { bimiRows } from './bimiRows.ts';
import { blockListRows } from './blockListRows.ts';
import { caaRows } from './caaRows.ts';
import type { CheckRow, CheckRowsFor } from './checkRow.ts';
import { daneRows } from './daneRows.ts';
import { dkimRows } from './dkimRows.ts';
import { dmarcRows } from './dmarcRows.ts';
import { dnssecRows } from './dnssecRows.ts';
import { lookUpRows, ticketRows } from './lookUpRows.ts';
import { mtaStsRows } from './mtaStsRows.ts';
import { mxRows } from './mxRows.ts';
import { nameServerRows } from './nameServerRows.ts';
import { readyRows } from './readyRows.ts';
import { recordNext } from './recordNext.ts';
import { reverseRows } from './reverseRows.ts';
import { spfRows } from './spfRows.ts';
import { tlsRptRows } from './tlsRptRows.ts';
import { traceRows } from './traceRows.ts';

const dnsRows: CheckRowsFor<DnsFindings> = {
  'dns-unanswered': {
    says: ({ type, status, detail }, about) =>
      `The ${type} records of ${about} are not known: ${status}, ${statusMeaning(status)}${detail && ` (${detail})`}. That does not mean that there are none.`,
    next: ({ status }) => statusAdvice(status),
  },
  'dns-alias-loop': {
    source: 'RFC 1034 3.6.2',
    says: ({ type }, about) =>
      `The aliases (CNAME) of ${about} lead back to themselves, so there is no ${type} record to be found.`,
    next: () => 'Let one of the aliases name the host that is meant.',
  },
};

/** The words of the editor, with what to publish instead. */
const withNext = Object.fromEntries(
  Object.entries(recordRows).map(([code, row]) => [code, { ...row, next: recordNext[code as RecordProblemCode] }]),
) as unknown as CheckRowsFor<RecordFindings>;

/** Every finding of a check by its stable code. */
export const checkRows: CheckRowsFor<CheckFindingData> = {
  ...dnsRows,
  ...lookUpRows,
  ...ticketRows,
  ...mxRows,
  ...spfRows,
  ...nameServerRows,
  ...dnssecRows,
  ...daneRows,
  ...caaRows,
  ...blockListRows,
  ...readyRows,
  ...traceRows,
  ...withNext,
  ...dkimRows,
  ...dmarcRows,
  ...mtaStsRows,
  ...tlsRptRows,
  ...reverseRows,
  ...bimiRows,
};

/** A finding in words. */
export function wordFinding({ code, level, about, data }: Finding): WordedFinding {
  // A finding holds the data of its own code; that they belong together is lost where the row is taken by its code.
  const row: CheckRow<never> = checkRows[code satisfies CheckCode];
  const next = row.next?.(data as never, about);
  return {
    code,
    level,
    about,
    text: plainText(row.says(data as never, about)),
    ...(next !== undefined && { next: plainText(next) }),
    ...(row.source !== undefined && { source: sourceWords(row.source) }),
  };
}
