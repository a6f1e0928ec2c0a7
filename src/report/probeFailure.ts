import type { NameProblem } from '../probes/hostName.ts';
import { writeEndpoint } from '../probes/hostName.ts';
import type { Answer } from '../probes/ports.ts';
import type { ReplyFailure } from '../probes/reply.ts';
import type { SmtpFailure, SmtpProbeResult } from '../probes/smtpProbe.ts';
import { saysWho, statusAdvice, statusMeaning } from './dnsStatus.ts';
import { describeNameProblem } from './nameProblem.ts';

/** What happened to a connection, as the end of a sentence. */
export function describeStreamFailure(kind: ReplyFailure): string {
  switch (kind) {
    case 'refused':
      return 'connection refused';
    case 'unreachable':
      return 'not reachable from this machine';
    case 'timeout':
      return 'no answer';
    case 'reset':
      return 'the connection was reset';
    case 'closed':
      return 'the server closed the connection';
    case 'tls':
      return 'TLS failed';
    case 'cancelled':
      return 'cancelled';
    case 'name':
      return 'the name could not be looked up';
    case 'flood':
      return 'the server sent more than anybody reads';
    case 'not-a-reply':
      return 'this is no SMTP reply';
    case 'endless-reply':
      return 'the reply does not end';
  }
}

/** What failed, what it means, and what to try, for the last line of the report. */
export function describeProbeFailure(result: SmtpProbeResult): string {
  const failure = result.failure as SmtpFailure;
  const host = writeEndpoint(result.endpoint);
  if (failure.kind === 'cancelled') return `cancelled at the step ${failure.step}.`;
  switch (failure.step) {
    case 'name':
      return nameFailure(failure, result);
    case 'connect':
      return connectFailure(failure, host);
    case 'tls':
      return tlsFailure(failure, result);
    case 'banner':
      if (failure.kind === 'unwelcome') return unwelcome(failure.detail, host);
      return failure.kind === 'timeout' ? silentBanner(host, result) : broken(failure, result, host);
    default:
      return failure.kind === 'bad-helo'
        ? `"${failure.detail}" cannot be said in EHLO. Choose a host name or an address in brackets (mailTriage.smtp.heloName).`
        : broken(failure, result, host);
  }
}

function nameFailure(failure: SmtpFailure, result: SmtpProbeResult): string {
  const { host } = result.endpoint;
  switch (failure.kind) {
    case 'bad-name':
      return describeNameProblem(failure.detail as NameProblem, host);
    case 'bad-port':
      return `${failure.detail} is no port. Ports go from 1 to 65535; mail servers listen on 25, 465 and 587.`;
    case 'no-such-name':
      return `${host} does not exist${saysWho(nameAnswer(result))} (NXDOMAIN). Check the spelling; the name must be complete, search lists are not used.`;
    case 'no-address':
      return `${host} exists, but has no address. If it is a mail domain, look up its mail exchangers and probe one of them.`;
    default:
      return `the address of ${host} is not known: ${failure.detail}, ${statusMeaning(failure.detail)}. That does not mean that it has none. ${statusAdvice(failure.detail)}`;
  }
}

const nameAnswer = ({ steps }: SmtpProbeResult): Answer | undefined =>
  steps.flatMap((step) => (step.step === 'name' ? step.answers : []))[0];

function connectFailure(failure: SmtpFailure, host: string): string {
  switch (failure.kind) {
    case 'refused':
      return `${host} refuses connections: the machine answers, but nothing listens on this port, or a firewall rejects it. Check that the mail server runs and the port is right.`;
    case 'timeout':
      return `${host} does not answer at all. A firewall on the way usually drops the packets; many networks block outgoing port 25. Try from another network, or port 587.`;
    case 'unreachable':
      return `there is no way to ${host} from this machine${failure.detail === '' ? '' : ` (${failure.detail})`}. Check the network, the routes and, for an IPv6 address, whether IPv6 works here.`;
    case 'bad-redirect':
      return `"${failure.detail}" is no address to connect to. Mend the setting mailTriage.smtp.connectTo.`;
    default:
      return `connecting to ${host} failed: ${failure.detail || describeStreamFailure('closed')}. Check the network and firewalls on the way.`;
  }
}

function unwelcome(code: string, host: string): string {
  if (code === '421') {
    return `${host} is not available at the moment (421). Sending servers try again later; if it stays, it limits connections or is overloaded.`;
  }
  const kind = code.startsWith('4') ? 'for the time being' : 'for good';
  return `${host} turns this machine away ${kind} (${code}, its words are above). It may be blocking our address, or be no mail server for others.`;
}

function silentBanner(host: string, result: SmtpProbeResult): string {
  const port = result.endpoint.port;
  const other = port === 465 ? '' : ' or the port expects TLS from the first byte (as 465 does)';
  return `${host} accepted the connection and said nothing. It may delay its banner to strangers${other}; a firewall may hold it back. Wait longer (mailTriage.smtp.timeout) or try from another network.`;
}

function tlsFailure(failure: SmtpFailure, result: SmtpProbeResult): string {
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

function broken(failure: SmtpFailure, result: SmtpProbeResult, host: string): string {
  const step = stepWords(failure.step);
  switch (failure.kind) {
    case 'refused-command':
      if (failure.step === 'starttls') {
        return `${host} offers STARTTLS and then refuses it (${failure.detail}). Its TLS is set up wrong, often the certificate or its key; look into its log.`;
      }
      return `${host} refused ${step} with ${failure.detail}; its words are above. It may not like our name: choose another one (mailTriage.smtp.heloName).`;
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

function stepWords(step: SmtpFailure['step']): string {
  return step === 'banner' ? 'its banner' : step.toUpperCase();
}
