import type { Connection } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { explainText } from '../core/knowledge/explain.ts';
import { answerTemplate, answerValues, type ProbeRecord } from '../core/report/answer.ts';
import { renderExplanation } from '../core/report/explanationText.ts';
import { requestNames, requestValues, senderRequestTemplate } from '../core/report/senderRequest.ts';
import { fillTemplate, unknownPlaceholders } from '../core/report/template.ts';
import { ticketSummary } from '../core/report/ticketSummary.ts';
import type { Ticket } from '../core/ticket/ticket.ts';
import {
  type AnswerParams,
  type AnswerResult,
  answerRequest,
  type ExplainParams,
  type ExplainResult,
  explainRequest,
  type SummaryParams,
  summaryRequest,
} from '../protocol/ticket.ts';

/** Answers for an open document; the empty value where it is not known. */
export type AnswerFor = <T>(what: string, uri: string, empty: T, compute: (document: TextDocument) => T) => T;

/** What the client asks about a ticket as a whole, beyond the Language Server Protocol. */
export function answerTicketRequests(
  connection: Connection,
  answerFor: AnswerFor,
  read: (document: TextDocument) => Ticket,
): void {
  connection.onRequest(summaryRequest, ({ uri }: SummaryParams) =>
    answerFor('Summary', uri, null, (document) => ticketSummary(read(document))),
  );
  connection.onRequest(answerRequest, (params: AnswerParams) =>
    answerFor('Answer', params.uri, null, (document) => writeAnswer(read(document), params)),
  );
  connection.onRequest(explainRequest, ({ text }: ExplainParams): ExplainResult => {
    const found = explainText(text);
    return found === undefined ? null : renderExplanation(text, found);
  });
}

function writeAnswer(ticket: Ticket, { uri, form, template, file, probes }: AnswerParams): AnswerResult | null {
  const values =
    form === 'request'
      ? requestValues(ticket, requestNames(ticket))
      : answerValues(ticket, { file, probes: aboutTicket(ticket, uri, probes) });
  if (values === undefined) return null;
  const standard = form === 'request' ? senderRequestTemplate : answerTemplate;
  const chosen = template.trim() === '' ? standard : template;
  return { text: fillTemplate(chosen, values), unknown: unknownPlaceholders(chosen, values) };
}

/** The probes of the document itself, and those whose target it names. */
function aboutTicket(ticket: Ticket, uri: string, probes: readonly ProbeRecord[]): readonly ProbeRecord[] {
  if (probes.length === 0) return [];
  const text = ticket.text.toLowerCase();
  return probes.filter(({ target }) => target === uri || text.includes(target.toLowerCase().replace(/:\d+$/, '')));
}
