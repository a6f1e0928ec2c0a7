import type { Level, Levels } from '../core/features/diagnostics.ts';
import { diagnosticRows } from '../core/problems/diagnosticRows.ts';

const LEVELS: ReadonlySet<unknown> = new Set<Level>(['error', 'warning', 'information', 'hint', 'off']);

/** The setting `mailTriage.diagnostics.levels`: what is no code or no level is left out. */
export function readLevels(setting: unknown): Levels {
  if (typeof setting !== 'object' || setting === null) return new Map();
  return new Map(
    Object.entries(setting).filter(
      (entry): entry is [string, Level] => Object.hasOwn(diagnosticRows, entry[0]) && LEVELS.has(entry[1]),
    ),
  );
}
