import { append } from '../../core/text/lists.ts';
import { lookUpMailExchangers, type MailExchangersResult } from '../../probes/mailExchangers.ts';
import type { Answer } from '../../probes/ports.ts';
import type { CheckContext } from '../context.ts';
import { evidenceFrom, type Finding, unanswered } from '../finding.ts';
import { unexpectedOnes } from './expected.ts';
import type { HostCode } from './findings.ts';

const LEVELS: Readonly<Record<HostCode, Finding['level']>> = {
  'domain-is-alias': 'note',
  'null-mx-among-others': 'fail',
  'mx-duplicate': 'note',
  'mx-is-address': 'fail',
  'mx-is-alias': 'warning',
  'mx-no-such-name': 'fail',
  'mx-no-address': 'fail',
  'mx-not-looked-up': 'unknown',
  'address-loopback': 'fail',
  'address-private': 'fail',
  'address-link-local': 'fail',
  'address-unspecified': 'fail',
};

/** Who takes mail for a domain. */
export const checkMx = async ({ name, ports, options, signal }: CheckContext): Promise<readonly Finding[]> =>
  mxFindings(await lookUpMailExchangers(name, ports, signal), options.expectedExchangers);

/** The answers of a look-up of exchangers, in the order of asking. */
export const mxAnswers = (result: MailExchangersResult): readonly Answer[] =>
  result.outcome === 'invalid' ? [] : [result.mx, ...result.exchangers.flatMap((one) => one.answers)];

/** What a look-up of exchangers means. */
export function mxFindings(result: MailExchangersResult, expected: readonly string[] = []): readonly Finding[] {
  if (result.outcome === 'invalid') return [];
  const { exchangers, mx, domain } = result;
  const evidence = evidenceFrom(mx);
  const of = (host: string): readonly string[] =>
    [mx, ...exchangers.filter((one) => one.host === host).flatMap((one) => one.answers)].flatMap(evidenceFrom);
  const findings: Finding[] = [];
  for (const answer of mxAnswers(result)) if (saysNothing(answer)) findings.push(unanswered(answer));
  const notAsked = result.findings.filter(({ code }) => code === 'mx-not-looked-up').length;
  let unasked = 0;
  for (const finding of result.findings) {
    if (finding.code === 'mx-unanswered' || finding.code === 'mx-partly-unanswered') continue;
    if (finding.code === 'mx-not-looked-up' && ++unasked > 1) continue;
    const { code, host } = finding;
    const data = {
      ...('target' in finding && { target: finding.target }),
      ...('addresses' in finding && { addresses: finding.addresses }),
      ...(code === 'mx-not-looked-up' && notAsked > 1 && { more: notAsked - 1 }),
    };
    findings.push({ code, level: LEVELS[code], about: host || domain, data, evidence: of(host) });
  }
  const about = domain;
  switch (result.outcome) {
    case 'found': {
      const named = exchangers.map(({ preference, host }) => `${preference} ${host}`);
      const reachable = exchangers.some(({ addresses }) => addresses.length > 0);
      const hasEqual = new Set(exchangers.map(({ preference }) => preference)).size < exchangers.length;
      const data = { exchangers: named, hasEqual };
      if (reachable) findings.push({ code: 'mx-found', level: 'pass', about, data, evidence });
      append(findings, unexpectedOnes(about, exchangers, expected, evidence));
      break;
    }
    case 'implicit': {
      const addresses = exchangers.flatMap((one) => one.addresses);
      findings.push({ code: 'mx-implicit', level: 'warning', about, data: { addresses }, evidence });
      break;
    }
    case 'null-mx':
      findings.push({ code: 'mx-null', level: 'note', about, data: {}, evidence });
      break;
    case 'no-such-domain':
      findings.push({ code: 'mx-no-such-domain', level: 'fail', about, data: {}, evidence });
      break;
    case 'no-host':
      findings.push({ code: 'mx-no-host', level: 'fail', about, data: {}, evidence });
  }
  return findings;
}

const saysNothing = ({ status, aliasLoop }: Answer): boolean =>
  (status !== 'NOERROR' && status !== 'NXDOMAIN') || aliasLoop === true;
