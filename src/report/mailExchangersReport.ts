import { writeUtc } from '../core/report/writeUtc.ts';
import { append } from '../core/text/lists.ts';
import { plainText } from '../core/text/plain.ts';
import type { ExchangerFinding, MailExchangersResult } from '../probes/mailExchangers.ts';
import type { Answer } from '../probes/ports.ts';
import { describeStatus, saysWho, statusAdvice, statusMeaning } from './dnsStatus.ts';
import { describeNameProblem } from './nameProblem.ts';

/** Records of one answer that are shown. */
const MOST_RECORDS = 100;

/** A lookup of mail exchangers as lines of text, in a form that core/dns reads again. */
export function renderMailExchangers(result: MailExchangersResult): string[] {
  const about =
    result.outcome === 'invalid'
      ? `"${result.asked.trim()}"`
      : `${result.domain}, asked of ${result.mx.server ?? 'no resolver'}`;
  const lines = [`# Mail exchangers of ${about}, ${writeUtc(result.started)}`];
  const asDomain = result.asked.trim().replace(/\.$/, '').toLowerCase();
  if (result.outcome !== 'invalid' && asDomain !== result.domain)
    lines.push(`* Asked for "${result.asked.trim()}", read as ${result.domain}`);
  const shown = new Set<string>();
  for (const answer of answersOf(result)) append(lines, renderAnswer(answer, shown));
  for (const finding of result.findings) lines.push(`* ${describeFinding(finding)}`);
  lines.push(`* Result: ${describeOutcome(result)}`);
  return lines.map((line) => plainText(line));
}

/** The answer to the MX question, then those about addresses. */
const answersOf = (result: MailExchangersResult): readonly Answer[] => [
  ...(result.outcome === 'invalid' ? [] : [result.mx]),
  ...result.exchangers.flatMap(({ answers }) => answers),
];

/** A record a line as dig prints it, each one once; a line with the reply code where none answers the question. */
function* renderAnswer(answer: Answer, shown: Set<string>): Iterable<string> {
  const { name, type } = answer.question;
  for (const record of answer.records.slice(0, MOST_RECORDS)) {
    const line = `${record.name}.  ${record.ttl}  IN  ${record.type}  ${record.data}`;
    if (!shown.has(line)) yield line;
    shown.add(line);
  }
  if (answer.records.length > MOST_RECORDS) yield `* ${answer.records.length - MOST_RECORDS} more records are left out`;
  if (!answer.records.some((record) => record.type === type)) yield `* ${name} ${type}: ${describeStatus(answer)}`;
}

function describeFinding(finding: ExchangerFinding): string {
  const { host } = finding;
  switch (finding.code) {
    case 'domain-is-alias':
      return `${host} is an alias for ${finding.target}; the records are those of ${finding.target}.`;
    case 'null-mx-among-others':
      return 'One record is the null MX ".", which must stand alone (RFC 7505 3). Remove it, or the others.';
    case 'mx-duplicate':
      return `${host} is named by more than one MX record; the lowest preference counts.`;
    case 'mx-is-address':
      return `The MX record names the address ${host}, and it must name a host (RFC 5321 5.1). Give the address a name and use that.`;
    case 'mx-is-alias':
      return `${host} is an alias (CNAME) for ${finding.target}, which an MX record must not name (RFC 2181 10.3). Name ${finding.target} instead; some servers will not deliver.`;
    case 'mx-no-such-name':
      return `${host} does not exist in DNS, so nobody can deliver there. Create its address record, or remove the MX record.`;
    case 'mx-no-address':
      return `${host} has neither an A nor an AAAA record, so nobody can deliver there. Create one, or remove the MX record.`;
    case 'mx-unanswered':
      return `The addresses of ${host} are not known: ${finding.status}, ${statusMeaning(finding.status)}. That does not mean that it has none.`;
    case 'mx-partly-unanswered':
      return `Not all addresses of ${host} are known: ${finding.status}, ${statusMeaning(finding.status)}.`;
    case 'mx-not-looked-up':
      return `${host} was not looked up: there are too many mail exchangers.`;
    case 'address-loopback':
      return `${host} has the loopback address ${finding.addresses.join(', ')}, which leads every machine to itself: nobody else can deliver there.`;
    case 'address-private':
      return `${host} has the private address ${finding.addresses.join(', ')}, which cannot be reached from the Internet.`;
    case 'address-link-local':
      return `${host} has the link-local address ${finding.addresses.join(', ')}, which cannot be reached from another network.`;
    case 'address-unspecified':
      return `${host} has the address ${finding.addresses.join(', ')}, which is no address of a host.`;
  }
}

function describeOutcome(result: MailExchangersResult): string {
  if (result.outcome === 'invalid') return describeNameProblem(result.problem, result.asked);
  const { domain, exchangers } = result;
  switch (result.outcome) {
    case 'found': {
      const reachable = exchangers.filter((exchanger) => exchanger.addresses.length > 0);
      const count = `${exchangers.length} mail exchanger${exchangers.length === 1 ? '' : 's'}`;
      if (reachable.length === exchangers.length) return `${domain} has ${count}. ${firstTried(reachable[0]?.host)}`;
      if (reachable.length > 0) {
        return `${domain} has ${count}, and the addresses of ${reachable.length} were found. ${firstTried(reachable[0]?.host)}`;
      }
      if (result.findings.some((finding) => finding.code === 'mx-unanswered')) {
        return `${domain} has ${count}, whose addresses are not known, because DNS did not answer. ${statusAdvice('TIMEOUT')}`;
      }
      return `${domain} has ${count}, but no address was found, so mail cannot be delivered from here. Look at the lines above.`;
    }
    case 'implicit':
      return `${domain} has no MX record, so mail goes to the domain's own address (RFC 5321 5.1). Publish an MX record if it is to take mail, or the null MX "0 ." if it is not (RFC 7505).`;
    case 'null-mx':
      return `${domain} takes no mail at all and says so with the null MX (RFC 7505). Sending again does not help; check the address.`;
    case 'no-such-domain':
      return `${domain} does not exist${saysWho(result.mx)} (NXDOMAIN). Check the spelling; if it is right, the registration may have ended.`;
    case 'no-host':
      return `${domain} exists, but has neither MX nor address records, so mail cannot be delivered to it. Its admin has to publish an MX record.`;
    case 'unanswered': {
      const failed = answersOf(result).find(({ status }) => status !== 'NOERROR' && status !== 'NXDOMAIN');
      const status = failed?.status ?? 'TIMEOUT';
      return `not known: ${status}, ${statusMeaning(status)}. This does not mean that there are no records. ${statusAdvice(status)}`;
    }
    case 'cancelled':
      return 'cancelled. What is above had been found until then.';
  }
}

const firstTried = (host: string | undefined): string => (host === undefined ? '' : `Mail is tried at ${host} first.`);
