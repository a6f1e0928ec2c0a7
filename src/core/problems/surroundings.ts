import type { Block } from '../ticket/ticket.ts';
import type { DiagnosticCode } from './diagnosticRows.ts';
import { speaksOfTls } from './rules/tlsTraces.ts';

/** Characters in front of a block that are looked at. */
const BEFORE = 300;

/**
 * Findings that also hang on the text in front of their block. What a rule finds is kept with the block, so these are asked
 * again whenever the problems are: the text in front may have changed since.
 */
export const holdsBehind: Readonly<Partial<Record<DiagnosticCode, (before: string) => boolean>>> = {
  'credentials-maybe-in-clear': (before) => !speaksOfTls(before),
};

/** What stands in front of a block, as far as it is looked at. */
export const textBefore = (text: string, block: Block): string =>
  text.slice(Math.max(0, block.start - BEFORE), block.start);
