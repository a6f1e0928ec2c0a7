import type { DiagnosticSeverity } from 'vscode-languageserver-types';

/** One row a diagnostic: its level where the user sets none, and the clause that it rests on. */
export interface DiagnosticRule {
  readonly severity: DiagnosticSeverity;
  readonly source: string;
}

export const row = (severity: DiagnosticSeverity, source: string): DiagnosticRule => ({ severity, source });
