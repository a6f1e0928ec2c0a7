import type { MtaStsProblem } from '../../core/dns/records/mtaStsPolicy.ts';
import { coversHost, readMtaStsPolicy, startsMtaStsPolicy } from '../../core/dns/records/mtaStsPolicy.ts';
import { readRecord } from '../../core/dns/records/readRecord.ts';
import type { TagRecord } from '../../core/dns/records/recordText.ts';
import { policyRows } from '../../core/knowledge/problems/policyRows.ts';
import { withoutDot } from '../../core/text/domainName.ts';
import type { Fetched, StreamResult } from '../../probes/ports.ts';
import { isAnswered, recordsOf, textsOf } from '../answers.ts';
import type { CheckContext } from '../context.ts';
import { evidenceFrom, type Finding, levelOf, recordFindings, unanswered } from '../finding.ts';
import { misplaced } from '../misplaced.ts';
import { faultsShown } from './shown.ts';

/** Whether senders are told to insist on TLS, and whether what they are told fits. */
export async function checkMtaSts(context: CheckContext): Promise<readonly Finding[]> {
  const { name, ports, signal } = context;
  const at = `_mta-sts.${name}`;
  const answer = await ports.resolve({ name: at, type: 'TXT' }, signal);
  if (!isAnswered(answer)) return [unanswered(answer)];
  const evidence = evidenceFrom(answer);
  const all = textsOf(answer);
  // RFC 8461 3.1: what begins otherwise is not looked at.
  const records = all.filter((text) => /^v=STSv1(?:;|$)/.test(text));
  if (records.length > 1) {
    return [{ code: 'mta-sts-several', level: 'fail', about: at, data: { count: records.length }, evidence }];
  }
  const text = records[0];
  if (text === undefined) {
    const broken = all.flatMap((one) => asRecord(at, one) ?? []);
    if (broken.length > 0) return broken.flatMap((record) => recordFindings(at, record, evidence));
    return [...(await withoutRecord(context, evidence)), ...(await misplaced(context, '_mta-sts', 'mta-sts'))];
  }
  const record = readRecord(at, text) as TagRecord;
  const findings = recordFindings(at, record, evidence);
  const id = record.tags.find((tag) => tag.name === 'id')?.value ?? '';
  const served = await ofPolicy(context, id, evidence);
  // A record that is wrong leads nobody to the policy, however right that is.
  const isWrong = findings.some(({ level }) => level === 'fail');
  return [...findings, ...served.filter(({ code }) => !isWrong || code !== 'mta-sts-found')];
}

function asRecord(at: string, text: string): TagRecord | undefined {
  const record = readRecord(at, text);
  return record?.kind === 'mta-sts' ? record : undefined;
}

/** Nothing is asked of senders; unless a policy lies there that nobody is told of. */
async function withoutRecord(
  { name, ports, signal }: CheckContext,
  evidence: readonly string[],
): Promise<readonly Finding[]> {
  const host = await ports.resolve({ name: `mta-sts.${name}`, type: 'A' }, signal);
  if (recordsOf(host).length > 0) {
    const url = urlOf(name);
    const fetched = await ports.fetch(url, signal);
    if (fetched.ok && fetched.value.status === 200 && startsMtaStsPolicy(fetched.value.body)) {
      const seen = [...evidence, ...evidenceFrom(host)];
      return [{ code: 'mta-sts-record-missing', level: 'fail', about: name, data: { url }, evidence: seen }];
    }
  }
  return [{ code: 'mta-sts-none', level: 'note', about: name, data: {}, evidence }];
}

/** RFC 8461 3.2 */
const urlOf = (domain: string): string => `https://mta-sts.${domain}/.well-known/mta-sts.txt`;

async function ofPolicy(
  { name, ports, options, signal }: CheckContext,
  id: string,
  record: readonly string[],
): Promise<readonly Finding[]> {
  const url = urlOf(name);
  const about = `mta-sts.${name}`;
  const [a, aaaa, mx] = await Promise.all([
    ports.resolve({ name: about, type: 'A' }, signal),
    ports.resolve({ name: about, type: 'AAAA' }, signal),
    ports.resolve({ name, type: 'MX' }, signal),
  ]);
  if (recordsOf(a).length + recordsOf(aaaa).length === 0) {
    const silent = [a, aaaa].find((one) => !isAnswered(one));
    if (silent !== undefined) return [unanswered(silent)];
    const evidence = [...record, ...[a, aaaa].flatMap(evidenceFrom)];
    return [{ code: 'mta-sts-host-missing', level: 'fail', about, data: { url }, evidence }];
  }
  const fetched = await ports.fetch(url, signal);
  const served = ofAnswer(fetched, url, about, record);
  if (!fetched.ok || served.some(({ level }) => level === 'fail')) return served;
  const { contentType, body, status } = fetched.value;
  const evidence = [...record, `${url}: ${status} ${contentType}`, ...body.split(/\r?\n/).filter(Boolean).slice(0, 30)];
  const policy = readMtaStsPolicy(body);
  const wrong = policy.problems.map((one) => ofProblem(one, about, evidence));
  const { mode, maxAge, patterns } = policy;
  const isBroken = wrong.some(({ level }) => level === 'fail');
  if (mode === undefined || maxAge === undefined || (isBroken && patterns.length === 0)) return [...served, ...wrong];
  if (mode === 'none') {
    return [...served, ...wrong, { code: 'mta-sts-off', level: 'note', about: name, data: { id }, evidence }];
  }
  if (!isAnswered(mx)) return [...served, ...wrong, unanswered(mx)];
  const named = recordsOf(mx).map(({ data }) => withoutDot(data.slice(data.indexOf(' ') + 1)).toLowerCase());
  const hosts = [...new Set(named.length === 0 ? [name] : named.filter((host) => host !== '.'))];
  const uncovered = hosts.filter((host) => !patterns.some((pattern) => coversHost(pattern, host)));
  const seen = [...evidence, ...evidenceFrom(mx)];
  if (uncovered.length > 0) {
    const level = mode === 'enforce' ? 'fail' : 'warning';
    const data = { hosts: uncovered, patterns, mode };
    return [...served, ...wrong, { code: 'mta-sts-uncovered', level, about: name, data, evidence: seen }];
  }
  const faults = hosts.flatMap((host) => [...new Set((options.shown?.get(host) ?? []).flatMap(faultsShown))]);
  if (faults.length > 0) {
    const level = mode === 'enforce' ? 'fail' : 'warning';
    return [
      ...served,
      ...wrong,
      { code: 'mta-sts-not-met', level, about: name, data: { faults, mode }, evidence: seen },
    ];
  }
  if (mode === 'testing') {
    return [...served, ...wrong, { code: 'mta-sts-testing', level: 'note', about: name, data: { id }, evidence: seen }];
  }
  if (isBroken) return [...served, ...wrong];
  const data = { id, maxAge, hosts };
  return [...served, ...wrong, { code: 'mta-sts-found', level: 'pass', about: name, data, evidence: seen }];
}

/** What is wrong with the way in which the policy is served (RFC 8461 3.2, 3.3). */
function ofAnswer(
  fetched: StreamResult<Fetched>,
  url: string,
  about: string,
  record: readonly string[],
): readonly Finding[] {
  if (!fetched.ok) {
    const { failure, detail } = fetched;
    const evidence = [...record, `${url}: ${failure} ${detail}`];
    return failure === 'tls'
      ? [{ code: 'mta-sts-certificate', level: 'fail', about, data: { url, detail }, evidence }]
      : [{ code: 'mta-sts-unreachable', level: 'unknown', about, data: { url, failure, detail }, evidence }];
  }
  const { status, contentType, isCut } = fetched.value;
  const base = { about, evidence: [...record, `${url}: ${status} ${contentType}`] };
  if (status >= 300 && status < 400) {
    return [{ ...base, code: 'mta-sts-redirect', level: 'fail', data: { url, status } }];
  }
  if (status !== 200) return [{ ...base, code: 'mta-sts-status', level: 'fail', data: { url, status } }];
  if (isCut) return [{ ...base, code: 'mta-sts-too-large', level: 'fail', data: { url } }];
  return contentType === 'text/plain'
    ? []
    : [{ ...base, code: 'mta-sts-content-type', level: 'warning', data: { contentType } }];
}

/** The data of a problem is that of its own code; a spread loses that they belong together. */
const ofProblem = ({ code, data }: MtaStsProblem, about: string, evidence: readonly string[]): Finding =>
  ({ code, level: levelOf(policyRows[code].level), about, data, evidence }) as Finding;
