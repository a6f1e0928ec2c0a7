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
  explainRequest,
  summaryRequest,
} from '../protocol/ticket.ts';
import { type Answering, answerRequests } from './answerRequests.ts';

/** What the client asks about a ticket as a whole. */
export function answerTicketRequests(answering: Answering): void {
  const { answerFor, read } = answering;
  answerRequests(answering, summaryRequest, ({ uri }) =>
    answerFor('Summary', uri, null, (document) => ticketSummary(read(document))),
  );
  answerRequests(answering, answerRequest, (params) =>
    answerFor('Answer', params.uri, null, (document) => writeAnswer(read(document), params)),
  );
  answerRequests(answering, explainRequest, ({ text }) => {
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
