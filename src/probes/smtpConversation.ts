import { defined } from '../core/text/defined.ts';
import { certificateProblems } from './certificate.ts';
import { isIpv6, readAddress } from './hostName.ts';
import { limits, waitOf } from './limits.ts';
import type { Clock, Endpoint, Stream } from './ports.ts';
import { type ReplyFailure, readReply } from './reply.ts';
import type { SaidStep, SmtpFailure, SmtpFinding, SmtpProbeOptions, SmtpStep, StepFailure } from './smtpProbe.ts';

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
      return { step: 'banner', kind: 'unwelcome', code: banner.code };
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
      return { step: 'starttls', kind: 'refused-command', code: answer.code };
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
      return { ok: false, failure: { step: 'helo', kind: 'refused-command', code: helo.code } };
    }
    if (ehlo.code !== 421) await this.#quit();
    return { ok: false, failure: { step: 'ehlo', kind: 'refused-command', code: ehlo.code } };
  }

  async #startTls(): Promise<SmtpFailure | undefined> {
    const begun = this.#context.clock.now();
    const done = await this.#context.stream.startTls(
      this.#context.server.host,
      waitOf(this.#context.options.timeouts?.tls, limits.tlsWait),
    );
    const now = this.#context.clock.now();
    const elapsed = now - begun;
    if (!done.ok) {
      this.#context.record({ step: 'tls', elapsed, failure: { kind: done.failure, detail: done.detail } });
      return { step: 'tls', kind: done.failure, detail: done.detail };
    }
    this.#tls = true;
    this.#context.record({ step: 'tls', elapsed, info: done.value });
    for (const code of certificateProblems(done.value, this.#context.server.host, now))
      this.#context.findings.push({ code });
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
    const begun = this.#context.clock.now();
    const common = { step, tls: this.#tls, ...defined({ sent }) };
    const wrote = sent === undefined ? undefined : await this.#context.stream.write(`${sent}\r\n`);
    const read =
      wrote === undefined || wrote.ok
        ? await readReply(this.#context.stream, this.#waitFor(step), this.#context.clock)
        : { ...wrote, lines: [] };
    const elapsed = this.#context.clock.now() - begun;
    if (!read.ok) {
      const failure = { kind: read.failure, detail: read.detail };
      this.#context.record({ ...common, lines: read.lines, elapsed, failure });
      return { ok: false, failure };
    }
    const { code, lines, codesDiffer } = read.reply;
    if (codesDiffer) this.#context.findings.push({ code: 'codes-differ', about: step });
    this.#context.record({ ...common, lines, elapsed });
    return { ok: true, code, lines };
  }

  #waitFor(step: SaidStep | 'quit'): number {
    const { banner, reply } = this.#context.options.timeouts ?? {};
    if (step === 'banner') return waitOf(banner, limits.bannerWait);
    const wait = waitOf(reply, limits.replyWait);
    return step === 'quit' ? Math.min(limits.quitWait, wait) : wait;
  }
}

/** The EHLO keyword of a reply line, in capitals (RFC 5321 4.1.1.1). */
const keywordOf = (line: string): string => (line.slice(4).trimStart().split(/[ =]/, 1)[0] ?? '').toUpperCase();

/** RFC 5321 4.1.3 */
function literal(local: string | undefined): string {
  const address = local === undefined ? undefined : readAddress(local);
  if (address === undefined) return '[127.0.0.1]';
  return isIpv6(address) ? `[IPv6:${address}]` : `[${address}]`;
}
