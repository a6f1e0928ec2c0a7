import type { CertificateProblem } from '../certificate.ts';
import type { NameProblem } from '../hostName.ts';
import type { Answer, AnswerStatus, Endpoint, StreamFailure } from '../ports.ts';
import type { TlsInfo, TlsOffer } from '../tls.ts';
import type { LoginFailure, LoginFinding } from './auth/loginPlan.ts';
import type { Port25, TimeFinding } from './flows/findings.ts';
import type { FlowOutcome } from './flows/outcome.ts';
import type { SmtpPlan } from './plan.ts';
import type { ReplyFailure } from './reply.ts';

export interface SmtpProbeOptions extends SmtpPlan {
  /** The name to say in EHLO; where none is chosen, our own address as a literal (RFC 5321 4.1.4). */
  readonly helo?: string;
  readonly timeouts?: SmtpTimeouts;
  /** What is offered in the handshake of TLS. */
  readonly offer?: TlsOffer;
  /** The one address of the host to connect to; its name is not looked up then. */
  readonly address?: string;
  /** Addresses of the other family are left out, where a name is looked up. */
  readonly family?: 4 | 6;
  /** Where to connect instead, by the host or the address: `mx1.contoso.test:25` → `127.0.0.1:2525`. */
  readonly connectTo?: ReadonlyMap<string, string>;
}

/** Milliseconds, each held between 50 and 600 000; `limits` has the usual ones. */
export interface SmtpTimeouts {
  readonly connect?: number;
  readonly banner?: number;
  readonly reply?: number;
  readonly tls?: number;
}

/** One thing the probe did. `elapsed` is in milliseconds. */
export type SmtpStep =
  | { readonly step: 'name'; readonly host: string; readonly answers: readonly Answer[]; readonly elapsed: number }
  | {
      readonly step: 'connect';
      /** `address:port` */
      readonly address: string;
      /** The proxy on the way, and the address of this machine that was chosen. */
      readonly via?: string;
      readonly source?: string;
      /** Our own address of the connection. */
      readonly local?: string;
      readonly elapsed: number;
      /** Milliseconds that it waited for its turn before, to spare the server. */
      readonly waited?: number;
      readonly failure?: StepFailure<StreamFailure>;
    }
  | { readonly step: 'redirect'; readonly from: string; readonly to: string }
  /** What a load balancer would say first; nothing answers it. */
  | {
      readonly step: 'proxy';
      /** As version 1 has it. */
      readonly sent: string;
      /** How many went out in its place, where it was version 2. */
      readonly octets?: number;
      readonly tls: boolean;
      readonly elapsed: number;
    }
  /** The commands of the steps that follow went out in one write (RFC 2920). */
  | { readonly step: 'together'; readonly commands: number }
  /** A second connection that asked for STARTTLS only: what it was offered, or where it failed. */
  | {
      readonly step: 'again';
      readonly elapsed: number;
      readonly offered?: boolean;
      readonly failedAt?: SmtpFailure['step'];
    }
  | {
      readonly step: 'tls';
      /** What alone was offered; that the server does not take it is an answer then. */
      readonly offered?: string;
      readonly elapsed: number;
      readonly info?: TlsInfo;
      readonly failure?: StepFailure<StreamFailure>;
      /** What came in the clear instead. */
      readonly rest?: string;
    }
  /** What the server said though nobody had asked. */
  | { readonly step: 'unasked'; readonly lines: readonly string[]; readonly tls: boolean }
  | {
      readonly step: SaidStep;
      /** The command as it is shown, without its line break; of a step without one the reply is one more to the step before. */
      readonly sent?: string;
      /** What was sent of a message: behind the command of BDAT, in front of the lone dot of MESSAGE. */
      readonly body?: SentBody;
      /** The lines that came back, whether or not they are a reply. */
      readonly lines: readonly string[];
      /** What came of a line that did not end. */
      readonly rest?: string;
      readonly tls: boolean;
      readonly elapsed: number;
      readonly failure?: StepFailure<ReplyFailure>;
    };

export interface StepFailure<Kind> {
  readonly kind: Kind;
  /** The operating system's or the TLS library's own words, or empty. */
  readonly detail: string;
}

/** What is shown of a message that was sent. */
export interface SentBody {
  /** The first lines, as they were written. */
  readonly lines: readonly string[];
  /** Lines behind them. */
  readonly left: number;
  /** Octets of the whole, line ends included. */
  readonly octets: number;
}

/**
 * The steps at which a server says something. `message` is the text of a message and its lone dot, `auth` each part of a
 * login.
 */
export type SaidStep =
  | 'banner'
  | 'xclient'
  | 'ehlo'
  | 'helo'
  | 'lhlo'
  | 'starttls'
  | 'auth'
  | 'mail'
  | 'rcpt'
  | 'data'
  | 'message'
  | 'bdat'
  | 'rset'
  | 'vrfy'
  | 'expn'
  | 'help'
  | 'noop'
  | 'quit';

/** What ended the probe before it was through. */
export type SmtpFailure =
  | { readonly step: 'name'; readonly kind: 'bad-name'; readonly problem: NameProblem }
  | { readonly step: 'name'; readonly kind: 'bad-port'; readonly port: number }
  | { readonly step: 'name'; readonly kind: 'no-such-name' | 'cancelled' }
  /** `family`: none of this one. */
  | { readonly step: 'name'; readonly kind: 'no-address'; readonly family?: 4 | 6 }
  /** DNS did not tell whether there is an address. */
  | { readonly step: 'name'; readonly kind: 'unanswered'; readonly status: AnswerStatus }
  /** Where to connect instead is no endpoint. */
  | { readonly step: 'connect'; readonly kind: 'bad-redirect'; readonly to: string }
  | ({ readonly step: 'connect' } & StepFailure<StreamFailure>)
  | ({ readonly step: 'tls' } & StepFailure<StreamFailure>)
  /** What shall be said in EHLO cannot be. */
  | { readonly step: 'ehlo'; readonly kind: 'bad-helo'; readonly helo: string }
  /** What was asked for cannot be said; nothing was sent. */
  | { readonly step: SaidStep | 'proxy'; readonly kind: 'bad-input'; readonly input: BadInput; readonly text: string }
  /** The server does not offer what was asked for, or what the envelope or the message needs. */
  | { readonly step: SaidStep; readonly kind: 'not-offered'; readonly keyword: string }
  /** REQUIRETLS without TLS (RFC 8689 2). */
  | { readonly step: 'mail'; readonly kind: 'needs-tls' }
  | LoginFailure
  /** A banner of class 4 or 5. */
  | { readonly step: 'banner'; readonly kind: 'unwelcome'; readonly code: number }
  /** A code that is no answer here, or none of SMTP at all (RFC 5321 4.2, 4.3.2). */
  | { readonly step: SaidStep; readonly kind: 'wrong-code'; readonly code: number }
  /** A reply of class 4 or 5. */
  | { readonly step: Exclude<SaidStep, 'banner'>; readonly kind: 'refused-command'; readonly code: number }
  | ({ readonly step: SaidStep } & StepFailure<ReplyFailure>);

/** What cannot be said, by what it was meant for. */
export type BadInput = 'sender' | 'recipient' | 'parameter' | 'xclient' | 'proxy' | 'message';

/** Something worth knowing that did not end the probe. */
export type SmtpFinding =
  | LoginFinding
  | TimeFinding
  | Port25
  | { readonly code: CertificateProblem | 'no-starttls' | 'only-helo' | 'starttls-injection' }
  /** `unasked-reply`: found when the step was taken. */
  | { readonly code: 'codes-differ' | 'unasked-reply'; readonly about: SaidStep }
  /** Of two connections one was offered STARTTLS; `first`: the first one. */
  | { readonly code: 'starttls-comes-and-goes'; readonly first: boolean }
  /** Something that was asked for is not offered, and the probe went on without it. */
  | { readonly code: 'extension-missing'; readonly keyword: string }
  /** One of several recipients, when others were taken; `reply` is the code. */
  | { readonly code: 'recipient-refused'; readonly recipient: string; readonly reply: number }
  /** The message is larger than the server says that it takes (RFC 1870); both in octets. */
  | { readonly code: 'over-size-limit'; readonly size: number; readonly limit: number };

export interface SmtpProbeResult {
  /** As asked. */
  readonly endpoint: Endpoint;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly steps: readonly SmtpStep[];
  readonly findings: readonly SmtpFinding[];
  readonly failure?: SmtpFailure;
  /** What a flow found out that asks about recipients or policy. */
  readonly flow?: FlowOutcome;
}
