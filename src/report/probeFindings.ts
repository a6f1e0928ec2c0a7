import type { FindingLevel } from '../core/text/finding.ts';
import { writeEndpoint } from '../probes/hostName.ts';
import type { TlsInfo } from '../probes/ports.ts';
import type { SmtpFinding, SmtpProbeResult } from '../probes/smtp/types.ts';

interface Row {
  readonly level: FindingLevel;
  readonly says: (about: About) => string;
  readonly next?: string;
  /** The clause that it rests on. */
  readonly source?: `RFC ${string}`;
}

interface About {
  readonly host: string;
  readonly tls: TlsInfo | undefined;
  /** The step, in the word that the server heard. */
  readonly step: string;
  readonly finding: SmtpFinding;
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

export const distrustWords = (code: string): string => DISTRUST.get(code) ?? code;

const day = (time: string | undefined): string => time?.slice(0, 10) ?? 'an unknown day';

const ROWS: Readonly<Record<SmtpFinding['code'], Row>> = {
  'no-starttls': {
    level: 'warning',
    says: () => 'STARTTLS is not offered: mail to this server travels unencrypted.',
    next: 'Give the server a certificate and switch STARTTLS on; servers that insist on TLS will not deliver before.',
    source: 'RFC 3207 4',
  },
  'starttls-injection': {
    level: 'fail',
    says: () =>
      'The server, or somebody between, sent more behind its 220 to STARTTLS, in the clear and before TLS began; it was dropped. A client that keeps it takes it for something said under TLS (CVE-2011-0411 and its kind).',
    next: 'Update the server, and look at what stands in front of it: nothing may be sent between 220 and the handshake.',
    source: 'RFC 3207 4.2',
  },
  'unasked-reply': {
    level: 'warning',
    says: ({ step }) =>
      `The server said more than it was asked before it answered ${step}; that is not taken for the answer. A client that counts replies takes each for the answer to the command before.`,
    next: 'Look at what stands in front of the server: a proxy may answer beside it.',
    source: 'RFC 5321 4.2',
  },
  'only-helo': {
    level: 'note',
    says: () => 'EHLO is not known, HELO was used instead. An old server, or a firewall that rewrites SMTP.',
    source: 'RFC 5321 3.2',
  },
  'codes-differ': {
    level: 'warning',
    says: ({ step }) => `The reply to ${step} has lines with different codes, of which clients may take any.`,
    source: 'RFC 5321 4.2.1',
  },
  'extension-missing': {
    level: 'warning',
    says: ({ finding }) =>
      `${'keyword' in finding ? finding.keyword : 'It'} was asked for and is not offered; the probe went on without it.`,
    source: 'RFC 5321 2.2.1',
  },
  'recipient-refused': {
    level: 'warning',
    says: ({ finding }) =>
      'recipient' in finding
        ? `<${finding.recipient}> was refused with ${finding.reply}, while others were taken.`
        : '',
    next: 'Read the words of the server at this recipient.',
    source: 'RFC 5321 3.3',
  },
  'over-size-limit': {
    level: 'warning',
    says: ({ finding }) =>
      'limit' in finding
        ? `The message has ${finding.size} octets, and the server says that it takes at most ${finding.limit}.`
        : '',
    next: 'Send a smaller message, or raise the limit of the server.',
    source: 'RFC 1870 6.1',
  },
  'certificate-expired': {
    level: 'warning',
    says: ({ tls }) => `The certificate expired on ${day(tls?.notAfter)}.`,
    next: 'Renew it: servers that check certificates will not deliver.',
    source: 'RFC 5280 4.1.2.5',
  },
  'certificate-not-yet-valid': {
    level: 'warning',
    says: ({ tls }) => `The certificate is valid only from ${day(tls?.notBefore)}.`,
    next: 'Check the clocks of both machines.',
    source: 'RFC 5280 4.1.2.5',
  },
  'certificate-other-name': {
    level: 'warning',
    says: ({ host, tls }) =>
      `The certificate is not for ${host} but for ${tls?.names.slice(0, 5).join(', ') || tls?.subject || 'nobody'}.`,
    next: 'Get one for the name by which others know the server: those that check names (MTA-STS, DANE) will not deliver.',
    source: 'RFC 9525 6.3',
  },
  'certificate-self-signed': {
    level: 'note',
    says: () =>
      'The certificate is self-signed. Most servers deliver anyway; those that check certificates (MTA-STS) do not.',
    source: 'RFC 8461 4.2',
  },
  'certificate-untrusted': {
    level: 'warning',
    says: ({ tls }) => `The certificate is not trusted: ${distrustWords(tls?.distrust ?? 'for an unknown reason')}.`,
    next: 'Check that the server sends its whole chain.',
    source: 'RFC 8461 4.2',
  },
};

/** A finding in words, with what to do about it. */
export function wordProbeFinding(finding: SmtpFinding, result: SmtpProbeResult) {
  const { level, says, next, source } = ROWS[finding.code];
  const about = writeEndpoint(result.endpoint);
  const tls = result.steps.find((step) => step.step === 'tls')?.info;
  const said = 'about' in finding ? finding.about : undefined;
  const step = said === 'banner' ? 'the connection' : (said ?? '').toUpperCase();
  return {
    level,
    code: finding.code,
    about,
    text: says({ host: result.endpoint.host, tls, step, finding }),
    next,
    source,
  };
}
