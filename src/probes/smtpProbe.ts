import type { CertificateProblem } from './certificate.ts';
import type { Answer, Endpoint, StreamFailure, TlsInfo } from './ports.ts';
import type { ReplyFailure } from './reply.ts';

export interface SmtpProbeOptions {
  /** The name to say in EHLO; where none is chosen, our own address as a literal (RFC 5321 4.1.4). */
  readonly helo?: string;
  readonly timeouts?: SmtpTimeouts;
  /** Where to connect instead: `mx1.contoso.test:25` → `127.0.0.1:2525`. */
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
      readonly elapsed: number;
      readonly failure?: StepFailure<StreamFailure>;
    }
  | { readonly step: 'redirect'; readonly from: string; readonly to: string }
  | {
      readonly step: 'tls';
      readonly elapsed: number;
      readonly info?: TlsInfo;
      readonly failure?: StepFailure<StreamFailure>;
    }
  | {
      readonly step: 'banner' | 'ehlo' | 'helo' | 'starttls' | 'quit';
      /** The command, without its line break. */
      readonly sent?: string;
      /** The lines that came back, whether or not they are a reply. */
      readonly lines: readonly string[];
      readonly tls: boolean;
      readonly elapsed: number;
      readonly failure?: StepFailure<ReplyFailure>;
    };

interface StepFailure<Kind> {
  readonly kind: Kind;
  /** The operating system's or the TLS library's own words, or empty. */
  readonly detail: string;
}

/** What ended the probe before it was through. */
export interface SmtpFailure {
  readonly step: 'name' | 'connect' | 'banner' | 'ehlo' | 'helo' | 'starttls' | 'tls';
  /**
   * Besides what can happen to a stream and to a reply: `bad-name`, `bad-port`, `bad-helo` (what was typed is none),
   * `no-such-name`, `no-address`, `unanswered` (DNS), `unwelcome` (a banner that is no 220),
   * `refused-command` (a reply that is no success), `bad-redirect` (where to connect instead is no endpoint).
   */
  readonly kind:
    | ReplyFailure
    | 'bad-name'
    | 'bad-port'
    | 'bad-helo'
    | 'bad-redirect'
    | 'no-such-name'
    | 'no-address'
    | 'unanswered'
    | 'unwelcome'
    | 'refused-command';
  readonly detail: string;
}

/** Something worth knowing that did not end the probe. */
export interface SmtpFinding {
  readonly code: CertificateProblem | 'no-starttls' | 'only-helo' | 'codes-differ';
  /** The step that it is about. */
  readonly about?: string;
}

export interface SmtpProbeResult {
  /** As asked. */
  readonly endpoint: Endpoint;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly steps: readonly SmtpStep[];
  readonly findings: readonly SmtpFinding[];
  readonly failure?: SmtpFailure;
}
