import { readRecipe, withDifferences, writeSession } from '../core/replay/sessionAgain.ts';
import { probeOutcome } from '../core/report/probeOutcome.ts';
import { ticketEnvelope } from '../core/report/ticketEnvelope.ts';
import { defined } from '../core/text/defined.ts';
import {
  differencesRequest,
  envelopeRequest,
  outcomeRequest,
  recipeRequest,
  sessionTextRequest,
} from '../protocol/session.ts';
import { type Answering, answerRequests } from './answerRequests.ts';

/** What the client asks about a session that is to be run again, and about the report of one that was. */
export function answerSessionRequests(answering: Answering): void {
  const { answerFor, read } = answering;
  answerRequests(answering, recipeRequest, ({ uri, line }) =>
    answerFor('Session', uri, null, (document) => readRecipe(read(document), line) ?? null),
  );
  answerRequests(answering, sessionTextRequest, ({ uri, line, form }) =>
    answerFor('Session as text', uri, null, (document) => {
      const recipe = readRecipe(read(document), line);
      return recipe === undefined ? null : writeSession(recipe, form);
    }),
  );
  answerRequests(answering, differencesRequest, ({ uri, line, report, until }) =>
    answerFor('Differences', uri, report, (document) => withDifferences(read(document), line, report, until)),
  );
  answerRequests(answering, envelopeRequest, ({ uri, line }) =>
    answerFor('Envelope', uri, null, (document) => {
      const ticket = read(document);
      const recipe = readRecipe(ticket, line);
      if (recipe?.envelope === undefined) return ticketEnvelope(ticket) ?? null;
      const { host, port, envelope } = recipe;
      const server =
        host === undefined || port === 25 ? host : host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
      return {
        ...defined({ host: server }),
        sender: envelope.from,
        recipients: envelope.recipients.map(({ address }) => address).filter((address) => address !== ''),
      };
    }),
  );
  answerRequests(answering, outcomeRequest, ({ report }) => probeOutcome(report));
}
