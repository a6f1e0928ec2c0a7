import type { CheckContext, CheckOptions } from '../../src/checks/context.ts';
import type { Finding } from '../../src/checks/finding.ts';
import type { Answer, AnswerStatus, Dial, Fetch, Question, Resolve, ResourceRecord } from '../../src/probes/ports.ts';
import { wordFinding } from '../../src/report/check/checkRows.ts';
import { digest, heldIn } from '../support/held.ts';
import { variants } from '../support/variants.ts';

/**
 * A resolver out of zone-file lines: `contoso.test MX 10 mx1.contoso.test.` Names that no line has are NXDOMAIN; aliases
 * are followed; an answer without records has the SOA of its zone. Instead of data there may stand
 * - `!SERVFAIL 9 no key fits`: what comes instead of records, with an extended error;
 * - `?SERVFAIL 9`: the same, but only for those who do not ask without checking (CD);
 * - `+AD`: the answer was validated.
 *
 * What one server answers stands behind its address: `@192.0.2.53 contoso.test SOA …`. It answers for the zones of
 * which it has the SOA, names the servers of those of which it has the NS, and refuses the rest; `@192.0.2.53 * !TIMEOUT`
 * answers nothing, `@192.0.2.53 * +RA` what the resolver answers too. All addresses ask the same resolver.
 */
export function zone(lines: string): Resolve & { readonly asked: readonly string[] } {
  const records = new Map<string, Map<string, ResourceRecord[]>>([['', new Map()]]);
  const special = new Map<string, string>();
  for (const line of lines.split('\n')) {
    const match = /^\s*(?:@(\S+)\s+)?(\S+)\s+(?:([A-Z0-9]+)\s+)?(.*?)\s*$/.exec(line);
    if (match === null) continue;
    const [, server = '', name = '', type = '', data = ''] = match;
    if (name === '') continue;
    const key = name.toLowerCase();
    const own = records.get(server) ?? new Map<string, ResourceRecord[]>();
    records.set(server, own);
    if (/^[!?+]/.test(data)) special.set(`${server} ${key} ${type} ${data[0]}`, data.slice(1));
    if (key === '*') continue;
    own.set(key, [...(own.get(key) ?? []), ...(/^[!?+]/.test(data) ? [] : [{ name, type, ttl: 300, data }])]);
  }
  const asked: string[] = [];
  const failure = (text: string): Omit<Answer, 'question' | 'elapsed'> => {
    const [status = '', code, ...words] = text.split(' ');
    const extended = code === undefined ? {} : { extended: [{ code: Number(code), text: words.join(' ') }] };
    return { status: status as AnswerStatus, records: [], ...extended };
  };
  const soaOf = (own: ReadonlyMap<string, ResourceRecord[]>, name: string): ResourceRecord[] => {
    for (let at = name; ; at = at.slice(at.indexOf('.') + 1)) {
      const soa = own.get(at)?.filter((one) => one.type === 'SOA') ?? [];
      if (soa.length > 0 || !at.includes('.')) return soa;
    }
  };
  const find = (server: string, name: string, question: Question, depth = 0): Omit<Answer, 'question' | 'elapsed'> => {
    const { type } = question;
    const failing = special.get(`${server} ${name} ${type} !`);
    if (failing !== undefined) return failure(failing);
    const bogus = special.get(`${server} ${name} ${type} ?`);
    if (bogus !== undefined && question.checking !== false) return failure(bogus);
    const own = records.get(server) ?? new Map<string, ResourceRecord[]>();
    const here = own.get(name);
    const alias = here?.find((one) => one.type === 'CNAME');
    if (alias !== undefined && type !== 'CNAME' && depth < 8) {
      const below = find(server, alias.data.replace(/\.$/, '').toLowerCase(), question, depth + 1);
      return { ...below, records: [alias, ...below.records] };
    }
    const exists = here !== undefined || [...own.keys()].some((one) => one.endsWith(`.${name}`));
    const found = (here ?? []).filter((one) => one.type === type);
    const authority = found.length > 0 ? [] : soaOf(own, name);
    return {
      status: exists ? 'NOERROR' : 'NXDOMAIN',
      records: found,
      ...(authority.length > 0 && { authority }),
      ...(special.has(`${server} ${name} ${type} +`) && { authenticated: true as const }),
    };
  };
  /** What one server answers that asks nobody else. */
  const findAt = (at: string, question: Question): Omit<Answer, 'question' | 'elapsed'> => {
    const failing = special.get(`${at} *  !`);
    if (failing !== undefined) return failure(failing);
    const name = question.name.toLowerCase();
    const own = records.get(at) ?? new Map<string, ResourceRecord[]>();
    const open = special.has(`${at} *  +`);
    const recursive = open ? { recursive: true as const } : {};
    if (open && question.recursion !== false) return { ...find('', name, question), ...recursive };
    const above = name === '.' ? ['.'] : [...name.split('.').map((_, i, all) => all.slice(i).join('.')), '.'];
    for (const zoneName of above) {
      const here = own.get(zoneName) ?? [];
      if (here.some((one) => one.type === 'SOA')) {
        return { ...find(at, name, question), ...recursive, authoritative: true };
      }
      const authority = here.filter((one) => one.type === 'NS');
      if (authority.length === 0) continue;
      const additional = authority.flatMap(
        ({ data }) => own.get(data.replace(/\.$/, '').toLowerCase())?.filter((one) => /^A+$/.test(one.type)) ?? [],
      );
      return { status: 'NOERROR', records: [], authority, additional, ...recursive };
    }
    return { status: 'REFUSED', records: [], ...recursive };
  };
  const resolve = (question: Question): Promise<Answer> => {
    const { name, type, at, checking } = question;
    asked.push(`${at === undefined ? '' : `@${at} `}${name} ${type}${checking === false ? ' unchecked' : ''}`);
    const answer = at === undefined ? find('', name.toLowerCase(), question) : findAt(at, question);
    return Promise.resolve({ question, ...answer, elapsed: 1 });
  };
  return Object.assign(resolve, { asked });
}

/** Nothing is served anywhere. */
const nowhere: Fetch = (url) => Promise.resolve({ ok: false, failure: 'refused', detail: url });

const nobody: Dial = ({ host }) => Promise.resolve({ ok: false, failure: 'refused', detail: host });

/** Ports on a zone, with documents where some are given. */
export const ports = (records: string, fetch: Fetch = nowhere) => ({
  resolve: zone(records),
  dial: nobody,
  fetch,
  clock: { now: () => 0 },
  toAscii: (name: string) => name,
});

/** What a check of `contoso.test` or of another name is given. */
export const context = (
  records: string,
  { name = 'contoso.test', fetch, ...options }: CheckOptions & { readonly name?: string; readonly fetch?: Fetch } = {},
): CheckContext & { readonly ports: ReturnType<typeof ports> } => ({
  name,
  ports: ports(records, fetch),
  options,
  signal: new AbortController().signal,
});

const held = heldIn('test/checks/findings.txt');

/** What is said of a finding whose data differ by one thing. */
const otherWords = (finding: Finding): readonly unknown[] =>
  [...variants(finding.data)].map((data) => {
    const { text, next } = wordFinding({ ...finding, data } as Finding);
    return [text, next];
  });

/** Findings as `level code about`; their data, evidence and words are held beside that. */
export const told = (findings: readonly Finding[]): readonly string[] =>
  findings.map((finding) => {
    const { code, level, about, data, evidence } = finding;
    const { text, next, source } = wordFinding(finding);
    held(`${level} ${code} ${about}`, { text, next, source, data, others: digest(otherWords(finding)), evidence });
    return `${level} ${code} ${about}`;
  });
