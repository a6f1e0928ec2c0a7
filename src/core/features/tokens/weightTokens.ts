import type { FindingLevel, ReportedFinding } from '../../text/finding.ts';
import type { Token, TokenModifier } from './tokens.ts';

/** How heavy each finding of a check or probe is, in the colours of what becomes of a mail; the word says it, too. */
const WEIGHTS: Readonly<Partial<Record<FindingLevel, TokenModifier>>> = {
  pass: 'positive',
  warning: 'transient',
  fail: 'permanent',
};

/** The level and the code that each finding begins with. */
export const weightTokens = (findings: readonly ReportedFinding[]): readonly Token[] =>
  findings.map(({ start, level, code }) => {
    const modifier = WEIGHTS[level];
    return { start, end: start + level.length + 1 + code.length, type: 'mailStatus', ...(modifier && { modifier }) };
  });
