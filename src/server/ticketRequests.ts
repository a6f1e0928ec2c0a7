import type { TextDocument } from 'vscode-languageserver-textdocument';
import { ticketPage } from '../core/features/page/ticketPage.ts';
import { explainText } from '../core/knowledge/explain.ts';
import { answerTemplate, answerValues, type ProbeRecord } from '../core/report/answer.ts';
import { renderExplanation } from '../core/report/explanationText.ts';
import { requestValues, senderRequestTemplate } from '../core/report/senderRequest.ts';
import { fillTemplate, unknownPlaceholders } from '../core/report/template.ts';
import { userAnswerTemplate, userAnswerValues } from '../core/report/userAnswer.ts';
import { looksLikeMessage } from '../core/ticket/messageStart.ts';
import { readTicket } from '../core/ticket/readTicket.ts';
import type { Ticket } from '../core/ticket/ticket.ts';
import {
  type AnswerForm,
  type AnswerParams,
  type AnswerResult,
  answerRequest,
  explainRequest,
  type PageParams,
  pageRequest,
  type TicketPage,
} from '../protocol/ticket.ts';
import { type Answering, answerRequests } from './answerRequests.ts';

/** What the client asks about a ticket as a whole. */
export function answerTicketRequests(answering: Answering): void {
  const { answerFor, answerNow: now, read } = answering;
  answerRequests(answering, pageRequest, (params) => {
    const { uri, most, text } = params;
    if (text !== undefined) return pageOf(readTicket(text, looksLikeMessage(text) ? 'message' : 'anywhere'), params);
    const page = (document: TextDocument) =>
      most === undefined ? pageOf(read(document), params) : beginningOf(document, { ...params, most });
    return most === undefined ? answerFor('Page', uri, null, page) : now('Page', uri, null, page);
  });
  answerRequests(answering, answerRequest, (params) =>
    answerFor('Answer', params.uri, null, (document) => writeAnswer(read(document), params)),
  );
  answerRequests(answering, explainRequest, ({ text }) => {
    const found = explainText(text);
    return found === undefined ? null : renderExplanation(text, found);
  });
}

const pageOf = (ticket: Ticket, { uri, probes, verified }: PageParams): TicketPage =>
  ticketPage(ticket, { probes: aboutTicket(ticket, uri, probes), verified });

/** The page of as many whole lines as fit, read on their own: reading the whole takes longer than anybody waits. */
function beginningOf(document: TextDocument, params: PageParams & { readonly most: number }): TicketPage {
  const start = document.getText().slice(0, params.most);
  const text = start.slice(0, start.lastIndexOf('\n') + 1) || start;
  const ticket = readTicket(text, document.languageId === 'eml' ? 'message' : 'anywhere');
  return { ...pageOf(ticket, params), readLines: ticket.lines.lineOf(text.length) };
}

function writeAnswer(ticket: Ticket, params: AnswerParams): AnswerResult | null {
  const { form, template } = params;
  const values = valuesOf(ticket, params);
  if (values === undefined) return null;
  const chosen = template.trim() === '' ? TEMPLATES[form] : template;
  return { text: fillTemplate(chosen, values), unknown: unknownPlaceholders(chosen, values) };
}

const TEMPLATES: Readonly<Record<AnswerForm, string>> = {
  answer: answerTemplate,
  user: userAnswerTemplate,
  request: senderRequestTemplate,
};

function valuesOf(ticket: Ticket, { form, file, uri, probes }: AnswerParams): ReadonlyMap<string, string> | undefined {
  switch (form) {
    case 'answer':
      return answerValues(ticket, { file, probes: aboutTicket(ticket, uri, probes) });
    case 'user':
      return userAnswerValues(ticket);
    case 'request':
      return requestValues(ticket);
  }
}

/** The probes of the document itself, and those whose target it names. */
function aboutTicket(ticket: Ticket, uri: string, probes: readonly ProbeRecord[]): readonly ProbeRecord[] {
  if (probes.length === 0) return [];
  const text = ticket.text.toLowerCase();
  return probes.filter(({ target }) => target === uri || text.includes(target.toLowerCase().replace(/:\d+$/, '')));
}
