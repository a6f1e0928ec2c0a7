import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import type { Ticket } from '../ticket/ticket.ts';
import { type DiagnosticCode, diagnosticRules } from './diagnosticRules.ts';
import { wording } from './diagnosticWording.ts';
import { rangeOf } from './positions.ts';
import { authMechanisms } from './rules/authMechanisms.ts';
import { bareLineEnds } from './rules/bareLineEnds.ts';
import { brokenReplies } from './rules/brokenReplies.ts';
import { clearCredentials } from './rules/clearCredentials.ts';
import { commandOrder } from './rules/commandOrder.ts';
import { cutOffSessions } from './rules/cutOffSessions.ts';
import { disclosedAddresses } from './rules/disclosedAddresses.ts';
import { earlyDataEnd } from './rules/earlyDataEnd.ts';
import { earlyTalkers } from './rules/earlyTalkers.ts';
import { enhancedClass } from './rules/enhancedClass.ts';
import { failedReplies } from './rules/failedReplies.ts';
import { failedReports } from './rules/failedReports.ts';
import type { Rule } from './rules/finding.ts';
import { hostNames } from './rules/hostNames.ts';
import { longArguments } from './rules/longArguments.ts';
import { longLines } from './rules/longLines.ts';
import { missingHeader } from './rules/missingHeader.ts';
import { startTls } from './rules/startTls.ts';
import { strayHeaderLines } from './rules/strayHeaderLines.ts';
import { unfittingCodes } from './rules/unfittingCodes.ts';
import { unofferedExtensions } from './rules/unofferedExtensions.ts';

const rules: readonly Rule[] = [
  failedReplies,
  failedReports,
  brokenReplies,
  unfittingCodes,
  enhancedClass,
  commandOrder,
  earlyTalkers,
  clearCredentials,
  startTls,
  authMechanisms,
  unofferedExtensions,
  bareLineEnds,
  earlyDataEnd,
  longLines,
  longArguments,
  hostNames,
  disclosedAddresses,
  cutOffSessions,
  missingHeader,
  strayHeaderLines,
];

/** More than this a person does not read, and the editor slows down. */
const LIMIT = 1000;
/** What one rule may take of it, so that a log full of refusals does not hide the rest. */
const LIMIT_EACH = 500;

/** What a user sets for one code, in place of its own level. */
export type Level = 'error' | 'warning' | 'information' | 'hint' | 'off';
export type Levels = ReadonlyMap<DiagnosticCode, Level>;

const SEVERITIES: Readonly<Record<Exclude<Level, 'off'>, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export function diagnostics(document: TextDocument, ticket: Ticket, levels?: Levels): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const rule of rules) {
    const limit = Math.min(LIMIT, found.length + LIMIT_EACH);
    for (const finding of rule(ticket)) {
      if (found.length >= limit) break;
      const level = levels?.get(finding.code);
      if (level === 'off') continue;
      found.push({
        range: rangeOf(document, finding.span),
        severity: level === undefined ? diagnosticRules[finding.code].severity : SEVERITIES[level],
        code: finding.code,
        source: 'Mail Triage',
        message: wording[finding.code](finding.data),
      });
    }
  }
  return found;
}
