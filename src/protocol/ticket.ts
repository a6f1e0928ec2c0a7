import type { TicketPage, Verified } from '../core/features/page/page.ts';
import type { ProbeRecord } from '../core/report/answer.ts';
import type { Request } from './request.ts';

export type * from '../core/features/page/page.ts';
export type { ProbeRecord };

export interface PageParams {
  readonly uri: string;
  /** All probes of this window; the page shows those that the ticket is about. */
  readonly probes: readonly ProbeRecord[];
  /** What verifying the message of this document found. */
  readonly verified: readonly Verified[];
  /** Only so many characters are to be read, so that something can be shown of a large document. */
  readonly most?: number;
  /** The text, of a document that the server does not read yet. */
  readonly text?: string;
}

/** What the page of a document shows; `null` where it is not known. */
export const pageRequest: Request<PageParams, TicketPage | null> = { method: 'mailTriage/page' };

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
