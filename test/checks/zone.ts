import type { CheckContext, CheckOptions } from '../../src/checks/context.ts';
import type { Finding } from '../../src/checks/finding.ts';
import type { Answer, AnswerStatus, Fetch, Question, Resolve, ResourceRecord } from '../../src/probes/ports.ts';

/**
 * A resolver out of zone-file lines: `contoso.test MX 10 mx1.contoso.test.` A line `name TYPE !SERVFAIL` is what comes
 * instead of records. Names that no line has are NXDOMAIN; aliases are followed.
 */
export function zone(lines: string): Resolve & { readonly asked: readonly string[] } {
  const records = new Map<string, ResourceRecord[]>();
  const failures = new Map<string, AnswerStatus>();
  for (const line of lines.split('\n')) {
    const match = /^\s*(\S+)\s+([A-Z]+)\s+(.*?)\s*$/.exec(line);
    if (match === null) continue;
    const [, name = '', type = '', data = ''] = match;
    const key = name.toLowerCase();
    if (data.startsWith('!')) failures.set(`${key} ${type}`, data.slice(1) as AnswerStatus);
    records.set(key, [...(records.get(key) ?? []), ...(data.startsWith('!') ? [] : [{ name, type, ttl: 300, data }])]);
  }
  const asked: string[] = [];
  const find = (name: string, type: string, depth = 0): { status: AnswerStatus; records: ResourceRecord[] } => {
    const failure = failures.get(`${name} ${type}`);
    if (failure !== undefined) return { status: failure, records: [] };
    const own = records.get(name);
    const alias = own?.find((one) => one.type === 'CNAME');
    if (alias !== undefined && type !== 'CNAME' && depth < 8) {
      const below = find(alias.data.replace(/\.$/, '').toLowerCase(), type, depth + 1);
      return { status: below.status, records: [alias, ...below.records] };
    }
    const exists = own !== undefined || [...records.keys()].some((one) => one.endsWith(`.${name}`));
    return { status: exists ? 'NOERROR' : 'NXDOMAIN', records: (own ?? []).filter((one) => one.type === type) };
  };
  const resolve = (question: Question): Promise<Answer> => {
    asked.push(`${question.name} ${question.type}`);
    return Promise.resolve({ question, ...find(question.name.toLowerCase(), question.type), elapsed: 1 });
  };
  return Object.assign(resolve, { asked });
}

/** Nothing is served anywhere. */
const nowhere: Fetch = (url) => Promise.resolve({ ok: false, failure: 'refused', detail: url });

/** Ports on a zone, with documents where some are given. */
export const ports = (records: string, fetch: Fetch = nowhere) => ({
  resolve: zone(records),
  fetch,
  clock: { now: () => 0 },
  toAscii: (name: string) => name,
});

/** What a check of `contoso.test` or of another name is given. */
export const context = (
  records: string,
  { name = 'contoso.test', fetch, ...options }: CheckOptions & { readonly name?: string; readonly fetch?: Fetch } = {},
): CheckContext => ({ name, ports: ports(records, fetch), options, signal: new AbortController().signal });

/** Findings as `level code about`. */
export const told = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ code, level, about }) => `${level} ${code} ${about}`);
