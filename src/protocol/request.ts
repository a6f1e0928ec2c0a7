/** A request of ours from client to server, beyond the Language Server Protocol. */
export interface Request<Params, Result> {
  readonly method: `mailTriage/${string}`;
  /** The answer is put into a document as it stands; every other one is shown or copied, and made plain for that. */
  readonly inserted?: true;
  /** Never there: it carries the types of what is sent and of what comes back. */
  readonly types?: (params: Params) => Result;
}
