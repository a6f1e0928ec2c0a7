import { sameName, withoutDot } from '../../core/text/domainName.ts';
import { greatest } from '../../core/text/lists.ts';
import { lookUpMailExchangers, type MailExchanger } from '../../probes/mailExchangers.ts';
import type { Answer, RecordType } from '../../probes/ports.ts';
import { addressesOf, isAnswered, recordsOf, textsOf } from '../answers.ts';
import type { CheckContext } from '../context.ts';
import { evidenceFrom, type Finding, unanswered } from '../finding.ts';
import { evaluateSpf } from '../spf/evaluate.ts';
import { readSpfTree, type SpfNode } from '../spf/tree.ts';
import { isHostOf, knownServices, type Service, serviceNamed } from './services.ts';

/** RFC 5321 5.1: the exchanger with the highest number is tried last. */
const LAST = 99;

/** Whether a domain publishes what the chosen service asks for; nothing where none was chosen. */
export async function checkReady(context: CheckContext): Promise<readonly Finding[]> {
  const { name, options } = context;
  if (!options.ready) return [];
  const service = serviceNamed(options.ready, name, options.filterServices);
  if (service === undefined) {
    const known = [...knownServices, ...Object.keys(options.filterServices ?? {})];
    const data = { service: options.ready, known };
    return [{ code: 'ready-service-unknown', level: 'unknown', about: name, data, evidence: [] }];
  }
  const parts = await Promise.all([
    ofExchangers(service, context),
    ofSpf(service, context),
    ofSelectors(service, context),
    ofAutodiscover(service, context),
    ofRelay(service, context),
  ]);
  const findings = parts.flatMap((part) => part.findings);
  if (findings.length > 0) return findings;
  const evidence = parts.flatMap((part) => part.evidence);
  const data = { service: service.title, parts: parts.flatMap((part) => part.well) };
  return [{ code: 'ready-all', level: 'pass', about: name, data, evidence }];
}

interface Part {
  readonly findings: readonly Finding[];
  /** What is as it should be. */
  readonly well: readonly string[];
  readonly evidence: readonly string[];
}

const NOTHING: Part = { findings: [], well: [], evidence: [] };

async function exchangersOf({
  name,
  ports,
  signal,
}: CheckContext): Promise<{ mx: Answer; exchangers: readonly MailExchanger[] } | undefined> {
  const result = await lookUpMailExchangers(name, ports, signal);
  return result.outcome === 'invalid'
    ? undefined
    : { mx: result.mx, exchangers: result.outcome === 'found' ? result.exchangers : [] };
}

async function ofExchangers(service: Service, context: CheckContext): Promise<Part> {
  const patterns = service.mailExchangers ?? [];
  const found = patterns.length === 0 ? undefined : await exchangersOf(context);
  if (found === undefined) return NOTHING;
  if (!isAnswered(found.mx)) return { ...NOTHING, findings: [unanswered(found.mx)] };
  const evidence = evidenceFrom(found.mx);
  const about = context.name;
  const hosts = found.exchangers.map(({ host }) => host);
  const fits = (host: string): boolean => patterns.some((pattern) => isHostOf(pattern, host));
  const findings: Finding[] = [];
  if (!hosts.some(fits)) {
    const data = { service: service.title, expected: patterns, mx: service.mx ?? '' };
    findings.push({ code: 'ready-mx', level: 'fail', about, data, evidence });
  }
  const others = hosts.filter((host) => !fits(host) && !(service.relay !== undefined && sameName(host, service.relay)));
  if (hosts.some(fits) && others.length > 0) {
    findings.push({
      code: 'ready-mx-others',
      level: 'fail',
      about,
      data: { service: service.title, others },
      evidence,
    });
  }
  return { findings, well: ['MX'], evidence };
}

async function ofSpf(service: Service, { name: about, ports, signal }: CheckContext): Promise<Part> {
  const includes = service.spf ?? [];
  if (includes.length === 0) return NOTHING;
  const { root } = await readSpfTree(about, ports.resolve, signal);
  const { published } = root;
  if (published.kind === 'unanswered') return { ...NOTHING, findings: [unanswered(root.answer)] };
  const text = published.kind === 'record' ? published.text : '';
  const evidence = evidenceFrom(root.answer);
  const findings = includes
    .filter((include) => !leadsTo(root, include))
    .map((include): Finding => {
      const data = { service: service.title, include, text };
      return { code: 'ready-spf', level: 'fail', about, data, evidence };
    });
  return { findings, well: ['SPF'], evidence };
}

const leadsTo = ({ branches }: SpfNode, include: string): boolean =>
  branches.some(
    ({ name, target, node }) =>
      ((name === 'include' || name === 'redirect') && target !== undefined && sameName(target, include)) ||
      (node !== undefined && leadsTo(node, include)),
  );

async function ofSelectors(service: Service, { name: about, ports, signal }: CheckContext): Promise<Part> {
  const selectors = service.selectors ?? [];
  const answers = await Promise.all(
    selectors.map((selector) => ports.resolve({ name: `${selector}._domainkey.${about}`, type: 'TXT' }, signal)),
  );
  const findings: Finding[] = answers.filter((answer) => !isAnswered(answer)).map(unanswered);
  const missing = selectors.filter((_, i) => {
    const answer = answers[i];
    return answer !== undefined && isAnswered(answer) && !textsOf(answer).some((text) => /(?:^|;)\s{0,9}p=/.test(text));
  });
  // Who rolls keys over has the second selector only from time to time.
  if (missing.length > 0 && missing.length === selectors.length) {
    const data = { service: service.title, selectors: missing };
    findings.push({ code: 'ready-dkim', level: 'warning', about, data, evidence: answers.flatMap(evidenceFrom) });
  }
  return { findings, well: selectors.length === 0 ? [] : ['DKIM'], evidence: answers.flatMap(evidenceFrom) };
}

async function ofAutodiscover(service: Service, { name: about, ports, signal }: CheckContext): Promise<Part> {
  const expected = service.autodiscover;
  if (expected === undefined) return NOTHING;
  const ask = (type: RecordType): Promise<Answer> => ports.resolve({ name: `autodiscover.${about}`, type }, signal);
  const answer = await ask('CNAME');
  if (!isAnswered(answer)) return { ...NOTHING, findings: [unanswered(answer)] };
  const target = recordsOf(answer).map(({ data }) => withoutDot(data))[0];
  if (target !== undefined && sameName(target, expected)) {
    return { findings: [], well: ['autodiscover'], evidence: evidenceFrom(answer) };
  }
  const address = target === undefined ? await ask('A') : answer;
  const found = target ?? addressesOf(address)[0] ?? '';
  const data = { service: service.title, found, expected };
  const evidence = evidenceFrom(address);
  return { ...NOTHING, findings: [{ code: 'ready-autodiscover', level: 'warning', about, data, evidence }] };
}

/** A relay of the domain's own that sends past the service: by MX last, so that no mail comes in there first, and in SPF. */
async function ofRelay(service: Service, context: CheckContext): Promise<Part> {
  const { relay } = service;
  if (!relay) return NOTHING;
  const { name: about, ports, signal } = context;
  const [found, ...answers] = await Promise.all([
    exchangersOf(context),
    ports.resolve({ name: relay, type: 'A' }, signal),
    ports.resolve({ name: relay, type: 'AAAA' }, signal),
  ]);
  const findings: Finding[] = answers.filter((answer) => !isAnswered(answer)).map(unanswered);
  if (found !== undefined && isAnswered(found.mx)) {
    const own = found.exchangers.find(({ host }) => sameName(host, relay));
    const isLast =
      own !== undefined &&
      found.exchangers.every(({ host, preference }) => sameName(host, relay) || preference < own.preference);
    if (!isLast) {
      const highest = greatest(found.exchangers.map(({ preference }) => preference));
      const data = { relay, preference: highest < LAST ? LAST : Math.min(65_535, highest + 1) };
      findings.push({ code: 'ready-relay-mx', level: 'warning', about, data, evidence: evidenceFrom(found.mx) });
    }
  }
  const addresses = answers.flatMap(addressesOf);
  if (addresses.length === 0) {
    if (findings.every(({ code }) => code !== 'dns-unanswered')) {
      findings.push({
        code: 'ready-relay-address',
        level: 'fail',
        about,
        data: { relay },
        evidence: answers.flatMap(evidenceFrom),
      });
    }
    return { ...NOTHING, findings };
  }
  const results = await Promise.all(
    addresses.map(async (ip) => {
      const sender = `postmaster@${about}`;
      return { ip, ...(await evaluateSpf({ ip, sender, helo: relay }, ports.resolve, signal)) };
    }),
  );
  const refused = results.filter(({ result }) => result !== 'pass' && result !== 'temperror');
  const [first] = refused;
  if (first !== undefined) {
    const data = { relay, addresses: refused.map(({ ip }) => ip), result: first.result };
    findings.push({ code: 'ready-relay-spf', level: 'fail', about, data, evidence: answers.flatMap(evidenceFrom) });
  }
  return { findings, well: ['relay'], evidence: answers.flatMap(evidenceFrom) };
}
