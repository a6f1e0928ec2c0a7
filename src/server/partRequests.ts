import { encodedBodies } from '../core/features/outline/encodedBodies.ts';
import { encodedBodiesRequest } from '../protocol/parts.ts';
import { type Answering, answerRequests } from './answerRequests.ts';

/** What the client asks about the parts of messages. */
export function answerPartRequests(answering: Answering): void {
  const { answerFor, read } = answering;
  answerRequests(answering, encodedBodiesRequest, ({ uri }) =>
    answerFor('Encoded bodies', uri, [], (document) => encodedBodies(document, read(document))),
  );
}
