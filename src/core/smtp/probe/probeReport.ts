import { oneWord, type ReportedFinding, type ReportLines, readFinding, reportLine } from '../../text/finding.ts';
import type { Span } from '../../text/span.ts';
import type { Stage } from '../verbs.ts';
import type { ReportedCertificate } from './certificateLine.ts';

/**
 * The report of an SMTP probe as text: its writer and its reader. A heading; the steps, each a line with its name, its
 * time and what came of it (`* BANNER (12 ms): 220`), behind it what was written (`C: `) and what the server sent
 * (`S: `); notes (`* `); findings; the result, which ends the report. Every line of the server's has `S: ` in front of
 * it and is plain text, so nothing that a server sends can begin a line of another kind.
 */

/**
 * The steps, as swaks names them (`--quit-after`), and what a reply at each of them answers, whatever its words: the
 * greeting in front of STARTTLS is the first one, the one under TLS has no number. NAME is the look-up of addresses,
 * MESSAGE the text of a message with its lone dot, UNASKED what a server said that nobody asked for.
 */
export const PROBE_STAGES = {
  NAME: 'connect',
  CONNECT: 'connect',
  PROXY: 'PROXY',
  BANNER: 'connect',
  XCLIENT: 'XCLIENT',
  'FIRST-EHLO': 'EHLO',
  'FIRST-HELO': 'HELO',
  'FIRST-LHLO': 'LHLO',
  STARTTLS: 'STARTTLS',
  TLS: 'STARTTLS',
  EHLO: 'EHLO',
  HELO: 'HELO',
  LHLO: 'LHLO',
  AUTH: 'AUTH',
  MAIL: 'MAIL',
  RCPT: 'RCPT',
  DATA: 'DATA',
  MESSAGE: '(data)',
  BDAT: 'BDAT',
  RSET: 'RSET',
  VRFY: 'VRFY',
  EXPN: 'EXPN',
  HELP: 'HELP',
  NOOP: 'NOOP',
  QUIT: 'QUIT',
  UNASKED: '?',
} as const satisfies Readonly<Record<string, Stage>>;

export type ProbeStepName = keyof typeof PROBE_STAGES;

/** How a probe failed, as a stable code: that of the finding which tells it, and of the result. */
export type ProbeFailureCode =
  /** It was not begun: what was asked for is no host, port, name for EHLO or other place to connect to. */
  | 'bad-host'
  | 'bad-port'
  | 'bad-helo'
  | 'bad-redirect'
  | 'bad-input'
  | 'no-such-host'
  | 'no-address'
  | 'dns-unanswered'
  | 'connect-refused'
  | 'connect-timeout'
  | 'connect-unreachable'
  | 'connect-failed'
  | 'connect-proxy'
  /** Nothing came; or a part of a reply did, and then no more. */
  | 'reply-timeout'
  | 'reply-unfinished'
  /** The connection was closed with nothing said, or in the middle of a reply. */
  | 'reply-closed'
  | 'reply-cut-off'
  | 'reply-not-smtp'
  | 'reply-too-long'
  /** A 4yz or 5yz. */
  | 'reply-refused'
  /** A reply with a code that does not fit here, or that SMTP does not have. */
  | 'reply-wrong-code'
  /** The server does not offer what was asked for or what the message needs. */
  | 'extension-missing'
  /** The login was not tried: without TLS; with none offered; with no mechanism in common; with what cannot be sent. */
  | 'login-needs-tls'
  | 'login-not-offered'
  | 'login-mechanism'
  | 'login-bad-secret'
  /** What the server asked for is not of the mechanism; it does not show that it knows the password (SCRAM). */
  | 'login-bad-challenge'
  | 'login-unproven'
  | 'tls-timeout'
  | 'tls-clear-text'
  | 'tls-failed'
  /** What shall be offered cannot be by the TLS library of this program. */
  | 'tls-unsupported'
  | 'cancelled';

/** How a step ended: `* CONNECT (3 ms): failed, 192.0.2.1:25, connection refused`. */
export interface ReportedStep extends Span {
  readonly step: ProbeStepName;
  /** Milliseconds, where it was measured. */
  readonly elapsed?: number;
  readonly failed: boolean;
  readonly text: string;
  /** What the server showed in the handshake. */
  readonly certificates?: readonly ReportedCertificate[];
}

/** What came of a probe, in a sentence; `failedAt` and `code` where it did not get through. */
export interface ReportedResult extends Span {
  readonly text: string;
  readonly failedAt?: ProbeStepName;
  readonly code?: ProbeFailureCode;
}

/**
 * What a probe asks for besides: whether recipients are known, whether the server relays for this machine or for anybody,
 * what it tells strangers, whether it takes mail from some networks only.
 */
const PROBE_ASKS = ['recipients', 'relaying', 'relay', 'exposure', 'restriction', 'tls-scan'] as const;

export type ProbeAsks = (typeof PROBE_ASKS)[number];

/** A report as it stands in a text. */
export interface ReportedProbe {
  /** As asked: `mx1.contoso.test:25`. */
  readonly target: string;
  /** The same without the port and, of an address, without brackets. */
  readonly host: string;
  readonly asks?: ProbeAsks;
  readonly steps: readonly ReportedStep[];
  readonly findings: readonly ReportedFinding[];
  /** Absent in a report that was cut off. */
  readonly result?: ReportedResult;
}

const line = reportLine;

export const probeHeading = (target: string, utc: string): string => line(`# SMTP probe of ${oneWord(target)}, ${utc}`);

/** `* Asks: relay`, right behind the heading: the probe asks for more than whether the server takes mail. */
export const writeProbeAsks = (asks: ProbeAsks): string => line(`* Asks: ${asks}`);

export const writeProbeStep = (step: Pick<ReportedStep, 'step' | 'elapsed' | 'failed' | 'text'>): string =>
  line(
    `* ${step.step}${step.elapsed === undefined ? '' : ` (${Math.max(0, Math.round(step.elapsed))} ms)`}: ${step.failed ? 'failed, ' : ''}${step.text}`,
  );

export const writeSent = (text: string): string => line(`C: ${text}`);
export const writeCame = (text: string): string => line(`S: ${text}`);

/** Words of ours beside the steps; they begin with a small letter or a blank follows their first word. */
export const writeProbeNote = (text: string): string => line(`* ${text}`);

export const writeProbeResult = ({ text, failedAt, code }: Omit<ReportedResult, keyof Span>): string =>
  line(`* Result: ${failedAt === undefined ? 'passed' : `failed at ${failedAt}, ${code}`}: ${text}`);

const HEADING = /^# SMTP probe of (\S{1,1020}), \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC$/;
const STEP = /^\* ([A-Z-]{2,12})(?: \((\d{1,9}) ms\))?: (failed, )?(\S.*)$/;
const SAID = /^[CS]:(?: |$)/;
const ASKS = /^\* Asks: ([a-z]{5,12})$/;
const RESULT = /^\* Result: (?:passed|failed at ([A-Z-]{2,12}), ([a-z0-9-]{1,60})): (\S.*)$/;

export const startsProbe = (text: string): boolean => text.length < 1200 && HEADING.test(text);

/** A line of a report, as the reader tells it. */
export type ProbeLine =
  | { readonly kind: 'client' | 'server' }
  | { readonly kind: 'step'; readonly step: ReportedStep }
  | { readonly kind: 'asks'; readonly asks: ProbeAsks }
  | { readonly kind: 'finding'; readonly finding: ReportedFinding; readonly endLine: number }
  | { readonly kind: 'result'; readonly result: ReportedResult }
  | { readonly kind: 'note' };

/** What stands on a line behind the heading; undefined for a line that no report has. */
export function readProbeLine(lines: ReportLines, at: number, endLine: number): ProbeLine | undefined {
  const text = lines.at(at);
  if (SAID.test(text)) return { kind: text.startsWith('C') ? 'client' : 'server' };
  const span = { start: lines.start(at), end: lines.end(at) };
  if (!text.startsWith('* ')) {
    const found = readFinding(lines, at, endLine);
    return found && { kind: 'finding', ...found };
  }
  const [, step = '', elapsed, failed, words] = STEP.exec(text) ?? [];
  if (Object.hasOwn(PROBE_STAGES, step) && words !== undefined) {
    const time = elapsed === undefined ? {} : { elapsed: Number(elapsed) };
    return {
      kind: 'step',
      step: { step: step as ProbeStepName, ...time, failed: failed !== undefined, text: words, ...span },
    };
  }
  const asks = PROBE_ASKS.find((one) => one === ASKS.exec(text)?.[1]);
  if (asks !== undefined) return { kind: 'asks', asks };
  const [, failedAt, code, what] = RESULT.exec(text) ?? [];
  if (what === undefined) return { kind: 'note' };
  if (failedAt === undefined) return { kind: 'result', result: { text: what, ...span } };
  return {
    kind: 'result',
    result: { text: what, failedAt: failedAt as ProbeStepName, code: code as ProbeFailureCode, ...span },
  };
}

/** The target and the host that the heading names. */
export function readProbeHeading(text: string): Pick<ReportedProbe, 'target' | 'host'> {
  const target = HEADING.exec(text)?.[1] ?? '';
  const host = target.replace(/:\d{1,5}$/, '').replace(/^\[(.*)\]$/, '$1');
  return { target, host };
}
