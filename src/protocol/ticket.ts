import type { ProbeRecord } from '../core/report/answer.ts';
import type { TicketSummary } from '../core/report/ticketSummary.ts';

export type { FindingSummary, PartSummary, TicketSummary } from '../core/report/ticketSummary.ts';
export type { ProbeRecord };

// From client to server. `null` where the document is not known, or holds nothing of the kind.

/** What happened in a document: params `SummaryParams`, result `TicketSummary | null`. */
export const summaryRequest = 'mailTriage/summary';

export interface SummaryParams {
  readonly uri: string;
}

/** The answer for a ticket: params `AnswerParams`, result `AnswerResult | null`. */
export const answerRequest = 'mailTriage/answer';

export interface AnswerParams {
  readonly uri: string;
  /** `answer` for the user of the ticket, `request` for the admin of a remote sender. */
  readonly form: 'answer' | 'request';
  /** The user's template; empty for the one that comes with the extension. */
  readonly template: string;
  /** The name of the document. */
  readonly file: string;
  /** All probes of this window; the answer names those that the ticket is about. */
  readonly probes: readonly ProbeRecord[];
}

export interface AnswerResult {
  readonly text: string;
  /** Placeholders of the template that mean nothing. */
  readonly unknown: readonly string[];
}

/** What a text means: params `ExplainParams`, result the lines of an explanation, or `null`. */
export const explainRequest = 'mailTriage/explain';

export interface ExplainParams {
  readonly text: string;
}

export type SummaryResult = TicketSummary | null;
export type ExplainResult = readonly string[] | null;
