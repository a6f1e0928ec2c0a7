import { type DmarcPolicy, isDmarc, readDmarcPolicy } from '../../core/dns/records/dmarcPolicy.ts';
import type { Answer, CancelSignal, Resolve } from '../../probes/ports.ts';
import { isAnswered, textsOf } from '../answers.ts';

/** What stands at one name of a tree walk. */
export interface DmarcStep {
  readonly domain: string;
  readonly answer: Answer;
  /** The texts that count as DMARC records. */
  readonly texts: readonly string[];
  /** Where there is exactly one; several are all discarded (RFC 9989 4.10). */
  readonly policy?: DmarcPolicy;
}

/** The record that a domain's mail is held against, and how it is found (RFC 9989 4.10). */
export interface DmarcDiscovery {
  /** Of the domain itself. */
  readonly own: DmarcStep;
  /** All names that a walk may ask for, the longest first. */
  readonly steps: readonly DmarcStep[];
  readonly applied?: DmarcStep & { readonly policy: DmarcPolicy };
  /** None where it cannot be told because a name was not answered for. */
  readonly organisation?: string;
  /** What was not answered and would have to be known. */
  readonly unanswered?: Answer;
}

/** RFC 9989 4.10: a longer name is shortened to seven labels after the first question. */
const MOST_LABELS = 7;

/** The names of a tree walk from a domain, the domain first. */
export function walkNames(domain: string): readonly string[] {
  const labels = domain.toLowerCase().split('.');
  const above = labels.slice(Math.max(1, labels.length - MOST_LABELS));
  return [labels.join('.'), ...(labels.length === 1 ? [] : above.map((_, i) => above.slice(i).join('.')))];
}

/** Finds the policy of a domain and its organisational domain. The names are asked for side by side. */
export async function discoverDmarc(domain: string, resolve: Resolve, signal: CancelSignal): Promise<DmarcDiscovery> {
  const steps = await Promise.all(walkNames(domain).map((name) => readStep(name, resolve, signal)));
  const own = steps[0] as DmarcStep;
  const walked: DmarcStep[] = [];
  for (const step of steps) {
    if (!isAnswered(step.answer)) {
      return { own, steps, ...(hasPolicy(own) && { applied: own }), unanswered: step.answer };
    }
    if (!hasPolicy(step)) continue;
    walked.push(step);
    if (step.policy.psd !== 'u') break;
  }
  const organisation = organisationOf(own.domain, walked);
  const last = walked.at(-1);
  const applied =
    walked.find((step) => step.domain === own.domain) ??
    walked.find((step) => step.domain === organisation) ??
    (last?.policy?.psd === 'y' ? last : undefined);
  return { own, steps, organisation, ...(applied !== undefined && hasPolicy(applied) && { applied }) };
}

const hasPolicy = (step: DmarcStep): step is DmarcStep & { readonly policy: DmarcPolicy } => step.policy !== undefined;

/**
 * RFC 9989 4.10.2: below a public suffix the domain of one label more, else that of the last record; a walk ends at psd=n
 * and psd=y.
 */
function organisationOf(domain: string, walked: readonly DmarcStep[]): string {
  const last = walked.at(-1);
  if (last?.policy?.psd !== 'y') return last?.domain ?? domain;
  return domain
    .split('.')
    .slice(-(last.domain.split('.').length + 1))
    .join('.');
}

async function readStep(domain: string, resolve: Resolve, signal: CancelSignal): Promise<DmarcStep> {
  const name = `_dmarc.${domain}`;
  // Such a name cannot exist (RFC 1035 2.3.4).
  const answer: Answer =
    name.length > 253
      ? { question: { name, type: 'TXT' }, status: 'NXDOMAIN', records: [], elapsed: 0 }
      : await resolve({ name, type: 'TXT' }, signal);
  const texts = textsOf(answer).filter(isDmarc);
  const [only, ...others] = texts;
  return {
    domain,
    answer,
    texts,
    ...(only !== undefined && others.length === 0 && { policy: readDmarcPolicy(only) }),
  };
}
