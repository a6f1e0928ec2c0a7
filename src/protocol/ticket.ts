import type { ProbeRecord } from '../core/report/answer.ts';
import type { TicketSummary } from '../core/report/ticketSummary.ts';
import type { Request } from './request.ts';

export type { StorySummary } from '../core/report/storySummary.ts';
export type { FindingSummary, PartSummary, TicketSummary } from '../core/report/ticketSummary.ts';
export type { ProbeRecord };

export interface SummaryParams {
  readonly uri: string;
}

/** What happened in a document; `null` where it is not known. */
export const summaryRequest: Request<SummaryParams, TicketSummary | null> = { method: 'mailTriage/summary' };

/** `answer` for an admin, `user` for whoever uses mail and runs none of it, `request` for the admin of a remote sender. */
export type AnswerForm = 'answer' | 'user' | 'request';

export interface AnswerParams {
  readonly uri: string;
  readonly form: AnswerForm;
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

/** The answer for a ticket; `null` where nothing happened in it that could be answered. */
export const answerRequest: Request<AnswerParams, AnswerResult | null> = { method: 'mailTriage/answer' };

export interface ExplainParams {
  readonly text: string;
}

/** What a text means, as the lines of an explanation; `null` where it holds nothing that is known. */
export const explainRequest: Request<ExplainParams, readonly string[] | null> = { method: 'mailTriage/explain' };
