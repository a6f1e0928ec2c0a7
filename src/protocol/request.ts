/** A request of ours from client to server, beyond the Language Server Protocol. */
export interface Request<Params, Result> {
  readonly method: `mailTriage/${string}`;
  /** Never there: it carries the types of what is sent and of what comes back. */
  readonly types?: (params: Params) => Result;
}
