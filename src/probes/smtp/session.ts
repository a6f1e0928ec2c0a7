import { defined } from '../../core/text/defined.ts';
import { octetsOfText } from '../../core/text/utf8.ts';
import { certificateProblems, isTrusted } from '../certificate.ts';
import { limits, waitOf } from '../limits.ts';
import type { Clock, Endpoint, Stream } from '../ports.ts';
import { HiddenSecrets } from './auth/hidden.ts';
import { isDue, refusal } from './codes.ts';
import { literal } from './greeting.ts';
import { Hearing, type SessionContext } from './hearing.ts';
import { encodingOf } from './message.ts';
import type { ReplyResult } from './reply.ts';
import type { SaidStep, SentBody, SmtpFailure, SmtpFinding, SmtpProbeOptions, SmtpStep } from './types.ts';

/** A reply that was read whole, whatever its code. */
export interface Reply {
  readonly ok: true;
  readonly code: number;
  readonly lines: readonly string[];
}

export interface Failed {
  readonly ok: false;
  readonly failure: SmtpFailure;
}

/** A command to say, and how it is shown where it holds what nobody else may see. */
export interface Saying {
  readonly step: SaidStep;
  readonly command: string;
  readonly shown?: string;
}

/** A step of a probe: what ended the probe, or undefined where it may go on. It takes its leave itself (`fail`). */
export type Step = (session: Session) => Promise<SmtpFailure | undefined>;

/** One connection to a server: what is said, what it offers, and what is noted of it. No method rejects. */
export class Session {
  readonly #context: SessionContext;
  readonly #hearing: Hearing;
  /** The banner came, so that something may be said. */
  #mayTalk = false;
  #left = false;
  /** What the last EHLO offered: keyword in capitals → its parameters as written. */
  offered: ReadonlyMap<string, string> = new Map();
  /** The certificate shows who the server is. */
  trusted = false;
  /** What of a login no step, finding or reply may show. */
  readonly hidden: HiddenSecrets;
  #isEchoTold = false;
  /** Recipients that the server took in this transaction. */
  accepted = 0;

  constructor(context: SessionContext) {
    const { auth } = context.options;
    this.hidden = auth?.hidden ?? new HiddenSecrets();
    if (auth !== undefined) this.hidden.add(octetsOfText(auth.secret()));
    for (const secret of context.secrets) this.hidden.add(secret);
    this.#context = { ...context, record: (step) => context.record(this.#shown(step)) };
    this.#hearing = new Hearing(this.#context);
  }

  get options(): SmtpProbeOptions {
    return this.#context.options;
  }

  get server(): Endpoint {
    return this.#context.server;
  }

  get clock(): Clock {
    return this.#context.clock;
  }

  /** Whether what is said is said under TLS. */
  get tls(): boolean {
    return this.#hearing.tls;
  }

  get stream(): Stream {
    return this.#context.stream;
  }

  toAscii(name: string): string | undefined {
    return this.#context.toAscii(name);
  }

  record(step: SmtpStep): void {
    this.#context.record(step);
  }

  find(finding: SmtpFinding): void {
    this.#context.findings.push(finding);
  }

  /** The name for EHLO: the chosen one, or our address as a literal (RFC 5321 4.1.3). */
  get helo(): string {
    return this.options.helo ?? literal(this.stream.local);
  }

  /** Says a command and hears its reply, whatever its code. `shown` takes its place in the report. */
  async say(step: SaidStep, command: string, shown?: string): Promise<Reply | Failed> {
    await this.#hearing.early(step);
    const begun = this.clock.now();
    const wrote = await this.write(command);
    return this.#hear(step, begun, wrote.ok ? undefined : wrote, { sent: shown ?? command });
  }

  /** The same where no other reply than one that is due lets the probe go on; another one takes leave. */
  async expect(step: Exclude<SaidStep, 'banner'>, command: string, shown?: string): Promise<Reply | Failed> {
    return this.#orLeave(step, await this.say(step, command, shown));
  }

  /** Writes commands at once (RFC 2920 3.1) and hears their replies in order; those behind a lost connection are missing. */
  async sayTogether(sayings: readonly Saying[]): Promise<readonly (Reply | Failed)[]> {
    const [first] = sayings;
    if (first === undefined) return [];
    await this.#hearing.early(first.step);
    this.record({ step: 'together', commands: sayings.length });
    let begun = this.clock.now();
    const wrote = await this.write(sayings.map(({ command }) => command).join('\r\n'));
    const heard: (Reply | Failed)[] = [];
    for (const { step, command, shown } of sayings) {
      const reply = await this.#hear(step, begun, wrote.ok ? undefined : wrote, { sent: shown ?? command });
      heard.push(reply);
      if (!reply.ok) break;
      begun = this.clock.now();
    }
    return heard;
  }

  /** Hears a reply that is due without a command: the banner, or one more to what was said (RFC 2033 4.2). */
  hear(step: SaidStep): Promise<Reply | Failed> {
    return this.#hear(step, this.clock.now(), undefined, {});
  }

  /** Notes what was said before a message is sent: it cannot be the answer to it. */
  hearEarly(step: SaidStep): Promise<void> {
    return this.#hearing.early(step);
  }

  /** The reply to a message or a chunk of one, whose text has been written since `begun`; `sent`: what ended or began it. */
  hearBody(
    step: 'message' | 'bdat',
    begun: number,
    sent: string | undefined,
    body: SentBody,
    wrote: Lost | undefined,
  ): Promise<Reply | Failed> {
    return this.#hear(step, begun, wrote, { body, ...defined({ sent }) });
  }

  /** Writes a line, or several with CR LF between. */
  write(line: string): ReturnType<Stream['write']> {
    return this.stream.write(`${line}\r\n`);
  }

  /** Writes a piece of the message in its encoding. */
  writeText(text: string): ReturnType<Stream['write']> {
    const { message, timeouts } = this.options;
    return this.stream.write(text, encodingOf(text, message), waitOf(timeouts?.reply, limits.replyWait));
  }

  /** Starts TLS; what the server said before is dropped and told. */
  async startTls(): Promise<SmtpFailure | undefined> {
    const { stream, clock, server, options } = this.#context;
    const early = await stream.unasked(0, true);
    this.#hearing.unasked(early);
    const begun = clock.now();
    const wait = waitOf(options.timeouts?.tls, limits.tlsWait);
    const done = await stream.startTls(server.host, wait, options.offer);
    const now = clock.now();
    const elapsed = now - begun;
    if (!done.ok) {
      const isClear = early.length > 0 && done.failure !== 'cancelled';
      const { rest, kind, detail } = isClear
        ? { ...done, kind: 'clear-text' as const, detail: '' }
        : { ...done, kind: done.failure };
      this.record({ step: 'tls', elapsed, failure: { kind, detail }, ...defined({ rest }) });
      return { step: 'tls', kind, detail };
    }
    if (early.length > 0) this.find({ code: 'starttls-injection' });
    this.#hearing.tls = true;
    // RFC 3207 4.2: what was offered in the clear counts no more.
    this.offered = new Map();
    this.record({ step: 'tls', elapsed, info: done.value });
    const problems = [...certificateProblems(done.value, server.host, now)];
    for (const code of problems) this.find({ code });
    this.trusted = isTrusted(problems);
    return undefined;
  }

  /** Ends the probe with a failure: takes leave where the server still listens. */
  async fail(failure: SmtpFailure): Promise<SmtpFailure> {
    // RFC 5321 3.8: after a 421 the server closes.
    if (!('code' in failure) || failure.code !== 421) await this.leave();
    return failure;
  }

  /** Says goodbye, once; that a server does not answer it is shown and changes nothing (RFC 5321 4.1.1.10). */
  async leave(): Promise<void> {
    if (this.#left || !this.#mayTalk) return;
    this.#left = true;
    await this.say('quit', 'QUIT');
  }

  /** Closes without a word, which is all that can be done in the middle of a message; the probe has got through. */
  hangUp(): undefined {
    this.#left = true;
    return undefined;
  }

  async #orLeave(step: Exclude<SaidStep, 'banner'>, reply: Reply | Failed): Promise<Reply | Failed> {
    if (!reply.ok || isDue(step, reply.code)) return reply;
    return { ok: false, failure: await this.fail(refusal(step, reply.code)) };
  }

  async #hear(
    step: SaidStep,
    begun: number,
    wrote: Lost | undefined,
    said: { readonly sent?: string; readonly body?: SentBody },
  ): Promise<Reply | Failed> {
    const read: ReplyResult = wrote === undefined ? await this.#hearing.reply(step) : { ...wrote, lines: [] };
    const common = { step, tls: this.#hearing.tls, elapsed: this.clock.now() - begun, ...said };
    if (!read.ok) {
      const failure = { kind: read.failure, detail: read.detail };
      this.record({ ...common, lines: read.lines, ...defined({ rest: read.rest }), failure });
      return { ok: false, failure: { ...failure, step } };
    }
    const { code, lines, codesDiffer } = read.reply;
    if (codesDiffer) this.find({ code: 'codes-differ', about: step });
    this.record({ ...common, lines });
    if (step === 'banner') this.#mayTalk = true;
    // Challenges and offers are worked with as they are; what is said elsewhere may be shown by whoever hears it.
    const isWorkedWith = step === 'auth' || step === 'ehlo' || step === 'lhlo';
    return { ok: true, code, lines: isWorkedWith ? lines : this.hidden.clean(lines, undefined).lines };
  }

  /** A step as it is told: without the secrets of the login. */
  #shown(step: SmtpStep): SmtpStep {
    if (!('lines' in step || 'rest' in step)) return step;
    const came = 'lines' in step ? step.lines : [];
    const { echoed, lines, rest } = this.hidden.clean(came, 'rest' in step ? step.rest : undefined);
    if (echoed && !this.#isEchoTold) this.find({ code: 'secret-echoed' });
    this.#isEchoTold ||= echoed;
    return 'lines' in step ? { ...step, lines, ...defined({ rest }) } : { ...step, ...defined({ rest }) };
  }
}

type Lost = Extract<Awaited<ReturnType<Stream['write']>>, { readonly ok: false }>;
