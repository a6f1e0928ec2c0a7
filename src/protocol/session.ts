import type { Recipe, RecipeStep } from '../core/replay/recipe.ts';
import type { SessionForm } from '../core/replay/sessionAgain.ts';
import type { ProbeOutcome } from '../core/report/probeOutcome.ts';
import type { KnownEnvelope } from '../core/report/ticketEnvelope.ts';
import type { Request } from './request.ts';

export type { KnownEnvelope, ProbeOutcome, Recipe, RecipeStep, SessionForm };

/** A session of a document, by a line (0-based) in which it stands. */
export interface SessionParams {
  readonly uri: string;
  readonly line: number;
}

/** What a session did; its strings are sent as they stand in the text. `null` where no session stands there. */
export const recipeRequest: Request<SessionParams, Recipe | null> = { method: 'mailTriage/recipe', inserted: true };

/** A session as a command or as steps of another tool. */
export const sessionTextRequest: Request<SessionParams & { readonly form: SessionForm }, string | null> = {
  method: 'mailTriage/sessionText',
};

export interface DifferencesParams extends SessionParams {
  /** The report of the same session held again. */
  readonly report: readonly string[];
  readonly until: RecipeStep;
}

/** The report with what differs from the session in the document. */
export const differencesRequest: Request<DifferencesParams, readonly string[]> = { method: 'mailTriage/differences' };

/** What the text of a report lets be done next. */
export const outcomeRequest: Request<{ readonly report: string }, ProbeOutcome> = { method: 'mailTriage/outcome' };

/** Who wrote to whom by which server: the session at a line, else what happened in the document. */
export const envelopeRequest: Request<SessionParams, KnownEnvelope | null> = { method: 'mailTriage/envelope' };
