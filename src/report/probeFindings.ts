import type { WordedFinding } from '../core/text/finding.ts';
import { certificateFaults } from '../probes/certificate.ts';
import { writeEndpoint } from '../probes/hostName.ts';
import type { LoginFinding } from '../probes/smtp/auth/loginPlan.ts';
import type { Port25, TimeFinding } from '../probes/smtp/flows/findings.ts';
import type { SmtpFinding, SmtpProbeResult } from '../probes/smtp/types.ts';
import { certificateRows } from './certificateFindings.ts';
import { wordPort25 } from './flows/port25Words.ts';
import { wordTime } from './flows/timeWords.ts';
import { isLoginFinding, wordLoginFinding } from './loginWords.ts';
import type { ProbeFindingRow } from './probeFindingRow.ts';

/** Words of a finding; what it has none of may be undefined. */
export type WordedProbeFinding = Omit<WordedFinding, 'next' | 'source'> & {
  readonly next?: string | undefined;
  readonly source?: string | undefined;
};

/** Findings whose words hang on more than a row tells. */
type Elsewhere = LoginFinding | TimeFinding | Port25;

const ROWS: Readonly<Record<Exclude<SmtpFinding, Elsewhere>['code'], ProbeFindingRow>> = {
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
  'starttls-comes-and-goes': {
    level: 'warning',
    says: ({ finding }) =>
      `STARTTLS was offered to the ${'first' in finding && finding.first ? 'first' : 'second'} of two connections and not to the other. Several servers may share the address, one of them without TLS, or something on the way takes the offer out.`,
    next: 'Compare the servers behind the address; whoever insists on TLS will deliver one time and fail the next.',
    source: 'RFC 8461 2',
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
  ...certificateRows,
};

const isTime = (finding: SmtpFinding): finding is TimeFinding =>
  finding.code === 'greet-delay' || finding.code === 'tarpit' || finding.code === 'slow-reply';

/** A finding in words, with what to do about it. */
export function wordProbeFinding(finding: SmtpFinding, result: SmtpProbeResult): WordedProbeFinding {
  const about = writeEndpoint(result.endpoint);
  if (finding.code === 'port-25') return wordPort25(finding);
  if (isTime(finding)) return wordTime(finding, about);
  if (isLoginFinding(finding)) return { code: finding.code, about, ...wordLoginFinding(finding) };
  const { level, says, next, source } = ROWS[finding.code];
  const tls = result.steps.find((step) => step.step === 'tls')?.info;
  const said = 'about' in finding ? finding.about : undefined;
  const step = said === 'banner' ? 'the connection' : (said ?? '').toUpperCase();
  const { host } = result.endpoint;
  const faults = tls === undefined ? [] : [...certificateFaults(tls, host, result.started)];
  const text = says({ host, tls, faults, step, finding });
  return { level, code: finding.code, about, text, next, source };
}
