/** What is asked of a source: lines with one of the pieces, of a time. A source may give more lines than that. */
export interface Query {
  readonly pieces: readonly string[];
  /** Milliseconds since 1970 UTC. */
  readonly since?: number;
  readonly until?: number;
}

/** Where lines of logs come from. An engine is a file that makes sources of this form. */
export interface LogSource {
  /** What the user calls it: the path of a file, the command. */
  readonly name: string;
  /** The machine or log that it belongs to, the same for all rotations of a log. */
  readonly log: string;
  /** Its lines have numbers by which they are found again. */
  readonly numbered: boolean;
  /** Lines cannot be asked for a second time. */
  readonly once?: true;
  /** No line is later than this, in milliseconds since 1970 UTC. */
  readonly latest?: number;
  /** A file that a thread may open by itself, and its length in octets as it stands on the disk. */
  readonly file?: { readonly path: string; readonly octets: number };
  /** The octets of its lines. Throws a `FileProblem` where there are none to be had. */
  open(query: Query, signal: AbortSignal): AsyncIterable<Buffer>;
}
