import { readReplyLine } from '../core/smtp/grammar.ts';
import { limits } from './limits.ts';
import type { Clock, Stream, StreamFailure } from './ports.ts';

/** A reply as the server sent it (RFC 5321 4.2.1). */
export interface ProbeReply {
  /** The three digits of the first line. */
  readonly code: number;
  /** Every line, without line breaks. */
  readonly lines: readonly string[];
  /** A later line bears another code, which RFC 5321 4.2.1 forbids. */
  readonly codesDiffer: boolean;
}

/** `not-a-reply`: a line that does not start with three digits; `endless-reply`: more lines than we read. */
export type ReplyFailure = StreamFailure | 'not-a-reply' | 'endless-reply';

export type ReplyResult =
  | { readonly ok: true; readonly reply: ProbeReply }
  | {
      readonly ok: false;
      readonly failure: ReplyFailure;
      readonly detail: string;
      /** What had come until then. */
      readonly lines: readonly string[];
    };

/** Reads one reply, all its lines, within `wait` milliseconds in all, however slowly they drip in. */
export async function readReply(stream: Stream, wait: number, clock: Clock): Promise<ReplyResult> {
  const deadline = clock.now() + wait;
  const lines: string[] = [];
  let code = -1;
  let codesDiffer = false;
  while (lines.length < limits.replyLines) {
    const got = await stream.readLine(Math.max(1, deadline - clock.now()));
    if (!got.ok) return { ok: false, failure: got.failure, detail: got.detail, lines };
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
