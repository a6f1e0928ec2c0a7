import { readRecipe, withDifferences, writeSession } from '../core/replay/sessionAgain.ts';
import { probeOutcome } from '../core/report/probeOutcome.ts';
import { differencesRequest, outcomeRequest, recipeRequest, sessionTextRequest } from '../protocol/session.ts';
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
  answerRequests(answering, outcomeRequest, ({ report }) => probeOutcome(report));
}
