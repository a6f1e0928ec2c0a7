import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-types';
import type { Ticket } from '../ticket/ticket.ts';
import { type DiagnosticCode, diagnosticRules } from './diagnosticRules.ts';
import { rangeOf } from './positions.ts';
import { failedReplies } from './rules/failedReplies.ts';
import { failedReports } from './rules/failedReports.ts';
import type { Finding, Rule } from './rules/finding.ts';
import { missingHeader } from './rules/missingHeader.ts';
import { strayHeaderLines } from './rules/strayHeaderLines.ts';

const rules: readonly Rule[] = [failedReplies, failedReports, missingHeader, strayHeaderLines];

/** More than this a person does not read, and the editor slows down. */
const LIMIT = 1000;

export function diagnostics(document: TextDocument, ticket: Ticket): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const rule of rules) {
    for (const finding of rule(ticket)) {
      if (found.length >= LIMIT) return found;
      found.push({
        range: rangeOf(document, finding.span),
        severity: diagnosticRules[finding.code].severity,
        code: finding.code,
        source: 'Mail Triage',
        message: wording[finding.code](finding.data),
      });
    }
  }
  return found;
}

const wording: Readonly<Record<DiagnosticCode, (data: Finding['data']) => string>> = {
  'reply-transient': ({ reply, meaning }) => `${reply}: ${meaning}`,
  'reply-permanent': ({ reply, meaning }) => `${reply}: ${meaning}`,
  'reply-not-a-code': ({ reply }) =>
    `${reply} is no SMTP reply code: the first digit is 2 to 5, the second 0 to 5 (RFC 5321 4.2). The server is not speaking SMTP here, or the line was mangled.`,
  'report-failed': ({ recipient, reply, meaning }) =>
    `Not delivered to ${recipient}${reply && ` (${reply})`}: ${meaning}`,
  'report-delayed': ({ recipient, reply, meaning }) => `Delayed for ${recipient}${reply && ` (${reply})`}: ${meaning}`,
  'header-missing': () =>
    'This is read as a message, but it does not start with a header: no line like "Name: value" stands here (RFC 5322 2.1). Paste the whole header in front, or choose the language SMTP Transcript for anything else.',
  'header-stray-line': () =>
    'This line is neither a header field ("Name: value") nor the continuation of one (a blank in front), so mail programs may take the header to end here (RFC 5322 2.2).',
};
