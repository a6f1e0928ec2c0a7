import type { Connection, HandlerResult } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { plainData } from '../core/text/plain.ts';
import type { Ticket } from '../core/ticket/ticket.ts';
import type { Request } from '../protocol/request.ts';

/**
 * Answers for an open document, at once or when what its reading needs is loaded; the empty value where it is not known.
 * `what` names it in the log of a bug.
 */
export type AnswerFor = <T>(
  what: string,
  uri: string,
  empty: T,
  compute: (document: TextDocument) => T,
) => T | Promise<T>;

/** What requests of ours are answered with. */
export interface Answering {
  readonly connection: Connection;
  readonly answerFor: AnswerFor;
  /** The same at once, of a document that may not have been read. */
  readonly answerNow: <T>(what: string, uri: string, empty: T, compute: (document: TextDocument) => T) => T;
  readonly read: (document: TextDocument) => Ticket;
}

/**
 * Answers one kind of request; an answer of another type than the request states does not compile. The text of
 * an answer is made plain, unless it is put into a document.
 */
export const answerRequests = <Params, Result>(
  { connection }: Pick<Answering, 'connection'>,
  { method, inserted }: Request<Params, Result>,
  handle: (params: Params) => NoInfer<Result> | Promise<NoInfer<Result>>,
): unknown =>
  connection.onRequest(method, (params: Params) => {
    const plain = (result: Result): Result => (inserted ? result : plainData(result));
    const result = handle(params);
    return (result instanceof Promise ? result.then(plain) : plain(result)) as HandlerResult<Result, unknown>;
  });
