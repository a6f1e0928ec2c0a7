import type { SpfTerm } from '../../core/dns/records/recordText.ts';
import { withoutDot } from '../../core/text/domainName.ts';
import type { Answer, CancelSignal, RecordType, Resolve } from '../../probes/ports.ts';
import { isAnswered, recordsOf } from '../answers.ts';
import { isLookup, type Published, publishedIn } from './record.ts';

/** A record with all that it leads to, as if no term matched: the most that a check of it may cost (RFC 7208 4.6.4). */
export interface SpfNode {
  readonly domain: string;
  readonly answer: Answer;
  readonly published: Published;
  /** Terms that ask the DNS, those of the records below included. */
  readonly lookups: number;
  /** Of their questions, those that find nothing. */
  readonly voids: number;
  readonly branches: readonly SpfBranch[];
}

/** A term that asks the DNS. */
export interface SpfBranch {
  /** As it is written. */
  readonly term: string;
  readonly name: string;
  /** The name that is asked for; none where it holds a macro, so that only a client tells. */
  readonly target?: string;
  /** For include and redirect; none where the record was in the chain already. */
  readonly node?: SpfNode;
  readonly isLoop: boolean;
  /** For a, mx, exists and ptr. */
  readonly answers: readonly Answer[];
}

/** Records that are read at most: a check of ten terms never gets to more, and a tree that is worse need not be known whole. */
const MOST_RECORDS = 100;

export interface SpfTree {
  readonly root: SpfNode;
  /** Whether there are more records than were read. */
  readonly isCut: boolean;
}

/** Follows every include and redirect of a domain's record. */
export async function readSpfTree(domain: string, resolve: Resolve, signal: CancelSignal): Promise<SpfTree> {
  const state = { left: MOST_RECORDS, isCut: false };
  const ask = (name: string, type: RecordType): Promise<Answer> => resolve({ name, type }, signal);
  const read = async (name: string, above: readonly string[]): Promise<SpfNode> => {
    const answer = await ask(name, 'TXT');
    const published = publishedIn(answer);
    if (published.kind !== 'record') return { domain: name, answer, published, lookups: 0, voids: 0, branches: [] };
    const { record, text } = published;
    const chain = [...above, name.toLowerCase()];
    const terms = reachable(record.terms).filter(isLookup);
    const branches = await Promise.all(terms.map((term) => follow(term, text, name, chain)));
    const sum = (of: (node: SpfNode) => number): number =>
      branches.reduce((total, { node }) => total + (node === undefined ? 0 : of(node)), 0);
    return {
      domain: name,
      answer,
      published,
      lookups: terms.length + sum((node) => node.lookups),
      voids: branches.filter(isEmpty).length + sum((node) => node.voids),
      branches,
    };
  };
  const follow = async (term: SpfTerm, text: string, domain: string, chain: readonly string[]): Promise<SpfBranch> => {
    const { name } = term;
    const written = { term: text.slice(term.start, term.end), name, isLoop: false };
    const target = withoutDot(term.value === undefined || term.value === '' ? domain : term.value);
    if (target.includes('%') || name === 'ptr') return { ...written, answers: [] };
    if (name === 'include' || name === 'redirect') {
      if (chain.includes(target.toLowerCase())) return { ...written, target, isLoop: true, answers: [] };
      if (state.left === 0) {
        state.isCut = true;
        return { ...written, target, answers: [] };
      }
      state.left--;
      return { ...written, target, node: await read(target, chain), answers: [] };
    }
    const types: readonly RecordType[] = name === 'mx' ? ['MX'] : name === 'exists' ? ['A'] : ['A', 'AAAA'];
    return { ...written, target, answers: await Promise.all(types.map((type) => ask(target, type))) };
  };
  return { root: await read(domain, []), isCut: state.isCut };
}

/** Whether a receiver finds nothing for a term (RFC 7208 4.6.4). */
export const isEmpty = ({ answers }: SpfBranch): boolean =>
  answers.length > 0 && answers.every((answer) => isAnswered(answer) && recordsOf(answer).length === 0);

/** What stands behind an all is never looked at, and redirect not beside one (RFC 7208 5.1, 6.1). */
function reachable(terms: readonly SpfTerm[]): readonly SpfTerm[] {
  const all = terms.findIndex(({ kind, name }) => kind === 'mechanism' && name === 'all');
  if (all === -1) return terms;
  return terms.filter((term, i) => term.kind === 'mechanism' && i <= all);
}
