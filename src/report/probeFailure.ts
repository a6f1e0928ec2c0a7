import type { ProbeStepName } from '../core/smtp/probe/probeReport.ts';
import { writeEndpoint } from '../probes/hostName.ts';
import type { Answer } from '../probes/ports.ts';
import type { BadInput, SaidStep, SmtpFailure, SmtpProbeResult } from '../probes/smtp/types.ts';
import { saysWho, statusAdvice, statusMeaning } from './dnsStatus.ts';
import { type FailureWords, HELO_SETTING, type Lost, streamFailureWords, type WordedFailure } from './failureWords.ts';
import { handshakeWords } from './handshakeWords.ts';
import { wordLoginFailure } from './loginWords.ts';
import { describeNameProblem } from './nameProblem.ts';
import { noReply, notOffered, refused, unwelcome, wrongCode } from './replyFailure.ts';

/** `implicit`: TLS came first, so that there is no EHLO in front of it. */
export function stepNameOf(step: SaidStep | 'proxy' | 'tls' | 'unasked', tls: boolean): ProbeStepName {
  if (!tls && (step === 'ehlo' || step === 'helo' || step === 'lhlo')) {
    return `FIRST-${step.toUpperCase()}` as ProbeStepName;
  }
  return step.toUpperCase() as ProbeStepName;
}

export function wordFailure(failure: SmtpFailure, result: SmtpProbeResult): WordedFailure {
  return { failedAt: failedAt(failure, result), ...wordsOf(failure, result) };
}

function failedAt({ step }: SmtpFailure, { steps }: SmtpProbeResult): ProbeStepName {
  if (step === 'name') return 'NAME';
  if (step === 'connect') return 'CONNECT';
  const last = steps.findLast((one) => one.step === step);
  return stepNameOf(step, last !== undefined && 'tls' in last && last.tls);
}

function wordsOf(failure: SmtpFailure, result: SmtpProbeResult): FailureWords {
  const host = writeEndpoint(result.endpoint);
  const name = result.endpoint.host;
  switch (failure.kind) {
    case 'cancelled':
      return { code: 'cancelled', text: 'the probe was cancelled.', next: 'Run it again when you want the answer.' };
    case 'bad-name':
      return { code: 'bad-host', text: describeNameProblem(failure.problem, name) };
    case 'bad-port':
      return {
        code: 'bad-port',
        text: `${failure.port} is no port.`,
        next: 'Ports go from 1 to 65535; mail servers listen on 25, 465 and 587.',
      };
    case 'no-such-name':
      return {
        code: 'no-such-host',
        text: `${name} does not exist${saysWho(nameAnswer(result))} (NXDOMAIN).`,
        next: 'Check the spelling; the name must be complete, search lists are not used.',
        source: 'RFC 5321 5.1',
      };
    case 'no-address':
      return {
        code: 'no-address',
        text: `${name} exists, but has no address${failure.family === undefined ? '' : ` of IPv${failure.family}`}.`,
        next: 'If it is a mail domain, look up its mail exchangers and probe one of them.',
        source: 'RFC 5321 5.1',
      };
    case 'unanswered':
      return {
        code: 'dns-unanswered',
        text: `the address of ${name} is not known: ${failure.status}, ${statusMeaning(failure.status)}. That does not mean that it has none.`,
        next: statusAdvice(failure.status),
      };
    case 'bad-redirect':
      return {
        code: 'bad-redirect',
        text: `"${failure.to}" is no address to connect to.`,
        next: 'Mend the setting mailTriage.smtp.connectTo (--connect-to).',
      };
    case 'bad-helo':
      return {
        code: 'bad-helo',
        text: `"${failure.helo}" cannot be said in EHLO.`,
        next: `Choose a host name or an address in brackets (${HELO_SETTING}).`,
        source: 'RFC 5321 4.1.4',
      };
    case 'bad-input':
      return {
        code: 'bad-input',
        text: `"${failure.text}" cannot be said: ${INPUTS[failure.input]}.`,
        next: 'Write it without line breaks, control characters and, outside quotes, blanks and angle brackets.',
        source: 'RFC 5321 4.1.2',
      };
    case 'not-offered':
      return notOffered(failure.keyword, host);
    case 'needs-tls':
      return {
        code: 'extension-missing',
        text: 'REQUIRETLS counts under TLS only, and this connection has none.',
        next: 'Switch STARTTLS on at the server, or probe without REQUIRETLS.',
        source: 'RFC 8689 2',
      };
    case 'login-needs-tls':
    case 'no-auth':
    case 'mechanism-not-offered':
    case 'no-hash':
    case 'no-binding':
    case 'bad-login':
    case 'bad-challenge':
    case 'bad-iterations':
    case 'unproven':
      return wordLoginFailure(failure, host);
    case 'unwelcome':
      return unwelcome(failure.code, host);
    case 'wrong-code':
      return wrongCode(failure.step, failure.code, host);
    case 'refused-command':
      return refused(failure.step, failure.code, host);
    default:
      if (failure.step === 'connect') return connectFailure(failure, host, wayOf(result));
      return failure.step === 'tls' ? tlsFailure(failure, result) : noReply(failure, result);
  }
}

const INPUTS: Readonly<Record<BadInput, string>> = {
  sender: 'it is no address that MAIL can name',
  recipient: 'it is no address that RCPT can name',
  parameter: 'it is no parameter of MAIL or RCPT',
  xclient:
    'XCLIENT takes NAME, ADDR, PORT, PROTO, HELO, LOGIN, DESTADDR and DESTPORT, each with = and a value without blanks',
  proxy: 'the PROXY header takes two addresses of one family and two ports',
  message: 'no message may hold it',
};

const nameAnswer = ({ steps }: SmtpProbeResult): Answer | undefined =>
  steps.flatMap((step) => (step.step === 'name' ? step.answers : []))[0];

const wayOf = ({ steps }: SmtpProbeResult): string | undefined => steps.find((step) => step.step === 'connect')?.via;

function connectFailure({ kind, detail }: Lost<'connect'>, host: string, via: string | undefined): FailureWords {
  switch (kind) {
    case 'refused':
      return {
        code: 'connect-refused',
        text: `${host} refuses connections: the machine answers, but nothing listens on this port, or a firewall rejects it.`,
        next: 'Check that the mail server runs and the port is right.',
      };
    case 'timeout':
      return {
        code: 'connect-timeout',
        text: `${host} does not answer at all. A firewall on the way usually drops the packets; many networks block outgoing port 25.`,
        next: 'Try from another network, or port 587.',
      };
    case 'unreachable':
      return {
        code: 'connect-unreachable',
        text: `there is no way to ${host} from this machine${detail === '' ? '' : ` (${detail})`}.`,
        next: 'Check the network, the routes and, for an IPv6 address, whether IPv6 works here.',
      };
    case 'proxy':
      return {
        code: 'connect-proxy',
        text: `the proxy${via === undefined ? '' : ` ${via}`} does not connect to ${host}${detail === '' ? '' : `: ${detail}`}.`,
        next: 'Check the address of the proxy, its user and password, and whether it lets anybody connect to this port (mailTriage.smtp.proxy, --proxy).',
      };
    default:
      return {
        code: 'connect-failed',
        text: `connecting to ${host} failed: ${detail || streamFailureWords.closed}.`,
        next: 'Check the network and firewalls on the way.',
      };
  }
}

function tlsFailure({ kind, detail }: Lost<'tls'>, result: SmtpProbeResult): FailureWords {
  const host = writeEndpoint(result.endpoint);
  const implicit = !result.steps.some(({ step }) => step === 'starttls');
  if (kind === 'clear-text') {
    return implicit
      ? {
          code: 'tls-clear-text',
          text: `${host} does not speak TLS from the first byte, as port 465 must: it sent clear text, which is above.`,
          next: 'It may expect STARTTLS, which port 587 is for.',
          source: 'RFC 8314 3',
        }
      : {
          code: 'tls-clear-text',
          text: `${host} agreed to TLS with 220 and then went on in the clear; what it sent is above.`,
          next: 'Its TLS is set up wrong, or something between rewrites the session; look into its log and at firewalls that inspect SMTP.',
          source: 'RFC 3207 4',
        };
  }
  if (kind === 'timeout') {
    return {
      code: 'tls-timeout',
      text: `${host} agreed to TLS and then did not answer.`,
      next: 'Something on the way may interfere with it; try from another network.',
      source: 'RFC 3207 4',
    };
  }
  if (kind === 'unsupported') {
    return {
      code: 'tls-unsupported',
      text: `the TLS library of this program cannot offer what was asked for (${detail}), so nothing is known of the server.`,
      next: 'Offer other versions of TLS (--tls-versions).',
    };
  }
  const { why, next } = handshakeWords(detail);
  return {
    code: 'tls-failed',
    text: `TLS with ${host} failed${detail === '' ? '' : ` (${detail})`}. ${why}`,
    next,
    source: 'RFC 3207 4',
  };
}
