import { requestValues, senderRequestTemplate } from '../../../src/core/report/senderRequest.ts';
import { fillTemplate } from '../../../src/core/report/template.ts';
import { userAnswerTemplate, userAnswerValues } from '../../../src/core/report/userAnswer.ts';
import type { Ticket } from '../../../src/core/ticket/ticket.ts';

/** The answer for whoever uses mail and runs none of it; undefined where nothing was found. */
export function userAnswer(ticket: Ticket): string | undefined {
  const values = userAnswerValues(ticket);
  return values && fillTemplate(userAnswerTemplate, values);
}

/** What the admin of a remote sender is asked. */
export const senderRequest = (ticket: Ticket): string => fillTemplate(senderRequestTemplate, requestValues(ticket));
