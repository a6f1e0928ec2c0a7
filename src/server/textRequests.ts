import { masking } from '../core/mask/maskTicket.ts';
import { readTicket } from '../core/ticket/readTicket.ts';
import { toldAnswers } from '../core/ticket/toldAnswers.ts';
import { noticedIn } from '../core/verdict/noticed.ts';
import { maskRequest, noticeRequest, toldAnswersRequest } from '../protocol/texts.ts';
import { type Answering, answerRequests } from './answerRequests.ts';

/** What the client asks about texts that it sends along: what they are, and what to mask in them. */
export function answerTextRequests(answering: Pick<Answering, 'connection'>): void {
  answerRequests(answering, maskRequest, ({ text, message, choice }) =>
    masking(readTicket(text, message ? 'message' : 'anywhere'), choice),
  );
  answerRequests(answering, noticeRequest, ({ text }) => noticedIn(text) ?? null);
  answerRequests(answering, toldAnswersRequest, ({ text, domain }) =>
    toldAnswers(readTicket(text, 'anywhere'), domain),
  );
}
