import { writeEndpoint } from '../probes/hostName.ts';
import type { Answer, StreamFailure } from '../probes/ports.ts';
import type { ReplyFailure } from '../probes/reply.ts';
import type { SaidStep, SmtpFailure, SmtpProbeResult, StepFailure } from '../probes/smtpProbe.ts';
import { saysWho, statusAdvice, statusMeaning } from './dnsStatus.ts';
import { describeNameProblem } from './nameProblem.ts';

/** What happened to a connection, as the end of a sentence. */
export const streamFailureWords: Readonly<Record<ReplyFailure, string>> = {
  refused: 'connection refused',
  unreachable: 'not reachable from this machine',
  timeout: 'no answer',
  reset: 'the connection was reset',
  closed: 'the server closed the connection',
  tls: 'TLS failed',
  cancelled: 'cancelled',
  name: 'the name could not be looked up',
  flood: 'the server sent more than anybody reads',
  'not-a-reply': 'this is no SMTP reply',
  'endless-reply': 'the reply does not end',
};

/** What failed, what it means, and what to try, for the last line of the report. */
export function describeProbeFailure(failure: SmtpFailure, result: SmtpProbeResult): string {
  const host = writeEndpoint(result.endpoint);
  const name = result.endpoint.host;
  switch (failure.kind) {
    case 'cancelled':
      return `cancelled at the step ${failure.step}.`;
    case 'bad-name':
      return describeNameProblem(failure.problem, name);
    case 'bad-port':
      return `${failure.port} is no port. Ports go from 1 to 65535; mail servers listen on 25, 465 and 587.`;
    case 'no-such-name':
      return `${name} does not exist${saysWho(nameAnswer(result))} (NXDOMAIN). Check the spelling; the name must be complete, search lists are not used.`;
    case 'no-address':
      return `${name} exists, but has no address. If it is a mail domain, look up its mail exchangers and probe one of them.`;
    case 'unanswered':
      return `the address of ${name} is not known: ${failure.status}, ${statusMeaning(failure.status)}. That does not mean that it has none. ${statusAdvice(failure.status)}`;
    case 'bad-redirect':
      return `"${failure.to}" is no address to connect to. Mend the setting mailTriage.smtp.connectTo.`;
    case 'bad-helo':
      return `"${failure.helo}" cannot be said in EHLO. Choose a host name or an address in brackets (mailTriage.smtp.heloName).`;
    case 'unwelcome':
      return unwelcome(failure.code, host);
    case 'refused-command':
      return refused(failure, host);
    default:
      if (failure.step === 'connect') return connectFailure(failure, host);
      if (failure.step === 'tls') return tlsFailure(failure, result);
      return failure.step === 'banner' && failure.kind === 'timeout'
        ? silentBanner(host, result)
        : broken(failure, result, host);
  }
}

const nameAnswer = ({ steps }: SmtpProbeResult): Answer | undefined =>
  steps.flatMap((step) => (step.step === 'name' ? step.answers : []))[0];

type StreamFailed = Extract<SmtpFailure, { readonly step: 'connect' | 'tls' } & StepFailure<StreamFailure>>;
type ReplyFailed = Extract<SmtpFailure, { readonly step: SaidStep } & StepFailure<ReplyFailure>>;
type Refused = Extract<SmtpFailure, { readonly kind: 'refused-command' }>;

function connectFailure(failure: StreamFailed, host: string): string {
  switch (failure.kind) {
    case 'refused':
      return `${host} refuses connections: the machine answers, but nothing listens on this port, or a firewall rejects it. Check that the mail server runs and the port is right.`;
    case 'timeout':
      return `${host} does not answer at all. A firewall on the way usually drops the packets; many networks block outgoing port 25. Try from another network, or port 587.`;
    case 'unreachable':
      return `there is no way to ${host} from this machine${failure.detail === '' ? '' : ` (${failure.detail})`}. Check the network, the routes and, for an IPv6 address, whether IPv6 works here.`;
    default:
      return `connecting to ${host} failed: ${failure.detail || streamFailureWords.closed}. Check the network and firewalls on the way.`;
  }
}

function unwelcome(code: number, host: string): string {
  if (code === 421) {
    return `${host} is not available at the moment (421). Sending servers try again later; if it stays, it limits connections or is overloaded.`;
  }
  const kind = code >= 400 && code < 500 ? 'for the time being' : 'for good';
  return `${host} turns this machine away ${kind} (${code}, its words are above). It may be blocking our address, or be no mail server for others.`;
}

function refused({ step, code }: Refused, host: string): string {
  if (step === 'starttls') {
    return `${host} offers STARTTLS and then refuses it (${code}). Its TLS is set up wrong, often the certificate or its key; look into its log.`;
  }
  return `${host} refused ${stepWords(step)} with ${code}; its words are above. It may not like our name: choose another one (mailTriage.smtp.heloName).`;
}

function silentBanner(host: string, result: SmtpProbeResult): string {
  const port = result.endpoint.port;
  const other = port === 465 ? '' : ' or the port expects TLS from the first byte (as 465 does)';
  return `${host} accepted the connection and said nothing. It may delay its banner to strangers${other}; a firewall may hold it back. Wait longer (mailTriage.smtp.timeout) or try from another network.`;
}

function tlsFailure(failure: StreamFailed, result: SmtpProbeResult): string {
  const host = writeEndpoint(result.endpoint);
  if (result.endpoint.port === 465 && /wrong version|packet length|unexpected message/i.test(failure.detail)) {
    return `${host} does not speak TLS from the first byte, as port 465 must (RFC 8314 3). It may expect STARTTLS, which port 587 is for.`;
  }
  const detail = failure.detail === '' ? '' : ` (${failure.detail})`;
  return failure.kind === 'timeout'
    ? `${host} agreed to TLS and then did not answer. Something on the way may interfere with it.`
    : `TLS with ${host} failed${detail}. The two sides have no version or cipher in common, or the server's TLS is set up wrong; look into its log.`;
}

/** Other services tell who they are in their first line. */
const OTHERS: readonly (readonly [RegExp, string])[] = [
  [/^SSH-/, 'an SSH server'],
  [/^\+OK/, 'a POP3 server'],
  [/^\* OK/, 'an IMAP server'],
  [/^HTTP\/|^<!DOCTYPE|^<html/i, 'a web server'],
];

function broken(failure: ReplyFailed, result: SmtpProbeResult, host: string): string {
  const step = stepWords(failure.step);
  switch (failure.kind) {
    case 'timeout':
      return `${host} did not answer ${step} in time. Try again; wait longer with mailTriage.smtp.timeout.`;
    case 'closed':
    case 'reset':
      return `${host} closed the connection in the middle of ${step}. It may be overloaded, be blocking our address, or a firewall cut it. Try again, and look into its log.`;
    case 'not-a-reply': {
      const first = result.steps.flatMap((one) => ('lines' in one ? one.lines : [])).at(-1) ?? '';
      const other = OTHERS.find(([pattern]) => pattern.test(first))?.[1];
      return other === undefined
        ? `${host} does not speak SMTP: what came at ${step} is no reply. Check the port.`
        : `${host} is ${other}, not a mail server. Check the port.`;
    }
    case 'endless-reply':
    case 'flood':
      return `${host} does not speak SMTP as it should: at ${step} it sent more than anybody reads. Check the port, and what stands in front of the server.`;
    default:
      return `${host} failed at ${step}: ${failure.detail || failure.kind}.`;
  }
}

function stepWords(step: SaidStep): string {
  return step === 'banner' ? 'its banner' : step.toUpperCase();
}
