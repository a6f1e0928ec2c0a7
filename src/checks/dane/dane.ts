import { readTlsa, type Tlsa } from '../../core/dns/records/tlsa.ts';
import { describeExtendedError } from '../../core/knowledge/dns/extendedErrors.ts';
import { append } from '../../core/text/lists.ts';
import { certificateProblems } from '../../probes/certificate.ts';
import { lookUpMailExchangers } from '../../probes/mailExchangers.ts';
import type { Answer } from '../../probes/ports.ts';
import { probeSmtpServer } from '../../probes/smtp/server.ts';
import type { SmtpProbeResult, SmtpStep } from '../../probes/smtp/types.ts';
import { isAnswered, recordsOf } from '../answers.ts';
import type { CheckContext } from '../context.ts';
import { evidenceFrom, type Finding, unanswered } from '../finding.ts';
import { zoneOf } from '../zones.ts';
import { fitsChain, recordFor } from './compare.ts';
import { tlsaFault } from './fault.ts';

/** Exchangers whose records are looked at. */
const MOST_HOSTS = 10;

/** Whether the exchangers' certificates are named in DNS so that senders can tell them from others. */
export async function checkDane(context: CheckContext): Promise<readonly Finding[]> {
  const { name, ports, signal } = context;
  const result = await lookUpMailExchangers(name, ports, signal);
  if (result.outcome !== 'found' && result.outcome !== 'implicit') return [];
  const all = result.exchangers.filter(({ addresses }) => addresses.length > 0);
  const hosts = all.slice(0, MOST_HOSTS);
  const answers = await Promise.all(
    hosts.map(({ host }) => ports.resolve({ name: `_25._tcp.${host}`, type: 'TLSA' }, signal)),
  );
  const some = answers.some((answer) => recordsOf(answer).length > 0);
  const found: Finding[] = [];
  const of = await Promise.all(
    hosts.map(({ host }, i) => {
      const answer = answers[i] as Answer;
      return recordsOf(answer).length > 0 ? ofHost(host, answer, context) : withoutRecords(host, answer, some, context);
    }),
  );
  append(found, of.flat());
  const others = all.slice(MOST_HOSTS).map(({ host }) => host);
  const left: readonly Finding[] =
    others.length === 0
      ? []
      : [{ code: 'dane-left', level: 'unknown', about: name, data: { hosts: others }, evidence: [] }];
  if (!some) {
    if (hosts.length === 0 || found.length > 0) return [...found, ...left];
    const data = { hosts: hosts.map(({ host }) => host) };
    const evidence = answers.flatMap(evidenceFrom);
    return [{ code: 'dane-none', level: 'note', about: name, data, evidence }, ...left];
  }
  const mx = result.mx;
  // RFC 7672 2.2.1: the name of the exchanger is only as sure as the MX record.
  if (mx.authenticated !== true && answers.some((answer) => answer.authenticated === true)) {
    found.push({ code: 'dane-mx-insecure', level: 'warning', about: name, data: {}, evidence: evidenceFrom(mx) });
  }
  return [...found, ...left];
}

async function withoutRecords(
  host: string,
  answer: Answer,
  others: boolean,
  { ports, signal }: CheckContext,
): Promise<readonly Finding[]> {
  const evidence = evidenceFrom(answer);
  if (answer.status === 'SERVFAIL') {
    const again = await ports.resolve({ ...answer.question, checking: false }, signal);
    if (isAnswered(again)) {
      const why = (answer.extended ?? []).map(describeExtendedError);
      return [{ code: 'dane-bogus', level: 'fail', about: host, data: { why }, evidence }];
    }
  }
  if (!isAnswered(answer)) return [unanswered(answer)];
  return others ? [{ code: 'dane-missing', level: 'warning', about: host, data: {}, evidence }] : [];
}

async function ofHost(about: string, answer: Answer, context: CheckContext): Promise<readonly Finding[]> {
  const { ports, options, signal } = context;
  const evidence = evidenceFrom(answer);
  const server = answer.server ?? '';
  const found: Finding[] = [];
  const records = recordsOf(answer).flatMap(({ data }) => readTlsa(data) ?? []);
  const usable: Tlsa[] = [];
  for (const record of records) {
    const fault = tlsaFault(record);
    if (fault === undefined) usable.push(record);
    else found.push({ code: 'dane-unusable', level: 'fail', about, data: { record: write(record), fault }, evidence });
  }
  if (answer.authenticated !== true) {
    const zone = await zoneOf(answer.question.name, ports.resolve, signal);
    const ds = 'failed' in zone ? undefined : await ports.resolve({ name: zone.apex, type: 'DS' }, signal);
    if (ds !== undefined && !('failed' in zone) && isAnswered(ds) && recordsOf(ds).length === 0) {
      const more = [...evidence, ...evidenceFrom(ds)];
      found.push({ code: 'dane-insecure', level: 'fail', about, data: { zone: zone.apex }, evidence: more });
    } else {
      found.push({ code: 'dane-not-validated', level: 'unknown', about, data: { server }, evidence });
    }
  }
  if (usable.length === 0) {
    return [...found, { code: 'dane-none-usable', level: 'fail', about, data: {}, evidence }];
  }
  const shown = options.shown?.get(about) ?? [];
  const compared = shown.length > 0 || options.connect !== undefined;
  for (const one of shown) append(found, compare(one, about, usable, evidence));
  if (shown.length === 0 && options.connect !== undefined) {
    const result = await probeSmtpServer({ host: about, port: 25 }, ports, options.connect, signal);
    append(found, compare(result, about, usable, evidence));
  }
  if (found.every(({ level }) => level === 'note') && answer.authenticated === true) {
    const data = { records: usable.map(write), server, compared };
    found.push({ code: 'dane-found', level: 'pass', about, data, evidence });
  }
  return found;
}

/** Holds the records against the certificates that the server shows behind STARTTLS. */
function compare(
  result: SmtpProbeResult,
  about: string,
  records: readonly Tlsa[],
  evidence: readonly string[],
): readonly Finding[] {
  const tls = tlsIn(result);
  const of = <Code extends Finding['code']>(
    code: Code,
    level: Finding['level'],
    data: Extract<Finding, { code: Code }>['data'],
    more: readonly string[] = [],
  ): Finding => ({ code, level, about, data, evidence: [...evidence, ...more] }) as unknown as Finding;
  const [own] = tls?.chain ?? [];
  if (tls === undefined || own === undefined) {
    if (result.failure === undefined || result.failure.step === 'starttls') return [of('dane-no-tls', 'fail', {})];
    const { step } = result.failure;
    const detail = 'detail' in result.failure ? result.failure.detail : result.failure.kind;
    return [of('dane-not-reached', 'unknown', { step, detail })];
  }
  const shown = [`shown: ${recordFor(own)}`];
  const fitting = records.filter((record) => fitsChain(record, tls.chain));
  const found: Finding[] = [];
  if (fitting.length === 0) return [of('dane-mismatch', 'fail', { shown: recordFor(own) }, shown)];
  const others = records.filter((record) => !fitting.includes(record));
  if (others.length > 0) found.push(of('dane-rollover', 'note', { records: others.map(write) }, shown));
  if (fitting.every(({ usage }) => usage === 2)) {
    // RFC 7672 3.1.2, 3.2.2: with usage 2 the certificate must be valid and bear the name; with usage 3 neither counts.
    const problems = [...certificateProblems(tls, about, result.started)].filter(
      (problem) =>
        problem === 'certificate-expired' ||
        problem === 'certificate-other-name' ||
        problem === 'certificate-not-yet-valid',
    );
    if (problems.length > 0) found.push(of('dane-certificate', 'fail', { problems }, shown));
  }
  return found;
}

/** What the first handshake gave that came about. */
const tlsIn = ({ steps }: SmtpProbeResult) =>
  steps.find((step): step is Extract<SmtpStep, { step: 'tls' }> => step.step === 'tls' && step.info !== undefined)
    ?.info;

const write = ({ usage, selector, matching, association }: Tlsa): string =>
  `${usage} ${selector} ${matching} ${association.length > 128 ? `${association.slice(0, 32)}…` : association}`;
