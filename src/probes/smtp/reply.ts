import { readReplyLine } from '../../core/smtp/grammar.ts';
import { defined } from '../../core/text/defined.ts';
import { limits } from '../limits.ts';
import type { Clock, Stream, StreamFailure } from '../ports.ts';

/** A reply as the server sent it (RFC 5321 4.2.1). */
export interface ProbeReply {
  /** The three digits of the first line. */
  readonly code: number;
  /** Every line, without line breaks. */
  readonly lines: readonly string[];
  /** A later line bears another code, which RFC 5321 4.2.1 forbids. */
  readonly codesDiffer: boolean;
}

/**
 * `unfinished`: a reply began and did not end in time; `cut-off`: the connection ended in the middle of one;
 * `not-a-reply`: a line that does not start with three digits; `endless-reply`: more lines than we read.
 */
export type ReplyFailure = StreamFailure | 'unfinished' | 'cut-off' | 'not-a-reply' | 'endless-reply';

export type ReplyResult =
  | { readonly ok: true; readonly reply: ProbeReply }
  | {
      readonly ok: false;
      readonly failure: ReplyFailure;
      readonly detail: string;
      /** What had come until then. */
      readonly lines: readonly string[];
      /** What came of a line that did not end. */
      readonly rest?: string;
    };

/**
 * Reads one reply, all its lines, within `wait` milliseconds in all, however slowly they drip in. Lines of it that have
 * been read already are taken out of `had`.
 */
export async function readReply(stream: Stream, wait: number, clock: Clock, had: string[] = []): Promise<ReplyResult> {
  const deadline = clock.now() + wait;
  const lines: string[] = [];
  let code = -1;
  let codesDiffer = false;
  while (lines.length < limits.replyLines) {
    const known = had.shift();
    const got =
      known === undefined
        ? await stream.readLine(Math.max(1, deadline - clock.now()))
        : ({ ok: true, value: known } as const);
    if (!got.ok) {
      const { failure, detail, rest } = got;
      const begun = lines.length > 0 || rest !== undefined;
      return { ok: false, failure: begun ? inTheMiddle(failure) : failure, detail, lines, ...defined({ rest }) };
    }
    const line = got.value;
    lines.push(line);
    const read = readReplyLine(line);
    if (read === undefined) return { ok: false, failure: 'not-a-reply', detail: '', lines };
    if (code === -1) code = read.code;
    else if (read.code !== code) codesDiffer = true;
    if (!read.more) return { ok: true, reply: { code, lines, codesDiffer } };
  }
  return { ok: false, failure: 'endless-reply', detail: '', lines };
}

/** The failure of a stream that had begun to give a reply. */
function inTheMiddle(failure: StreamFailure): ReplyFailure {
  if (failure === 'timeout') return 'unfinished';
  return failure === 'closed' || failure === 'reset' ? 'cut-off' : failure;
}
