import { maskTicket } from '../core/mask/maskTicket.ts';
import { readTicket } from '../core/ticket/readTicket.ts';
import { looksLikeTicket } from '../core/ticket/recognise.ts';
import { toldAnswers } from '../core/ticket/toldAnswers.ts';
import { looksLikeTicketRequest, maskRequest, toldAnswersRequest } from '../protocol/texts.ts';
import { type Answering, answerRequests } from './answerRequests.ts';

/** What the client asks about texts that it sends along: what they are, and what to mask in them. */
export function answerTextRequests(answering: Pick<Answering, 'connection'>): void {
  answerRequests(answering, maskRequest, ({ text, message, choice }) =>
    maskTicket(readTicket(text, message ? 'message' : 'anywhere'), choice),
  );
  answerRequests(answering, looksLikeTicketRequest, ({ text }) => looksLikeTicket(text));
  answerRequests(answering, toldAnswersRequest, ({ text, domain }) =>
    toldAnswers(readTicket(text, 'anywhere'), domain),
  );
}
