import { defined } from '../../core/text/defined.ts';
import { certificateProblems } from '../certificate.ts';
import { isIpv6, readAddress } from '../hostName.ts';
import { limits, waitOf } from '../limits.ts';
import type { Clock, Endpoint, Stream } from '../ports.ts';
import { type ProbeReply, type ReplyFailure, type ReplyResult, readReply } from './reply.ts';
import type { SaidStep, SmtpFailure, SmtpFinding, SmtpProbeOptions, SmtpStep, StepFailure } from './types.ts';

interface Reply {
  readonly ok: true;
  readonly code: number;
  readonly lines: readonly string[];
}

interface Failed {
  readonly ok: false;
  readonly failure: SmtpFailure;
}

interface Unread {
  readonly ok: false;
  readonly failure: StepFailure<ReplyFailure>;
}

interface Context {
  readonly stream: Stream;
  /** As asked: what port it is decides whether TLS comes first, and its name is what the certificate must bear. */
  readonly server: Endpoint;
  readonly clock: Clock;
  readonly options: SmtpProbeOptions;
  readonly record: (step: SmtpStep) => void;
  readonly findings: SmtpFinding[];
}

/** The probe's side of the conversation, from the banner to QUIT; what ended it early, or undefined. */
export const holdConversation = (context: Context): Promise<SmtpFailure | undefined> => new Conversation(context).run();

class Conversation {
  readonly #context: Context;
  #tls = false;

  constructor(context: Context) {
    this.#context = context;
  }

  async run(): Promise<SmtpFailure | undefined> {
    if (this.#context.server.port === 465) {
      const failed = await this.#startTls();
      if (failed !== undefined) return failed;
    }
    // RFC 5321 3.1: the server speaks first, and nothing is sent before it has.
    const banner = await this.#step('banner');
    if (!banner.ok) return banner.failure;
    if (banner.code !== 220) {
      // RFC 5321 3.1: after a 554 the server waits for QUIT; after a 421 it closes (3.8).
      if (banner.code !== 421) await this.#quit();
      return { step: 'banner', kind: isRefusal(banner.code) ? 'unwelcome' : 'wrong-code', code: banner.code };
    }
    const hello = await this.#hello();
    if (!hello.ok) return hello.failure;
    const failed = await this.#secure(hello.keywords);
    if (failed !== undefined) return failed;
    await this.#quit();
    return undefined;
  }

  /** STARTTLS and the second EHLO (RFC 3207 4.2), where there is something to start. */
  async #secure(keywords: ReadonlySet<string>): Promise<SmtpFailure | undefined> {
    if (this.#tls) return undefined;
    if (!keywords.has('STARTTLS')) {
      this.#context.findings.push({ code: 'no-starttls' });
      return undefined;
    }
    const answer = await this.#step('starttls', 'STARTTLS');
    if (!answer.ok) return answer.failure;
    if (answer.code !== 220) {
      await this.#quit();
      return refusal('starttls', answer.code);
    }
    const failed = await this.#startTls();
    if (failed !== undefined) return failed;
    const again = await this.#hello();
    return again.ok ? undefined : again.failure;
  }

  async #hello(): Promise<{ readonly ok: true; readonly keywords: ReadonlySet<string> } | Failed> {
    const name = this.#context.options.helo ?? literal(this.#context.stream.local);
    const ehlo = await this.#step('ehlo', `EHLO ${name}`);
    if (!ehlo.ok) return ehlo;
    if (ehlo.code === 250) {
      return { ok: true, keywords: new Set(ehlo.lines.slice(1).map((line) => keywordOf(line))) };
    }
    // RFC 5321 3.2: a server that does not know EHLO may know HELO.
    if ([500, 502, 504].includes(ehlo.code)) {
      this.#context.findings.push({ code: 'only-helo' });
      const helo = await this.#step('helo', `HELO ${name}`);
      if (!helo.ok) return helo;
      if (helo.code === 250) return { ok: true, keywords: new Set() };
      if (helo.code !== 421) await this.#quit();
      return { ok: false, failure: refusal('helo', helo.code) };
    }
    if (ehlo.code !== 421) await this.#quit();
    return { ok: false, failure: refusal('ehlo', ehlo.code) };
  }

  async #startTls(): Promise<SmtpFailure | undefined> {
    const { stream, clock, server, options, findings } = this.#context;
    const early = await stream.unasked(0, true);
    this.#unasked(early);
    const begun = clock.now();
    const done = await stream.startTls(server.host, waitOf(options.timeouts?.tls, limits.tlsWait));
    const now = clock.now();
    const elapsed = now - begun;
    if (!done.ok) {
      const isClear = early.length > 0 && done.failure !== 'cancelled';
      const { rest, kind, detail } = isClear
        ? { ...done, kind: 'clear-text' as const, detail: '' }
        : { ...done, kind: done.failure };
      this.#context.record({ step: 'tls', elapsed, failure: { kind, detail }, ...defined({ rest }) });
      return { step: 'tls', kind, detail };
    }
    if (early.length > 0) findings.push({ code: 'starttls-injection' });
    this.#tls = true;
    this.#context.record({ step: 'tls', elapsed, info: done.value });
    for (const code of certificateProblems(done.value, server.host, now)) findings.push({ code });
    return undefined;
  }

  /** Says goodbye; that a server does not answer it is shown and changes nothing (RFC 5321 4.1.1.10). */
  async #quit(): Promise<void> {
    await this.#say('quit', 'QUIT');
  }

  async #step(step: SaidStep, sent?: string): Promise<Reply | Failed> {
    const said = await this.#say(step, sent);
    return said.ok ? said : { ok: false, failure: { ...said.failure, step } };
  }

  async #say(step: SaidStep | 'quit', sent?: string): Promise<Reply | Unread> {
    const { stream, clock, findings, record } = this.#context;
    if (sent !== undefined) {
      const early = await stream.unasked(0);
      if (early.length > 0) this.#unasked(early, step);
    }
    const begun = clock.now();
    const wrote = sent === undefined ? undefined : await stream.write(`${sent}\r\n`);
    const read = wrote === undefined || wrote.ok ? await this.#read(step) : { ...wrote, lines: [] };
    const common = { step, tls: this.#tls, elapsed: clock.now() - begun, ...defined({ sent }) };
    if (!read.ok) {
      const failure = { kind: read.failure, detail: read.detail };
      record({ ...common, lines: read.lines, ...defined({ rest: read.rest }), failure });
      return { ok: false, failure };
    }
    const { code, lines, codesDiffer } = read.reply;
    if (codesDiffer) findings.push({ code: 'codes-differ', about: step });
    record({ ...common, lines });
    if (step === 'ehlo') this.#greeted ??= lines;
    return { ok: true, code, lines };
  }

  /** The reply to a step; one that does not fit it and has another behind it was an answer to nothing. */
  async #read(step: SaidStep | 'quit'): Promise<ReplyResult> {
    const { stream, clock } = this.#context;
    const wait = this.#waitFor(step);
    const read = await readReply(stream, wait, clock);
    if (!read.ok || this.#fits(step, read.reply)) return read;
    const more = [...(await stream.unasked(Math.min(limits.unaskedWait, wait)))];
    if (more.length === 0) return read;
    this.#unasked(read.reply.lines, step);
    const answer = await readReply(stream, wait, clock, more);
    this.#unasked(more);
    return answer;
  }

  #fits(step: SaidStep | 'quit', { code, lines }: ProbeReply): boolean {
    if (step === 'banner' || isRefusal(code)) return true;
    if (code !== (step === 'quit' ? 221 : step === 'starttls' ? 220 : 250)) return false;
    // RFC 3207 4.2: under TLS the server says again who it is and what it offers.
    if (step !== 'ehlo' || this.#greeted === undefined) return true;
    return nameIn(lines) === nameIn(this.#greeted) && lines.length > 1 === this.#greeted.length > 1;
  }
  /** The answer to the first EHLO. */
  #greeted: readonly string[] | undefined;

  #unasked(lines: readonly string[], about?: SaidStep | 'quit'): void {
    if (lines.length === 0) return;
    this.#context.record({ step: 'unasked', lines, tls: this.#tls });
    if (about !== undefined) this.#context.findings.push({ code: 'unasked-reply', about });
  }

  #waitFor(step: SaidStep | 'quit'): number {
    const { banner, reply } = this.#context.options.timeouts ?? {};
    if (step === 'banner') return waitOf(banner, limits.bannerWait);
    const wait = waitOf(reply, limits.replyWait);
    return step === 'quit' ? Math.min(limits.quitWait, wait) : wait;
  }
}

const isRefusal = (code: number): boolean => code >= 400 && code < 600;

const refusal = (step: Exclude<SaidStep, 'banner'>, code: number): SmtpFailure =>
  isRefusal(code) ? { step, kind: 'refused-command', code } : { step, kind: 'wrong-code', code };

/** The name with which a server greets (RFC 5321 4.1.1.1). */
const nameIn = ([first = '']: readonly string[]): string =>
  (first.slice(4).trimStart().split(' ', 1)[0] ?? '').toLowerCase();

/** The EHLO keyword of a reply line, in capitals (RFC 5321 4.1.1.1). */
const keywordOf = (line: string): string => (line.slice(4).trimStart().split(/[ =]/, 1)[0] ?? '').toUpperCase();

/** RFC 5321 4.1.3 */
function literal(local: string | undefined): string {
  const address = local === undefined ? undefined : readAddress(local);
  if (address === undefined) return '[127.0.0.1]';
  return isIpv6(address) ? `[IPv6:${address}]` : `[${address}]`;
}
