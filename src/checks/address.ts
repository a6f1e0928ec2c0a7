import type { FindingLevel } from '../core/text/finding.ts';
import { isAnswered, recordsOf } from './answers.ts';
import type { CheckContext } from './context.ts';
import { evidenceFrom, type Finding, unanswered } from './finding.ts';
import { lookUpName, same } from './reverse/addressName.ts';
import { evaluateSpf, type SpfResult } from './spf/evaluate.ts';

/** The name of an address that sends mail, and whether what it says in HELO fits. */
export async function checkAddress(context: CheckContext): Promise<readonly Finding[]> {
  const { name: address, options } = context;
  const [found, helo, spf] = await Promise.all([
    lookUpName(address, context),
    options.helo === undefined || options.helo === '' ? [] : ofHelo(options.helo, context),
    options.sender === undefined ? [] : ofSender(options.sender, context),
  ]);
  const findings: Finding[] = [...found.findings, ...helo, ...spf];
  if (found.confirmed !== undefined && found.findings.every(({ level }) => level === 'note')) {
    const data = { pairs: [`${address} ${found.confirmed}`] };
    findings.push({ code: 'reverse-found', level: 'pass', about: address, data, evidence: found.evidence });
  }
  return findings;
}

const WEIGHTS: Readonly<Record<SpfResult, FindingLevel>> = {
  pass: 'pass',
  none: 'note',
  neutral: 'note',
  softfail: 'warning',
  fail: 'fail',
  temperror: 'unknown',
  permerror: 'fail',
};

/** What SPF of the sender's domain says of the address (RFC 7208 2.4). */
async function ofSender(
  sender: string,
  { name: ip, options, ports, signal }: CheckContext,
): Promise<readonly Finding[]> {
  const helo = options.helo ?? '';
  if (sender === '' && !helo.includes('.')) return [];
  const { result, domain, steps } = await evaluateSpf({ ip, sender, helo }, ports.resolve, signal);
  const term = steps.findLast(({ outcome, depth }) => depth === 0 && outcome === 'match')?.term ?? '';
  const data = { sender, result, domain, term };
  return [{ code: 'spf-of-client', level: WEIGHTS[result], about: ip, data, evidence: [] }];
}

/** RFC 5321 4.1.1.1, 4.1.4: a full host name that has the address, or the address itself in brackets. */
async function ofHelo(helo: string, { name: address, ports, signal }: CheckContext): Promise<readonly Finding[]> {
  const base = { about: address, data: { helo }, evidence: [] };
  const literal = /^\[(?:IPv6:)?([^\]]{1,60})\]$/i.exec(helo)?.[1];
  if (literal !== undefined) {
    return same(literal, address)
      ? [{ ...base, code: 'helo-fits', level: 'pass' }]
      : [{ ...base, code: 'helo-differs', level: 'warning', data: { helo, addresses: [literal] } }];
  }
  const name = helo.replace(/\.$/, '').toLowerCase();
  if (!/^[a-z0-9_](?:[a-z0-9_-]{0,62})(?:\.[a-z0-9_-]{1,63}){1,40}$/.test(name) || /^[\d.]{1,20}$/.test(name)) {
    return [{ ...base, code: 'helo-not-qualified', level: 'fail' }];
  }
  const answer = await ports.resolve({ name, type: address.includes(':') ? 'AAAA' : 'A' }, signal);
  if (!isAnswered(answer)) return [unanswered(answer)];
  const evidence = evidenceFrom(answer);
  if (answer.status === 'NXDOMAIN') return [{ ...base, code: 'helo-no-such-name', level: 'fail', evidence }];
  const addresses = recordsOf(answer).map(({ data }) => data);
  return addresses.some((one) => same(one, address))
    ? [{ ...base, code: 'helo-fits', level: 'pass', evidence }]
    : [{ ...base, code: 'helo-differs', level: 'warning', data: { helo, addresses }, evidence }];
}
