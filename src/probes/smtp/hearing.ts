import { limits, waitOf } from '../limits.ts';
import type { Clock, Endpoint, Stream, ToAscii } from '../ports.ts';
import { isDue, isRefusal } from './codes.ts';
import { nameIn } from './greeting.ts';
import { type ProbeReply, type ReplyResult, readReply } from './reply.ts';
import type { SaidStep, SmtpFinding, SmtpProbeOptions, SmtpStep } from './types.ts';

export interface SessionContext {
  readonly stream: Stream;
  /** As asked: what port it is decides whether TLS comes first, and its name is what the certificate must bear. */
  readonly server: Endpoint;
  readonly clock: Clock;
  readonly toAscii: ToAscii;
  readonly options: SmtpProbeOptions;
  readonly record: (step: SmtpStep) => void;
  readonly findings: SmtpFinding[];
  /** What nobody may see of the way to the server, in octets. */
  readonly secrets: readonly string[];
}

/** Tells what a server answers from what it says unasked. */
export class Hearing {
  readonly #context: SessionContext;
  /** The answer to the first EHLO. */
  #greeted: readonly string[] | undefined;
  /** Whether what is said is said under TLS. */
  tls = false;

  constructor(context: SessionContext) {
    this.#context = context;
  }

  /** Takes what came before a command was said. */
  async early(step: SaidStep): Promise<void> {
    this.unasked(await this.#context.stream.unasked(0), step);
  }

  /** The reply to a step; one that does not fit it and has another behind it was an answer to nothing. */
  async reply(step: SaidStep): Promise<ReplyResult> {
    const { stream, clock } = this.#context;
    const wait = this.#waitFor(step);
    const read = await readReply(stream, wait, clock);
    if (!read.ok || this.#fits(step, read.reply)) return this.#greet(step, read);
    const more = [...(await stream.unasked(Math.min(limits.unaskedWait, wait)))];
    if (more.length === 0) return read;
    this.unasked(read.reply.lines, step);
    const answer = await readReply(stream, wait, clock, more);
    this.unasked(more);
    return this.#greet(step, answer);
  }

  #fits(step: SaidStep, { code, lines }: ProbeReply): boolean {
    if (step === 'banner' || isRefusal(code)) return true;
    if (step === 'message' && code === 353) return this.#context.options.prdr === true;
    if (!isDue(step, code)) return false;
    // RFC 3207 4.2: under TLS the server says again who it is and what it offers.
    if (step !== 'ehlo' || this.#greeted === undefined) return true;
    return nameIn(lines) === nameIn(this.#greeted) && lines.length > 1 === this.#greeted.length > 1;
  }

  /** Notes what was said though nobody had asked; `about`: found when that step was taken. */
  unasked(lines: readonly string[], about?: SaidStep): void {
    if (lines.length === 0) return;
    this.#context.record({ step: 'unasked', lines, tls: this.tls });
    if (about !== undefined) this.#context.findings.push({ code: 'unasked-reply', about });
  }

  #waitFor(step: SaidStep): number {
    const { banner, reply } = this.#context.options.timeouts ?? {};
    if (step === 'banner') return waitOf(banner, limits.bannerWait);
    const wait = waitOf(reply, limits.replyWait);
    return step === 'quit' ? Math.min(limits.quitWait, wait) : wait;
  }

  #greet(step: SaidStep, read: ReplyResult): ReplyResult {
    if (step === 'ehlo' && read.ok) this.#greeted ??= read.reply.lines;
    return read;
  }
}
