import { DiagnosticSeverity } from 'vscode-languageserver-types';

/** One row a diagnostic: its stable code and its level. */
export interface DiagnosticRule {
  readonly severity: DiagnosticSeverity;
  readonly source: string;
}

export type DiagnosticCode =
  | 'reply-transient'
  | 'reply-permanent'
  | 'reply-not-a-code'
  | 'report-failed'
  | 'report-delayed'
  | 'header-stray-line'
  | 'header-missing';

export const diagnosticRules: Readonly<Record<DiagnosticCode, DiagnosticRule>> = {
  'reply-transient': { severity: DiagnosticSeverity.Warning, source: 'RFC 5321 4.2.1' },
  'reply-permanent': { severity: DiagnosticSeverity.Error, source: 'RFC 5321 4.2.1' },
  'reply-not-a-code': { severity: DiagnosticSeverity.Warning, source: 'RFC 5321 4.2' },
  'report-failed': { severity: DiagnosticSeverity.Error, source: 'RFC 3464 2.3.3' },
  'report-delayed': { severity: DiagnosticSeverity.Warning, source: 'RFC 3464 2.3.3' },
  'header-missing': { severity: DiagnosticSeverity.Warning, source: 'RFC 5322 2.1' },
  'header-stray-line': { severity: DiagnosticSeverity.Warning, source: 'RFC 5322 2.2' },
};
