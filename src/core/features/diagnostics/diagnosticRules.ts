import { DiagnosticSeverity } from 'vscode-languageserver-types';
import { type DiagnosticRule, row } from './diagnosticRule.ts';
import { recordProblemRules } from './recordProblemTexts.ts';

const { Error: error, Warning: warning, Information: information, Hint: hint } = DiagnosticSeverity;

/** Every diagnostic by its stable code. */
export const diagnosticRules = {
  ...recordProblemRules,
  'reply-transient': row(warning, 'RFC 5321 4.2.1'),
  'reply-permanent': row(error, 'RFC 5321 4.2.1'),
  'reply-not-a-code': row(warning, 'RFC 5321 4.2'),
  'reply-codes-differ': row(warning, 'RFC 5321 4.2.1'),
  'reply-unfinished': row(warning, 'RFC 5321 4.2.1'),
  'reply-unexpected': row(warning, 'RFC 5321 4.3.2'),
  'enhanced-code-class': row(warning, 'RFC 2034 4'),
  'command-out-of-order': row(warning, 'RFC 5321 4.1.4'),
  'credentials-in-clear': row(warning, 'RFC 8314 3'),
  'credentials-maybe-in-clear': row(information, 'RFC 8314 3'),
  'secret-shown': row(information, 'RFC 4954 14'),
  'starttls-unused': row(hint, 'RFC 3207 4'),
  'starttls-injection': row(error, 'RFC 3207 4.2 and 6'),
  'starttls-not-followed': row(warning, 'RFC 3207 4'),
  'auth-not-offered': row(warning, 'RFC 4954 4'),
  'extension-not-offered': row(warning, 'RFC 5321 2.2.1'),
  'size-over-limit': row(warning, 'RFC 1870 6'),
  'line-end-bare': row(warning, 'RFC 5321 2.3.8'),
  'line-too-long': row(warning, 'RFC 5321 4.5.3.1; RFC 5322 2.1.1'),
  'data-ended-early': row(warning, 'RFC 5321 4.5.2'),
  'banner-not-a-host': row(information, 'RFC 5321 4.2'),
  'helo-not-a-host': row(warning, 'RFC 5321 4.1.1.1'),
  'helo-not-qualified': row(hint, 'RFC 5321 2.3.5'),
  'address-disclosed': row(warning, 'RFC 5321 7.3'),
  'argument-too-long': row(warning, 'RFC 5321 4.5.3.1'),
  'session-cut-off': row(information, 'RFC 5321 4.1.1.10'),
  'session-without-quit': row(hint, 'RFC 5321 4.1.1.10'),
  'spoke-before-banner': row(warning, 'RFC 5321 4.3.1'),
  'report-failed': row(error, 'RFC 3464 2.3.3'),
  'report-delayed': row(warning, 'RFC 3464 2.3.3'),
  'header-missing': row(warning, 'RFC 5322 2.1'),
  'header-stray-line': row(warning, 'RFC 5322 2.2'),
  'header-folding-lost': row(hint, 'RFC 5322 2.2.3'),
  'field-repeated': row(information, 'RFC 5322 3.6'),
  'from-name-address-differs': row(information, 'RFC 5322 3.4'),
  'from-homograph': row(information, 'Unicode UTS 39'),
  'reply-to-differs': row(hint, 'RFC 5322 3.6.2'),
  'signature-problem': row(information, 'RFC 6376 3.5'),
  'arc-chain-broken': row(information, 'RFC 8617 5.2'),
  'date-wrong': row(hint, 'RFC 5322 3.3'),
} as const satisfies Readonly<Record<string, DiagnosticRule>>;

export type DiagnosticCode = keyof typeof diagnosticRules;
