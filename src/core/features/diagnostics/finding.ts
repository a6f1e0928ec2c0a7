import type { Span } from '../../text/span.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import type { DiagnosticCode } from './diagnosticRules.ts';

/** What a rule found, without wording. */
export interface Finding {
  readonly code: DiagnosticCode;
  readonly span: Span;
  /** Filled into the message. */
  readonly data: { readonly [name: string]: string };
}

export type Rule = (ticket: Ticket) => Iterable<Finding>;
