import { type DnsStatus, isUnnamed, type NamedCode, type NoAnswer } from '../core/dns/dnsStatus.ts';
import type { Answer, ExtendedError } from '../probes/ports.ts';

/** What a status of a DNS answer says about the records, behind the status itself. */
const MEANINGS: Readonly<Record<NamedCode | NoAnswer, string>> = {
  NOERROR: 'no record',
  NXDOMAIN: 'there is no such name',
  SERVFAIL: 'the resolver could not find out',
  REFUSED: 'the resolver does not answer this question for us',
  FORMERR: 'the resolver did not understand the question',
  NOTIMP: 'the resolver cannot answer such questions',
  YXDOMAIN: 'the name became too long on the way through a DNAME',
  YXRRSET: 'the resolver took the question for an update',
  NXRRSET: 'the resolver took the question for an update',
  NOTAUTH: 'the resolver is not responsible for this zone',
  NOTZONE: 'the resolver took the question for an update',
  BADVERS: 'the resolver does not know this version of EDNS',
  BADCOOKIE: 'the resolver did not accept the cookie of the question',
  TIMEOUT: 'no answer in time',
  'CONNECTION-REFUSED': 'nothing answers at the address of the resolver',
  UNREACHABLE: 'the resolver could not be asked',
  MALFORMED: 'what came back was no answer of DNS',
  LAME: 'the server does not ask others for us',
  CANCELLED: 'cancelled',
  BOGUS: 'the answer does not verify by DNSSEC',
};

const UNNAMED = 'the resolver gave this reply code';

export const statusMeaning = (status: DnsStatus): string =>
  status === '?' || isUnnamed(status) ? UNNAMED : MEANINGS[status];

const ANOTHER = 'Try another resolver (mailTriage.dns.servers).';
const NETWORK =
  'Check the network and the address of the resolver (mailTriage.dns.servers), and that its port is open: 53 over UDP and TCP, 853 for tls://, 443 for https://.';

/** What somebody can do who got no answer. */
const ADVICE: Readonly<Record<NamedCode | NoAnswer, string>> = {
  NOERROR: ANOTHER,
  NXDOMAIN: ANOTHER,
  SERVFAIL:
    "Ask another resolver, and look at the domain's name servers and its DNSSEC: one of the two is usually broken.",
  REFUSED: 'Choose a resolver that serves this network (mailTriage.dns.servers).',
  FORMERR: ANOTHER,
  NOTIMP: ANOTHER,
  YXDOMAIN: ANOTHER,
  YXRRSET: ANOTHER,
  NXRRSET: ANOTHER,
  NOTAUTH: ANOTHER,
  NOTZONE: ANOTHER,
  BADVERS: ANOTHER,
  BADCOOKIE: ANOTHER,
  TIMEOUT: NETWORK,
  'CONNECTION-REFUSED': NETWORK,
  UNREACHABLE: NETWORK,
  MALFORMED: ANOTHER,
  LAME: 'Choose a resolver; this is a name server of some zones only (mailTriage.dns.servers).',
  CANCELLED: 'Run it again when you want the answer.',
  BOGUS: ANOTHER,
};

/** None of it says anything about the records. */
export const statusAdvice = (status: DnsStatus): string =>
  status === '?' || isUnnamed(status) ? ANOTHER : ADVICE[status];

/** `, says 9.9.9.9#53`: another resolver may say something else. */
export const saysWho = (answer: Answer | undefined): string =>
  answer?.server === undefined ? '' : `, says ${answer.server}`;

/** Why a server answers so: `extended error 6: signature expired`. */
const describeExtended = ({ code, text }: ExtendedError): string => `extended error ${code}${text && `: ${text}`}`;

/** `TIMEOUT, no answer in time`, with the operating system's words where there are any. */
export function describeStatus(answer: Answer): string {
  const detail = [...(answer.extended ?? []).map(describeExtended), answer.detail ?? ''].filter(Boolean).join('; ');
  return `${answer.status}, ${statusMeaning(answer.status)}${detail && ` (${detail})`}`;
}
