import { readRecord } from '../../core/dns/records/readRecord.ts';
import { append } from '../../core/text/lists.ts';
import { isAnswered, textsOf } from '../answers.ts';
import type { CheckContext } from '../context.ts';
import { type DmarcDiscovery, discoverDmarc } from '../dmarc/discovery.ts';
import { evidenceFrom, type Finding, recordFindings, unanswered } from '../finding.ts';

/** Whether a domain's messages may have its picture beside them. Nothing is fetched. */
export async function checkBimi({ name, ports, signal }: CheckContext): Promise<readonly Finding[]> {
  const dmarc = await discoverDmarc(name, ports.resolve, signal);
  const places = [...new Set([name, dmarc.organisation ?? name])];
  const looked: string[] = [];
  for (const place of places) {
    const at = `default._bimi.${place}`;
    const answer = await ports.resolve({ name: at, type: 'TXT' }, signal);
    if (!isAnswered(answer)) return [unanswered(answer)];
    const evidence = evidenceFrom(answer);
    append(looked, evidence);
    const texts = textsOf(answer).filter((text) => /v\s{0,5}=\s{0,5}BIMI/i.test(text.slice(0, 50)));
    if (texts.length > 1) {
      return [{ code: 'bimi-several', level: 'fail', about: at, data: { count: texts.length }, evidence }];
    }
    const record = texts[0] === undefined ? undefined : readRecord(at, texts[0]);
    if (record?.kind !== 'bimi') continue;
    const value = (tag: string): string => record.tags.find((one) => one.name === tag)?.value ?? '';
    const picture = value('l');
    const proof = value('a');
    // What is no picture of the right kind is told below.
    const findings = [...recordFindings(at, record, evidence)].filter(
      ({ code, data }) => code !== 'bimi-address' || data.address !== picture || !/^https:\/\/[^/]/i.test(picture),
    );
    const base = { about: name, evidence };
    if (picture === '' && proof === '')
      return [...findings, { ...base, code: 'bimi-declined', level: 'note', data: {} }];
    append(findings, ofDmarc(name, dmarc, evidence));
    if (picture !== '' && !/\.svgz?(?:$|[?#])/i.test(picture)) {
      findings.push({ ...base, code: 'bimi-not-svg', level: 'warning', data: { address: picture } });
    }
    if (proof === '') findings.push({ ...base, code: 'bimi-no-evidence', level: 'note', data: {} });
    if (!findings.some(({ level }) => level === 'fail')) {
      findings.push({ ...base, code: 'bimi-found', level: 'pass', data: { picture, evidence: proof } });
    }
    return findings;
  }
  return [{ code: 'bimi-none', level: 'note', about: name, data: {}, evidence: looked }];
}

/** What receivers ask of the domain's own policy and of the organisation's. */
function* ofDmarc(
  name: string,
  { steps, organisation, applied, unanswered: open }: DmarcDiscovery,
  evidence: readonly string[],
): Iterable<Finding> {
  if (open !== undefined) yield unanswered(open);
  const base = { code: 'bimi-dmarc-weak', level: 'fail', about: name } as const;
  if (applied === undefined) {
    if (open === undefined) yield { ...base, data: { domain: name, why: '' }, evidence };
    return;
  }
  for (const step of steps) {
    if (step.policy === undefined || (step.domain !== applied.domain && step.domain !== organisation)) continue;
    const { p, sp, percent } = step.policy;
    const why =
      p === undefined || p === 'none'
        ? 'p=none'
        : sp === 'none'
          ? 'sp=none'
          : p === 'quarantine' && percent < 100
            ? `pct=${percent}`
            : undefined;
    if (why === undefined) continue;
    yield { ...base, data: { domain: step.domain, why }, evidence: [...evidence, ...evidenceFrom(step.answer)] };
    return;
  }
}
