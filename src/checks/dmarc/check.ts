import { DMARC_POLICIES, type DmarcPolicy, type DmarcRequest } from '../../core/dns/records/dmarcPolicy.ts';
import { readRecord } from '../../core/dns/records/readRecord.ts';
import type { RecordText } from '../../core/dns/records/recordText.ts';
import { signersOf } from '../../core/knowledge/signers/signers.ts';
import { organisationOf } from '../../core/mail/domains.ts';
import { withoutDot } from '../../core/text/domainName.ts';
import { append } from '../../core/text/lists.ts';
import { isAnswered, recordsOf, textsOf } from '../answers.ts';
import type { CheckContext } from '../context.ts';
import { evidenceFrom, type Finding, recordFindings, unanswered } from '../finding.ts';
import { misplaced } from '../misplaced.ts';
import { deadAddresses } from '../reports/mailbox.ts';
import { includesIn } from '../spf/includes.ts';
import { unauthorisedDestinations } from './destinations.ts';
import { type DmarcDiscovery, type DmarcStep, discoverDmarc } from './discovery.ts';

type Applied = DmarcStep & { readonly policy: DmarcPolicy };

/** What is asked of those who get mail that claims to be from a domain, and who is told of it. */
export async function checkDmarc(context: CheckContext): Promise<readonly Finding[]> {
  const { name, ports, signal } = context;
  const found = await discoverDmarc(name, ports.resolve, signal);
  const { own, applied } = found;
  if (!isAnswered(own.answer)) return [unanswered(own.answer)];
  const findings: Finding[] = [...ofOwnName(own)];
  if (applied === undefined) {
    if (found.unanswered !== undefined) return [...findings, unanswered(found.unanswered)];
    const evidence = found.steps.flatMap(({ answer }) => evidenceFrom(answer));
    if (own.texts.length === 0)
      findings.push({ code: 'dmarc-none', level: 'warning', about: name, data: {}, evidence });
    return [...findings, ...(await misplaced(context, '_dmarc', 'dmarc'))];
  }
  const { policy, domain: from } = applied;
  const evidence = evidenceOfStep(applied);
  const at = `_dmarc.${from}`;
  const record = readRecord(at, applied.texts[0] as string);
  if (record !== undefined) append(findings, recordFindings(at, withoutEcho(record), evidence));
  append(findings, [...(await ofPolicy(applied, evidence, context)), ...ofSubdomains(found, applied, evidence)]);
  append(findings, ofOrganisation(found, applied));
  if (found.unanswered !== undefined) findings.push(unanswered(found.unanswered));
  const addresses = (['rua', 'ruf'] as const).flatMap((tag) =>
    [...new Set(policy[tag])].map((address) => ({ tag, address })),
  );
  const more = await Promise.all([
    unauthorisedDestinations(from, addresses, evidence, context),
    deadAddresses(addresses, evidence, context),
    ofMethods(policy, context),
    ofStrictness(applied, context),
  ]);
  return [...findings, ...more.flat()];
}

const evidenceOfStep = ({ answer }: DmarcStep): readonly string[] =>
  evidenceFrom(answer).filter((line) => !/ IN TXT /.test(line) || /dmarc1/i.test(line));

/** That newer receivers ignore pct is said with what it does. */
const withoutEcho = (record: RecordText): RecordText =>
  record.problems.some(({ code }) => code === 'dmarc-partly')
    ? {
        ...record,
        problems: record.problems.filter(({ code, data }) => code !== 'dmarc-tag-removed' || data.tag !== 'pct'),
      }
    : record;

/** What stands at the domain's own name, whatever applies in the end. */
function* ofOwnName({ domain, answer, texts }: DmarcStep): Iterable<Finding> {
  const about = `_dmarc.${domain}`;
  const evidence = evidenceFrom(answer);
  const alias = recordsOf(answer, 'CNAME').at(-1);
  const all = textsOf(answer);
  if (alias !== undefined) {
    const data = { target: withoutDot(alias.data) };
    if (all.length > 0) yield { code: 'dmarc-alias', level: 'note', about, data, evidence };
    else yield { code: 'dmarc-alias-gone', level: 'fail', about, data, evidence };
  }
  if (texts.length > 1) {
    yield { code: 'dmarc-several', level: 'fail', about, data: { count: texts.length }, evidence };
  } else if (texts.length === 0) {
    for (const text of all) {
      const record = readRecord(about, text);
      if (record?.kind !== 'dmarc') continue;
      yield { code: 'dmarc-unrecognised', level: 'fail', about, data: { text }, evidence };
      yield* recordFindings(about, record, evidence);
    }
  }
}

async function ofPolicy(
  { domain: from, policy, texts }: Applied,
  evidence: readonly string[],
  { name, ports, signal }: CheckContext,
): Promise<readonly Finding[]> {
  const base = { about: name, evidence };
  const data = { from, text: texts[0] as string };
  if (policy.p === undefined) return [{ ...base, code: 'dmarc-not-applied', level: 'fail', data }];
  const findings: Finding[] = [];
  if (policy.isTakenAsNone) findings.push({ ...base, code: 'dmarc-taken-as-none', level: 'warning', data });
  let tag: 'p' | 'sp' | 'np' = 'p';
  if (from !== name) {
    const answer = await ports.resolve({ name, type: 'A' }, signal);
    // What has an alias exists, though that may lead nowhere (RFC 6604 3).
    const isGone = answer.status === 'NXDOMAIN' && answer.records.length === 0;
    if (isGone && policy.np !== undefined) tag = 'np';
    else if (policy.sp !== undefined) tag = 'sp';
  }
  const asked = policy[tag] ?? policy.p;
  const told = { ...data, tag, reports: policy.rua.length > 0 };
  if (asked === 'none') {
    if (!policy.isTakenAsNone) findings.push({ ...base, code: 'dmarc-monitoring', level: 'note', data: told });
  } else if (policy.isTest) {
    const instead = asked === 'reject' ? 'quarantine' : 'none';
    findings.push({ ...base, code: 'dmarc-test', level: 'note', data: { policy: asked, instead } });
  } else findings.push({ ...base, code: 'dmarc-found', level: 'pass', data: { ...told, policy: asked } });
  return findings;
}

const isWeaker = (a: DmarcRequest, b: DmarcRequest): boolean => DMARC_POLICIES.indexOf(a) < DMARC_POLICIES.indexOf(b);

/** Whether subdomains, those that do not exist above all, are open to what the domain itself is not. */
function* ofSubdomains(
  { own, organisation }: DmarcDiscovery,
  { domain, policy: { p, sp, np } }: Applied,
  evidence: readonly string[],
): Iterable<Finding> {
  if (domain !== own.domain || p === undefined) return;
  const base = { about: domain, evidence };
  const values = { sp, np };
  for (const tag of ['sp', 'np'] as const) {
    const value = values[tag];
    const than = tag === 'np' ? (sp ?? p) : p;
    if (value === undefined) continue;
    if (organisation !== undefined && organisation !== domain) {
      yield { ...base, code: 'dmarc-tag-without-effect', level: 'note', data: { tag, organisation } };
    } else if (isWeaker(value, than)) {
      yield { ...base, code: 'dmarc-subdomains-weaker', level: 'warning', data: { tag, value, than } };
    }
  }
}

/** Where a receiver of RFC 7489 comes to another organisational domain than one of RFC 9989. */
function* ofOrganisation({ own, steps, organisation: walk }: DmarcDiscovery, applied: Applied): Iterable<Finding> {
  const list = organisationOf(own.domain);
  if (walk === undefined || list === undefined || walk === list) return;
  const above = steps.find(({ domain }) => domain === list);
  const older = own.policy === undefined ? above : own;
  const data = {
    walk,
    list,
    walkRecord: applied.domain,
    ...(older?.policy !== undefined && { listRecord: older.domain }),
  };
  const evidence = steps.flatMap(({ answer }) => evidenceFrom(answer));
  yield { code: 'dmarc-organisation-differs', level: 'note', about: own.domain, data, evidence };
}

/** Whether a domain that takes mail, and so sends some, has nothing that could pass. */
async function ofMethods(policy: DmarcPolicy, { name, ports, signal }: CheckContext): Promise<readonly Finding[]> {
  if (policy.p === undefined || policy.p === 'none') return [];
  const [txt, keys, mx] = await Promise.all([
    ports.resolve({ name, type: 'TXT' }, signal),
    ports.resolve({ name: `_domainkey.${name}`, type: 'TXT' }, signal),
    ports.resolve({ name, type: 'MX' }, signal),
  ]);
  const sends = recordsOf(mx).some(({ data }) => !/^\d+ \.$/.test(data));
  const hasSpf = !isAnswered(txt) || textsOf(txt).some((text) => /^v=spf1(?: |$)/i.test(text));
  if (!sends || hasSpf || keys.status !== 'NXDOMAIN') return [];
  const evidence = [txt, keys].flatMap(evidenceFrom);
  return [{ code: 'dmarc-cannot-pass', level: 'fail', about: name, data: { policy: policy.p }, evidence }];
}

/** Where strict alignment leaves out what somebody may count on. */
async function ofStrictness(
  { domain: from, policy }: Applied,
  { name, ports, signal }: CheckContext,
): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  if (policy.adkim === 's' && from !== name) {
    findings.push({ code: 'dmarc-strict-signature', level: 'note', about: name, data: { from }, evidence: [] });
  }
  if (policy.aspf === 's') {
    const txt = await ports.resolve({ name, type: 'TXT' }, signal);
    const services = signersOf(includesIn(txt), []).filter(({ isOwnEnvelope }) => isOwnEnvelope === true);
    const data = { services: services.map((service) => service.name) };
    if (services.length > 0) {
      findings.push({ code: 'dmarc-strict-envelope', level: 'note', about: name, data, evidence: evidenceFrom(txt) });
    }
  }
  return findings;
}
