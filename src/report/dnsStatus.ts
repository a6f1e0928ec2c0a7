import type { Answer } from '../probes/ports.ts';

/** What a status of a DNS answer says about the records, behind the status itself. */
const MEANINGS: ReadonlyMap<string, string> = new Map([
  ['NOERROR', 'no record'],
  ['NXDOMAIN', 'there is no such name'],
  ['SERVFAIL', 'the resolver could not find out'],
  ['REFUSED', 'the resolver does not answer this question for us'],
  ['FORMERR', 'the resolver did not understand the question'],
  ['NOTIMP', 'the resolver cannot answer such questions'],
  ['TIMEOUT', 'no answer in time'],
  ['UNREACHABLE', 'the resolver could not be asked'],
  ['MALFORMED', 'what came back was no DNS message'],
  ['CANCELLED', 'cancelled'],
]);

export const statusMeaning = (status: string): string => MEANINGS.get(status) ?? 'the resolver gave this reply code';

/** What somebody can do who got no answer; none of it says anything about the records. */
export function statusAdvice(status: string): string {
  switch (status) {
    case 'SERVFAIL':
      return "Ask another resolver, and look at the domain's name servers and its DNSSEC: one of the two is usually broken.";
    case 'REFUSED':
      return 'Choose a resolver that serves this network (mailTriage.dns.servers).';
    case 'TIMEOUT':
    case 'UNREACHABLE':
      return 'Check the network and the address of the resolver (mailTriage.dns.servers), and that port 53 is open over UDP and TCP.';
    case 'CANCELLED':
      return 'Run it again when you want the answer.';
    default:
      return 'Try another resolver (mailTriage.dns.servers).';
  }
}

/** `, says 9.9.9.9#53`: another resolver may say something else. */
export const saysWho = (answer: Answer | undefined): string =>
  answer?.server === undefined ? '' : `, says ${answer.server}`;

/** `TIMEOUT, no answer in time`, with the operating system's words where there are any. */
export function describeStatus(answer: Answer): string {
  const detail = answer.detail === undefined ? '' : ` (${answer.detail})`;
  return `${answer.status}, ${statusMeaning(answer.status)}${detail}`;
}
