import { writeUtc } from '../core/report/writeUtc.ts';
import { plainText } from '../core/text/plain.ts';
import { writeEndpoint } from '../probes/hostName.ts';
import type { Answer, TlsInfo } from '../probes/ports.ts';
import type { SmtpFinding, SmtpProbeResult, SmtpStep } from '../probes/smtpProbe.ts';
import { describeStatus } from './dnsStatus.ts';
import { describeProbeFailure, streamFailureWords } from './probeFailure.ts';

/** Lines of a reply that never became one. */
const MOST_BAD_LINES = 10;

/** A probe of an SMTP server as lines of text: a conversation that core/smtp reads again, and what to make of it. */
export function renderSmtpProbe(result: SmtpProbeResult): string[] {
  const lines = [`# SMTP probe of ${writeEndpoint(result.endpoint)}, ${writeUtc(result.started)}`];
  for (const step of result.steps) lines.push(...renderStep(step));
  for (const finding of result.findings) lines.push(`* ${describeFinding(finding, result)}`);
  lines.push(
    `* Result: ${result.failure === undefined ? describeSuccess(result) : describeProbeFailure(result.failure, result)}`,
  );
  return lines.map((line) => plainText(line));
}

function* renderStep(step: SmtpStep): Iterable<string> {
  switch (step.step) {
    case 'redirect':
      yield `* Connecting to ${step.to} instead of ${step.from}, as the settings say (mailTriage.smtp.connectTo)`;
      return;
    case 'name':
      for (const answer of step.answers) {
        const { name, type } = answer.question;
        const data = answer.records.filter((one) => one.type === type).map((one) => one.data);
        yield `* ${name} ${type}: ${data.length > 0 ? data.join(', ') : describeStatus(answer)}`;
      }
      yield* askedOf(step.answers);
      return;
    case 'connect':
      if (step.failure === undefined) yield `* Connected to ${step.address} in ${step.elapsed} ms`;
      else yield `* ${step.address}: ${streamFailureWords[step.failure.kind]} after ${step.elapsed} ms`;
      return;
    case 'tls':
      if (step.info !== undefined) yield `* TLS started in ${step.elapsed} ms: ${describeTls(step.info)}`;
      else if (step.failure !== undefined) {
        yield `* TLS did not start: ${detailOr(step.failure.detail, streamFailureWords[step.failure.kind])}`;
      }
      return;
    default:
      if (step.sent !== undefined) yield `C: ${step.sent}`;
      for (const line of step.failure === undefined ? step.lines : step.lines.slice(0, MOST_BAD_LINES))
        yield `S: ${line}`;
      if (step.failure !== undefined && step.lines.length > MOST_BAD_LINES) {
        yield `* ${step.lines.length - MOST_BAD_LINES} more lines are left out`;
      }
      if (step.failure !== undefined) {
        const what = streamFailureWords[step.failure.kind];
        yield `* ${what[0]?.toUpperCase()}${what.slice(1)} after ${step.elapsed} ms${step.step === 'quit' ? ', which does no harm after QUIT' : ''}`;
      }
  }
}

function* askedOf(answers: readonly Answer[]): Iterable<string> {
  const servers = [...new Set(answers.flatMap(({ server }) => server ?? []))];
  if (servers.length > 0) yield `* Asked of ${servers.join(', ')}`;
}

const detailOr = (detail: string, otherwise: string): string => (detail === '' ? otherwise : detail);

function describeTls(tls: TlsInfo): string {
  const who = tls.subject ?? tls.names[0];
  const parts = [
    `certificate for ${who ?? 'nobody'}`,
    ...(tls.issuer === undefined ? [] : [`issued by ${tls.issuer}`]),
    ...(tls.notAfter === undefined ? [] : [`valid until ${tls.notAfter.slice(0, 10)}`]),
    tls.distrust === undefined ? 'trusted' : `not trusted: ${distrustWords(tls.distrust)}`,
  ];
  return `${tls.version}, ${tls.cipher}; ${parts.join(', ')}`;
}

/** OpenSSL's codes for a certificate that is not trusted, in words. */
const DISTRUST: ReadonlyMap<string, string> = new Map([
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'self-signed certificate'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'self-signed certificate in the chain'],
  ['CERT_HAS_EXPIRED', 'it has expired'],
  ['CERT_NOT_YET_VALID', 'it is not valid yet'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', 'it is for another name'],
  ['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'its issuer is not known here'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'the server does not send the intermediate certificate'],
  ['CERT_REVOKED', 'it has been revoked'],
]);

const distrustWords = (code: string): string => DISTRUST.get(code) ?? code;

function describeFinding(finding: SmtpFinding, result: SmtpProbeResult): string {
  const tls = result.steps.find((step) => step.step === 'tls')?.info;
  const host = result.endpoint.host;
  switch (finding.code) {
    case 'no-starttls':
      return 'STARTTLS is not offered: mail to this server travels unencrypted, and servers that insist on TLS will not deliver.';
    case 'only-helo':
      return 'EHLO is not known, HELO was used instead (RFC 5321 3.2). An old server, or a firewall that rewrites SMTP.';
    case 'codes-differ':
      return `The reply to ${finding.about} has lines with different codes, which RFC 5321 4.2.1 forbids; clients may take any of them.`;
    case 'certificate-expired':
      return `The certificate expired on ${tls?.notAfter?.slice(0, 10) ?? 'an unknown day'}. Renew it: servers that check certificates will not deliver.`;
    case 'certificate-not-yet-valid':
      return `The certificate is valid only from ${tls?.notBefore?.slice(0, 10) ?? 'an unknown day'}. Check the clocks of both machines.`;
    case 'certificate-other-name':
      return `The certificate is not for ${host} but for ${tls?.names.slice(0, 5).join(', ') || tls?.subject || 'nobody'}. Servers that check names (MTA-STS, DANE) will not deliver.`;
    case 'certificate-self-signed':
      return 'The certificate is self-signed. Most servers deliver anyway; those that check certificates (MTA-STS) do not.';
    case 'certificate-untrusted':
      return `The certificate is not trusted: ${distrustWords(tls?.distrust ?? 'for an unknown reason')}. Check that the server sends its whole chain.`;
  }
}

function describeSuccess(result: SmtpProbeResult): string {
  const host = writeEndpoint(result.endpoint);
  const tls = result.steps.find((step) => step.step === 'tls')?.info;
  const spoken = tls === undefined ? 'without TLS' : `and ${tls.version}`;
  const doubts = result.findings.length === 0 ? '' : ' Look at the notes above.';
  return `${host} accepts connections and speaks SMTP ${spoken}. No mail was sent.${doubts}`;
}
