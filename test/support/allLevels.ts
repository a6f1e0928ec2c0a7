import type { Levels } from '../../src/core/features/diagnostics.ts';
import { type DiagnosticCode, diagnosticRows } from '../../src/core/problems/diagnosticRows.ts';

/** Settings that also show what became of a mail, which is no problem otherwise. */
export const allLevels: Levels = new Map(
  (Object.keys(diagnosticRows) as DiagnosticCode[]).flatMap((code) => {
    const { isVerdict, level } = diagnosticRows[code];
    return isVerdict ? [[code, level] as const] : [];
  }),
);
