import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { citedSource, listOfSources } from '../../knowledge/sources.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { rangeOf } from '../positions.ts';
import type { DiagnosticLevel } from './diagnosticRow.ts';
import { type DiagnosticCode, diagnosticRows, messageOf } from './diagnosticRows.ts';
import { findingsIn } from './findings.ts';

/** More than this a person does not read, and the editor slows down. */
const LIMIT = 1000;
/** What one code may take of it, so that a log full of refusals does not hide the rest. */
const LIMIT_EACH = 500;

/** What a user sets for one code, in place of its own level. */
export type Level = DiagnosticLevel | 'off';
export type Levels = ReadonlyMap<string, Level>;

const SEVERITIES: Readonly<Record<DiagnosticLevel, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function diagnostics(document: TextDocument, ticket: Ticket, levels?: Levels): Diagnostic[] {
  const found: Diagnostic[] = [];
  const counts = new Map<DiagnosticCode, number>();
  for (const finding of findingsIn(ticket)) {
    const level = levels?.get(finding.code);
    const count = (counts.get(finding.code) ?? 0) + 1;
    if (level === 'off' || count > LIMIT_EACH) continue;
    counts.set(finding.code, count);
    found.push({
      range: rangeOf(document, finding.span),
      severity: SEVERITIES[level ?? diagnosticRows[finding.code].level],
      code: finding.code,
      ...described(finding.code),
      source: 'Mail Triage',
      message: messageOf(finding),
    });
    if (found.length >= LIMIT) break;
  }
  return found;
}

/** What a diagnostic rests on, as the address that the editor opens behind its code. */
function described(code: DiagnosticCode): Pick<Diagnostic, 'codeDescription'> {
  const href = listOfSources(diagnosticRows[code].source).flatMap((one) => citedSource(one).address ?? [])[0];
  return href === undefined ? {} : { codeDescription: { href } };
}
